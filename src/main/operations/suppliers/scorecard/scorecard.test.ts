import { describe, expect, it } from 'vitest'
import { leadTimeOf, onTimeHundredths, rejectedHundredths } from './scorecard'

const receipt = (receivedOn: string, quantityMicro: number) => ({
  orderedOn: '2026-03-01',
  expectedOn: '2026-03-10',
  receivedOn,
  quantityMicro,
})

describe('a supplier by the facts', () => {
  it('is on time by quantity; what is late and not here is late', () => {
    const receipts = [receipt('2026-03-10', 60), receipt('2026-03-11', 20)]
    expect(onTimeHundredths(receipts, 0)).toBe(7500)
    expect(onTimeHundredths(receipts, 20)).toBe(6000)
    expect(onTimeHundredths([], 0)).toBeNull()
  })

  it('answers for what was rejected of what came', () => {
    expect(rejectedHundredths([receipt('2026-03-10', 60), receipt('2026-03-11', 20)], 2)).toBe(250)
    expect(rejectedHundredths([], 2)).toBeNull()
  })

  it('has a lead time with its spread', () => {
    // 5, 9 and 10 days: mean 8, squares 9 + 1 + 4 over 2
    expect(leadTimeOf(['2026-03-06', '2026-03-10', '2026-03-11'].map((day) => receipt(day, 1)))).toEqual({
      days: 8,
      spreadDays: Math.sqrt(7),
    })
    expect(leadTimeOf([])).toBeUndefined()
  })
})
