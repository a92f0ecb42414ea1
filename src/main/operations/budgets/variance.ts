import { refuse } from '../../../shared/errors'
import { multiplyDivide } from '../../../shared/values/integers'
import type { Reader } from '../../kernel/db'
import { listAccounts } from '../../ledgers/accounting'
import { actualsBetween } from './actual-queries'
import { budgetStore } from './budget-store'

interface VarianceInput {
  /** Days of one year; a budget knows whole months only. */
  readonly from: string
  readonly to: string
  /** Left out: every department and what is posted to none. */
  readonly departmentId?: number | undefined
}

interface Figures {
  readonly budgetMinor: number
  readonly actualMinor: number
  readonly betterMinor: number
}

const MICRO = 1_000_000

/** Budget against what was posted. An account that is planned as a whole takes its parts' postings with it. */
export function variance(reader: Reader, input: VarianceInput) {
  const { from, to, departmentId } = input
  const year = Number(from.slice(0, 4))
  if (to < from) refuse('budgets.fromAfterTo', {}, 'to')
  if (to.slice(0, 4) !== from.slice(0, 4)) refuse('budgets.oneYearOnly', { year }, 'to')
  const isWithin = ({ month }: { month: number }): boolean =>
    month >= Number(from.slice(5, 7)) && month <= Number(to.slice(5, 7))
  const amounts =
    departmentId === undefined
      ? budgetStore.allAmounts(reader, year)
      : budgetStore.amounts(reader, { year, departmentId })
  const planned = summed(amounts.filter(isWithin), ({ amountMinor }) => amountMinor)
  const posted = summed(actualsBetween(reader, { from, to, departmentId }), ({ minor }) => minor)
  const accounts = listAccounts(reader)
  const byCode = new Map(accounts.map((account) => [account.code, account]))
  /** The account on whose row a posting counts: the nearest planned one up the chart, or itself. */
  const rowOf = (code: string): string => {
    for (let at: string | null = code; at !== null; at = byCode.get(at)?.parentCode ?? null) {
      const id = byCode.get(at)?.id
      if (id !== undefined && planned.has(id)) return at
    }
    return code
  }
  const actual = new Map<string, number>()
  for (const { id, code } of accounts) {
    const minor = posted.get(id)
    if (minor !== undefined) actual.set(rowOf(code), (actual.get(rowOf(code)) ?? 0) + minor)
  }
  const rows = accounts.flatMap(({ id, code, name, kind }) => {
    if (kind !== 'revenue' && kind !== 'expense') return []
    if (!planned.has(id) && !actual.has(code)) return []
    const sign = kind === 'revenue' ? 1 : -1
    const budgetMinor = planned.get(id) ?? 0
    const actualMinor = sign * (actual.get(code) ?? 0) + 0
    return [
      {
        accountCode: code,
        accountName: name,
        kind,
        budgetMinor,
        actualMinor,
        betterMinor: sign * (actualMinor - budgetMinor) + 0,
        usedMicro: budgetMinor === 0 ? null : multiplyDivide(actualMinor, MICRO, budgetMinor),
      },
    ]
  })
  const revenue = addUp(rows.filter(({ kind }) => kind === 'revenue'))
  const expense = addUp(rows.filter(({ kind }) => kind === 'expense'))
  const budgetMinor = revenue.budgetMinor - expense.budgetMinor
  const actualMinor = revenue.actualMinor - expense.actualMinor
  return {
    rows,
    revenue,
    expense,
    profit: { budgetMinor, actualMinor, betterMinor: actualMinor - budgetMinor },
  }
}

function summed<Row extends { readonly accountId: number }>(
  rows: readonly Row[],
  of: (row: Row) => number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const row of rows) sums.set(row.accountId, (sums.get(row.accountId) ?? 0) + of(row))
  return sums
}

const addUp = (rows: readonly Figures[]): Figures => ({
  budgetMinor: rows.reduce((sum, row) => sum + row.budgetMinor, 0),
  actualMinor: rows.reduce((sum, row) => sum + row.actualMinor, 0),
  betterMinor: rows.reduce((sum, row) => sum + row.betterMinor, 0),
})
