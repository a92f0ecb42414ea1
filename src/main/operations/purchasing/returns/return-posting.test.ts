import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalLine } from '../../../ledgers/accounting'
import { creditJournal, sentJournal } from './return-posting'

const balanceOf = (lines: readonly JournalLine[]): number =>
  lines.reduce((sum, line) => sum + (line.debitMinor ?? 0) - (line.creditMinor ?? 0), 0)

describe('goods that go back', () => {
  const goods = { supplierId: 7, itemId: 3, quantityMicro: 4_000_000 }

  // Received at 10.00, the average is 9.00 by now: four of them give up 36.00, and 40.00 are claimed.
  it('take their receipt’s value off GRNI; what stock lacks of it is a gain', () => {
    expect(sentJournal({ ...goods, costMinor: 3600, uninvoicedValueMinor: 4000, expectedMinor: 0 })).toEqual([
      { role: 'goods-received-not-invoiced', debitMinor: 4000, partnerId: 7 },
      { role: 'stock', creditMinor: 3600, itemId: 3, quantityMicro: -4_000_000 },
      { role: 'cost-of-sales', creditMinor: 400, itemId: 3 },
    ])
  })

  // One of four had no invoice (10.00), three were invoiced at 11.00; stock gives up 46.00.
  it('wait on GRNI for the credit of what was invoiced; what stock gives up beyond is a loss', () => {
    expect(sentJournal({ ...goods, costMinor: 4600, uninvoicedValueMinor: 1000, expectedMinor: 3300 })).toEqual([
      { role: 'goods-received-not-invoiced', debitMinor: 4300, partnerId: 7 },
      { role: 'stock', creditMinor: 4600, itemId: 3, quantityMicro: -4_000_000 },
      { role: 'cost-of-sales', debitMinor: 300, itemId: 3 },
    ])
  })
})

describe('the supplier’s credit note', () => {
  // 33.00 expected, 30.00 credited with 13 % tax (3.90)
  const lines = [{ itemId: 3, netMinor: 3000, taxMinor: 390, expectedMinor: 3300 }]

  it('is the invoice in red, the shortfall a loss', () => {
    expect(creditJournal({ supplierId: 7, lines }, 'red')).toEqual([
      { role: 'goods-received-not-invoiced', debitMinor: -3300, partnerId: 7 },
      { role: 'input-tax', debitMinor: -390, partnerId: 7 },
      { role: 'payable', creditMinor: -3390, partnerId: 7 },
      { role: 'cost-of-sales', debitMinor: 300, itemId: 3 },
    ])
  })

  it('has its sides swapped elsewhere', () => {
    expect(creditJournal({ supplierId: 7, lines }, 'swapped')).toEqual([
      { role: 'goods-received-not-invoiced', creditMinor: 3300, partnerId: 7 },
      { role: 'input-tax', creditMinor: 390, partnerId: 7 },
      { role: 'payable', debitMinor: 3390, partnerId: 7 },
      { role: 'cost-of-sales', debitMinor: 300, itemId: 3 },
    ])
  })

  it('balances whatever is credited', () => {
    const amount = fc.nat(10 ** 9)
    const line = fc.record({ itemId: fc.nat(9), netMinor: amount, taxMinor: amount, expectedMinor: amount })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1 }),
        fc.constantFrom('red' as const, 'swapped' as const),
        (some, way) => {
          expect(balanceOf(creditJournal({ supplierId: 1, lines: some }, way))).toBe(0)
        },
      ),
    )
    fc.assert(
      fc.property(amount, amount, amount, (costMinor, uninvoicedValueMinor, expectedMinor) => {
        const sent = { supplierId: 1, itemId: 1, quantityMicro: 1, costMinor, uninvoicedValueMinor, expectedMinor }
        expect(balanceOf(sentJournal(sent))).toBe(0)
      }),
    )
  })
})
