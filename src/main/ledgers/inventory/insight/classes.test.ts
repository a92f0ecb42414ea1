import { describe, expect, it } from 'vitest'
import { ageBuckets, steadinessOf, valueClasses } from './classes'

describe('classes of stock', () => {
  it('A, B and C by what sales cost', () => {
    // 800 of 1000 before it makes B, 950 makes C; what did not sell is C.
    const costs = [800, 150, 40, 10, 0].map((costMinor, id) => ({ id, costMinor }))
    expect([...valueClasses(costs)].map(([, value]) => value)).toEqual(['A', 'B', 'C', 'C', 'C'])
    expect([...valueClasses([{ id: 1, costMinor: 0 }]).values()]).toEqual(['C'])
  })

  it('X, Y and Z by how steady demand is', () => {
    expect(steadinessOf([10, 10, 10, 10])).toBe('X')
    // mean 10, deviations 5: 0.5; mean 5, all or nothing: 1; one month in four: 1.73
    expect(steadinessOf([5, 15, 5, 15])).toBe('X')
    expect(steadinessOf([0, 10, 0, 10])).toBe('Y')
    expect(steadinessOf([0, 0, 0, 10])).toBe('Z')
    expect(steadinessOf([0, 0])).toBe('Z')
  })

  it('ages what is on hand by the youngest receipts', () => {
    const received = [
      { ageDays: 5, quantityMicro: 10 },
      { ageDays: 60, quantityMicro: 20 },
      { ageDays: 400, quantityMicro: 30 },
    ]
    expect(ageBuckets(25, received)).toEqual([10, 15, 0, 0, 0])
    expect(ageBuckets(60, received)).toEqual([10, 20, 0, 0, 30])
    expect(ageBuckets(70, received)).toEqual([10, 20, 0, 0, 40])
    expect(ageBuckets(0, received)).toEqual([0, 0, 0, 0, 0])
  })
})
