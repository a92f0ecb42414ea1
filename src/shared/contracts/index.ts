import { access } from './access'
import { accounting } from './accounting'
import { approvals } from './approvals'
import { audit } from './audit'
import { books } from './books'
import { budgets } from './budgets'
import { payroll } from './payroll'
import { prepaid } from './prepaid'
import { closing } from './closing'
import { company } from './company'
import { currencies } from './currencies'
import { consignment } from './consignment'
import { counter } from './counter'
import { deposits } from './deposits'
import { devices } from './devices'
import { duplicates } from './duplicates'
import { health } from './health'
import { labels } from './labels'
import { imports } from './imports'
import { inventory } from './inventory'
import { items, search } from './items'
import { offers } from './offers'
import { opening } from './opening'
import { orders } from './orders'
import { parties } from './parties'
import { prices } from './prices'
import { purchasing } from './purchasing'
import { quality } from './quality'
import { reports } from './reports'
import { sales } from './sales'
import { shipping } from './shipping'
import { stock } from './stock'
import { statements } from './statements'
import { arrivals } from './arrivals'
import { assets } from './assets'
import { tax } from './tax'
import { banking } from './banking'
import { sourcing } from './sourcing'
import { suppliers } from './suppliers'
import { treasury } from './treasury'
import { warehouse } from './warehouse'

/** Every procedure of Kontor, by room. The engine, the clients and the OpenAPI document are made from it. */
export const contract = {
  company,
  opening,
  access,
  approvals,
  audit,
  currencies,
  parties,
  items,
  search,
  accounting,
  closing,
  books,
  statements,
  duplicates,
  imports,
  inventory,
  purchasing,
  deposits,
  quality,
  arrivals,
  offers,
  consignment,
  counter,
  orders,
  prices,
  sales,
  shipping,
  stock,
  sourcing,
  suppliers,
  treasury,
  banking,
  tax,
  assets,
  budgets,
  payroll,
  prepaid,
  warehouse,
  reports,
  devices,
  labels,
  health,
}
export type Contract = typeof contract
