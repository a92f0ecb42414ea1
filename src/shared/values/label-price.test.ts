import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markedLine, netOfLabel } from './label-price'
import { lineAmountMinor, taxMinor } from './money'

const MICRO = 1_000_000
const marked = { quantityMicro: null, isWeighed: true, baseQuantity: 1, decimals: 2 } as const

describe('a label with its price', () => {
  // 35.00 a kilogram, 8.75 on the label: 250 g.
  it('tells the weight of what is sold by weight', () => {
    expect(markedLine({ ...marked, amountMinor: 875, priceMicro: 35 * MICRO })).toEqual({
      quantityMicro: 250_000,
      priceMicro: 35 * MICRO,
    })
  })

  it('is the price of the piece, or of the weight that stands beside it', () => {
    const piece = { ...marked, isWeighed: false, priceMicro: 20 * MICRO }
    expect(markedLine({ ...piece, amountMinor: 1500 })).toEqual({ quantityMicro: MICRO, priceMicro: 15 * MICRO })
    expect(markedLine({ ...piece, amountMinor: 1500, baseQuantity: 6 })).toEqual({
      quantityMicro: 6 * MICRO,
      priceMicro: 2_500_000,
    })
    expect(markedLine({ ...marked, amountMinor: 900, quantityMicro: 300_000, priceMicro: 35 * MICRO })).toEqual({
      quantityMicro: 300_000,
      priceMicro: 30 * MICRO,
    })
    // Nothing in the lists yet: the label is all that is known.
    expect(markedLine({ ...marked, amountMinor: 875, priceMicro: 0 })).toEqual({
      quantityMicro: MICRO,
      priceMicro: 8_750_000,
    })
  })

  it('comes to exactly what it says, whatever the price; with tax at most so, and a cent below at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 100_000, max: 2000 * MICRO }),
        fc.constantFrom(0, 30_000, 90_000, 130_000, 190_000),
        fc.boolean(),
        (grossMinor, priceMicro, rate, isWeighed) => {
          const amountMinor = netOfLabel(grossMinor, rate)
          const line = markedLine({ ...marked, amountMinor, priceMicro, isWeighed })
          expect(lineAmountMinor(line.quantityMicro, line.priceMicro)).toBe(amountMinor)
          const paid = amountMinor + taxMinor(amountMinor, rate)
          expect(grossMinor - paid === 0 || grossMinor - paid === 1).toBe(true)
        },
      ),
    )
  })
})
