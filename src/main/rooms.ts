import { contract } from '../shared/contracts'
import * as access from './foundation/access'
import * as approvals from './foundation/approvals'
import * as audit from './foundation/audit'
import * as currencies from './foundation/currencies'
import * as devices from './foundation/devices'
import * as items from './foundation/items'
import * as parties from './foundation/parties'
import * as search from './foundation/search'
import type { Check } from './kernel/check'
import { systemClock, type Clock } from './kernel/clock'
import { CompanyFile, type ScopeRule } from './kernel/db'
import { Dispatcher, type GivingPort, type HandlerTree } from './kernel/dispatch'
import * as accounting from './ledgers/accounting'
import * as inventory from './ledgers/inventory'
import { migrations } from './migrations'
import * as arrivals from './operations/arrivals'
import * as closing from './operations/closing'
import * as onboarding from './operations/onboarding'
import * as consignment from './operations/consignment'
import * as counter from './operations/counter'
import * as deposits from './operations/deposits'
import * as offers from './operations/offers'
import * as orders from './operations/orders'
import * as prices from './operations/prices'
import * as purchasing from './operations/purchasing'
import * as quality from './operations/quality'
import * as sales from './operations/sales'
import * as shipping from './operations/shipping'
import * as sourcing from './operations/sourcing'
import * as stock from './operations/stock'
import * as assets from './operations/assets'
import * as tax from './operations/tax'
import * as banking from './operations/banking'
import * as suppliers from './operations/suppliers'
import * as budgets from './operations/budgets'
import * as payroll from './operations/payroll'
import * as prepaid from './operations/prepaid'
import * as treasury from './operations/treasury'
import * as warehouse from './operations/warehouse'
import * as books from './outlets/books'
import * as duplicates from './outlets/duplicates'
import * as health from './outlets/health'
import * as imports from './outlets/imports'
import * as labels from './outlets/labels'
import * as reports from './outlets/reports'
import * as statements from './outlets/statements'

/** Which room may call which beside it on its floor. Down is always allowed, up never; the boundary test reads this. */
export const roomCalls: Readonly<Record<string, readonly string[]>> = {
  'foundation/currencies': ['foundation/company'],
  'foundation/approvals': ['foundation/access'],
  'foundation/items': ['foundation/parties', 'foundation/search'],
  'operations/arrivals': ['operations/purchasing', 'operations/warehouse'],
  'operations/consignment': [
    'operations/prices',
    'operations/sales',
    'operations/shipping',
    'operations/stock',
    'operations/warehouse',
  ],
  'operations/counter': ['operations/sales', 'operations/shipping', 'operations/treasury', 'operations/warehouse'],
  'operations/deposits': ['operations/sales', 'operations/treasury'],
  'foundation/parties': ['foundation/currencies', 'foundation/search'],
  'operations/offers': ['operations/prices', 'operations/sales', 'operations/warehouse'],
  'operations/orders': ['operations/prices', 'operations/sales', 'operations/warehouse'],
  'operations/banking': ['operations/treasury'],
  'operations/onboarding': ['operations/assets', 'operations/treasury', 'operations/warehouse'],
  'operations/payroll': ['operations/treasury'],
  'operations/purchasing': [
    'operations/quality',
    'operations/sales',
    'operations/shipping',
    'operations/stock',
    'operations/warehouse',
  ],
  'operations/quality': ['operations/sales', 'operations/warehouse'],
  'operations/sales': ['operations/prices', 'operations/stock', 'operations/warehouse'],
  'operations/sourcing': ['operations/purchasing', 'operations/sales', 'operations/warehouse'],
  'operations/stock': ['operations/warehouse'],
  'operations/suppliers': ['operations/purchasing'],
  'operations/shipping': ['operations/sales', 'operations/warehouse'],
  'operations/warehouse': ['operations/routing'],
  'edge/bench': ['edge/demo', 'edge/direct'],
  'edge/cli': [
    'edge/backup',
    'edge/bench',
    'edge/damage',
    'edge/demo',
    'edge/direct',
    'edge/host',
    'edge/replay',
    'edge/schedule',
    'edge/simulators',
    'edge/station',
    'edge/support',
    'edge/wire',
  ],
  'edge/demo': ['edge/direct'],
  'edge/host': ['edge/wire'],
  'edge/schedule': ['edge/wire'],
  'edge/replay': ['edge/demo', 'edge/direct'],
}

inventory.whenGoodsMove(warehouse.settleUnits)
sales.invoiced.add(deposits.takeDeposits('in'))
purchasing.invoiced.add(deposits.takeDeposits('out'))
treasury.advanceChanged.add(deposits.followAdvance)
items.piecesAreKnownBy(inventory.pieceOfSerial)
items.beforeTrackingChanges(inventory.requireNoStock)
inventory.whenGoodsMove(warehouse.guardFrozenBins)
inventory.whenGoodsMove(quality.guardInspected)
warehouse.weightSettled.add(sales.followWeight)
inventory.othersGoodsUsed.add(purchasing.buyUsed)
quality.whenGoodsAreRejected(purchasing.sendBackRejected)
purchasing.receiptReversed.add(arrivals.expectAgain)

/** Every invariant that `kontor verify` proves. */
export const checks: readonly Check[] = [
  ...accounting.checks,
  ...inventory.checks,
  ...purchasing.checks,
  ...consignment.checks,
  ...counter.checks,
  ...deposits.checks,
  ...offers.checks,
  ...orders.checks,
  ...prices.checks,
  ...sales.checks,
  ...shipping.checks,
  ...sourcing.checks,
  ...stock.checks,
  ...suppliers.checks,
  ...treasury.checks,
  ...banking.checks,
  ...tax.checks,
  ...assets.checks,
  ...budgets.checks,
  ...payroll.checks,
  ...prepaid.checks,
  ...onboarding.checks,
  ...warehouse.checks,
  ...quality.checks,
  ...arrivals.checks,
  ...closing.checks,
  ...statements.checks,
  ...reports.checks,
  ...devices.checks,
  ...labels.checks,
  ...access.checks,
  ...approvals.checks,
  ...audit.checks,
  ...health.checks,
  ...imports.checks,
  ...duplicates.checks,
]

/** What every room brings to the end of a month, in the order in which the cockpit shows it. */
const closingParts: closing.ClosingParts = {
  checks: [
    ...accounting.closingChecks,
    ...banking.closingChecks,
    ...payroll.closingChecks,
    ...prepaid.closingChecks,
    ...tax.closingChecks,
    ...closing.documentChecks,
    closing.subledgerProofs(checks),
  ],
  vouchers: [
    ...tax.monthEndVouchers,
    ...assets.monthEndVouchers,
    ...prepaid.monthEndVouchers,
    ...accounting.monthEndVouchers,
  ],
}

const handlersOf = (commands: approvals.CommandPort & GivingPort) => ({
  company: onboarding.handlers,
  opening: onboarding.openingHandlers,
  access: access.handlers,
  approvals: approvals.handlersOf(commands),
  audit: audit.handlers,
  currencies: currencies.handlers,
  parties: parties.handlers,
  items: items.handlers,
  search: search.handlers,
  accounting: accounting.handlers,
  closing: closing.handlersOf(closingParts),
  books: books.handlers,
  statements: statements.handlers,
  inventory: inventory.handlers,
  purchasing: purchasing.handlers,
  quality: quality.handlers,
  arrivals: arrivals.handlers,
  consignment: consignment.handlers,
  counter: counter.handlers,
  deposits: deposits.handlers,
  offers: offers.handlers,
  orders: orders.handlers,
  prices: prices.handlers,
  sales: sales.handlers,
  shipping: shipping.handlers,
  sourcing: sourcing.handlers,
  stock: stock.handlers,
  suppliers: suppliers.handlers,
  treasury: treasury.handlers,
  banking: banking.handlers,
  tax: tax.handlers,
  assets: assets.handlers,
  budgets: budgets.handlers,
  payroll: payroll.handlers,
  prepaid: prepaid.handlers,
  warehouse: warehouse.handlers,
  reports: reports.handlers,
  devices: devices.handlers,
  labels: labels.handlers,
  duplicates: duplicates.handlersOf(commands),
  imports: imports.handlersOf(commands),
  health: health.handlersOf((reader) => reports.runChecks(reader, checks)),
})

/** Books are kept whole: half a ledger is a wrong one. Who may not see them lacks the right. */
const warehouseScope: ScopeRule = {
  column: 'warehouse_id',
  home: 'warehouse_warehouse',
  exempt: ['access_', 'accounting_'],
}

export interface Company {
  readonly file: CompanyFile
  readonly dispatcher: Dispatcher
  close(): void
}

export interface CompanyOptions {
  readonly mode: 'write' | 'read'
  readonly clock?: Clock
  readonly checkAnswers?: boolean
}

/** Opens a company file with all rooms behind one dispatcher. Needs neither Electron nor a window. */
export function openCompany(path: string, options: CompanyOptions): Company {
  const file = CompanyFile.open({ path, migrations, mode: options.mode, clock: options.clock })
  // Approvals and imports give commands through the door that they stand behind themselves.
  const commands: approvals.CommandPort & GivingPort = {
    rightOf: (name) => dispatcher.rightOf(name),
    refusalOf: (actor, name, input) => dispatcher.refusalOf(actor, name, input),
    callInside: (actor, name, input) => dispatcher.callInside(actor, name, input),
    giveInside: (actor, name, input) => dispatcher.giveInside(actor, name, input),
    tryOut: (work) => dispatcher.tryOut(work),
  }
  const dispatcher: Dispatcher = new Dispatcher({
    file,
    clock: options.clock ?? systemClock,
    contracts: contract,
    handlers: handlersOf(commands) as unknown as HandlerTree,
    audit: audit.recordAudit,
    approve: access.approve,
    scope: warehouseScope,
    checkAnswers: options.checkAnswers ?? false,
  })
  if (options.mode === 'write') {
    file.tx.within((options.clock ?? systemClock)(), () => {
      accounting.completeBooks(file.tx)
      treasury.openFirstAccounts(file.tx)
    })
    dispatcher.forgetOld()
  }
  return { file, dispatcher, close: () => file.close() }
}

/** Makes an empty company file; `company.establish` fills it. */
export function createCompanyFile(path: string): void {
  CompanyFile.create(path, migrations)
}
