import type { Reader } from '../../../kernel/db'

export interface OrderedLine {
  readonly orderId: number
  readonly orderedOn: string
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
}

const HISTORY = `
  SELECT o.id AS orderId, o.ordered_on AS orderedOn, l.item_id AS itemId, l.pack_id AS packId,
    l.quantity_micro - l.cancelled_micro AS quantityMicro
  FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id
  WHERE o.customer_id = ? AND o.ordered_on >= ? AND o.state NOT IN ('draft', 'cancelled')
    AND l.quantity_micro > l.cancelled_micro
  ORDER BY o.ordered_on, o.id, l.line_number`

/** What a customer ordered since a day and did not cancel, oldest first. */
export function ordersOfCustomer(reader: Reader, customerId: number, since: string): OrderedLine[] {
  return reader.all<OrderedLine>(HISTORY, [customerId, since])
}
