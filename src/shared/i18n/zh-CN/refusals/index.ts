import { currencies } from './currencies'
import { tax } from './tax'
import { assets } from './assets'
import { banking } from './banking'
import { bankFiles } from './bank-files'
import type { refusals as en } from '../../en/refusals'
import type { SameKeys } from '../../same-keys'
import { ui } from './ui'
import { app } from './app'
import { approvals } from './approvals'
import { company } from './company'
import { access } from './access'
import { parties } from './parties'
import { duplicates } from './duplicates'
import { imports } from './imports'
import { items } from './items'
import { accounting } from './accounting'
import { budgets } from './budgets'
import { payroll } from './payroll'
import { prepaid } from './prepaid'
import { closing } from './closing'
import { inventory } from './inventory'
import { arrivals } from './arrivals'
import { quality } from './quality'
import { stock } from './stock'
import { sourcing } from './sourcing'
import { deposits } from './deposits'
import { suppliers } from './suppliers'
import { purchasing } from './purchasing'
import { treasury } from './treasury'
import { demo } from './demo'
import { replay } from './replay'
import { reports } from './reports'
import { batch } from './batch'
import { warehouse } from './warehouse'
import { consignment } from './consignment'
import { counter } from './counter'
import { offers } from './offers'
import { opening } from './opening'
import { orders } from './orders'
import { prices } from './prices'
import { sales } from './sales'
import { shipping } from './shipping'
import { barcodes } from './barcodes'
import { station } from './station'
import { tables } from './tables'
import { backup } from './backup'
import { updates } from './updates'
import { devices } from './devices'
import { labels } from './labels'

export const refusals: SameKeys<typeof en> = {
  ui,
  app,
  approvals,
  company,
  access,
  parties,
  duplicates,
  imports,
  items,
  accounting,
  currencies,
  budgets,
  payroll,
  prepaid,
  closing,
  inventory,
  quality,
  arrivals,
  stock,
  sourcing,
  deposits,
  suppliers,
  purchasing,
  treasury,
  tax,
  assets,
  banking,
  bankFiles,
  demo,
  replay,
  reports,
  batch,
  warehouse,
  consignment,
  counter,
  offers,
  opening,
  orders,
  prices,
  sales,
  shipping,
  barcodes,
  station,
  tables,
  backup,
  updates,
  devices,
  labels,
}
