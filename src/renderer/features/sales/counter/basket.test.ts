import { describe, expect, it } from 'vitest'
import { added, basketGrossMinor, counted, lineGrossMinor, type BasketLine } from './basket'

const bolt: BasketLine = {
  key: 'bolt',
  isLabelled: false,
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

  // 0.500 kg and 0.347 kg at 8.00 net, 20 % tax: their labels say 4.80 and 3.33, which 0.847 kg do not.
  it('sells each label for what it says, whatever else of it lies there', () => {
    const label = (quantityMicro: number): BasketLine => ({
      ...bolt,
      isLabelled: true,
      quantityMicro,
      priceMicro: 8_000_000,
      taxRateMicro: 200_000,
    })
    const lines = [label(500_000), label(347_000), label(347_000)].reduce(added, [] as BasketLine[])
    expect(lines.map((line) => lineGrossMinor(line, 'EUR'))).toEqual([480, 334, 334])
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
