import type { Tx } from '../../../kernel/db'
import type { OrderState } from '../tables'
import { orderStore, type OrderProgress } from './order-store'

/** The state that follows from what left and what was invoiced. Pure. */
export function stateOf(progress: OrderProgress): OrderState {
  if (progress.isOpen === 1) return progress.hasShippedGoods === 1 ? 'partly-shipped' : 'confirmed'
  if (progress.hasShipped === 0) return 'cancelled'
  return progress.isToInvoice === 1 ? 'shipped' : 'closed'
}

/** Brings a confirmed order's state up to date; drafts and cancelled orders keep theirs. */
export function settleState(tx: Tx, orderId: number): OrderState | undefined {
  const progress = orderStore.progress(tx, orderId)
  if (progress === undefined || progress.state === 'draft') return progress?.state
  const state = stateOf(progress)
  if (state !== progress.state) orderStore.setState(tx, orderId, state)
  return state
}
