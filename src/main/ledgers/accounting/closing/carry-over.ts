import type { Reader } from '../../../kernel/db'
import { bookOf } from '../chart/book'
import type { AccountLine } from '../journal/post-journal'
import { idOfRole } from '../chart/accounts'
import { closingQueries } from './closing-queries'
import { revaluation } from '../revaluation/revalue'
import type { ClosingMonth, MonthEndVoucher } from './month-end'
import { statutoryReserve } from './profit-distribution'

/** Kind of the entries that empty the profit and loss accounts; statements of profit leave them out. */
export const CARRY_OVER = 'accounting.carryOver'

const isYearEnd = ({ endsOn }: ClosingMonth): boolean => endsOn.slice(5, 7) === '12'

/** 结转本期损益: every month under 小企业会计准则, once a year where the pack keeps no account for the running year. */
function missingCarryOver(reader: Reader, month: ClosingMonth): AccountLine[] {
  const { chart } = bookOf(reader)
  const isMonthly = idOfRole(reader, 'profit-of-year') !== idOfRole(reader, 'retained-earnings')
  if (!isMonthly && !isYearEnd(month)) return []
  const from = isMonthly ? month.startsOn : `${month.startsOn.slice(0, 4)}-01-01`
  const profit = idOfRole(reader, 'profit-of-year')
  let revenueMinor = 0
  let expenseMinor = 0
  const lines = closingQueries.resultBetween(reader, from, month.endsOn).map(({ accountId, kind, ...sums }) => {
    const balance = sums.debitMinor - sums.creditMinor
    if (kind === 'revenue') revenueMinor -= balance
    else expenseMinor += balance
    // On the account's own closing side, in red where it went the other way, as the pack writes reversals.
    const isDebit = chart.reversal === 'red' ? kind === 'revenue' : balance < 0
    return isDebit ? { accountId, debitMinor: 0 - balance } : { accountId, creditMinor: balance }
  })
  if (chart.reversal === 'red') {
    return [
      ...lines,
      { accountId: profit, creditMinor: revenueMinor },
      { accountId: profit, debitMinor: expenseMinor },
    ].filter((line) => (line.debitMinor ?? 0) !== 0 || (line.creditMinor ?? 0) !== 0)
  }
  const result = revenueMinor - expenseMinor
  if (result === 0) return lines
  return [
    ...lines,
    result > 0 ? { accountId: profit, creditMinor: result } : { accountId: profit, debitMinor: 0 - result },
  ]
}

const carryOver: MonthEndVoucher = { key: CARRY_OVER, order: 900, plan: missingCarryOver }

/** 结转本年利润: what the year earned becomes profit to distribute. Waits until the last month is carried over. */
const yearEnd: MonthEndVoucher = {
  key: 'accounting.yearEnd',
  order: 950,
  plan(reader, month) {
    const retained = idOfRole(reader, 'retained-earnings')
    if (!isYearEnd(month) || retained === idOfRole(reader, 'profit-of-year')) return []
    if (missingCarryOver(reader, month).length > 0) return []
    const balance = closingQueries.balanceOfRole(reader, 'profit-of-year', month.endsOn)
    const profit = (balance?.creditMinor ?? 0) - (balance?.debitMinor ?? 0)
    if (balance === undefined || profit === 0) return []
    return profit > 0
      ? [
          { accountId: balance.accountId, debitMinor: profit },
          { accountId: retained, creditMinor: profit },
        ]
      : [
          { accountId: retained, debitMinor: 0 - profit },
          { accountId: balance.accountId, creditMinor: 0 - profit },
        ]
  },
}

export const monthEndVouchers: readonly MonthEndVoucher[] = [revaluation, carryOver, yearEnd, statutoryReserve]
