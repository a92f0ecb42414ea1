import { refuse } from '../../../shared/errors'
import { resources } from '../../../shared/i18n'
import { companyProfile, nextNumber } from '../../foundation/company'
import { index } from '../../foundation/search'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { postJournal, requireDepartment, requireFreeAccount, reverseJournal } from '../../ledgers/accounting'
import { payrollStore } from './payroll-store'
import { accrualJournal, sumOf, withheldOf, type WageAmounts } from './wage-amounts'

export const RUN = 'payroll.run'

interface RunInput {
  readonly month: string
  readonly postedOn: string
  readonly note: string
  readonly lines: readonly (WageAmounts & {
    readonly departmentId?: number | undefined
    readonly accountCode: string
    readonly headcount: number
  })[]
}

interface Answer {
  readonly id: number
  readonly number: string
  readonly state: string
}

/** A month's wages as cost by department, and as what is owed. Several runs may make a month: bonuses come later. */
export function postRun(tx: Tx, actor: Actor, input: RunInput): Answer {
  const { postedOn, note } = input
  const month = `${input.month.slice(0, 7)}-01`
  const lines = input.lines.map(({ departmentId, accountCode, ...amounts }, at) => {
    if (departmentId !== undefined) requireDepartment(tx, departmentId, `lines.${at}.departmentId`)
    const expenseAccountId = requireFreeAccount(tx, accountCode, `lines.${at}.accountCode`)
    if (withheldOf(amounts) > amounts.grossMinor) refuse('payroll.withheldBeyondGross', {}, `lines.${at}.grossMinor`)
    return { ...amounts, departmentId: departmentId ?? null, expenseAccountId }
  })
  if (sumOf(lines).costMinor === 0) refuse('payroll.nothingEarned', {}, 'lines')
  const number = nextNumber(tx, 'WG', postedOn)
  const id = payrollStore.insertRun(tx, { number, month, postedOn, note }, actor.userId)
  for (const [at, line] of lines.entries()) payrollStore.insertLine(tx, id, at + 1, line)
  const { words } = resources[companyProfile(tx).locale].translation.payroll
  postJournal(tx, actor, {
    postedOn,
    memo: [number, month.slice(0, 7), note].filter((text) => text !== '').join(' '),
    source: { kind: RUN, id },
    lines: accrualJournal(lines, words),
  })
  index(tx, { kind: RUN, id, title: number, subtitle: month.slice(0, 7), words: [note] })
  tx.announce({ kind: 'payroll.runPosted', id })
  return { id, number, state: 'posted' }
}

export function reverseRun(tx: Tx, actor: Actor, input: { id: number; reversedOn: string; reason: string }): Answer {
  const { id, number, state } = requireRun(tx, input.id)
  if (state === 'reversed') refuse('payroll.runReversed', { number })
  const paid = payrollStore.paymentsOf(tx, id).find((payment) => payment.state === 'posted')
  if (paid !== undefined) refuse('payroll.paymentFirst', { number, payment: paid.number })
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, { kind: RUN, id }, { postedOn: input.reversedOn, memo })
  payrollStore.reverseRun(tx, id)
  tx.announce({ kind: 'payroll.runReversed', id })
  return { id, number, state: 'reversed' }
}

export function requireRun(tx: Parameters<typeof payrollStore.findRun>[0], id: number) {
  return payrollStore.findRun(tx, id) ?? refuse('payroll.runUnknown', {})
}
