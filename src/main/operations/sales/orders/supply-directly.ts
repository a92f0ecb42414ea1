import { refuse } from '../../../../shared/errors'
import { formatQuantity } from '../../../../shared/values/format'
import { requireItem } from '../../../foundation/items'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import { releaseReservation } from '../../../ledgers/inventory'
import { withdrawLine } from '../../warehouse'
import { fillBackOrders } from '../back-orders/fill-back-orders'
import { requireOrderRow } from './order'
import { orderStore } from './order-store'
import { recordShipment, undoShipment } from './record-shipment'

interface DirectLine {
  readonly orderLineId: number
  readonly quantityMicro: number
}

/**
 * A supplier sends these goods straight to the customer: they wait for no stock any more, and what was promised of ours
 * is free again. Only what no wave has released.
 */
export function supplyDirectly(tx: Tx, orderId: number, wanted: readonly DirectLine[]): void {
  const order = requireOrderRow(tx, orderId)
  if (order.state !== 'confirmed' && order.state !== 'partly-shipped') {
    refuse('sales.orderNotOpen', { number: order.number ?? '' }, 'salesOrderId')
  }
  const source = { kind: 'sales.order', id: orderId }
  const lines = new Map(orderStore.linesOf(tx, orderId).map((line) => [line.id, line]))
  for (const [at, { orderLineId, quantityMicro }] of wanted.entries()) {
    const line = lines.get(orderLineId) ?? refuse('sales.lineUnknown', {}, `lines.${at}.salesLineId`)
    const item = requireItem(tx, line.item_id)
    if (item.kind !== 'stock' || item.isKit || line.kit_line_id !== null) {
      refuse('sales.notSentDirectly', { item: `${item.code} ${item.name}` }, `lines.${at}.salesLineId`)
    }
    const waitingMicro = Math.min(line.backordered_micro, quantityMicro)
    const promisedMicro = quantityMicro - waitingMicro
    if (promisedMicro > 0 && !withdrawLine(tx, source, orderLineId, promisedMicro)) {
      const openMicro = line.quantity_micro - line.shipped_micro - line.cancelled_micro - line.direct_micro
      const text = (micro: number): string => formatQuantity(micro, { group: false })
      const params = { item: `${item.code} ${item.name}`, wanted: text(quantityMicro), open: text(openMicro) }
      refuse('sales.tooMuchDirectly', params, `lines.${at}.quantityMicro`)
    }
    if (promisedMicro > 0) releaseReservation(tx, source, orderLineId, promisedMicro)
    if (waitingMicro > 0) orderStore.addBackordered(tx, orderLineId, 0 - waitingMicro)
    orderStore.addDirect(tx, orderLineId, quantityMicro)
  }
  const itemIds = wanted.map(({ orderLineId }) => lines.get(orderLineId)?.item_id ?? 0)
  fillBackOrders(tx, { warehouseId: order.warehouse_id, itemIds })
  tx.announce({ kind: 'sales.suppliedDirectly', id: orderId })
}

/** The supplier will not send it after all: it waits for stock like any other goods. */
export function supplyFromStock(tx: Tx, orderId: number, lines: readonly DirectLine[]): void {
  const order = requireOrderRow(tx, orderId)
  for (const { orderLineId, quantityMicro } of lines) {
    orderStore.addDirect(tx, orderLineId, 0 - quantityMicro)
    orderStore.addBackordered(tx, orderLineId, quantityMicro)
  }
  fillBackOrders(tx, { warehouseId: order.warehouse_id })
}

/** The supplier has sent it. */
export function recordDirect(tx: Tx, orderId: number, lines: readonly DirectLine[]): void {
  for (const { orderLineId, quantityMicro } of lines) {
    assert(orderStore.addDirect(tx, orderLineId, 0 - quantityMicro), 'what is sent directly was to be sent directly')
  }
  recordShipment(tx, orderId, lines)
}

export function undoDirect(tx: Tx, orderId: number, lines: readonly DirectLine[]): void {
  for (const { orderLineId, quantityMicro } of lines) orderStore.addDirect(tx, orderLineId, quantityMicro)
  undoShipment(tx, orderId, lines)
}
