import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { reopenSettledBy, reverseJournal } from '../../../ledgers/accounting'
import { takeNoteBack } from '../notes/take-note'
import { PAYMENT } from './apply'
import { advanceChanged, requirePayment } from './apply-advance'
import { paymentStore } from './payment-store'
import type { DocumentAnswer } from './post-payment'

/** Takes a payment back: what it settled is open again, its advance is gone, its bill is back where it was. */
export function reversePayment(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): DocumentAnswer {
  const payment = requirePayment(tx, input.id)
  const { id, number, state } = payment
  if (state === 'reversed') refuse('treasury.paymentReversed', { payment: number })
  if (paymentStore.refundedMinor(tx, id) > 0) refuse('treasury.advanceRefunded', { payment: number })
  if (payment.noteId !== null) takeNoteBack(tx, payment.noteId, payment.direction)
  if (payment.refundsId !== null) {
    const { foreignMinor } = payment
    const foreign = foreignMinor === null ? null : 0 - foreignMinor
    paymentStore.takeFromAdvance(tx, payment.refundsId, 0 - payment.amountMinor, foreign)
  }
  const source = { kind: PAYMENT, id }
  reopenSettledBy(tx, source, { settledOn: input.reversedOn })
  reverseJournal(tx, actor, source, {
    postedOn: input.reversedOn,
    memo: [number, input.reason].filter((text) => text !== '').join(' '),
  })
  paymentStore.markReversed(tx, id)
  advanceChanged.tell(tx, actor, { paymentId: payment.refundsId ?? id, on: input.reversedOn })
  tx.announce({ kind: 'treasury.paymentReversed', id })
  return { id, number, state: 'reversed' }
}
