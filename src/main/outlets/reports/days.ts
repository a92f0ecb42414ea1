import { addDays } from '../../../shared/values/date'
import type { Standing } from './owner-queries'
import type { DayAmount, Range } from './sales-queries'

/** The days of a range, both ends included. */
export function daysOf({ from, to }: Range): string[] {
  const days: string[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) days.push(on)
  return days
}

export function sumWithin(amounts: readonly DayAmount[], { from, to }: Range): number {
  let sum = 0
  for (const { day, amountMinor } of amounts) if (day >= from && day <= to) sum += amountMinor
  return sum
}

/** One number a day, days without any amount too. */
export function dailyAmounts(amounts: readonly DayAmount[], range: Range): number[] {
  const byDay = new Map(amounts.map(({ day, amountMinor }) => [day, amountMinor]))
  return daysOf(range).map((day) => byDay.get(day) ?? 0)
}

/** The balance at the end of each day of a range, from the balance before it and the turnover since `since`. */
export function runningBalance(opening: number, turnover: readonly DayAmount[], since: string, range: Range): number[] {
  let balance = opening + sumWithin(turnover, { from: since, to: addDays(range.from, -1) })
  return dailyAmounts(turnover, range).map((amount) => (balance += amount))
}

/** How much stood on each day of a range. */
export function standingByDay(standing: readonly Standing[], range: Range): number[] {
  const days = daysOf(range)
  const changes = new Map<string, number>()
  const change = (day: string, amount: number): void => {
    changes.set(day, (changes.get(day) ?? 0) + amount)
  }
  for (const { after, until, amount } of standing) {
    const first = after < range.from ? range.from : addDays(after, 1)
    if (until !== undefined && until <= first) continue
    change(first, amount)
    if (until !== undefined) change(until, -amount)
  }
  let stood = 0
  return days.map((day) => (stood += changes.get(day) ?? 0))
}
