import { refuse } from '../../../../shared/errors'
import { addDays } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { decimalText } from '../../../../shared/values/integers'
import {
  documentAmounts,
  foreignGross,
  lineAmounts,
  type DocumentMoney,
} from '../../../../shared/values/exchange/line-amounts'
import { currencyDecimalsOf, nextNumber } from '../../../foundation/company'
import { documentMoney } from '../../../foundation/currencies'
import { requireItem } from '../../../foundation/items'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import { Watchers } from '../../../kernel/watchers'
import type { Actor } from '../../../kernel/dispatch'
import {
  addOpenItem,
  holdOpenItem,
  inputTaxRole,
  postJournal,
  suppliersTaxRateMicro,
  type Source,
} from '../../../ledgers/accounting'
import { spreadPriceDifference } from '../../../ledgers/inventory'
import { followProgress, type DocumentAnswer } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { RECEIPT } from '../receipts/receive-goods'
import { billableOf, matchPrice, toleranceFor, type LineMatch, type Tolerance } from '../matching/tolerance'
import { receiptStore, type InvoiceableLine } from '../receipts/receipt-store'
import { invoiceJournal, receivedValuePart } from './invoice-posting'
import { invoiceStore } from './invoice-store'

export const INVOICE = 'purchasing.invoice'

/** A supplier's invoice that may be paid, with the orders that it is for. */
export const invoiced = new Watchers<{ source: Source; orderIds: readonly number[]; on: string }>()

export interface InvoiceInput {
  readonly supplierId: number
  readonly supplierReference: string
  readonly invoicedOn: string
  readonly dueOn?: string | undefined
  readonly note: string
  /** What the prices are in, as in the orders; null: the currency of the books. */
  readonly currency?: string | null
  /** Left out: the rate of the day. */
  readonly rateMicro?: number | undefined
  readonly pricesIncludeTax?: boolean | undefined
  readonly lines: readonly {
    readonly receiptLineId: number
    readonly quantityMicro: number
    readonly priceMicro: number
  }[]
}

/** A supplier's invoice for received goods: GRNI becomes a payable, the price difference follows the goods. */
export function postInvoice(tx: Tx, actor: Actor, input: InvoiceInput): DocumentAnswer {
  const supplier = requirePartner(tx, input.supplierId)
  const dueOn = input.dueOn ?? addDays(input.invoicedOn, supplier.paymentTermsDays)
  if (dueOn < input.invoicedOn) refuse('purchasing.dueBeforeInvoiced', {}, 'dueOn')
  requireNewReference(tx, input)
  const money = documentMoney(tx, { ...input, currency: input.currency ?? null }, input.invoicedOn)
  const matched = matchLines(tx, input, money)
  const amounts = documentAmounts(matched, money)
  const foreign = foreignGross(amounts)
  const number = nextNumber(tx, 'PI', input.invoicedOn)
  const { supplierId, supplierReference, invoicedOn, note } = input
  const head = { number, supplierId, supplierReference, invoicedOn, dueOn, note, ...amounts }
  const id = invoiceStore.insert(tx, head, actor.userId)
  const source = { kind: INVOICE, id }
  const lines = matched.map((line) => {
    invoiceStore.insertMatch(tx, invoiceStore.insertLine(tx, id, line), line.match)
    receiptStore.addInvoiced(tx, line.receiptLineId, line.quantityMicro, line.receivedValueMinor)
    orderStore.addInvoiced(tx, line.received.orderLineId, line.quantityMicro)
    // What went straight to a customer is no stock that could bear it.
    if (line.received.receiptTerms === 'direct') {
      return Object.assign(line, { toStockMinor: 0, toCostMinor: line.varianceMinor })
    }
    const spread = spreadPriceDifference(tx, {
      postedOn: invoicedOn,
      source,
      warehouseId: line.received.warehouseId,
      itemId: line.itemId,
      receivedMicro: line.quantityMicro,
      differenceMinor: line.varianceMinor,
      origin: { kind: RECEIPT, lineId: line.receiptLineId },
    })
    return Object.assign(line, spread)
  })
  postJournal(tx, actor, {
    postedOn: invoicedOn,
    memo: `${number} ${supplier.name} ${supplierReference}`,
    source,
    lines: invoiceJournal({ supplierId, taxRole: inputTaxRole(tx, invoicedOn), lines, foreign }),
  })
  addOpenItem(tx, {
    role: 'payable',
    partnerId: supplierId,
    source,
    documentNumber: number,
    postedOn: invoicedOn,
    dueOn,
    amountMinor: amounts.grossMinor,
    foreign,
  })
  const isHeld = holdWhatDiffers(tx, id, matched)
  const orderIds = [...new Set(matched.map(({ received }) => received.orderId))]
  for (const orderId of orderIds) followProgress(tx, orderId)
  if (!isHeld) invoiced.tell(tx, actor, { source, orderIds, on: invoicedOn })
  index(tx, { kind: INVOICE, id, title: number, subtitle: supplier.name, words: [supplierReference, supplier.code] })
  tx.announce({ kind: 'purchasing.invoicePosted', id })
  return { id, number, state: 'posted' }
}

/** Dearer or cheaper than agreed beyond what is tolerated: not paid before somebody has looked at it. */
function holdWhatDiffers(tx: Tx, id: number, lines: readonly { itemId: number; match: LineMatch }[]): boolean {
  const differing = lines.filter(({ match }) => match.allowedMinor !== null && match.result === 'price-difference')
  if (differing.length === 0) return false
  const decimals = currencyDecimalsOf(tx)
  const reasons = differing.map(({ itemId, match }) => {
    const sign = match.differenceMinor > 0 ? '+' : ''
    return `${requireItem(tx, itemId).code} ${sign}${decimalText(match.differenceMinor, decimals)}`
  })
  invoiceStore.hold(tx, id)
  holdOpenItem(tx, { kind: INVOICE, id }, reasons.join(', '))
  return true
}

function requireNewReference(tx: Tx, { supplierId, supplierReference }: InvoiceInput): void {
  const earlier = invoiceStore.postedByReference(tx, supplierId, supplierReference)
  if (earlier === undefined) return
  refuse('purchasing.referenceTaken', { reference: supplierReference, invoice: earlier.number }, 'supplierReference')
}

function matchLines(tx: Tx, input: InvoiceInput, money: DocumentMoney) {
  const tolerance = toleranceFor(tx, input.supplierId)
  const isCost = inputTaxRole(tx, input.invoicedOn) === null
  const seen = new Set<number>()
  return input.lines.map((line, at) => {
    const field = `lines.${at}`
    const { receiptLineId, quantityMicro } = line
    if (seen.has(receiptLineId)) refuse('purchasing.lineTwice', {}, `${field}.receiptLineId`)
    seen.add(receiptLineId)
    const received = receiptStore.invoiceable(tx, receiptLineId)
    if (received === undefined) refuse('purchasing.receiptUnknown', {}, `${field}.receiptLineId`)
    const openMicro = requireInvoiceable(tx, { received, tolerance }, input.supplierId, quantityMicro, field)
    const currency = money.rate?.currency ?? null
    if (received.currency !== currency) {
      const params = { receipt: received.receiptNumber, currency: received.currency ?? money.base }
      refuse('purchasing.lineOfOtherCurrency', params, `${field}.receiptLineId`)
    }
    const amounts = lineAmounts(
      { ...line, includesTax: input.pricesIncludeTax ?? false },
      suppliersTaxRateMicro(tx, received.taxCode, input.invoicedOn),
      money,
    )
    const { orderPriceMicro } = received
    const agreedMinor = lineAmounts({ quantityMicro, priceMicro: orderPriceMicro }, 0, money).netMinor
    const takenMicro = Math.min(quantityMicro, openMicro)
    const receivedValueMinor = receivedValuePart(received, takenMicro)
    return {
      received,
      receiptLineId,
      itemId: received.itemId,
      quantityMicro: takenMicro,
      billedMicro: quantityMicro > takenMicro ? quantityMicro : null,
      taxCode: received.taxCode,
      ...amounts,
      varianceMinor: amounts.netMinor + (isCost ? amounts.taxMinor : 0) - receivedValueMinor,
      receivedValueMinor,
      match: matchPrice({ netMinor: amounts.netMinor, agreedMinor, orderPriceMicro }, tolerance),
    }
  })
}

/** Answers what came and has no invoice yet; refuses what goes beyond it and the supplier's tolerance. */
function requireInvoiceable(
  tx: Tx,
  { received, tolerance }: { readonly received: InvoiceableLine; readonly tolerance: Tolerance | undefined },
  supplierId: number,
  wantedMicro: number,
  field: string,
): number {
  const receipt = received.receiptNumber
  if (received.supplierId !== supplierId) refuse('purchasing.receiptLineOfOther', {}, `${field}.receiptLineId`)
  if (received.receiptState === 'reversed') refuse('purchasing.receiptReversed', { receipt }, `${field}.receiptLineId`)
  if (received.receiptTerms === 'consigned') {
    refuse('purchasing.receiptOnConsignment', { receipt }, `${field}.receiptLineId`)
  }
  const openMicro = received.quantityMicro - received.invoicedMicro
  if (openMicro > 0 && wantedMicro <= billableOf(openMicro, tolerance)) return openMicro
  const item = requireItem(tx, received.itemId)
  return refuse(
    'purchasing.overInvoiced',
    {
      item: `${item.code} ${item.name}`,
      receipt,
      wanted: formatQuantity(wantedMicro, { group: false }),
      open: formatQuantity(openMicro, { group: false }),
    },
    `${field}.quantityMicro`,
  )
}
