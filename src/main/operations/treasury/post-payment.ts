import { refuse } from '../../../shared/errors'
import { decimalText } from '../../../shared/values/integers'
import { currencyDecimalsOf, nextNumber } from '../../foundation/company'
import { requireCustomer, requirePartner, requireSupplier } from '../../foundation/parties'
import { index } from '../../foundation/search'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { postJournal } from '../../ledgers/accounting'
import { applyPayment, findApplications, PAYMENT, type ApplicationInput } from './apply'
import { paymentJournal, takenMinor } from './payment-posting'
import { paymentStore } from './payment-store'

export interface PaymentInput {
  readonly direction: 'in' | 'out'
  readonly partnerId: number
  readonly paidOn: string
  readonly method: 'bank' | 'cash'
  readonly amountMinor: number
  readonly reference: string
  readonly note: string
  readonly applications: readonly ApplicationInput[]
}

export interface DocumentAnswer {
  readonly id: number
  readonly number: string
  readonly state: string
}

/** Money in or out, applied to open items at once; what none of them takes stays as an advance. */
export function postPayment(tx: Tx, actor: Actor, input: PaymentInput): DocumentAnswer {
  const { direction, partnerId, paidOn, method, amountMinor, reference, note } = input
  const partner = requirePartner(tx, partnerId)
  const applications = findApplications(tx, input.applications)
  const taken = applications.reduce((sum, application) => sum + takenMinor(direction, application), 0)
  const unappliedMinor = amountMinor - taken
  requireWithinAmount(tx, input, taken)
  // Only an advance needs a live partner of that side: old debts are settled with whoever owes them.
  if (unappliedMinor > 0 && direction === 'in') requireCustomer(tx, partnerId)
  if (unappliedMinor > 0 && direction === 'out') requireSupplier(tx, partnerId)

  const number = nextNumber(tx, direction === 'in' ? 'RC' : 'PY', paidOn)
  const head = { number, direction, partnerId, paidOn, method, amountMinor, unappliedMinor, reference, note }
  const id = paymentStore.insert(tx, head, actor.userId)
  applyPayment(tx, { id, partnerId, appliedOn: paidOn }, applications)
  postJournal(tx, actor, {
    postedOn: paidOn,
    memo: [number, partner.name, reference].filter((text) => text !== '').join(' '),
    source: { kind: PAYMENT, id },
    lines: paymentJournal({ direction, method, partnerId, amountMinor, applications }),
  })
  index(tx, { kind: PAYMENT, id, title: number, subtitle: partner.name, words: [partner.code, reference] })
  tx.announce({ kind: 'treasury.paymentPosted', id })
  return { id, number, state: 'posted' }
}

function requireWithinAmount(tx: Tx, { amountMinor }: PaymentInput, taken: number): void {
  if (taken < 0) refuse('treasury.appliedBelowNothing', {}, 'applications')
  if (taken <= amountMinor) return
  const decimals = currencyDecimalsOf(tx)
  refuse(
    'treasury.appliedBeyondAmount',
    { applied: decimalText(taken, decimals), amount: decimalText(amountMinor, decimals) },
    'applications',
  )
}
