import { refuse } from '../../../../shared/errors'
import { decimalText } from '../../../../shared/values/integers'
import { currencyDecimalsOf, nextNumber } from '../../../foundation/company'
import { requireCustomer, requirePartner, requireSupplier } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import { methodOf, moneyAccountFor, moneyLine } from '../accounts/accounts'
import { endorseNote, receiveOrIssueNote, type BillInput } from '../notes/take-note'
import { applyPayment, findApplications, PAYMENT, requireFairParts, type ApplicationInput } from './apply'
import { paymentJournal, takenMinor, type Means } from './payment-posting'
import { paymentStore } from './payment-store'

export interface PaymentInput {
  readonly direction: 'in' | 'out'
  readonly partnerId: number
  readonly paidOn: string
  readonly method: 'bank' | 'cash' | 'note'
  readonly accountId?: number | undefined
  readonly bill?: BillInput | undefined
  readonly endorsedNoteId?: number | undefined
  readonly amountMinor: number
  readonly differenceMinor: number
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
  const { direction, partnerId, paidOn, amountMinor, differenceMinor, reference, note } = input
  const partner = requirePartner(tx, partnerId)
  const applications = findApplications(tx, input.applications)
  requireFairParts(tx, applications, differenceMinor)
  const taken = applications.reduce((sum, application) => sum + takenMinor(direction, application), 0)
  const unappliedMinor = amountMinor - taken - differenceMinor
  requireWithinAmount(tx, input, taken)
  // Only an advance needs a live partner of that side: old debts are settled with whoever owes them.
  if (unappliedMinor > 0 && direction === 'in') requireCustomer(tx, partnerId)
  if (unappliedMinor > 0 && direction === 'out') requireSupplier(tx, partnerId)

  const { means, ...kept } = meansOf(tx, input)
  const number = nextNumber(tx, direction === 'in' ? 'RC' : 'PY', paidOn)
  const head = { number, direction, partnerId, paidOn, amountMinor, unappliedMinor, differenceMinor, reference, note }
  const id = paymentStore.insert(tx, { ...head, ...kept, refundsId: null }, actor.userId)
  applyPayment(tx, { id, partnerId, appliedOn: paidOn }, applications)
  postJournal(tx, actor, {
    postedOn: paidOn,
    memo: [number, partner.name, reference].filter((text) => text !== '').join(' '),
    source: { kind: PAYMENT, id },
    lines: paymentJournal({ direction, means, partnerId, amountMinor, differenceMinor, applications }),
  })
  const words = [partner.code, reference, input.bill?.billNumber ?? '']
  index(tx, { kind: PAYMENT, id, title: number, subtitle: partner.name, words })
  tx.announce({ kind: 'treasury.paymentPosted', id })
  return { id, number, state: 'posted' }
}

interface FoundMeans {
  readonly means: Means
  readonly method: 'bank' | 'cash'
  readonly accountId: number | null
  readonly noteId: number | null
}

/** What pays: an account, a bill received or issued with this payment, or one that is held and goes on. */
function meansOf(tx: Tx, input: PaymentInput): FoundMeans {
  if (input.method !== 'note') {
    const account = moneyAccountFor(tx, input.accountId, input.method)
    return { means: moneyLine(account), method: methodOf(account), accountId: account.id, noteId: null }
  }
  const byBill = { method: 'bank', accountId: null } as const
  if (input.endorsedNoteId !== undefined) {
    const noteId = endorseNote(tx, { ...input, noteId: input.endorsedNoteId })
    return { ...byBill, means: { role: 'notes-receivable' }, noteId }
  }
  if (input.bill === undefined) refuse('treasury.billMissing', {}, 'bill')
  const noteId = receiveOrIssueNote(tx, { ...input, bill: input.bill })
  return { ...byBill, means: { role: input.direction === 'in' ? 'notes-receivable' : 'notes-payable' }, noteId }
}

function requireWithinAmount(tx: Tx, { amountMinor, differenceMinor }: PaymentInput, taken: number): void {
  if (taken < 0) refuse('treasury.appliedBelowNothing', {}, 'applications')
  if (taken + differenceMinor <= amountMinor) return
  const decimals = currencyDecimalsOf(tx)
  refuse(
    'treasury.appliedBeyondAmount',
    { applied: decimalText(taken + differenceMinor, decimals), amount: decimalText(amountMinor, decimals) },
    'applications',
  )
}
