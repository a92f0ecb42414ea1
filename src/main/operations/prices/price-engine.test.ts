import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MICRO } from '../../../shared/values/integers'
import { priceOfLine, type ListPrice, type PriceQuestion, type Promotion } from './price-engine'

const PIECE = MICRO
const yuan = (text: number): number => Math.round(text * MICRO)
const percent = (part: number): number => part * 10_000

const row = (fields: Partial<ListPrice>): ListPrice => ({
  listId: 1,
  name: 'Everyone',
  rank: 0,
  validFrom: '2026-01-01',
  packId: 0,
  minimumMicro: 0,
  priceMicro: yuan(10),
  maximumDiscountMicro: null,
  ...fields,
})
const promotion = (fields: Partial<Promotion>): Promotion => ({
  id: 1,
  name: 'Spring',
  minimumMicro: 0,
  discountMicro: percent(20),
  priceMicro: null,
  isAlone: false,
  ...fields,
})
const question = (fields: Partial<PriceQuestion>): PriceQuestion => ({
  quantityMicro: 5 * PIECE,
  packId: 1,
  packBaseQuantity: 1,
  itemPriceMicro: yuan(12),
  listPrices: [],
  promotions: [],
  classDiscountMicro: 0,
  maximumDiscountMicro: MICRO,
  ...fields,
})

// Worked by hand: the item costs 12.00, everyone's list says 10.00.
describe.each<[string, Partial<PriceQuestion>, number, string]>([
  ['no list', {}, 12, 'item'],
  ['everyone’s list', { listPrices: [row({})] }, 10, 'list'],
  [
    'a class before a channel',
    { listPrices: [row({ rank: 1, priceMicro: yuan(8) }), row({ rank: 2, priceMicro: yuan(9) })] },
    9,
    'list',
  ],
  [
    'the class in its channel before both',
    { listPrices: [row({ rank: 2, priceMicro: yuan(9) }), row({ rank: 3, priceMicro: yuan(9.5) })] },
    9.5,
    'list',
  ],
  [
    'a contract before everything',
    { listPrices: [row({ rank: 3, priceMicro: yuan(7) }), row({ rank: 4, priceMicro: yuan(9.9) })] },
    9.9,
    'contract',
  ],
  [
    'the newer of two lists',
    { listPrices: [row({}), row({ listId: 2, validFrom: '2026-03-01', priceMicro: yuan(11) })] },
    11,
    'list',
  ],
  ['a break not reached', { listPrices: [row({}), row({ minimumMicro: 6 * PIECE, priceMicro: yuan(9) })] }, 10, 'list'],
  [
    'a break reached exactly',
    { listPrices: [row({}), row({ minimumMicro: 5 * PIECE, priceMicro: yuan(9) })] },
    9,
    'list',
  ],
  [
    'the highest of two breaks',
    {
      listPrices: [
        row({}),
        row({ minimumMicro: 2 * PIECE, priceMicro: yuan(9.5) }),
        row({ minimumMicro: 4 * PIECE, priceMicro: yuan(9) }),
      ],
    },
    9,
    'list',
  ],
  [
    'a narrower list without the break falls to the wider one',
    { listPrices: [row({}), row({ rank: 2, minimumMicro: 100 * PIECE, priceMicro: yuan(5) })] },
    10,
    'list',
  ],
  [
    'a case of 12 at 96.00 is 8.00 a piece',
    { packId: 2, packBaseQuantity: 12, listPrices: [row({}), row({ packId: 2, priceMicro: yuan(96) })] },
    8,
    'list',
  ],
  [
    'the price of a case is not for pieces',
    { listPrices: [row({}), row({ packId: 2, priceMicro: yuan(96) })] },
    10,
    'list',
  ],
  [
    'a case of 3 at 10.00 is 3.333333',
    { packId: 2, packBaseQuantity: 3, listPrices: [row({ packId: 2, priceMicro: yuan(10) })] },
    3.333333,
    'list',
  ],
  ['20 % off 10.00', { listPrices: [row({})], promotions: [promotion({})] }, 8, 'promotion'],
  [
    'a promotion’s own price',
    { listPrices: [row({})], promotions: [promotion({ discountMicro: null, priceMicro: yuan(7.77) })] },
    7.77,
    'promotion',
  ],
  [
    'the better of two promotions',
    { listPrices: [row({})], promotions: [promotion({}), promotion({ id: 2, discountMicro: percent(25) })] },
    7.5,
    'promotion',
  ],
  [
    'a promotion dearer than the list is none',
    { listPrices: [row({})], promotions: [promotion({ discountMicro: null, priceMicro: yuan(11) })] },
    10,
    'list',
  ],
  [
    'a promotion from 6 on',
    { listPrices: [row({})], promotions: [promotion({ minimumMicro: 6 * PIECE })] },
    10,
    'list',
  ],
  ['5 % of the class off 10.00', { listPrices: [row({})], classDiscountMicro: percent(5) }, 9.5, 'class'],
  [
    '20 % and then 5 %: 10.00, 8.00, 7.60',
    { listPrices: [row({})], promotions: [promotion({})], classDiscountMicro: percent(5) },
    7.6,
    'class',
  ],
  [
    'alone: 20 % and no 5 %',
    { listPrices: [row({})], promotions: [promotion({ isAlone: true })], classDiscountMicro: percent(5) },
    8,
    'promotion',
  ],
  [
    'alone and worse than the class',
    {
      listPrices: [row({})],
      promotions: [promotion({ isAlone: true, discountMicro: percent(3) })],
      classDiscountMicro: percent(5),
    },
    9.5,
    'class',
  ],
  [
    'at most 15 % off: 10.00, 8.00, 7.60, 8.50',
    {
      listPrices: [row({})],
      promotions: [promotion({})],
      classDiscountMicro: percent(5),
      maximumDiscountMicro: percent(15),
    },
    8.5,
    'floor',
  ],
  [
    'the list’s own floor before the house’s',
    {
      listPrices: [row({ maximumDiscountMicro: percent(22) })],
      promotions: [promotion({})],
      classDiscountMicro: percent(5),
      maximumDiscountMicro: percent(15),
    },
    7.8,
    'floor',
  ],
  [
    'no discount on a contract',
    { listPrices: [row({ rank: 4 })], promotions: [promotion({})], classDiscountMicro: percent(5) },
    10,
    'contract',
  ],
])('%s', (_name, fields, price, lastStep) => {
  it(`is ${price}`, () => {
    const answer = priceOfLine(question(fields))
    expect([answer.priceMicro, answer.steps.at(-1)?.kind]).toEqual([yuan(price), lastStep])
  })
})

const part = fc.integer({ min: 0, max: MICRO })
const price = fc.integer({ min: 0, max: yuan(100_000) })

describe('for whatever lists and discounts', () => {
  const questions = fc.record({
    listPrices: fc.array(
      fc
        .record({
          listId: fc.nat(5),
          rank: fc.integer({ min: 0, max: 4 }),
          packId: fc.nat(2),
          minimumMicro: fc.nat(10 * PIECE),
          priceMicro: price,
        })
        .map(row),
      { maxLength: 6 },
    ),
    promotions: fc.array(
      fc.oneof(
        fc.record({ discountMicro: part, isAlone: fc.boolean(), minimumMicro: fc.nat(10 * PIECE) }).map(promotion),
        fc
          .record({ priceMicro: price, isAlone: fc.boolean() })
          .map((fields) => promotion({ ...fields, discountMicro: null })),
      ),
      { maxLength: 4 },
    ),
    quantityMicro: fc.integer({ min: 1, max: 20 * PIECE }),
    classDiscountMicro: part,
    maximumDiscountMicro: part,
  })

  it('stays between floor and start, and the last step is the price', () => {
    fc.assert(
      fc.property(questions, (fields) => {
        const answer = priceOfLine(question(fields))
        expect(answer.priceMicro).toBeLessThanOrEqual(answer.startMicro)
        // The floor itself is rounded, by half a micro at most.
        const missed =
          BigInt(answer.startMicro) * BigInt(MICRO - fields.maximumDiscountMicro) -
          BigInt(answer.priceMicro) * BigInt(MICRO)
        expect(missed * 2n <= BigInt(MICRO)).toBe(true)
        expect(answer.steps.at(-1)?.priceMicro).toBe(answer.priceMicro)
      }),
    )
  })

  it('never gets dearer by one more promotion, nor by the order in which they are read', () => {
    fc.assert(
      fc.property(questions, part, (fields, discountMicro) => {
        const before = priceOfLine(question(fields)).priceMicro
        const more = [...fields.promotions, promotion({ discountMicro })]
        expect(priceOfLine(question({ ...fields, promotions: more })).priceMicro).toBeLessThanOrEqual(before)
        const turned = { ...fields, promotions: fields.promotions.toReversed() }
        expect(priceOfLine(question(turned)).priceMicro).toBe(before)
      }),
    )
  })
})
