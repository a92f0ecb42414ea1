import type { Migration } from '../kernel/db'
import { kernel } from './0010-kernel'
import { foundation } from './0020-foundation'
import { ledgers } from './0030-ledgers'
import { trade } from './0040-trade'
import { warehouse } from './0050-warehouse'
import { publishedViews } from './0060-published-views'
import { reportViews } from './0070-report-views'
import { vouchers } from './0100-vouchers'
import { closing } from './0110-closing'
import { currencies } from './0112-currencies'
import { foreignAmounts } from './0113-foreign-amounts'
import { budgets } from './0125-budgets'
import { payroll } from './0126-payroll'
import { prepaid } from './0127-prepaid'
import { smallDifferences } from './0128-small-differences'
import { money } from './0150-money'
import { foreignReminders } from './0151-foreign-reminders'
import { moneyLines } from './0152-money-lines'
import { banking } from './0160-banking'
import { assets } from './0170-assets'
import { tax } from './0180-tax'
import { opening } from './0185-opening'
import { taxpayer } from './0186-taxpayer'
import { inputTax } from './0187-input-tax'
import { exempt } from './0188-exempt'
import { inventoryCosting } from './0200-inventory-costing'
import { stockDocuments } from './0201-stock-documents'
import { landedCosts } from './0202-landed-costs'
import { suppliers } from './0210-suppliers'
import { itemImports } from './0220-item-imports'
import { offers } from './0221-offers'
import { purchaseReturns } from './0222-purchase-returns'
import { matching } from './0223-matching'
import { counter } from './0224-counter'
import { taxLines } from './0225-tax-lines'
import { pricesWithTax } from './0226-prices-with-tax'
import { offersWithTax } from './0229-offers-with-tax'
import { foreignCredits } from './0230-foreign-credits'
import { itemAttributes } from './0240-item-attributes'
import { serials } from './0241-serials'
import { kits } from './0242-kits'
import { itemFamilies } from './0243-item-families'
import { itemImages } from './0244-item-images'
import { soldAhead } from './0245-sold-ahead'
import { prices } from './0250-prices'
import { salesPromises } from './0251-sales-promises'
import { orders } from './0252-orders'
import { sourcing } from './0260-sourcing'
import { deposits } from './0261-deposits'
import { orderSplits } from './0262-order-splits'
import { returnInspections } from './0263-return-inspections'
import { receiving } from './0264-receiving'
import { consignment } from './0265-consignment'
import { agreements } from './0266-agreements'
import { directSupply } from './0267-direct-supply'
import { directLots } from './0268-direct-lots'
import { offersAbroad } from './0269-offers-abroad'
import { tills } from './0270-tills'
import { imports } from './0280-imports'
import { duplicates } from './0281-duplicates'
import { waves } from './0300-waves'
import { cartons } from './0301-cartons'
import { inside } from './0302-inside'
import { places } from './0310-places'
import { units } from './0311-units'
import { map } from './0312-map'
import { work } from './0313-work'
import { counting } from './0320-counting'
import { crossDocking } from './0321-cross-docking'
import { quality } from './0322-quality'
import { blocks } from './0323-blocks'
import { arrivals } from './0324-arrivals'
import { plans } from './0325-plans'
import { substitution } from './0326-substitution'
import { expectedAgain } from './0327-expected-again'
import { catchWeight } from './0340-catch-weight'
import { moreTables } from './0390-more-tables'
import { ratesPublished } from './0391-rates-published'
import { zonesPublished } from './0392-zones-published'
import { devices } from './0400-devices'
import { labels } from './0410-labels'
import { printing } from './0411-printing'
import { inStoreCodes } from './0412-in-store-codes'
import { labelVersions } from './0413-label-versions'
import { backup } from './0500-backup'
import { roles } from './0520-roles'
import { sessions } from './0521-sessions'
import { approvals } from './0522-approvals'
import { auditSubjects } from './0523-audit-subjects'
import { health } from './0530-health'

/** The schema's history, in order. */
export const migrations: readonly Migration[] = [
  kernel,
  foundation,
  ledgers,
  trade,
  warehouse,
  publishedViews,
  reportViews,
  vouchers,
  closing,
  currencies,
  foreignAmounts,
  budgets,
  payroll,
  prepaid,
  smallDifferences,
  money,
  foreignReminders,
  moneyLines,
  banking,
  assets,
  tax,
  opening,
  taxpayer,
  inputTax,
  exempt,
  inventoryCosting,
  stockDocuments,
  landedCosts,
  suppliers,
  itemImports,
  offers,
  purchaseReturns,
  matching,
  counter,
  taxLines,
  pricesWithTax,
  offersWithTax,
  foreignCredits,
  itemAttributes,
  serials,
  kits,
  itemFamilies,
  itemImages,
  soldAhead,
  prices,
  salesPromises,
  orders,
  sourcing,
  deposits,
  orderSplits,
  returnInspections,
  receiving,
  consignment,
  agreements,
  directSupply,
  directLots,
  offersAbroad,
  tills,
  imports,
  duplicates,
  waves,
  cartons,
  inside,
  places,
  units,
  map,
  work,
  counting,
  crossDocking,
  quality,
  blocks,
  arrivals,
  plans,
  substitution,
  expectedAgain,
  catchWeight,
  moreTables,
  ratesPublished,
  zonesPublished,
  devices,
  labels,
  printing,
  inStoreCodes,
  labelVersions,
  backup,
  roles,
  sessions,
  approvals,
  auditSubjects,
  health,
]
