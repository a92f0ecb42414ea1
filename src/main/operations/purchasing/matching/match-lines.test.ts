import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchLines, worstOf } from './match-lines'
import { matchPrice, receivableOf } from './tolerance'

const PIECE = 1_000_000
const tolerance = { overReceiptMicro: 50_000, priceMicro: 20_000, priceMinor: 100, quantityMicro: 0 }
const rules = { tolerance, decimals: 2 }

describe('a price', () => {
  // 2 % of 1000.00 is 20.00; of 10.00 it is 0.20, and 1.00 is allowed anyway
  it.each([
    [100_000, 102_000, 'matched', 2000],
    [100_000, 102_001, 'price-difference', 2000],
    [100_000, 97_999, 'price-difference', 2000],
    [1000, 1100, 'matched', 100],
    [1000, 1101, 'price-difference', 100],
  ])('agreed %i, asked %i: %s', (agreedMinor, netMinor, result, allowedMinor) => {
    expect(matchPrice({ agreedMinor, netMinor, orderPriceMicro: 1 }, tolerance)).toEqual({
      result,
      allowedMinor,
      orderPriceMicro: 1,
      differenceMinor: netMinor - agreedMinor,
    })
  })

  it('must be the agreed one where no rule says otherwise', () => {
    expect(matchPrice({ agreedMinor: 1000, netMinor: 1000, orderPriceMicro: 1 }, undefined).result).toBe('matched')
    expect(matchPrice({ agreedMinor: 1000, netMinor: 1001, orderPriceMicro: 1 }, undefined)).toMatchObject({
      result: 'price-difference',
      allowedMinor: null,
    })
  })
})

describe('a receipt', () => {
  it('may go beyond its order by the share', () => {
    expect(receivableOf(100 * PIECE, tolerance)).toBe(105 * PIECE)
    expect(receivableOf(100 * PIECE, undefined)).toBe(100 * PIECE)
  })
})

const received = (receiptLineId: number, itemId: number, pieces: number, agreed = 10, orderNumber = 'PO-1') => ({
  receiptLineId,
  itemId,
  receiptNumber: `GR-${String(receiptLineId)}`,
  orderNumber,
  openMicro: pieces * PIECE,
  agreedMicro: agreed * 1_000_000,
})
const asked = (itemId: number, pieces: number, price = 10, document = '') => ({
  itemId,
  quantityMicro: pieces * PIECE,
  priceMicro: price * 1_000_000,
  document,
})

describe('the lines of an invoice', () => {
  it('take what came first, over several receipts, and no piece twice', () => {
    const open = [received(1, 7, 3), received(2, 7, 4)]
    expect(matchLines([asked(7, 5), asked(7, 2)], open, rules)).toMatchObject([
      {
        result: 'matched',
        parts: [
          { receiptLineId: 1, quantityMicro: 3 * PIECE },
          { receiptLineId: 2, quantityMicro: 2 * PIECE },
        ],
      },
      { result: 'matched', parts: [{ receiptLineId: 2, quantityMicro: 2 * PIECE }] },
    ])
  })

  it('say what is missing', () => {
    const open = [received(1, 7, 3), received(2, 8, 4, 10, 'PO-2')]
    const lines = matchLines([asked(7, 5), asked(9, 1), asked(8, 4, 11), asked(8, 1, 10, 'PO-1')], open, rules)
    expect(lines.map(({ result, receivedMicro }) => [result, receivedMicro / PIECE])).toEqual([
      ['quantity-difference', 3],
      ['not-received', 0],
      ['price-difference', 4],
      ['not-received', 0],
    ])
    expect(worstOf(lines)).toBe('not-received')
    expect(worstOf(lines.slice(2, 3))).toBe('price-difference')
    expect(worstOf([])).toBe('matched')
  })

  it('never take more than is open, nor than is asked', () => {
    const open = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 })), { maxLength: 8 })
    const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
    fc.assert(
      fc.property(open, lines, (came, wanted) => {
        const receipts = came.map(([itemId, pieces], at) => received(at + 1, itemId, pieces))
        const found = matchLines(
          wanted.map(([itemId, pieces]) => asked(itemId, pieces)),
          receipts,
          rules,
        )
        for (const receipt of receipts) {
          const taken = found
            .flatMap(({ parts }) => parts)
            .filter(({ receiptLineId }) => receiptLineId === receipt.receiptLineId)
            .reduce((sum, { quantityMicro }) => sum + quantityMicro, 0)
          expect(taken).toBeLessThanOrEqual(receipt.openMicro)
        }
        for (const line of found) {
          const taken = line.parts.reduce((sum, { quantityMicro }) => sum + quantityMicro, 0)
          expect(taken).toBe(line.receivedMicro)
          expect(taken).toBeLessThanOrEqual(line.quantityMicro)
        }
      }),
    )
  })
})
