import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { returnDifferenceJournal, returnJournal, returnedCostMinor } from './return-posting'

describe('returnJournal', () => {
  it('is the delivery in red where the pack reverses in red', () => {
    expect(returnJournal(4_200, 'red')).toEqual([
      { role: 'cost-of-sales', debitMinor: -4_200 },
      { role: 'stock', creditMinor: -4_200 },
    ])
  })

  it('swaps the sides elsewhere', () => {
    expect(returnJournal(4_200, 'swapped')).toEqual([
      { role: 'stock', debitMinor: 4_200 },
      { role: 'cost-of-sales', creditMinor: 4_200 },
    ])
  })
})

describe('returnDifferenceJournal', () => {
  // Goods came back worth 10.00; the average has fallen and stock gives up 7.00 with them: 3.00 stay in stock.
  it.each([
    [0, []],
    [
      300,
      [
        { role: 'stock', debitMinor: 300 },
        { role: 'cost-of-sales', creditMinor: 300 },
      ],
    ],
    [
      -300,
      [
        { role: 'cost-of-sales', debitMinor: 300 },
        { role: 'stock', creditMinor: 300 },
      ],
    ],
  ])('posts %i', (differenceMinor, lines) => {
    expect(returnDifferenceJournal(differenceMinor)).toEqual(lines)
  })
})

describe('returnedCostMinor', () => {
  // 3 pieces that cost 10.00 together: 3.33, 3.34 and 3.33 as they come back one by one
  it.each([
    { back: 0, backCost: 0, quantity: 1, cost: 333 },
    { back: 1, backCost: 333, quantity: 1, cost: 334 },
    { back: 2, backCost: 667, quantity: 1, cost: 333 },
    { back: 0, backCost: 0, quantity: 3, cost: 1000 },
    { back: 1, backCost: 333, quantity: 2, cost: 667 },
  ])('$quantity of 3 after $back: $cost', ({ back, backCost, quantity, cost }) => {
    const line = {
      quantityMicro: 3_000_000,
      costMinor: 1000,
      returnedMicro: back * 1_000_000,
      returnedCostMinor: backCost,
    }
    expect(returnedCostMinor(line, quantity * 1_000_000)).toBe(cost)
  })

  it('brings back exactly what left, in whatever parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9_000_000 }), { minLength: 1, maxLength: 20 }),
        fc.nat(10 ** 9),
        (parts, costMinor) => {
          const quantityMicro = parts.reduce((sum, part) => sum + part, 0)
          const line = { quantityMicro, costMinor, returnedMicro: 0, returnedCostMinor: 0 }
          for (const part of parts) {
            const cost = returnedCostMinor(line, part)
            expect(cost).toBeGreaterThanOrEqual(0)
            line.returnedMicro += part
            line.returnedCostMinor += cost
          }
          expect(line.returnedCostMinor).toBe(costMinor)
        },
      ),
    )
  })
})
