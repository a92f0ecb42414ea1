import { refuse } from '../../../../shared/errors'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import { applyPayment, findApplications, PAYMENT, type ApplicationInput } from './apply'
import { applicationJournal, takenMinor } from './payment-posting'
import { paymentStore, type StoredPayment } from './payment-store'
import type { DocumentAnswer } from './post-payment'

export function requirePayment(reader: Reader, id: number): StoredPayment {
  return paymentStore.find(reader, id) ?? refuse('treasury.paymentUnknown', {})
}

/** Sets what is left of an advance against open items of the same partner. */
export function applyAdvance(
  tx: Tx,
  actor: Actor,
  input: { paymentId: number; appliedOn: string; applications: readonly ApplicationInput[] },
): DocumentAnswer {
  const payment = requirePayment(tx, input.paymentId)
  const { id, number, direction, partnerId, paidOn, unappliedMinor } = payment
  if (payment.state === 'reversed') refuse('treasury.paymentReversed', { payment: number })
  if (input.appliedOn < paidOn) refuse('treasury.appliedBeforePaid', { paidOn }, 'appliedOn')
  const applications = findApplications(tx, input.applications)
  const taken = applications.reduce((sum, application) => sum + takenMinor(direction, application), 0)
  if (taken < 0) refuse('treasury.appliedBelowNothing', {}, 'applications')
  if (taken > unappliedMinor) {
    const decimals = currencyDecimalsOf(tx)
    const open = decimalText(unappliedMinor, decimals)
    refuse('treasury.advanceExceeded', { payment: number, open, wanted: decimalText(taken, decimals) }, 'applications')
  }
  paymentStore.takeFromAdvance(tx, id, taken)
  applyPayment(tx, { id, partnerId, appliedOn: input.appliedOn }, applications)
  postJournal(tx, actor, {
    postedOn: input.appliedOn,
    memo: `${number} ${requirePartner(tx, partnerId).name}`,
    source: { kind: PAYMENT, id },
    lines: applicationJournal({ direction, partnerId, applications }),
  })
  tx.announce({ kind: 'treasury.advanceApplied', id })
  return { id, number, state: payment.state }
}
