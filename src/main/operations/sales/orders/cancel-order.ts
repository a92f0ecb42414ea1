import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { releaseReservation } from '../../../ledgers/inventory'
import { withdrawRequest } from '../../warehouse'
import { fillBackOrders } from '../back-orders/fill-back-orders'
import { isKitPart, settleKits } from './kits'
import { requireOrderRow } from './order'
import { settleState } from './order-state'
import { orderStore } from './order-store'

/**
 * Gives back what is promised and not released to a wave. An order of which something left already keeps that part;
 * services that were not invoiced go with the rest when no goods have left.
 */
export function cancelOrder(tx: Tx, _actor: Actor, input: { id: number }) {
  const order = requireOrderRow(tx, input.id)
  if (order.state !== 'confirmed' && order.state !== 'partly-shipped' && order.state !== 'shipped') {
    refuse('sales.orderNotCancellable', { number: order.number ?? '', state: order.state }, 'id')
  }
  const source = { kind: 'sales.order', id: order.id }
  const withdrawn = withdrawRequest(tx, source)
  for (const [lineId, quantityMicro] of withdrawn) {
    releaseReservation(tx, source, lineId, quantityMicro)
    orderStore.addCancelled(tx, lineId, quantityMicro, 0)
  }
  const waited = dropWaiting(tx, order.id)
  settleKits(tx, order.id)
  const givenUp = cancelServices(tx, order.id) || waited || withdrawn.size > 0
  if (!givenUp) refuse('sales.nothingToCancel', { number: order.number ?? '' }, 'id')
  const state = settleState(tx, order.id) ?? order.state
  // What it gives back may be what others wait for.
  const itemIds = orderStore.linesOf(tx, order.id).map((line) => line.item_id)
  fillBackOrders(tx, { warehouseId: order.warehouse_id, itemIds })
  tx.announce({ kind: 'sales.orderCancelled', id: order.id })
  return { id: order.id, number: order.number, state }
}

function dropWaiting(tx: Tx, orderId: number): boolean {
  const waiting = orderStore.linesOf(tx, orderId).filter((line) => line.backordered_micro > 0)
  for (const line of waiting) orderStore.dropBackordered(tx, line.id)
  return waiting.length > 0
}

/** Services count as shipped from the confirmation on; they end with an order whose goods never left. */
function cancelServices(tx: Tx, orderId: number): boolean {
  if (orderStore.progress(tx, orderId)?.hasShippedGoods === 1) return false
  let given = false
  for (const line of orderStore.linesOf(tx, orderId)) {
    const open = line.shipped_micro - line.invoiced_micro
    if (open === 0 || isKitPart(line)) continue
    orderStore.addCancelled(tx, line.id, open, open)
    given = true
  }
  return given
}
