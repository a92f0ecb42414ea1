import { describe, expect, it } from 'vitest'
import { dailyAmounts, runningBalance, standingByDay, sumWithin } from './days'
import { sameDaysOfMonthBefore } from './owner-page'

const range = { from: '2026-03-01', to: '2026-03-04' }
const amounts = [
  { day: '2026-02-27', amountMinor: 5 },
  { day: '2026-03-02', amountMinor: 10 },
  { day: '2026-03-04', amountMinor: -3 },
]

describe('days', () => {
  it('sum and spread amounts over a range', () => {
    expect(sumWithin(amounts, range)).toBe(7)
    expect(dailyAmounts(amounts, range)).toEqual([0, 10, 0, -3])
  })

  it('run a balance from the start of the period', () => {
    expect(runningBalance(100, amounts, '2026-02-01', range)).toEqual([105, 115, 115, 112])
    expect(runningBalance(100, amounts, '2026-03-01', range)).toEqual([100, 110, 110, 107])
  })

  it('count what stood between two days', () => {
    const standing = [
      { after: '2026-01-01', amount: 1 }, // all along
      { after: '2026-03-02', amount: 10 }, // from the 3rd
      { after: '2026-02-10', until: '2026-03-03', amount: 100 }, // up to the 2nd
      { after: '2026-03-01', until: '2026-03-02', amount: 1000 }, // no whole day between
      { after: '2026-02-01', until: '2026-02-20', amount: 10_000 }, // before
      { after: '2026-03-01', until: '2026-09-01', amount: 100_000 }, // from the 2nd, beyond the end
    ]
    expect(standingByDay(standing, range)).toEqual([101, 100_101, 100_011, 100_011])
  })
})

describe('sameDaysOfMonthBefore', () => {
  it.each([
    ['2026-03-12', '2026-02-01', '2026-02-12'],
    ['2026-03-31', '2026-02-01', '2026-02-28'],
    ['2028-03-30', '2028-02-01', '2028-02-29'],
    ['2026-01-05', '2025-12-01', '2025-12-05'],
  ])('of %s', (on, from, to) => {
    expect(sameDaysOfMonthBefore(on)).toEqual({ from, to })
  })
})
