import { refuse } from '../../../../shared/errors'
import { nextNumber } from '../../../foundation/company'
import { requireCustomer, requirePartner, requireSupplier } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import type { MoneyAccount } from '../accounts/account-store'
import { methodOf, moneyAccountFor, moneyLine } from '../accounts/accounts'
import { endorseNote, receiveOrIssueNote, type BillInput } from '../notes/take-note'
import {
  applyPayment,
  findApplications,
  PAYMENT,
  requireFairParts,
  requireSmallWriteOff,
  takenOf,
  type ApplicationInput,
} from './apply'
import { moneyOn, worthOf, writtenIn, type Money } from './money'
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
  /** In the currency of the account, as is the difference. */
  readonly amountMinor: number
  /** Of a foreign account; left out, the rate of the day. */
  readonly rateMicro?: number | undefined
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
  const { direction, partnerId, paidOn, differenceMinor, reference, note } = input
  const partner = requirePartner(tx, partnerId)
  const account = input.method === 'note' ? undefined : moneyAccountFor(tx, input.accountId, input.method)
  const currency = account?.currency ?? null
  const money = moneyOn(tx, currency, input.amountMinor, { on: paidOn, rateMicro: input.rateMicro })
  requireFairParts(tx, input.applications)
  const applications = findApplications(tx, input.applications, { direction, money, on: paidOn, differenceMinor })
  const difference = worthOf(money, differenceMinor)
  requireSmallWriteOff(tx, applications, difference)
  const unapplied = input.amountMinor - takenOf(direction, applications) - differenceMinor
  requireWithinAmount(tx, input, money, unapplied)
  // Only an advance needs a live partner of that side: old debts are settled with whoever owes them.
  if (unapplied > 0 && direction === 'in') requireCustomer(tx, partnerId)
  if (unapplied > 0 && direction === 'out') requireSupplier(tx, partnerId)

  const { means, ...kept } = meansOf(tx, input, account)
  const number = nextNumber(tx, direction === 'in' ? 'RC' : 'PY', paidOn)
  const amountMinor = money.baseMinor
  const taken = applications.reduce((sum, application) => sum + takenMinor(direction, application), 0)
  const head = {
    number,
    direction,
    partnerId,
    paidOn,
    amountMinor,
    unappliedMinor: amountMinor - taken - difference,
    differenceMinor: difference,
    reference,
    note,
    currency,
    rateMicro: money.rateMicro,
    foreignMinor: currency === null ? null : input.amountMinor,
    foreignUnappliedMinor: currency === null ? null : unapplied,
  }
  const id = paymentStore.insert(tx, { ...head, ...kept, refundsId: null }, actor.userId)
  applyPayment(tx, { id, partnerId, appliedOn: paidOn }, applications)
  postJournal(tx, actor, {
    postedOn: paidOn,
    memo: [number, partner.name, reference].filter((text) => text !== '').join(' '),
    source: { kind: PAYMENT, id },
    lines: paymentJournal({
      direction,
      means,
      partnerId,
      amountMinor,
      differenceMinor: difference,
      applications,
      foreign: currency === null ? undefined : { currency, amountMinor: input.amountMinor, unappliedMinor: unapplied },
    }),
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
function meansOf(tx: Tx, input: PaymentInput, account: MoneyAccount | undefined): FoundMeans {
  if (account !== undefined) {
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

function requireWithinAmount(tx: Tx, input: PaymentInput, { currency }: Money, unappliedMinor: number): void {
  const { amountMinor, differenceMinor } = input
  if (amountMinor - unappliedMinor - differenceMinor < 0) refuse('treasury.appliedBelowNothing', {}, 'applications')
  if (unappliedMinor >= 0) return
  const applied = writtenIn(tx, currency, amountMinor - unappliedMinor)
  refuse('treasury.appliedBeyondAmount', { applied, amount: writtenIn(tx, currency, amountMinor) }, 'applications')
}
