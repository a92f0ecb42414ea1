import { refuse } from '../../../../shared/errors'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import { lineAmountMinor, taxMinor } from '../../../../shared/values/money'
import { currencyDecimalsOf, nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { taxRateMicro } from '../../../ledgers/accounting'
import { requireOrderRow } from '../orders/order'
import { settleState } from '../orders/order-state'
import { orderStore, type OrderLineRow } from '../orders/order-store'
import type { InvoiceLine } from './invoice-store'
import { postInvoice } from './post-invoice'

/** Invoices everything of the order that is shipped and not invoiced, at the tax rate of the day. */
export function invoiceOrder(tx: Tx, actor: Actor, input: { orderId: number; invoicedOn: BusinessDate; note: string }) {
  const order = requireOrderRow(tx, input.orderId)
  const decimals = currencyDecimalsOf(tx)
  const lines = orderStore
    .linesOf(tx, order.id)
    .filter((line) => line.shipped_micro > line.invoiced_micro)
    .map((line) => invoicedLine(tx, line, input.invoicedOn, decimals))
  if (lines.length === 0) refuse('sales.nothingToInvoice', { number: order.number ?? '' }, 'orderId')
  const customer = requirePartner(tx, order.customer_id)
  const number = nextNumber(tx, 'SI', input.invoicedOn)
  const { id } = postInvoice(tx, actor, {
    number,
    kind: 'invoice',
    orderId: order.id,
    returnId: null,
    customer,
    invoicedOn: input.invoicedOn,
    dueOn: addDays(input.invoicedOn, customer.paymentTermsDays),
    note: input.note,
    lines,
  })
  orderStore.markAllInvoiced(tx, order.id)
  settleState(tx, order.id)
  tx.announce({ kind: 'sales.invoiced', id })
  return { id, number, state: 'posted' }
}

function invoicedLine(tx: Tx, line: OrderLineRow, on: BusinessDate, decimals: number): InvoiceLine {
  const quantityMicro = line.shipped_micro - line.invoiced_micro
  const netMinor = lineAmountMinor(quantityMicro, line.price_micro, decimals)
  return {
    orderLineId: line.id,
    itemId: line.item_id,
    quantityMicro,
    priceMicro: line.price_micro,
    taxCode: line.tax_code,
    netMinor,
    taxMinor: taxMinor(netMinor, taxRateMicro(tx, line.tax_code, on)),
  }
}
