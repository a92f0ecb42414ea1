import { refuse } from '../../../../shared/errors'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import { lineAmounts, type DocumentMoney } from '../../../../shared/values/exchange/line-amounts'
import { nextNumber } from '../../../foundation/company'
import { documentMoney } from '../../../foundation/currencies'
import { requirePartner, type Partner } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import { Watchers } from '../../../kernel/watchers'
import type { Actor } from '../../../kernel/dispatch'
import { taxRateMicro, type Source } from '../../../ledgers/accounting'
import { requireOrderRow } from '../orders/order'
import { settleState } from '../orders/order-state'
import { orderStore, type OrderLineRow } from '../orders/order-store'
import type { InvoiceLine } from './invoice-store'
import { deliveredLines, ordersToInvoice } from './to-invoice-queries'
import { postInvoice } from './post-invoice'

interface InvoiceHead {
  readonly invoicedOn: BusinessDate
  readonly note: string
  /** Of a foreign order: left out, the rate of the day. */
  readonly rateMicro?: number | undefined
}

/** An invoice of goods that were ordered, with the orders that it is for. */
export const invoiced = new Watchers<{ source: Source; orderIds: readonly number[]; on: BusinessDate }>()

/** What of one order line an invoice takes. */
interface Part {
  readonly line: OrderLineRow
  readonly quantityMicro: number
}

/** Invoices everything of the order that is shipped and not invoiced, at the tax rate of the day. */
export function invoiceOrder(tx: Tx, actor: Actor, input: InvoiceHead & { orderId: number }) {
  const order = requireOrderRow(tx, input.orderId)
  const parts = openParts(tx, order.id)
  if (parts.length === 0) refuse('sales.nothingToInvoice', { number: order.number ?? '' }, 'orderId')
  return invoiceParts(
    tx,
    actor,
    { ...input, customerId: order.customer_id, orderId: order.id, currency: order.currency },
    parts,
  )
}

/** Invoices what one delivery brought, as far as it is not invoiced. */
export function invoiceDelivery(tx: Tx, actor: Actor, input: InvoiceHead & { shipmentId: number }) {
  const delivered = deliveredLines(tx, input.shipmentId)
  const [first] = delivered
  if (first === undefined) return refuse('sales.deliveryUnknown', {}, 'shipmentId')
  const order = requireOrderRow(tx, first.orderId)
  const lines = new Map(orderStore.linesOf(tx, order.id).map((line) => [line.id, line]))
  const parts = delivered.flatMap(({ orderLineId, quantityMicro }): Part[] => {
    const line = lines.get(orderLineId)
    if (line === undefined || line.kit_line_id !== null) return []
    const open = Math.min(quantityMicro, line.shipped_micro - line.invoiced_micro)
    return open > 0 ? [{ line, quantityMicro: open }] : []
  })
  // A kit is billed whole: with the delivery that brings the last of its parts.
  const kitIds = new Set(delivered.map(({ orderLineId }) => lines.get(orderLineId)?.kit_line_id ?? null))
  for (const line of lines.values()) {
    const open = line.shipped_micro - line.invoiced_micro
    if (kitIds.has(line.id) && open > 0) parts.push({ line, quantityMicro: open })
  }
  if (parts.length === 0) refuse('sales.nothingToInvoice', { number: order.number ?? '' }, 'shipmentId')
  return invoiceParts(
    tx,
    actor,
    { ...input, customerId: order.customer_id, orderId: order.id, currency: order.currency },
    parts,
  )
}

/** One invoice over everything that a customer got up to a day and was not invoiced for: the monthly collective one. */
export function invoiceCustomer(
  tx: Tx,
  actor: Actor,
  input: InvoiceHead & { customerId: number; until: BusinessDate },
) {
  const customer = requirePartner(tx, input.customerId)
  const orderIds = ordersToInvoice(tx, customer.id, input.until)
  const parts = orderIds.flatMap((orderId) => openParts(tx, orderId))
  if (parts.length === 0) refuse('sales.nothingToInvoiceFor', { customer: customer.name }, 'customerId')
  const [only] = orderIds
  const orderId = orderIds.length === 1 && only !== undefined ? only : null
  return invoiceParts(tx, actor, { ...input, orderId, currency: currencyOf(tx, customer, parts) }, parts)
}

/** One invoice is in one currency. Lines of the books' own need no look at their orders. */
function currencyOf(tx: Tx, customer: Partner, parts: readonly Part[]): string | null {
  if (parts.every(({ line }) => line.foreign_price_micro === null)) return null
  const orderIds = new Set(parts.map(({ line }) => line.order_id))
  const currencies = new Set([...orderIds].map((orderId) => requireOrderRow(tx, orderId).currency))
  const [only = null] = currencies
  return currencies.size === 1 ? only : refuse('sales.currenciesMixed', { customer: customer.name }, 'customerId')
}

function openParts(tx: Tx, orderId: number): Part[] {
  return orderStore
    .linesOf(tx, orderId)
    .filter((line) => line.shipped_micro > line.invoiced_micro)
    .map((line) => ({ line, quantityMicro: line.shipped_micro - line.invoiced_micro }))
}

function invoiceParts(
  tx: Tx,
  actor: Actor,
  head: InvoiceHead & {
    readonly customerId: number
    readonly orderId: number | null
    readonly currency: string | null
  },
  parts: readonly Part[],
) {
  const money = documentMoney(tx, head, head.invoicedOn)
  const customer = requirePartner(tx, head.customerId)
  const number = nextNumber(tx, 'SI', head.invoicedOn)
  const { id } = postInvoice(tx, actor, {
    number,
    kind: 'invoice',
    orderId: head.orderId,
    returnId: null,
    customer,
    invoicedOn: head.invoicedOn,
    dueOn: addDays(head.invoicedOn, customer.paymentTermsDays),
    note: head.note,
    money,
    lines: parts.map((part) => invoicedLine(tx, part, head.invoicedOn, money)),
  })
  for (const { line, quantityMicro } of parts) orderStore.addInvoiced(tx, line.id, quantityMicro)
  const orderIds = [...new Set(parts.map(({ line }) => line.order_id))]
  for (const orderId of orderIds) settleState(tx, orderId)
  invoiced.tell(tx, actor, { source: { kind: 'sales.invoice', id }, orderIds, on: head.invoicedOn })
  tx.announce({ kind: 'sales.invoiced', id })
  return { id, number, state: 'posted' }
}

function invoicedLine(tx: Tx, { line, quantityMicro }: Part, on: BusinessDate, money: DocumentMoney): InvoiceLine {
  const includesTax = line.gross_price_micro !== null
  const priceMicro = line.gross_price_micro ?? line.foreign_price_micro ?? line.price_micro
  return {
    orderLineId: line.id,
    itemId: line.item_id,
    quantityMicro,
    taxCode: line.tax_code,
    ...lineAmounts({ quantityMicro, priceMicro, includesTax }, taxRateMicro(tx, line.tax_code, on), money),
  }
}
