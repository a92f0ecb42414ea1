import { refuse } from '../../../../shared/errors'
import { requireWithin } from '../../../foundation/access'
import { nextNumber } from '../../../foundation/company'
import { requireSupplier } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requireWithinAgreement } from '../agreements/agreement'
import { releaseDirect } from '../direct/release-direct'
import { ORDER, requireOrder, type DocumentAnswer } from './order'
import { orderStore } from './order-store'
import { requireDraft } from './save-order'

/** Gives the order its number; goods may arrive from now on. */
export function confirmOrder(tx: Tx, actor: Actor, input: { id: number }): DocumentAnswer {
  const { id } = input
  requireDraft(tx, id)
  const order = requireOrder(tx, id)
  const supplier = requireSupplier(tx, order.supplierId)
  requireWithin(actor, 'purchaseMinor', order.grossMinor, {
    code: 'purchasing.orderOverLimit',
    params: { amount: order.grossMinor },
  })
  requireWithinAgreement(tx, order, orderStore.lines(tx, id))
  const number = nextNumber(tx, 'PO', order.orderedOn)
  orderStore.confirm(tx, id, number)
  index(tx, { kind: ORDER, id, title: number, subtitle: supplier.name, words: [supplier.code] })
  tx.announce({ kind: 'purchasing.orderConfirmed', id })
  return { id, number, state: 'confirmed' }
}

/** Ends an order: nothing received, it is cancelled; something received, the rest is no longer expected. */
export function cancelOrder(tx: Tx, input: { id: number }): DocumentAnswer {
  const { id, number, state } = requireOrder(tx, input.id)
  if (state !== 'draft' && state !== 'confirmed' && state !== 'partly-received') {
    refuse('purchasing.orderNotCancellable', { order: number ?? '' })
  }
  const ended = state === 'partly-received' ? 'closed' : 'cancelled'
  if (state !== 'draft') releaseDirect(tx, id)
  orderStore.setState(tx, id, ended)
  tx.announce({ kind: 'purchasing.orderCancelled', id })
  return { id, number, state: ended }
}

export function deleteOrder(tx: Tx, input: { id: number }): { done: true } {
  requireDraft(tx, input.id)
  orderStore.removeLines(tx, input.id)
  orderStore.remove(tx, input.id)
  tx.announce({ kind: 'purchasing.orderDeleted', id: input.id })
  return { done: true }
}
