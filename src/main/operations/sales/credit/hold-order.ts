import { refuse } from '../../../../shared/errors'
import { requireUser } from '../../../foundation/access'
import { requireCustomer } from '../../../foundation/parties'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requireDraft } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { creditStore, HOUSE } from './credit-store'

/** Keeps a draft from being confirmed, with a reason and whoever is to clear it up. */
export function holdOrder(tx: Tx, actor: Actor, input: { id: number; reason: string; ownerId?: number | undefined }) {
  const order = requireDraft(tx, input.id)
  if (input.ownerId !== undefined) requireUser(tx, input.ownerId)
  orderStore.hold(tx, order.id, input.reason, input.ownerId ?? actor.userId)
  tx.announce({ kind: 'sales.orderHeld', id: order.id })
  return { id: order.id, number: null, state: 'draft' }
}

/** The hold is over. */
export function unholdOrder(tx: Tx, _actor: Actor, input: { id: number }) {
  const order = requireDraft(tx, input.id)
  if (order.hold_reason === null) refuse('sales.orderNotHeld', {}, 'id')
  orderStore.hold(tx, order.id, null, null)
  tx.announce({ kind: 'sales.orderReleased', id: order.id })
  return { id: order.id, number: null, state: 'draft' }
}

/** Lets a draft pass at its present amount whatever the customer owes; a dearer one is checked again. */
export function releaseCredit(tx: Tx, actor: Actor, input: { id: number }) {
  const order = requireDraft(tx, input.id)
  orderStore.releaseCredit(tx, order.id, order.gross_minor, actor.userId)
  orderStore.hold(tx, order.id, null, null)
  tx.announce({ kind: 'sales.orderReleased', id: order.id })
  return { id: order.id, number: null, state: 'draft' }
}

/** Days that invoices of one customer, or of everyone else, may be overdue before orders stop. */
export function setCreditRule(
  tx: Tx,
  _actor: Actor,
  input: { customerId: number | null; overdueDays: number | null },
): { done: true } {
  if (input.customerId !== null) requireCustomer(tx, input.customerId)
  creditStore.setRule(tx, input.customerId ?? HOUSE, input.overdueDays)
  tx.announce({ kind: 'sales.creditRuleSet', id: input.customerId })
  return { done: true }
}

export function listCreditRules(reader: Reader) {
  return {
    rows: creditStore.rules(reader).map(({ customerId, overdueDays, code, name }) => ({
      customer: customerId === HOUSE ? null : { id: customerId, code: code ?? '', name: name ?? '' },
      overdueDays,
    })),
  }
}
