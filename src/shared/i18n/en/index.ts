import { currencies } from './currencies'
import { app } from './app'
import { cli } from './cli'
import { refusals } from './refusals'
import { ui } from './ui'
import { access } from './access'
import { approvals } from './approvals'
import { procedures } from './procedures'
import { backup } from './backup'
import { reports } from './reports'
import { parties } from './parties'
import { duplicates } from './duplicates'
import { imports } from './imports'
import { items } from './items'
import { consignment } from './consignment'
import { counter } from './counter'
import { offers } from './offers'
import { opening } from './opening'
import { orders } from './orders'
import { prices } from './prices'
import { sales } from './sales'
import { purchasing } from './purchasing'
import { paper } from './paper'
import { assets } from './assets'
import { tax } from './tax'
import { banking } from './banking'
import { treasury } from './treasury'
import { accounting } from './accounting'
import { books } from './books'
import { budgets } from './budgets'
import { payroll } from './payroll'
import { prepaid } from './prepaid'
import { closing } from './closing'
import { statements } from './statements'
import { warehouse } from './warehouse'
import { shipping } from './shipping'
import { inventory } from './inventory'
import { help } from './help'
import { arrivals } from './arrivals'
import { quality } from './quality'
import { stock } from './stock'
import { sourcing } from './sourcing'
import { deposits } from './deposits'
import { suppliers } from './suppliers'
import { devices } from './devices'
import { labels } from './labels'

export const en = {
  app,
  cli,
  refusals,
  ui,
  access,
  approvals,
  procedures,
  backup,
  reports,
  parties,
  duplicates,
  imports,
  items,
  consignment,
  counter,
  offers,
  opening,
  orders,
  prices,
  sales,
  purchasing,
  paper,
  treasury,
  banking,
  tax,
  assets,
  accounting,
  currencies,
  books,
  budgets,
  payroll,
  prepaid,
  closing,
  statements,
  warehouse,
  shipping,
  inventory,
  help,
  quality,
  arrivals,
  stock,
  sourcing,
  deposits,
  suppliers,
  devices,
  labels,
} as const
