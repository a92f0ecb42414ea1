import { refuse } from '../../../../shared/errors'
import { requirePartner } from '../../../foundation/parties'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { Watchers } from '../../../kernel/watchers'
import { postJournal } from '../../../ledgers/accounting'
import { applyPayment, findApplications, PAYMENT, takenOf, type ApplicationInput } from './apply'
import { writtenIn } from './money'
import { applicationJournal, takenMinor } from './payment-posting'
import { paymentStore, type StoredPayment } from './payment-store'
import type { DocumentAnswer } from './post-payment'

/** Something took of an advance, gave back to it, or took it back. */
export const advanceChanged = new Watchers<{ paymentId: number; on: string }>()

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
  const { currency, foreignUnappliedMinor } = payment
  const left = {
    currency,
    rateMicro: payment.rateMicro,
    amountMinor: foreignUnappliedMinor ?? unappliedMinor,
    baseMinor: unappliedMinor,
  }
  const applications = findApplications(tx, input.applications, { direction, money: left, on: input.appliedOn })
  const taken = takenOf(direction, applications)
  if (taken < 0) refuse('treasury.appliedBelowNothing', {}, 'applications')
  if (taken > left.amountMinor) {
    const open = writtenIn(tx, currency, left.amountMinor)
    refuse(
      'treasury.advanceExceeded',
      { payment: number, open, wanted: writtenIn(tx, currency, taken) },
      'applications',
    )
  }
  const worth = applications.reduce((sum, application) => sum + takenMinor(direction, application), 0)
  paymentStore.takeFromAdvance(tx, id, worth, currency === null ? null : taken)
  applyPayment(tx, { id, partnerId, appliedOn: input.appliedOn }, applications)
  postJournal(tx, actor, {
    postedOn: input.appliedOn,
    memo: `${number} ${requirePartner(tx, partnerId).name}`,
    source: { kind: PAYMENT, id },
    lines: applicationJournal({
      direction,
      partnerId,
      applications,
      foreign: currency === null ? undefined : { currency, amountMinor: taken },
    }),
  })
  advanceChanged.tell(tx, actor, { paymentId: id, on: input.appliedOn })
  tx.announce({ kind: 'treasury.advanceApplied', id })
  return { id, number, state: payment.state }
}
