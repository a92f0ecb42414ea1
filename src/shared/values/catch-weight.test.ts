import { describe, expect, it } from 'vitest'
import { likelyWeight, nominalPieces } from './catch-weight'

const WHEEL = { unit: 'wheel', nominalMicro: 5_000_000, tolerancePercent: 10 }

describe('catch weight', () => {
  it.each([
    [1, 1],
    [5_000_000, 1],
    [7_499_999, 1],
    [7_500_000, 2],
    [50_600_000, 10],
  ])('%i micro-units are %i pieces', (quantityMicro, pieces) => {
    expect(nominalPieces(WHEEL, quantityMicro)).toBe(pieces)
  })

  it('of 3 pieces is 13.5 to 16.5 kg', () => {
    expect(likelyWeight(WHEEL, 3)).toEqual({ lowest: 13_500_000, highest: 16_500_000 })
  })
})
