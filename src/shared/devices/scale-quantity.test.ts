import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMassUnit, pieceMicrograms, piecesOfWeight, quantityOfWeight } from './scale-quantity'
import type { Weight } from './weight'

const kg = (value: number): Weight => ({ value, decimals: 3, unit: 'kg' })

describe('a quantity by weight', () => {
  it.each([
    ['kg', 1_234_000],
    ['公斤', 1_234_000],
    ['斤', 2_468_000],
    ['g', 1_234_000_000],
    ['lb', 2_720_504],
  ])('is 1.234 kg in %s', (unit, micro) => expect(quantityOfWeight(kg(1234), unit)).toBe(micro))

  it('has no mass in pieces, and nothing below zero', () => {
    expect(quantityOfWeight(kg(1234), '盒')).toBeUndefined()
    expect(quantityOfWeight(kg(-2), 'kg')).toBeUndefined()
    expect([isMassUnit('KG'), isMassUnit('pc')]).toEqual([true, false])
  })
})

describe('pieces by weight', () => {
  it('are counted by a sample', () => {
    const each = pieceMicrograms(kg(125), 10) ?? 0
    expect(each).toBe(12_500_000)
    expect(piecesOfWeight(kg(600), each)).toBe(48)
  })

  it('are none where the rest is no piece, nothing is there, or the sample weighed nothing', () => {
    expect(piecesOfWeight(kg(605), 12_500_000)).toBeUndefined()
    expect(piecesOfWeight(kg(0), 12_500_000)).toBeUndefined()
    expect(pieceMicrograms(kg(0), 10)).toBeUndefined()
  })

  it('come out as they went on, whatever one weighs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5000 }), fc.integer({ min: 1, max: 2000 }), (grams, count) => {
        const each = pieceMicrograms(kg(grams * 10), 10) ?? 0
        expect(piecesOfWeight(kg(grams * count), each)).toBe(count)
      }),
    )
  })
})
