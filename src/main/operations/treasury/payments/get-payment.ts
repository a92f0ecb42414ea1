import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { accountStore } from '../accounts/account-store'
import { noteRow } from '../notes/note-queries'
import { PAYMENT } from './apply'
import { requirePayment } from './apply-advance'
import { paymentQueries } from './payment-queries'
import { paymentStore } from './payment-store'

/** A payment with what it was applied to. */
export function getPayment(reader: Reader, id: number) {
  const payment = requirePayment(reader, id)
  const { code, name } = requirePartner(reader, payment.partnerId)
  const applications = paymentQueries.applications(reader, id)
  const account = payment.accountId === null ? undefined : accountStore.find(reader, payment.accountId)
  const settled = new Map(applications.map((each) => [`${each.sourceKind} ${each.sourceId}`, each]))
  return {
    id,
    number: payment.number,
    direction: payment.direction,
    state: payment.state,
    partner: { id: payment.partnerId, code, name },
    paidOn: payment.paidOn,
    method: payment.noteId === null ? payment.method : 'note',
    account: account === undefined ? null : { id: account.id, name: account.name },
    amountMinor: payment.amountMinor,
    unappliedMinor: payment.unappliedMinor,
    currency: payment.currency,
    foreignMinor: payment.foreignMinor,
    foreignUnappliedMinor: payment.foreignUnappliedMinor,
    rateMicro: payment.rateMicro,
    refundedMinor: paymentStore.refundedMinor(reader, id),
    differenceMinor: payment.differenceMinor,
    reference: payment.reference,
    note: payment.note,
    bill: payment.noteId === null ? null : noteRow(reader, payment.noteId),
    applications,
    chain: {
      from: [
        ...[...settled.values()].flatMap(({ sourceKind, sourceId }) => linkOf(reader, sourceKind, sourceId)),
        ...(payment.refundsId === null ? [] : linkOf(reader, PAYMENT, payment.refundsId)),
      ],
      to: paymentQueries.refunds(reader, id).flatMap((refund) => linkOf(reader, PAYMENT, refund.id)),
    },
  }
}

function linkOf(reader: Reader, kind: string, id: number) {
  const found = paymentQueries.link(reader, kind, id)
  return found === undefined ? [] : [found]
}
