import { refuse } from '../../../../shared/errors'
import { assert } from '../../../kernel/assert'
import type { Reader, Tx } from '../../../kernel/db'
import type { OrderState } from '../tables'
import { orderStore, type StoredOrder } from './order-store'

export const ORDER = 'purchasing.order'

export interface DocumentAnswer {
  readonly id: number
  readonly number: string | null
  readonly state: string
}

export function requireOrder(reader: Reader, id: number): StoredOrder {
  return orderStore.find(reader, id) ?? refuse('purchasing.orderUnknown', {})
}

/** Where an order's goods go, and which item each of its lines is. */
export function itemsOfOrder(
  reader: Reader,
  id: number,
): { readonly warehouseId: number; readonly itemOf: (orderLineId: number) => number } {
  const { warehouseId, number } = requireOrder(reader, id)
  const items = new Map(orderStore.lines(reader, id).map((line) => [line.id, line.itemId]))
  return {
    warehouseId,
    itemOf: (orderLineId) => items.get(orderLineId) ?? refuse('purchasing.lineUnknown', { order: number ?? '' }),
  }
}

/** Where goods and invoices have brought an order; a closed one that is not complete stays closed. */
export function nextState(
  state: OrderState,
  progress: { isReceived: boolean; isInvoiced: boolean; isBegun: boolean },
): OrderState {
  if (progress.isReceived) return progress.isInvoiced ? 'closed' : 'received'
  if (state === 'closed') return 'closed'
  return progress.isBegun ? 'partly-received' : 'confirmed'
}

/** Brings the state in line with what is received and invoiced; a reversal reopens what it had completed. */
export function followProgress(tx: Tx, id: number): void {
  const order = requireOrder(tx, id)
  const progress = orderStore.progress(tx, id)
  assert(progress !== undefined, 'an order has lines')
  const state = nextState(order.state, {
    isReceived: progress.isReceived === 1,
    isInvoiced: progress.isInvoiced === 1,
    isBegun: progress.isBegun === 1,
  })
  if (state !== order.state) orderStore.setState(tx, id, state)
}
