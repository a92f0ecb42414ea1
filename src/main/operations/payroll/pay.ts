import { refuse } from '../../../shared/errors'
import { nextNumber } from '../../foundation/company'
import { index } from '../../foundation/search'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../ledgers/accounting'
import { moneyAccountFor } from '../treasury'
import { payrollStore } from './payroll-store'
import { requireRun } from './post-run'
import type { PaymentKind } from './tables'
import { dueOf, paymentJournal, sumOf } from './wage-amounts'

export const PAYMENT = 'payroll.payment'

interface Answer {
  readonly id: number
  readonly number: string
  readonly state: string
}

/** Pays one of the three parts of a run as a whole; in which order they are paid is the bank's business. */
export function pay(
  tx: Tx,
  actor: Actor,
  input: { runId: number; kind: PaymentKind; paidOn: string; accountId: number },
): Answer {
  const { kind, paidOn } = input
  const run = requireRun(tx, input.runId)
  if (run.state === 'reversed') refuse('payroll.runReversed', { number: run.number })
  const earlier = payrollStore.paymentsOf(tx, run.id).find((each) => each.kind === kind && each.state === 'posted')
  if (earlier !== undefined) refuse('payroll.paidAlready', { number: run.number, payment: earlier.number })
  const account = moneyAccountFor(tx, input.accountId, 'bank')
  const totals = sumOf(payrollStore.lines(tx, run.id))
  const amountMinor = dueOf(kind, totals)
  if (amountMinor === 0) refuse('payroll.nothingDue', { number: run.number })
  const number = nextNumber(tx, 'WP', paidOn)
  const payment = { number, runId: run.id, kind, paidOn, accountId: account.id, amountMinor }
  const id = payrollStore.insertPayment(tx, payment, actor.userId)
  postJournal(tx, actor, {
    postedOn: paidOn,
    memo: `${number} ${run.number} ${run.month.slice(0, 7)}`,
    source: { kind: PAYMENT, id },
    lines: paymentJournal(kind, totals, { accountId: account.accountId }),
  })
  index(tx, { kind: PAYMENT, id, title: number, subtitle: run.month.slice(0, 7), words: [run.number] })
  tx.announce({ kind: 'payroll.paid', id })
  return { id, number, state: 'posted' }
}

export function requirePayment(reader: Reader, id: number) {
  return payrollStore.findPayment(reader, id) ?? refuse('payroll.paymentUnknown', {})
}

export function reversePayment(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): Answer {
  const { id, number, state } = requirePayment(tx, input.id)
  if (state === 'reversed') refuse('payroll.paymentReversed', { number })
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, { kind: PAYMENT, id }, { postedOn: input.reversedOn, memo })
  payrollStore.reversePayment(tx, id)
  tx.announce({ kind: 'payroll.paymentReversed', id })
  return { id, number, state: 'reversed' }
}
