import { requirePartner } from '../../foundation/parties'
import type { Reader } from '../../kernel/db'
import { requirePayment } from './apply-advance'
import { paymentQueries } from './payment-queries'

/** A payment with what it was applied to. */
export function getPayment(reader: Reader, id: number) {
  const payment = requirePayment(reader, id)
  const { code, name } = requirePartner(reader, payment.partnerId)
  const applications = paymentQueries.applications(reader, id)
  const settled = new Map(applications.map((each) => [`${each.sourceKind} ${each.sourceId}`, each]))
  return {
    id,
    number: payment.number,
    direction: payment.direction,
    state: payment.state,
    partner: { id: payment.partnerId, code, name },
    paidOn: payment.paidOn,
    method: payment.method,
    amountMinor: payment.amountMinor,
    unappliedMinor: payment.unappliedMinor,
    reference: payment.reference,
    note: payment.note,
    applications,
    chain: {
      from: [...settled.values()].flatMap(({ sourceKind, sourceId }) => {
        const found = paymentQueries.link(reader, sourceKind, sourceId)
        return found === undefined ? [] : [found]
      }),
      to: [],
    },
  }
}
