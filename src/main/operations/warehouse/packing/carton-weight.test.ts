import { describe, expect, it } from 'vitest'
import { chooseKind, expectedGrams, isWithinTolerance } from './carton-weight'

const PIECE = 1_000_000

describe('what a carton should weigh', () => {
  it.each([
    [200, [{ quantityMicro: 3 * PIECE, weightGrams: 250 }], 950],
    [200, [], 200],
    [0, [{ quantityMicro: 1_500_000, weightGrams: 333 }], 500],
    [
      200,
      [
        { quantityMicro: PIECE, weightGrams: 250 },
        { quantityMicro: PIECE, weightGrams: 0 },
      ],
      null,
    ],
  ])('tare %i', (tare, lines, grams) => expect(expectedGrams(tare, lines)).toBe(grams))

  const tolerance = { weightTolerancePermille: 30, weightToleranceGrams: 20 }
  it.each([
    // 3 % of 1000 g are 30 g.
    [1000, 1030, true],
    [1000, 1031, false],
    [1000, 970, true],
    [1000, 969, false],
    // 3 % of 100 g are 3 g: the 20 g count.
    [100, 120, true],
    [100, 79, false],
  ])('expected %i, weighed %i', (expected, weighed, isRight) => {
    expect(isWithinTolerance(expected, weighed, tolerance)).toBe(isRight)
  })
})

describe('the carton to take', () => {
  const kinds = [
    { id: 1, volumeMillilitres: 1000, maximumGrams: 500 },
    { id: 2, volumeMillilitres: 5000, maximumGrams: 0 },
    { id: 3, volumeMillilitres: 9000, maximumGrams: 0 },
  ]
  it.each([
    ['the smallest that holds it', 900, 400, 1],
    ['a larger one where it is too heavy', 900, 600, 2],
    ['exactly full', 5000, 1, 2],
    ['the largest where none holds it all', 20_000, 1, 3],
  ])('%s', (_name, millilitres, grams, id) => expect(chooseKind(kinds, { millilitres, grams })?.id).toBe(id))

  it('none where there is none', () => expect(chooseKind([], { millilitres: 1, grams: 1 })).toBeUndefined())
})
