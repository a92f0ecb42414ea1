import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { closeSound } from '../../support/supplies'

let company: TestCompany

beforeEach(() => {
  company = openTestCompany()
})
afterEach(() => closeSound(company))

const COLOUR = {
  name: 'Colour',
  values: [
    { code: 'R', name: 'red' },
    { code: 'B', name: 'blue' },
  ],
}
const SIZE = {
  name: 'Size',
  values: [
    { code: 'S', name: 'small' },
    { code: 'L', name: 'large' },
  ],
}
const COMMON = {
  category: 'Clothes',
  baseUnit: 'pc',
  lotTracked: false,
  shelfLifeDays: null,
  taxCode: 'standard',
  salesPriceMicro: 50_000_000,
  purchasePriceMicro: 20_000_000,
  supplierId: null,
  weightGrams: 150,
  volumeMillilitres: 0,
}

it('makes an item for every combination of an article, each with its own barcodes', () => {
  const { owner, clerk } = company
  const { id } = owner.items.saveFamily({ code: 'SHIRT', name: 'Shirt', axes: [COLOUR, SIZE] })
  expect(owner.items.generateVariants({ id, fields: COMMON, only: [['R', 'S']] }).added).toBe(1)
  expect(owner.items.generateVariants({ id, fields: COMMON }).added).toBe(3)
  expect(owner.items.generateVariants({ id, fields: COMMON }).added).toBe(0)
  const family = clerk.items.getFamily({ id })
  expect(family.variants.map(({ item, values }) => [item.code, item.name, values])).toEqual([
    ['SHIRT-R-S', 'Shirt red small', ['R', 'S']],
    ['SHIRT-R-L', 'Shirt red large', ['R', 'L']],
    ['SHIRT-B-S', 'Shirt blue small', ['B', 'S']],
    ['SHIRT-B-L', 'Shirt blue large', ['B', 'L']],
  ])
  const {
    id: _id,
    active: _active,
    packs: _packs,
    ...first
  } = owner.items.getItem({ id: family.variants[0]?.item.id ?? 0 })
  owner.items.changeItem({
    id: family.variants[0]?.item.id ?? 0,
    ...first,
    purchasePriceMicro: 20_000_000,
    packs: [{ unit: 'pc', baseQuantity: 1, barcodes: ['4006381333931'] }],
  })
  expect(clerk.items.getFamily({ id }).variants[0]?.barcodes).toEqual(['4006381333931'])
  expect(clerk.items.readScan({ scan: '4006381333931' }).item?.code).toBe('SHIRT-R-S')
  expect(clerk.items.listFamilies({ filter: 'shi' }).rows).toMatchObject([{ code: 'SHIRT', variants: 4 }])
  expect(clerk.search.find({ text: 'shirt' }).hits.map(({ kind }) => kind)).toContain('items.family')
})

it('grows by new values, and keeps those that variants have', () => {
  const { owner } = company
  const { id } = owner.items.saveFamily({ code: 'SHIRT', name: 'Shirt', axes: [COLOUR] })
  owner.items.generateVariants({ id, fields: COMMON })
  const save = (axes: (typeof COLOUR)[], isNew = false, code = 'SHIRT') =>
    owner.items.saveFamily({ ...(isNew ? {} : { id }), code, name: 'Shirt', axes })
  expect(refusalOf(() => save([COLOUR, SIZE])).code).toBe('items.axesFixed')
  expect(refusalOf(() => save([{ name: 'Colour', values: COLOUR.values.slice(1) }])).code).toBe('items.axisValueUsed')
  expect(refusalOf(() => save([COLOUR], true)).code).toBe('items.familyCodeTaken')
  expect(refusalOf(() => save([{ name: 'Colour', values: [...COLOUR.values, COLOUR.values[0]!] }])).code).toBe(
    'items.axisValueTwice',
  )
  const many = Array.from({ length: 23 }, (_none, at) => ({ code: `V${at}`, name: `v${at}` }))
  expect(
    refusalOf(() =>
      save(
        [
          { name: 'A', values: many },
          { name: 'B', values: many },
        ],
        true,
        'OTHER',
      ),
    ).code,
  ).toBe('items.tooManyVariants')
  save([{ name: 'Colour', values: [...COLOUR.values, { code: 'G', name: 'green' }] }])
  expect(owner.items.generateVariants({ id, fields: COMMON }).added).toBe(1)
})
