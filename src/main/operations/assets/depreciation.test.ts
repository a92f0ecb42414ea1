import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accumulatedAfter, depreciationOf, type Method, type Plan } from './depreciation'

const plan = (method: Method, costMinor: number, residualMinor: number, years: number): Plan => ({
  method,
  costMinor,
  residualMinor,
  lifeMonths: years * 12,
})

const byYear = (of: Plan): number[] =>
  Array.from(
    { length: of.lifeMonths / 12 },
    (_year, at) => accumulatedAfter(of, (at + 1) * 12) - accumulatedAfter(of, at * 12),
  )

describe('a life, year by year', () => {
  // Worked by hand: 100,000.00 with 4,000.00 residual over five years.
  it.each([
    // (100,000 - 4,000) / 5
    ['straight-line', [19_200, 19_200, 19_200, 19_200, 19_200]],
    // 40 % of 100,000; of 60,000; of 36,000; then (21,600 - 4,000) / 2 twice
    ['double-declining', [40_000, 24_000, 14_400, 8800, 8800]],
    // 96,000 times 5/15, 4/15, 3/15, 2/15, 1/15
    ['sum-of-digits', [32_000, 25_600, 19_200, 12_800, 6400]],
  ] as const)('%s', (method, years) => {
    expect(byYear(plan(method, 10_000_000, 400_000, 5))).toEqual(years.map((year) => year * 100))
  })

  it('of months that do not divide: 10.00 over three years', () => {
    const of = plan('straight-line', 1000, 0, 3)
    const months = Array.from({ length: 36 }, (_month, at) => accumulatedAfter(of, at + 1) - accumulatedAfter(of, at))
    expect(months.slice(0, 9)).toEqual([28, 28, 27, 28, 28, 28, 27, 28, 28])
    expect(months.reduce((sum, month) => sum + month, 0)).toBe(1000)
  })

  it('a residual above what twice the rate would leave ends it early', () => {
    expect(byYear(plan('double-declining', 100_000, 50_000, 5))).toEqual([40_000, 10_000, 0, 0, 0])
  })
})

const anyPlan = fc
  .record({
    method: fc.constantFrom<Method>('straight-line', 'double-declining', 'sum-of-digits'),
    costMinor: fc.integer({ min: 1, max: 10_000_000_000 }),
    share: fc.integer({ min: 0, max: 100 }),
    years: fc.integer({ min: 2, max: 50 }),
  })
  .map(({ share, ...rest }) =>
    plan(rest.method, rest.costMinor, Math.floor((rest.costMinor * share) / 100), rest.years),
  )

describe('every life', () => {
  it('never falls, and ends exactly at the residual', () => {
    fc.assert(
      fc.property(anyPlan, (of) => {
        let before = 0
        for (let month = 1; month <= of.lifeMonths; month += 1) {
          const after = accumulatedAfter(of, month)
          expect(after).toBeGreaterThanOrEqual(before)
          before = after
        }
        expect(before).toBe(of.costMinor - of.residualMinor)
      }),
      { numRuns: 60 },
    )
  })

  it('month by month from the books is the same life, with an impairment too', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 100 }), (of, when, share) => {
        let accumulatedMinor = 0
        let impairment: { month: string; accumulatedMinor: number } | undefined
        const monthAt = (at: number): string =>
          `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
        for (let at = 1; at <= of.lifeMonths; at += 1) {
          const standing = { plan: of, inServiceOn: '2020-01-15', openingMonths: 0, accumulatedMinor, impairment }
          const taken = depreciationOf({ ...standing, unitsTotal: null, units: 0 }, monthAt(at))
          expect(taken).toBeGreaterThanOrEqual(0)
          accumulatedMinor += taken
          if (at === when) {
            accumulatedMinor += Math.floor(((of.costMinor - of.residualMinor - accumulatedMinor) * share) / 100)
            impairment = { month: monthAt(at), accumulatedMinor }
          }
        }
        expect(accumulatedMinor).toBe(of.costMinor - of.residualMinor)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a month', () => {
  const standing = {
    plan: plan('straight-line', 120_000, 0, 1),
    inServiceOn: '2026-03-20',
    openingMonths: 0,
    accumulatedMinor: 0,
    impairment: undefined,
    unitsTotal: null,
    units: 0,
  }
  it('of first use takes nothing, the next one does', () => {
    expect(depreciationOf(standing, '2026-03-01')).toBe(0)
    expect(depreciationOf(standing, '2026-04-01')).toBe(10_000)
    expect(depreciationOf({ ...standing, accumulatedMinor: 120_000 }, '2027-04-01')).toBe(0)
  })
  it('by units takes its share, and never more than is left', () => {
    const truck = { ...standing, plan: plan('units', 50_000, 2000, 5), unitsTotal: 1000 }
    expect(depreciationOf({ ...truck, units: 100 }, '2026-04-01')).toBe(4800)
    expect(depreciationOf({ ...truck, units: 100, accumulatedMinor: 46_000 }, '2026-04-01')).toBe(2000)
  })
  it('goes on where another program left off', () => {
    const moved = { ...standing, openingMonths: 6, accumulatedMinor: 60_000, inServiceOn: '2026-03-31' }
    expect(depreciationOf(moved, '2026-04-01')).toBe(10_000)
    expect(depreciationOf({ ...moved, accumulatedMinor: 109_999 }, '2026-09-01')).toBe(10_001)
  })
})
