import type { BusinessDate } from '../../../../shared/values/date'
import { requirePartner, type Partner } from '../../../foundation/parties'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import { reserve } from '../../../ledgers/inventory'
import { channelCode } from '../../prices'
import { requestGoods } from '../../warehouse'
import { orderStore, type OrderRow } from '../orders/order-store'
import { waitingLines } from './back-order-queries'
import { promisableOf } from './channel-stock'

/** What the warehouse is told of an order, but for its lines. */
export function requestOf(tx: Tx, order: OrderRow, customer: Partner, number: string) {
  return {
    warehouseId: order.warehouse_id,
    source: { kind: 'sales.order', id: order.id },
    sourceNumber: number,
    partnerId: customer.id,
    dueOn: order.promised_on as BusinessDate,
    minimumRemainingLifeDays: customer.minimumRemainingLifeDays,
    priority: order.priority,
    channel: order.channel_id === null ? '' : channelCode(tx, order.channel_id),
  }
}

/**
 * Promises free stock to the orders that wait for it: higher priority first, then the earlier promised day, then who
 * ordered first. Left out `itemIds`: whatever waits in the warehouse. Answers how many lines got something.
 */
export function fillBackOrders(
  tx: Tx,
  input: { warehouseId: number; itemIds?: readonly number[] | undefined },
): number {
  let filled = 0
  for (const line of waitingLines(tx, input.warehouseId, input.itemIds)) {
    const promisableMicro = promisableOf(tx, input.warehouseId, line.itemId, line.channelId)
    const quantityMicro = Math.min(promisableMicro, line.backorderedMicro)
    if (quantityMicro === 0) continue
    const order = orderStore.byId(tx, line.orderId)
    assert(order !== undefined && order.number !== null, 'what waits was confirmed')
    const source = { kind: 'sales.order', id: order.id }
    const { warehouseId } = input
    reserve(tx, { warehouseId, itemId: line.itemId, source, sourceLineId: line.id, quantityMicro })
    requestGoods(tx, {
      ...requestOf(tx, order, requirePartner(tx, order.customer_id), order.number),
      lines: [{ sourceLineId: line.id, itemId: line.itemId, quantityMicro }],
    })
    orderStore.addBackordered(tx, line.id, 0 - quantityMicro)
    tx.announce({ kind: 'sales.backOrderFilled', id: order.id, lineId: line.id })
    filled += 1
  }
  return filled
}
