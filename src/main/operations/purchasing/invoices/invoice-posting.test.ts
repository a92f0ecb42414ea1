import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartOf, type JournalLine } from '../../../ledgers/accounting'
import { invoiceJournal, receivedValuePart } from './invoice-posting'

function written(pack: 'cn-sbe' | 'generic', lines: readonly JournalLine[]): string[] {
  const { roles } = chartOf(pack)
  return lines
    .filter(({ debitMinor, creditMinor }) => (debitMinor ?? 0) !== 0 || (creditMinor ?? 0) !== 0)
    .map(({ role, debitMinor, creditMinor }) =>
      debitMinor === undefined ? `${roles[role]} C ${creditMinor}` : `${roles[role]} D ${debitMinor}`,
    )
}

const line = (net: number, tax: number, received: number, toStock: number, toCost: number) => ({
  itemId: 1,
  netMinor: net,
  taxMinor: tax,
  receivedValueMinor: received,
  toStockMinor: toStock,
  toCostMinor: toCost,
})

describe("a supplier's invoice", () => {
  it.each([
    [
      'at the price of the receipt, 13 % tax',
      'cn-sbe',
      [line(10_000, 1300, 10_000, 0, 0)],
      ['220202 D 10000', '22210101 D 1300', '220201 C 11300'],
    ],
    [
      'at the price of the receipt, 20 % tax',
      'generic',
      [line(10_000, 2000, 10_000, 0, 0)],
      ['2010 D 10000', '1400 D 2000', '2000 C 12000'],
    ],
    [
      'dearer, three quarters still here',
      'cn-sbe',
      [line(11_000, 1430, 10_000, 750, 250)],
      ['220202 D 10000', '22210101 D 1430', '1405 D 750', '5401 D 250', '220201 C 12430'],
    ],
    [
      'cheaper, half still here',
      'generic',
      [line(9000, 1800, 10_000, -500, -500)],
      ['2010 D 10000', '1400 D 1800', '1200 C 500', '5000 C 500', '2000 C 10800'],
    ],
    [
      'free of tax, two lines',
      'cn-sbe',
      [line(500, 0, 500, 0, 0), line(301, 0, 300, 1, 0)],
      ['220202 D 800', '1405 D 1', '220201 C 801'],
    ],
  ] as const)('%s (%s)', (_name, pack, lines, expected) => {
    const journal = invoiceJournal({ supplierId: 7, taxRole: 'input-tax', lines })
    expect(written(pack, journal)).toEqual(expected)
    const balance = journal.reduce((sum, each) => sum + (each.debitMinor ?? 0) - (each.creditMinor ?? 0), 0)
    expect(balance).toBe(0)
  })
})

describe('the part of a receipt that an invoice takes', () => {
  it('runs in proportion and leaves the remainder to the last', () => {
    const receipt = { quantityMicro: 3_000_000, valueMinor: 100, invoicedMicro: 0, invoicedValueMinor: 0 }
    const parts = [33, 34, 33]
    for (const expected of parts) {
      const part = receivedValuePart(receipt, 1_000_000)
      expect(part).toBe(expected)
      receipt.invoicedMicro += 1_000_000
      receipt.invoicedValueMinor += part
    }
    expect(receipt.invoicedValueMinor).toBe(100)
  })

  it('never drifts, whatever the parts and whichever of them is taken back in between', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1_000_000 }), fc.nat(), (quantities, valueMinor, back) => {
        const line = {
          quantityMicro: quantities.reduce((sum, quantity) => sum + quantity, 0),
          valueMinor,
          invoicedMicro: 0,
          invoicedValueMinor: 0,
        }
        const taken: { quantity: number; part: number }[] = []
        const take = (quantity: number): void => {
          const part = receivedValuePart(line, quantity)
          expect(part).toBeGreaterThanOrEqual(0)
          line.invoicedMicro += quantity
          line.invoicedValueMinor += part
          taken.push({ quantity, part })
        }
        for (const quantity of quantities) take(quantity)
        expect(line.invoicedValueMinor).toBe(valueMinor)
        const reversed = taken[back % taken.length]
        if (reversed === undefined) return
        line.invoicedMicro -= reversed.quantity
        line.invoicedValueMinor -= reversed.part
        take(reversed.quantity)
        expect(line.invoicedValueMinor).toBe(valueMinor)
      }),
    )
  })
})
