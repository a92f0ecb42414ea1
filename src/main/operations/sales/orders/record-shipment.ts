import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import { settleKits, uncountParts } from './kits'
import { settleState } from './order-state'
import { orderStore } from './order-store'

interface ShippedLine {
  readonly orderLineId: number
  readonly quantityMicro: number
}

/** Goods of an order left the house. */
export function recordShipment(tx: Tx, orderId: number, lines: readonly ShippedLine[]): void {
  for (const { orderLineId, quantityMicro } of lines) {
    assert(orderStore.addShipped(tx, orderId, orderLineId, quantityMicro), 'a shipped line is of its order')
  }
  settleKits(tx, orderId)
  settleState(tx, orderId)
}

/** Their shipment was reversed. */
export function undoShipment(tx: Tx, orderId: number, lines: readonly ShippedLine[]): void {
  const back = new Map<number, number>()
  for (const { orderLineId, quantityMicro } of lines) {
    back.set(orderLineId, (back.get(orderLineId) ?? 0) + quantityMicro)
  }
  uncountParts(tx, orderId, back)
  for (const { orderLineId, quantityMicro } of lines) {
    assert(orderStore.addShipped(tx, orderId, orderLineId, 0 - quantityMicro), 'a shipped line is of its order')
  }
  settleKits(tx, orderId)
  settleState(tx, orderId)
}
