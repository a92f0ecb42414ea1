import type { z } from 'zod'
import type { contract } from '../../../shared/contracts'
import { addDays } from '../../../shared/values/date'
import { multiplyDivide } from '../../../shared/values/integers'
import type { Reader } from '../../kernel/db'
import { dailyAmounts, daysOf, runningBalance, standingByDay, sumWithin } from './days'
import { exceptionsOf } from './exceptions'
import { valueOf } from './lot-value'
import { ownerQueries, type LedgerFigure } from './owner-queries'
import { salesQueries, type DayAmount, type Range } from './sales-queries'

export type OwnerPage = z.input<NonNullable<(typeof contract.reports.ownerPage)['~orpc']['outputSchema']>>

/** Trends, "soon" and the pace of sales all look this many days. */
export const LOOK_DAYS = 30

export function ownerPage(reader: Reader, on: string): OwnerPage {
  const trend: Range = { from: addDays(on, 1 - LOOK_DAYS), to: on }
  const month: Range = { from: `${on.slice(0, 7)}-01`, to: on }
  const previous = sameDaysOfMonthBefore(on)
  const flow: Range = { from: previous.from < trend.from ? previous.from : trend.from, to: on }
  const sales = salesQueries.salesByDay(reader, flow)
  const costs = salesQueries.costByDay(reader, flow)
  const lots = ownerQueries.expiring(reader, addDays(on, LOOK_DAYS))
  const overdue = ownerQueries.overdue(reader, on)
  const late = ownerQueries.lateOrders(reader, on)
  const cash = ledgerFigure(reader, 'cash', trend)
  const stock = ledgerFigure(reader, 'stock', trend)
  const soon = addDays(on, LOOK_DAYS)
  return {
    exceptions: exceptionsOf(reader, on, { lots, overdue, late }),
    cash: {
      ...cash,
      dueInMinor: ownerQueries.dueMinor(reader, 'receivable', soon),
      dueOutMinor: ownerQueries.dueMinor(reader, 'payable', soon),
    },
    sales: {
      todayMinor: sumWithin(sales, { from: on, to: on }),
      monthMinor: sumWithin(sales, month),
      previousMonthMinor: sumWithin(sales, previous),
      trend: points(trend, dailyAmounts(sales, trend)),
    },
    profit: profitFigure(sales, costs, { month, previous, trend }),
    stock: {
      valueMinor: stock.amountMinor,
      previousMinor: stock.previousMinor,
      trend: stock.trend,
      daysOfStock: daysOfStock(stock.amountMinor, sumWithin(costs, trend)),
    },
    lateOrders: {
      count: late.count,
      amountMinor: late.amountMinor,
      trend: daysOf(trend).map(withCounts(standingByDay(ownerQueries.lateStanding(reader, trend), trend))),
    },
    expiring: {
      lots: lots.length,
      expiredLots: lots.filter((lot) => lot.expiresOn < on).length,
      valueMinor: valueOf(lots),
    },
    overdue: {
      customers: overdue.customers,
      amountMinor: overdue.amountMinor,
      trend: points(trend, standingByDay(ownerQueries.overdueStanding(reader, trend), trend)),
    },
  }
}

/** From the first of the month before to the same day of it, or its last where it is shorter. */
export function sameDaysOfMonthBefore(on: string): Range {
  const last = addDays(`${on.slice(0, 7)}-01`, -1)
  const month = last.slice(0, 7)
  const same = `${month}-${on.slice(8)}`
  return { from: `${month}-01`, to: same < last ? same : last }
}

function points(range: Range, amounts: readonly number[]): { on: string; amountMinor: number }[] {
  return daysOf(range).map((on, index) => ({ on, amountMinor: amounts[index] ?? 0 }))
}

const withCounts =
  (counts: readonly number[]) =>
  (on: string, index: number): { on: string; count: number } => ({ on, count: counts[index] ?? 0 })

function ledgerFigure(reader: Reader, figure: LedgerFigure, trend: Range) {
  const before = addDays(trend.from, -1)
  const since = ownerQueries.periodStart(reader, before)
  const opening = ownerQueries.balanceBefore(reader, figure, since)
  const turnover = ownerQueries.turnoverByDay(reader, figure, { from: since, to: trend.to })
  const [previousMinor = 0, ...balances] = runningBalance(opening, turnover, since, { from: before, to: trend.to })
  return { amountMinor: balances.at(-1) ?? 0, previousMinor, trend: points(trend, balances) }
}

function profitFigure(
  sales: readonly DayAmount[],
  costs: readonly DayAmount[],
  { month, previous, trend }: { month: Range; previous: Range; trend: Range },
): OwnerPage['profit'] {
  const monthSales = sumWithin(sales, month)
  const monthMinor = monthSales - sumWithin(costs, month)
  const costOfDay = dailyAmounts(costs, trend)
  return {
    monthMinor,
    previousMonthMinor: sumWithin(sales, previous) - sumWithin(costs, previous),
    marginPercentTenths: monthSales > 0 ? multiplyDivide(monthMinor, 1000, monthSales) : null,
    trend: points(
      trend,
      dailyAmounts(sales, trend).map((amount, index) => amount - (costOfDay[index] ?? 0)),
    ),
  }
}

function daysOfStock(valueMinor: number, costMinor: number): number | null {
  return costMinor > 0 ? multiplyDivide(valueMinor, LOOK_DAYS, costMinor) : null
}
