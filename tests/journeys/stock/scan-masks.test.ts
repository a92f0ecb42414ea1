import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withCheckDigit } from '../../../src/shared/values/barcodes'
import { asMarked } from '../../../src/renderer/app/orders/marked-price'
import { lineGrossMinor } from '../../../src/renderer/features/sales/counter/basket'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { closeSound, ITEM, PIECE } from '../../support/supplies'

let company: TestCompany

beforeEach(() => {
  company = openTestCompany()
})
afterEach(() => closeSound(company))

const weighed = withCheckDigit('210004201250')

function add(code: string, baseUnit: string, barcodes: string[]): number {
  const { id } = company.owner.items.addItem({
    ...ITEM,
    code,
    name: `Item ${code}`,
    baseUnit,
    packs: [{ unit: baseUnit, baseQuantity: 1, barcodes }],
  })
  return id
}
const addCheese = (): number => add('42', 'kg', [])

describe('in-store codes', () => {
  it('are read by the layouts of the company: the item by its number, the weight as quantity', () => {
    const itemId = addCheese()
    expect(company.clerk.items.readScan({ scan: weighed })).toMatchObject({ item: null, kind: 'ean-13' })
    company.owner.items.setMasks({ masks: [{ mask: '21{item:5}{weightGrams:5}', note: 'counter scale' }] })
    expect(company.clerk.items.listMasks({}).rows).toHaveLength(1)
    expect(company.clerk.items.readScan({ scan: weighed })).toMatchObject({
      item: { id: itemId },
      kind: 'in-store',
      quantityMicro: 1.25 * PIECE,
    })
    expect(company.clerk.items.readScan({ scan: `]E0${weighed}` }).quantityMicro).toBe(1.25 * PIECE)
  })

  it('are tried before they are saved, and say why they cannot be', () => {
    addCheese()
    const trial = company.clerk.items.tryScan({ scan: weighed, masks: ['21{item:5}{price:5.2}'] })
    expect(trial).toMatchObject({
      ok: true,
      kind: 'in-store',
      facts: [
        { name: 'item', value: '00042' },
        { name: 'price', value: '12.50' },
      ],
      item: { code: '42' },
    })
    const wrong = `${weighed.slice(0, -1)}${(Number(weighed.at(-1)) + 1) % 10}`
    expect(company.clerk.items.tryScan({ scan: wrong, masks: [] })).toMatchObject({ ok: false, item: null })
    const set = (...masks: string[]) =>
      refusalOf(() => company.owner.items.setMasks({ masks: masks.map((mask) => ({ mask })) })).code
    expect(set('99{item:10}')).toBe('barcodes.maskForm')
    expect(set('21{item:5}{weight:5.3}', '21{item:5}{weight:5.3}')).toBe('items.maskTwice')
    expect(company.clerk.items.listMasks({}).rows).toEqual([])
  })

  it('give way to a code that the company already has', () => {
    addCheese()
    company.owner.items.setMasks({ masks: [{ mask: '21{item:5}{weightGrams:5}' }] })
    const id = add('OWN', 'pc', [weighed])
    expect(company.clerk.items.readScan({ scan: weighed })).toMatchObject({ item: { id }, quantityMicro: null })
  })

  it('a lot alone in brackets is a lot: our own labels of goods without GTIN say no more', () => {
    expect(company.clerk.items.readScan({ scan: '(10)L-77' })).toMatchObject({ item: null, lot: 'L-77', kind: 'gs1' })
  })

  it('with a price inside tell it to the counter, and the sale comes to exactly that', () => {
    const itemId = addCheese()
    company.owner.items.setMasks({ masks: [{ mask: '21{item:5}{price:5.2}' }] })
    const reading = company.clerk.items.readScan({ scan: weighed })
    expect(reading).toMatchObject({ item: { id: itemId }, quantityMicro: null })
    expect(reading.marked).toEqual({ amountMicro: 12_500_000, currency: null, isWeighed: true })
    // 12.50 with 13 % tax is 11.06 without; at 44.24 a kilogram that is 250 g.
    const line = asMarked(reading, {
      priceMicro: 44_240_000,
      taxRateMicro: 130_000,
      baseQuantity: 1,
      currency: 'CNY',
    })
    expect(line).toEqual({ quantityMicro: 250_000, priceMicro: 44_240_000 })
    expect(lineGrossMinor({ ...line, taxRateMicro: 130_000 } as Parameters<typeof lineGrossMinor>[0], 'CNY')).toBe(1250)
    // A price in other money than the shop's is not taken for it.
    const { gtin } = { gtin: '06901234567892' }
    add('43', 'pc', [gtin])
    const foreign = company.clerk.items.readScan({ scan: `]C101${gtin}3932978875` })
    expect(foreign.marked).toEqual({ amountMicro: 8_750_000, currency: 'EUR', isWeighed: false })
    const known = { priceMicro: 1, taxRateMicro: 0, baseQuantity: 1 }
    expect(asMarked(foreign, { ...known, currency: 'CNY' })).toBeUndefined()
    expect(asMarked(foreign, { ...known, currency: 'EUR' })).toEqual({ quantityMicro: PIECE, priceMicro: 8_750_000 })
  })
})
