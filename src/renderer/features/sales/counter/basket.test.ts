import { describe, expect, it } from 'vitest'
import { added, basketGrossMinor, counted, lineGrossMinor, type BasketLine } from './basket'

const bolt: BasketLine = {
  itemId: 1,
  packId: 10,
  code: 'BOLT',
  name: 'Bolt',
  packUnit: 'box',
  packBaseQuantity: 6,
  baseUnit: 'pc',
  quantityMicro: 6_000_000,
  priceMicro: 333_333,
  taxRateMicro: 130_000,
}

describe('the basket', () => {
  it('counts the same goods up and keeps others apart', () => {
    const dearer = { ...bolt, priceMicro: 400_000 }
    const lines = added(added(added([], bolt), dearer), bolt)
    expect(lines.map(({ quantityMicro, priceMicro }) => [quantityMicro, priceMicro])).toEqual([
      [12_000_000, 333_333],
      [6_000_000, 400_000],
    ])
  })

  it('counts by packs and lets go of what is not there any more', () => {
    expect(counted([bolt], 0, 1)[0]?.quantityMicro).toBe(12_000_000)
    expect(counted([bolt], 0, -1)).toEqual([])
    expect(counted([bolt], 1, -1)).toEqual([bolt])
  })

  // 6 x 0.333333 = 2.00 net, 13 %: 0.26
  it('asks what the invoice will ask', () => {
    expect(lineGrossMinor(bolt, 'EUR')).toBe(226)
    expect(basketGrossMinor([bolt, bolt], 'EUR')).toBe(452)
  })
})
