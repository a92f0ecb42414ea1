/**
 * What a made-up year trades, at home and in dollars at rates of their own days: bills, goods bought, payments in either
 * money, advances applied, exchanges, charges, and what of it is taken back.
 */
import { billAdvice, goAbroad, USD, type Abroad } from './abroad'
import type { TestCompany } from './company'
import { addSupplies, PIECE, type Supplies } from './supplies'

export const TRADE_ACTS = [
  'bill',
  'billHome',
  'cancelBill',
  'buy',
  'payIn',
  'payOut',
  'apply',
  'takeBack',
  'exchange',
  'charge',
] as const
export type TradeAct = (typeof TRADE_ACTS)[number]

interface Done {
  readonly id: number
  /** the last day on which something happened to it */
  on: string
}

interface Trade {
  readonly company: TestCompany
  readonly supplies: Supplies
  readonly abroad: Abroad
  readonly bills: Done[]
  readonly payments: (Done & { readonly direction: 'in' | 'out' })[]
}

/** Partners, goods, and dollars with two rates a month, ours for one; answers what does one act. */
export function tradeOf(company: TestCompany, ratesMicro: readonly number[]) {
  const days = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`).flatMap((month) => [
    `${month}-01`,
    `${month}-17`,
  ])
  const rates = Object.fromEntries(days.map((day, at) => [day, (ratesMicro[at % ratesMicro.length] ?? 1) / 1e6]))
  const trade: Trade = {
    company,
    supplies: addSupplies(company),
    abroad: goAbroad(company, rates),
    bills: [],
    payments: [],
  }
  return (kind: TradeAct, on: string, amountMinor: number): void => ACTS[kind](trade, on, amountMinor)
}

const later = (one: string, other: string): string => (one > other ? one : other)

const ACTS: Record<TradeAct, (trade: Trade, on: string, amountMinor: number) => void> = {
  bill: (trade, on, amountMinor) => bill(trade, on, amountMinor, 'USD'),
  billHome: (trade, on, amountMinor) => bill(trade, on, amountMinor, null),
  buy,
  payIn: (trade, on, amountMinor) => pay(trade, 'in', on, amountMinor),
  payOut: (trade, on, amountMinor) => pay(trade, 'out', on, amountMinor),
  apply,
  cancelBill({ company, bills }, on) {
    const last = bills.pop()
    if (last === undefined) return
    const { rows } = company.bookkeeper.accounting.listOpenItems({ role: 'receivable' })
    const item = rows.find(({ sourceKind, sourceId }) => sourceKind === 'sales.invoice' && sourceId === last.id)
    // What is paid in part keeps its invoice until the payment is taken back.
    if (item === undefined || item.openMinor !== item.amountMinor) return
    company.owner.sales.reverseInvoice({ id: last.id, reversedOn: later(on, last.on), reason: 'wrong' })
  },
  takeBack({ company, payments }, on) {
    const last = payments.pop()
    if (last === undefined) return
    company.owner.treasury.reversePayment({ id: last.id, reversedOn: later(on, last.on), reason: 'wrong' })
  },
  exchange({ company, abroad }, transferredOn, arrivesMinor) {
    const { own: fromId, dollars: toId } = abroad
    const amountMinor = arrivesMinor * 7
    company.bookkeeper.treasury.postTransfer({ fromId, toId, transferredOn, amountMinor, arrivesMinor })
  },
  charge({ company, abroad }, enteredOn, amountMinor) {
    const { accounting, treasury } = company.bookkeeper
    const accountCode = accounting.listAccounts({}).rows.some(({ code }) => code === '5603') ? '5603' : '6200'
    const lines = [{ accountCode, amountMinor }]
    treasury.postCashEntry({ direction: 'out', accountId: abroad.dollars, enteredOn, lines })
  },
}

function bill({ company, supplies, abroad, bills }: Trade, on: string, amountMinor: number, currency: string | null) {
  bills.push({ id: billAdvice(company, supplies, abroad, { amount: amountMinor / 100, on, currency }).id, on })
}

const openItems = ({ company }: Trade, direction: 'in' | 'out', on: string) =>
  company.bookkeeper.accounting
    .listOpenItems({ role: direction === 'in' ? 'receivable' : 'payable', sort: 'postedOn' })
    .rows.filter(({ openMinor, postedOn }) => openMinor > 0 && postedOn <= on)

/**
 * Pays of the oldest item what is open of it, at most the amount; what is left is an advance. Even amounts are dollars, odd
 * ones our own money, so that each pays what is in the other too.
 */
function pay(trade: Trade, direction: 'in' | 'out', on: string, amountMinor: number): void {
  const { company, abroad, payments } = trade
  const isDollars = amountMinor % 2 === 0
  const [item] = openItems(trade, direction, on)
  const inDollars = item?.currency === 'USD'
  // Rates stay between 6.5 and 7.5: this much of the item is covered in either case.
  const covered = isDollars === inDollars ? amountMinor : isDollars ? amountMinor * 6 : Math.floor(amountMinor / 8)
  const openMinor = (inDollars ? item.foreignOpenMinor : item?.openMinor) ?? 0
  const applied = Math.min(covered, openMinor)
  const { id } = company.bookkeeper.treasury.postPayment({
    direction,
    partnerId: direction === 'in' ? abroad.customerId : abroad.supplierId,
    paidOn: on,
    accountId: isDollars ? abroad.dollars : abroad.own,
    amountMinor,
    applications: item === undefined || applied === 0 ? [] : [{ openItemId: item.id, amountMinor: applied }],
  })
  payments.push({ id, on, direction })
}

/** Applies what is left of the last advance to the oldest item of the same currency. */
function apply(trade: Trade, on: string): void {
  const { treasury } = trade.company.bookkeeper
  const advance = trade.payments.at(-1)
  if (advance === undefined) return
  const appliedOn = later(on, advance.on)
  const { currency, unappliedMinor, foreignUnappliedMinor } = treasury.getPayment({ id: advance.id })
  const item = openItems(trade, advance.direction, appliedOn).find((each) => each.currency === currency)
  const left = foreignUnappliedMinor ?? unappliedMinor
  if (item === undefined || left === 0) return
  const amountMinor = Math.min(left, item.foreignOpenMinor ?? item.openMinor)
  treasury.applyAdvance({ paymentId: advance.id, appliedOn, applications: [{ openItemId: item.id, amountMinor }] })
  advance.on = appliedOn
}

/** A hundred bolts ordered, received and invoiced in dollars on one day. */
function buy({ company, supplies, abroad }: Trade, on: string, amountMinor: number): void {
  const { purchasing } = company.bookkeeper
  const { supplierId } = abroad
  const line = { quantityMicro: 100 * PIECE, priceMicro: amountMinor * 100 }
  const { id } = purchasing.saveOrder({
    ...USD,
    supplierId,
    warehouseId: supplies.warehouseId,
    orderedOn: on,
    expectedOn: on,
    lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, ...line }],
  })
  purchasing.confirmOrder({ id })
  const [ordered] = purchasing.getOrder({ id }).lines
  company.clerk.purchasing.receiveGoods({
    orderId: id,
    receivedOn: on,
    lines: [{ orderLineId: ordered?.id ?? 0, quantityMicro: line.quantityMicro }],
  })
  purchasing.postInvoice({
    ...USD,
    supplierId,
    supplierReference: `R-${id}`,
    invoicedOn: on,
    lines: purchasing.linesToInvoice({ supplierId }).rows.map(({ receiptLineId }) => ({ receiptLineId, ...line })),
  })
}
