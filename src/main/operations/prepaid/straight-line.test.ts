import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingIn, takenBy, type Schedule } from './straight-line'

const rent: Schedule = { state: 'running', amountMinor: 100_000, startsOn: '2026-02-01', months: 3, stoppedOn: null }
const MONTHS = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01']

const partsOf = (schedule: Schedule, months: readonly string[]): number[] => {
  let byThenMinor = 0
  return months.map((month) => {
    const part = missingIn(schedule, month, { byThenMinor, allMinor: byThenMinor })
    byThenMinor += part
    return part
  })
}

describe('a prepaid expense', () => {
  it('is taken in equal parts that add up, ended with the rest, cancelled with everything back', () => {
    expect(partsOf(rent, MONTHS)).toEqual([0, 33_333, 33_334, 33_333, 0])
    expect(partsOf({ ...rent, state: 'ended', stoppedOn: '2026-03-01' }, MONTHS)).toEqual([0, 33_333, 66_667, 0, 0])
    expect(partsOf({ ...rent, state: 'cancelled', stoppedOn: '2026-03-01' }, MONTHS)).toEqual([
      0, 33_333, -33_333, 0, 0,
    ])
    // Entered late: the first voucher makes up for the months behind.
    expect(partsOf(rent, MONTHS.slice(3))).toEqual([100_000, 0])
    // What April made up for is not asked for in March again.
    expect(missingIn(rent, '2026-03-01', { byThenMinor: 0, allMinor: 100_000 })).toBe(0)
  })

  it('never takes more than it is, whatever the amount, the months and the end', () => {
    const month = constantFrom('2026-01-01', '2026-07-01', '2027-03-01', '2028-12-01')
    const all = Array.from(
      { length: 60 },
      (_m, at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
    )
    assert(
      property(
        integer({ min: 1, max: 1_000_000_000_000 }),
        integer({ min: 1, max: 48 }),
        month,
        constantFrom('running', 'ended', 'cancelled'),
        month,
        (amountMinor, months, startsOn, state, stop) => {
          const stoppedOn = state === 'running' ? null : stop
          const schedule: Schedule = { state, amountMinor, startsOn, months, stoppedOn }
          const parts = partsOf(schedule, all)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(takenBy(schedule, all.at(-1)!))
          let taken = 0
          for (const part of parts) {
            taken += part
            expect(taken).toBeGreaterThanOrEqual(0)
            expect(taken).toBeLessThanOrEqual(amountMinor)
          }
        },
      ),
    )
  })
})
