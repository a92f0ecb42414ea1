import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import { billedWithKit, isKitPart } from './kits'
import { orderStore, type OrderLineRow, type OrderRow } from './order-store'

export interface OrderLine {
  readonly id: number
  readonly itemId: number
  readonly quantityMicro: number
  readonly priceMicro: number
  readonly taxCode: string
  readonly shippedMicro: number
  readonly invoicedMicro: number
}

export interface Order {
  readonly id: number
  readonly number: string | null
  readonly state: OrderRow['state']
  readonly customerId: number
  readonly warehouseId: number
  readonly promisedOn: string
  readonly customerReference: string
  readonly lines: readonly OrderLine[]
}

export function requireOrderRow(reader: Reader, id: number): OrderRow {
  return orderStore.byId(reader, id) ?? refuse('sales.orderUnknown', {}, 'id')
}

export function requireDraft(reader: Reader, id: number): OrderRow {
  const order = requireOrderRow(reader, id)
  return order.state === 'draft' ? order : refuse('sales.orderNotDraft', { number: order.number ?? '' }, 'id')
}

/** An order with its lines, as other rooms see it. */
export function requireOrder(reader: Reader, id: number): Order {
  const row = requireOrderRow(reader, id)
  const lines = orderStore.linesOf(reader, id)
  return {
    id,
    number: row.number,
    state: row.state,
    customerId: row.customer_id,
    warehouseId: row.warehouse_id,
    promisedOn: row.promised_on,
    customerReference: row.customer_reference,
    lines: lines.map((line) => toLine(line, lines)),
  }
}

function toLine(line: OrderLineRow, lines: readonly OrderLineRow[]): OrderLine {
  return {
    id: line.id,
    itemId: line.item_id,
    quantityMicro: line.quantity_micro,
    priceMicro: line.price_micro,
    taxCode: line.tax_code,
    shippedMicro: line.shipped_micro,
    invoicedMicro: isKitPart(line) ? billedWithKit(line, lines) : line.invoiced_micro,
  }
}
