import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { reopenSettledBy, reverseJournal } from '../../ledgers/accounting'
import { PAYMENT } from './apply'
import { requirePayment } from './apply-advance'
import { paymentStore } from './payment-store'
import type { DocumentAnswer } from './post-payment'

/** Takes a payment back: what it settled is open again, and its advance is gone. */
export function reversePayment(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): DocumentAnswer {
  const { id, number, state } = requirePayment(tx, input.id)
  if (state === 'reversed') refuse('treasury.paymentReversed', { payment: number })
  const source = { kind: PAYMENT, id }
  reopenSettledBy(tx, source, { settledOn: input.reversedOn })
  reverseJournal(tx, actor, source, {
    postedOn: input.reversedOn,
    memo: [number, input.reason].filter((text) => text !== '').join(' '),
  })
  paymentStore.markReversed(tx, id)
  tx.announce({ kind: 'treasury.paymentReversed', id })
  return { id, number, state: 'reversed' }
}
