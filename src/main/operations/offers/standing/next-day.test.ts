import { describe, expect, it } from 'vitest'
import { nextDay } from './next-day'

const weekly = (every: number) => ({ rhythm: 'weekly' as const, every, monthDay: null })
const monthly = (every: number, monthDay: number) => ({ rhythm: 'monthly' as const, every, monthDay })

describe('the next day of a standing order', () => {
  it.each([
    [weekly(1), '2026-03-02', '2026-03-02', '2026-03-09'],
    [weekly(2), '2026-03-02', '2026-03-02', '2026-03-16'],
    // three weeks away: the days in between are passed
    [weekly(1), '2026-03-02', '2026-03-24', '2026-03-30'],
    [weekly(1), '2026-03-02', '2026-03-23', '2026-03-30'],
    [monthly(1, 31), '2026-01-31', '2026-01-31', '2026-02-28'],
    // a short month does not make it the 28th for ever
    [monthly(1, 31), '2026-02-28', '2026-02-28', '2026-03-31'],
    [monthly(1, 31), '2028-01-31', '2028-01-31', '2028-02-29'],
    [monthly(3, 15), '2026-11-15', '2026-11-15', '2027-02-15'],
    [monthly(1, 30), '2026-12-30', '2027-02-28', '2027-03-30'],
  ])('%j due %s, seen %s: %s', (rhythm, dueOn, after, expected) => {
    expect(nextDay(rhythm, dueOn, after)).toBe(expected)
  })

  it('has none without a rhythm', () => {
    expect(nextDay({ rhythm: 'none', every: 1, monthDay: null }, '2026-03-02', '2026-03-02')).toBeUndefined()
  })
})
