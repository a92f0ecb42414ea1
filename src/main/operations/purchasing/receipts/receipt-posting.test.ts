import { describe, expect, it } from 'vitest'
import { chartOf, type JournalLine } from '../../../ledgers/accounting'
import { receiptJournal, receiptMovements, stockDifferenceJournal, type PostedReceipt } from './receipt-posting'

const receipt: PostedReceipt = {
  supplierId: 7,
  warehouseId: 1,
  binId: 40,
  lines: [
    { id: 1, itemId: 11, lotId: 3, quantityMicro: 24_000_000, valueMinor: 12_000 },
    { id: 2, itemId: 12, lotId: 0, quantityMicro: 500_000, valueMinor: 333 },
  ],
}

/** `1405 D 120.00`: an entry as an accountant writes it, in a country pack. */
function written(pack: 'cn-sbe' | 'generic', lines: readonly JournalLine[]): string[] {
  const { roles } = chartOf(pack)
  return lines.map(({ role, debitMinor, creditMinor }) =>
    debitMinor === undefined ? `${roles[role]} C ${creditMinor}` : `${roles[role]} D ${debitMinor}`,
  )
}

describe('a goods receipt', () => {
  it('comes in at the dock, available, with its value', () => {
    expect(receiptMovements(receipt)).toEqual([
      {
        warehouseId: 1,
        itemId: 11,
        lotId: 3,
        to: { binId: 40, status: 'available' },
        quantityMicro: 24_000_000,
        valueMinor: 12_000,
        sourceLineId: 1,
      },
      {
        warehouseId: 1,
        itemId: 12,
        lotId: 0,
        to: { binId: 40, status: 'available' },
        quantityMicro: 500_000,
        valueMinor: 333,
        sourceLineId: 2,
      },
    ])
  })

  it.each([
    ['cn-sbe', ['1405 D 12000', '1405 D 333', '220202 C 12333']],
    ['generic', ['1200 D 12000', '1200 D 333', '2010 C 12333']],
  ] as const)('is stock against goods received, not invoiced (%s)', (pack, expected) => {
    const lines = receiptJournal(receipt)
    expect(written(pack, lines)).toEqual(expected)
    expect(lines.at(-1)?.partnerId).toBe(7)
    expect(lines[0]).toMatchObject({ itemId: 11, quantityMicro: 24_000_000 })
  })
})

describe('values taken back', () => {
  it('leave what the average has moved on by with cost of sales', () => {
    const lines = stockDifferenceJournal([
      { itemId: 11, differenceMinor: 50 },
      { itemId: 12, differenceMinor: -20 },
      { itemId: 13, differenceMinor: 0 },
    ])
    expect(written('cn-sbe', lines)).toEqual(['1405 D 50', '5401 C 50', '5401 D 20', '1405 C 20'])
  })
})
