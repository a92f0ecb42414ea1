import { access } from '../../features/access'
import { approvals } from '../../features/approvals'
import { accounting } from '../../features/accounting'
import { books } from '../../features/books'
import { budgets } from '../../features/budgets'
import { payroll } from '../../features/payroll'
import { prepaid } from '../../features/prepaid'
import { backup } from '../../features/backup'
import { currencies } from '../../features/currencies'
import { closing } from '../../features/closing'
import { devices } from '../../features/devices'
import { inventory } from '../../features/inventory'
import { imports } from '../../features/imports'
import { items } from '../../features/items'
import { opening } from '../../features/opening'
import { orders } from '../../features/orders'
import { labels } from '../../features/labels'
import { parties } from '../../features/parties'
import { prices } from '../../features/prices'
import { purchasing } from '../../features/purchasing'
import { reports } from '../../features/reports'
import { sales } from '../../features/sales'
import { shipping } from '../../features/shipping'
import { statements } from '../../features/statements'
import { assets } from '../../features/assets'
import { tax } from '../../features/tax'
import { banking } from '../../features/banking'
import { treasury } from '../../features/treasury'
import { warehouse } from '../../features/warehouse'
import { pageKey, type Feature, type PageDefinition, type PageParams } from '../pages'

/** Every feature, in the order of the rail. */
export const features: readonly Feature[] = [
  reports,
  sales,
  orders,
  prices,
  purchasing,
  warehouse,
  shipping,
  inventory,
  treasury,
  banking,
  tax,
  assets,
  accounting,
  closing,
  currencies,
  opening,
  books,
  statements,
  budgets,
  payroll,
  prepaid,
  items,
  imports,
  parties,
  approvals,
  access,
  backup,
  devices,
  labels,
]

const byKind = new Map<string, PageDefinition>(
  features.flatMap((feature) => feature.pages.map((page) => [page.kind, page] as const)),
)

export function findPage(kind: string): PageDefinition | undefined {
  return byKind.get(kind)
}

/** What the menu calls this page; a page that is on no menu has a title of its own. */
export function titleKeyOf(kind: string, params: PageParams): string {
  const key = pageKey(kind, params)
  const entry = features
    .flatMap((feature) => feature.menu)
    .find((candidate) => pageKey(candidate.kind, candidate.params) === key)
  return entry?.labelKey ?? findPage(kind)?.titleKey ?? 'app.name'
}
