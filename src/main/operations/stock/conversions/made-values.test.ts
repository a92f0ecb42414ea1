import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareValue, type MadeGoods } from './made-values'

const PIECE = 1_000_000
const goods = (weight: number, made: number, expected: number | null = null): MadeGoods => ({
  weight,
  quantityMicro: made * PIECE,
  expectedMicro: expected === null ? null : expected * PIECE,
})

describe('the value of goods made', () => {
  it.each([
    // one product: all of it
    { total: 1000, made: [goods(1, 5)], abnormal: false, values: [1000], loss: 0 },
    // 10.00 in thirds, the roundings never lost: 3.33, 6.67 - 3.33, 10.00 - 6.67
    { total: 1000, made: [goods(1, 1), goods(1, 1), goods(1, 1)], abnormal: false, values: [333, 334, 333], loss: 0 },
    { total: 1000, made: [goods(3, 1), goods(1, 1)], abnormal: false, values: [750, 250], loss: 0 },
    // 48 of 50 expected: normally 48 carry everything, an abnormal loss of 2/50 is 0.40
    { total: 1000, made: [goods(1, 48, 50)], abnormal: false, values: [1000], loss: 0 },
    { total: 1000, made: [goods(1, 48, 50)], abnormal: true, values: [960], loss: 40 },
    // more than expected is no loss
    { total: 1000, made: [goods(1, 52, 50)], abnormal: true, values: [1000], loss: 0 },
  ])('$total over $made.length, abnormal $abnormal', ({ total, made, abnormal, values, loss }) => {
    expect(shareValue(total, made, abnormal)).toEqual({ valuesMinor: values, lossMinor: loss })
  })

  it('adds up to what was used, nothing below zero', () => {
    const some = fc.record({
      weight: fc.integer({ min: 1, max: 1_000_000_000 }),
      quantityMicro: fc.integer({ min: 1, max: 10 * PIECE }),
      expectedMicro: fc.option(fc.integer({ min: 1, max: 10 * PIECE })),
    })
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.array(some, { minLength: 1 }), fc.boolean(), (total, made, abnormal) => {
        const { valuesMinor, lossMinor } = shareValue(total, made, abnormal)
        expect(valuesMinor.reduce((sum, value) => sum + value, lossMinor)).toBe(total)
        for (const value of [...valuesMinor, lossMinor]) expect(value).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
