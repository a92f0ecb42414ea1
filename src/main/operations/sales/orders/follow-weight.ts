import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { releaseReservation, reserve } from '../../../ledgers/inventory'
import type { WeightSettled } from '../../warehouse'
import { lineAmountsOf } from './line-amounts-of'
import { requireOrderRow } from './order'
import { orderStore } from './order-store'

/**
 * The scale said what a line of weighed goods had only reckoned: the line, its amount and its promise follow, so that
 * what is delivered and billed is what was weighed.
 */
export function followWeight(tx: Tx, _actor: Actor, { source, sourceLineId, differenceMicro }: WeightSettled): void {
  if (source.kind !== 'sales.order') return
  const order = requireOrderRow(tx, source.id)
  const line = orderStore.linesOf(tx, order.id).find((known) => known.id === sourceLineId)
  assert(line !== undefined, 'what is weighed was ordered')
  const { warehouse_id: warehouseId } = order
  if (differenceMicro < 0) releaseReservation(tx, source, line.id, 0 - differenceMicro)
  else reserve(tx, { warehouseId, itemId: line.item_id, source, sourceLineId: line.id, quantityMicro: differenceMicro })
  const quantityMicro = line.quantity_micro + differenceMicro
  const amounts = lineAmountsOf(tx, order, line, quantityMicro)
  orderStore.settleWeight(tx, { orderId: order.id, lineId: line.id, quantityMicro, ...amounts })
  tx.announce({ kind: 'sales.orderSaved', id: order.id })
}
