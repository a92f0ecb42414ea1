import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseMethod, play } from './back-test'
import { orderQuantity } from './order-quantity'
import { BENCHMARKS, levelsOf, METHODS } from './policies'

const steady = { leadPeriods: 2, leadDeviation: 0, z: 1.645 }

describe('levels', () => {
  it('of steady demand need no safety: three weeks until the next order is here', () => {
    const demand = Array.from({ length: 30 }, () => 10)
    expect(levelsOf('reorder-point', demand, steady)).toMatchObject({ reorder: 30, target: 40, safety: 0 })
    expect(levelsOf('periodic', demand, steady)).toMatchObject({ reorder: 30, target: 70 })
    expect(levelsOf('min-max', demand, steady)).toMatchObject({ reorder: 30, target: 40, safety: 0 })
  })

  it('grow with the error of demand and the spread of delivery', () => {
    // 5 and 15 in turns: mean 10, deviation sqrt(26 x 25 / 25) = 5.099; z sqrt(3 x 26 + (10 x 1)^2)
    const demand = Array.from({ length: 26 }, (_, at) => (at % 2 === 0 ? 5 : 15))
    const { safety } = levelsOf('reorder-point', demand, { ...steady, leadDeviation: 1 })
    expect(safety).toBeCloseTo(1.645 * Math.sqrt(3 * 26 + 100), 9)
  })
})

describe('back-test', () => {
  it('of steady demand misses nothing by any method', () => {
    const demand = Array.from({ length: 60 }, () => 10)
    for (const policy of [...METHODS, ...BENCHMARKS]) expect(play(policy, demand, steady).missed).toBe(0)
  })

  it('looks at nothing that lies ahead', () => {
    const past = fc.array(fc.nat(50), { minLength: 20, maxLength: 40 })
    fc.assert(
      fc.property(
        past,
        fc.array(fc.nat(50), { maxLength: 10 }),
        fc.constantFrom(...METHODS),
        (before, after, method) => {
          const known = levelsOf(method, before, steady)
          expect(levelsOf(method, [...before, ...after].slice(0, before.length), steady)).toEqual(known)
          const { missed, wanted, averageStock } = play(method, [...before, ...after], steady)
          expect(missed).toBeGreaterThanOrEqual(0)
          expect(missed).toBeLessThanOrEqual(wanted)
          expect(averageStock).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  it('chooses from what it can tell', () => {
    expect(chooseMethod([1, 2, 3], steady)).toEqual({ method: 'ses', outcome: undefined })
    const rising = Array.from({ length: 60 }, (_, at) => at * 2)
    expect(chooseMethod(rising, steady).outcome?.periods).toBe(26)
  })
})

describe('what is ordered', () => {
  it.each([
    { need: 0, minimum: 10, multiple: 5, most: null, quantity: 0, reason: 'need' },
    { need: 10, minimum: 0, multiple: 5, most: null, quantity: 10, reason: 'need' },
    { need: 11, minimum: 0, multiple: 5, most: null, quantity: 15, reason: 'multiple' },
    { need: 3, minimum: 12, multiple: 5, most: null, quantity: 15, reason: 'minimum' },
    { need: 40, minimum: 0, multiple: 6, most: 20, quantity: 18, reason: 'shelf-life' },
    { need: 40, minimum: 24, multiple: 6, most: 20, quantity: 0, reason: 'shelf-life' },
    { need: 40, minimum: 0, multiple: 6, most: -5, quantity: 0, reason: 'shelf-life' },
  ])(
    '$need needed, at least $minimum, in $multiple: $quantity',
    ({ need, minimum, multiple, most, quantity, reason }) => {
      const rules = { minimumMicro: minimum, multipleMicro: multiple, mostMicro: most }
      expect(orderQuantity(need, rules)).toEqual({ quantityMicro: quantity, reason })
    },
  )
})
