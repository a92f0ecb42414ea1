import { access } from '../features/access'
import { accounting } from '../features/accounting'
import { inventory } from '../features/inventory'
import { items } from '../features/items'
import { parties } from '../features/parties'
import { purchasing } from '../features/purchasing'
import { reports } from '../features/reports'
import { sales } from '../features/sales'
import { shipping } from '../features/shipping'
import { treasury } from '../features/treasury'
import { warehouse } from '../features/warehouse'
import type { Feature, PageDefinition } from './pages'

/** Every feature, in the order of the rail. */
export const features: readonly Feature[] = [
  reports,
  sales,
  purchasing,
  warehouse,
  shipping,
  inventory,
  treasury,
  accounting,
  items,
  parties,
  access,
]

const byKind = new Map<string, PageDefinition>(
  features.flatMap((feature) => feature.pages.map((page) => [page.kind, page] as const)),
)

export function findPage(kind: string): PageDefinition | undefined {
  return byKind.get(kind)
}
