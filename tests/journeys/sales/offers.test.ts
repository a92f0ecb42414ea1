import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeDue } from '../../../src/main/edge/schedule'
import { checks } from '../../../src/main/operations/offers'
import { addDays, localDate } from '../../../src/shared/values/date'
import { goAbroad, USD } from '../../support/abroad'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

// Pages and sent papers count in days of the computer's own calendar.
const today = (): string => new Date(company.clock().getTime()).toISOString().slice(0, 10)
const FAR = '2999-01-01'

function quote(lines: readonly { item: 'bolt' | 'tea'; pieces: number; priceMicro: number }[], id?: number) {
  return company.bookkeeper.offers.saveQuotation({
    ...(id === undefined ? {} : { id }),
    customerId: supplies.customerId,
    warehouseId: supplies.warehouseId,
    quotedOn: '2026-03-02',
    validUntil: FAR,
    customerReference: 'RFQ 7',
    lines: lines.map(({ item, pieces, priceMicro }) => ({
      itemId: supplies[item].id,
      packId: supplies[item].packId,
      quantityMicro: pieces * PIECE,
      priceMicro,
    })),
  }).id
}

const get = (id: number) => company.bookkeeper.offers.getQuotation({ id })
const DAYS = { orderedOn: '2026-03-02', promisedOn: '2026-03-05' }

describe('a quotation', () => {
  it('is sent with its number and becomes an order in two parts', () => {
    const id = quote([
      { item: 'bolt', pieces: 10, priceMicro: 19_500_000 },
      { item: 'tea', pieces: 3, priceMicro: 33_330_000 },
    ])
    // 10 x 19.50 = 195.00 at 13 %: 25.35; 3 x 33.33 = 99.99 at 9 %: 9.00
    expect(get(id)).toMatchObject({
      state: 'draft',
      number: null,
      netMinor: 29_499,
      taxMinor: 3435,
      grossMinor: 32_934,
    })
    const { offers } = company.bookkeeper
    expect(refusalOf(() => offers.orderQuotation({ id, ...DAYS })).code).toBe('offers.quotationNotSent')
    expect(offers.sendQuotation({ id })).toMatchObject({ number: 'QU-2026-000001', state: 'sent' })
    expect(refusalOf(() => quote([{ item: 'bolt', pieces: 1, priceMicro: 1 }], id)).code).toBe(
      'offers.quotationNotDraft',
    )
    const [bolts, tea] = get(id).lines
    const more = [{ lineId: bolts!.id, quantityMicro: 11 * PIECE }]
    const refused = refusalOf(() => offers.orderQuotation({ id, ...DAYS, lines: more }))
    expect([refused.code, refused.field, refused.params]).toEqual([
      'offers.moreThanQuoted',
      'lines.0.quantityMicro',
      { item: 'BOLT Bolt M8', open: '10', wanted: '11' },
    ])
    const part = [{ lineId: bolts!.id, quantityMicro: 4 * PIECE }]
    expect(refusalOf(() => offers.orderQuotation({ id, ...DAYS, lines: [...part, ...part] })).code).toBe(
      'offers.lineUnknown',
    )
    const first = offers.orderQuotation({ id, ...DAYS, lines: part })
    expect(company.bookkeeper.sales.getOrder({ id: first.id })).toMatchObject({
      state: 'draft',
      customerReference: 'RFQ 7',
      netMinor: 7800,
      chain: { from: [{ kind: 'offers.quotation', number: 'QU-2026-000001' }] },
    })
    expect(get(id)).toMatchObject({ state: 'partly-won', chain: { to: [{ kind: 'sales.order', id: first.id }] } })
    const second = offers.orderQuotation({ id, ...DAYS })
    expect(company.bookkeeper.sales.getOrder({ id: second.id }).lines).toMatchObject([
      { quantityMicro: 6 * PIECE, priceMicro: 19_500_000 },
      { quantityMicro: 3 * PIECE, priceMicro: 33_330_000, item: { id: tea!.item.id } },
    ])
    expect(get(id).state).toBe('won')
    expect(refusalOf(() => offers.orderQuotation({ id, ...DAYS })).code).toBe('offers.allOrdered')
    // a draft that is thrown away, and an order that is cancelled, give their part back
    company.bookkeeper.sales.deleteOrder({ id: second.id })
    expect(get(id).lines).toMatchObject([{ orderedMicro: 4 * PIECE }, { orderedMicro: 0 }])
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 4 }])
    company.bookkeeper.sales.confirmOrder({ id: first.id })
    company.bookkeeper.sales.cancelOrder({ id: first.id })
    expect(get(id)).toMatchObject({ state: 'sent', lines: [{ orderedMicro: 0 }, { orderedMicro: 0 }] })
  })

  it('is revised over what is open; the customer’s former one stays and comes back with the draft discarded', () => {
    const id = quote([
      { item: 'bolt', pieces: 10, priceMicro: 20_000_000 },
      { item: 'tea', pieces: 2, priceMicro: 30_000_000 },
    ])
    const { offers } = company.bookkeeper
    offers.sendQuotation({ id })
    const [bolts] = get(id).lines
    offers.orderQuotation({ id, ...DAYS, lines: [{ lineId: bolts!.id, quantityMicro: 10 * PIECE }] })
    offers.reviseQuotation({ id, validUntil: FAR })
    expect(get(id)).toMatchObject({ state: 'draft', revision: 2, number: 'QU-2026-000001', netMinor: 6000 })
    expect(get(id).lines).toHaveLength(1)
    offers.deleteQuotation({ id })
    expect(get(id)).toMatchObject({ state: 'partly-won', revision: 1, netMinor: 26_000, earlier: [] })
    offers.reviseQuotation({ id, validUntil: FAR })
    quote([{ item: 'tea', pieces: 2, priceMicro: 28_000_000 }], id)
    expect(offers.sendQuotation({ id }).number).toBe('QU-2026-000001')
    expect(get(id)).toMatchObject({ state: 'partly-won', revision: 2, netMinor: 5600, earlier: [{ revision: 1 }] })
    for (const locale of ['en', 'zh-CN'] as const) {
      expect(offers.quotationPdf({ id, locale }).fileName).toBe('QU-2026-000001-2.pdf')
      expect(offers.quotationPdf({ id, revision: 1, locale }).pdf.length).toBeGreaterThan(1000)
    }
    expect(refusalOf(() => offers.quotationPdf({ id, revision: 3, locale: 'en' })).code).toBe('offers.revisionUnknown')
  })

  it('is lost with a reason and taken up again; one whose day is over makes no order', () => {
    const id = quote([{ item: 'bolt', pieces: 1, priceMicro: 20_000_000 }])
    const { offers } = company.bookkeeper
    offers.sendQuotation({ id })
    offers.loseQuotation({ id, reason: 'too dear' })
    expect(get(id)).toMatchObject({ state: 'lost', lostReason: 'too dear' })
    expect(refusalOf(() => offers.orderQuotation({ id, ...DAYS })).code).toBe('offers.quotationNotSent')
    expect(offers.reopenQuotation({ id }).state).toBe('sent')
    const late = offers.saveQuotation({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      quotedOn: '2026-03-02',
      validUntil: today(),
      lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro: 1 }],
    }).id
    offers.sendQuotation({ id: late })
    company.clock.set('2026-03-05T08:00:00Z')
    expect(refusalOf(() => offers.orderQuotation({ id: late, ...DAYS })).code).toBe('offers.expired')
    expect(refusalOf(() => offers.reviseQuotation({ id: late, validUntil: '2026-03-04' })).code).toBe(
      'offers.endsInThePast',
    )
    expect(offers.listQuotations({ state: 'expired' }).rows.map((row) => row.id)).toEqual([late])
    expect(offers.listQuotations({})).toMatchObject({ total: 2 })
    expect(refusalOf(() => company.clerk.offers.loseQuotation({ id, reason: 'x' })).code).toBe('access.rightMissing')
  })
})

describe('a standing order', () => {
  function standing(fields: object = {}): number {
    return company.bookkeeper.offers.saveStanding({
      name: 'Corner Shop, Mondays',
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      rhythm: 'weekly',
      nextOn: '2026-03-02',
      lines: [
        { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: 5 * PIECE },
        { itemId: supplies.tea.id, packId: supplies.tea.packId, quantityMicro: PIECE, priceMicro: 9_000_000 },
      ],
      ...fields,
    }).id
  }
  const getStanding = (id: number) => company.bookkeeper.offers.getStanding({ id })

  it('becomes a draft by itself on its day, once, at the prices of the day', () => {
    const id = standing()
    expect(makeDue(company.company, '2026-03-01')).toEqual({ made: 0, refused: 0 })
    expect(makeDue(company.company, '2026-03-02')).toEqual({ made: 1, refused: 0 })
    expect(makeDue(company.company, '2026-03-02')).toEqual({ made: 0, refused: 0 })
    const { made, nextOn } = getStanding(id)
    expect(nextOn).toBe('2026-03-09')
    expect(company.bookkeeper.sales.getOrder({ id: made[0]!.orderId })).toMatchObject({
      state: 'draft',
      orderedOn: '2026-03-02',
      promisedOn: '2026-03-03',
      lines: [{ priceMicro: 20_000_000 }, { priceMicro: 9_000_000 }],
    })
    // asked for a day that was made: the order made then
    expect(company.bookkeeper.offers.orderStanding({ id, dueOn: '2026-03-02' }).id).toBe(made[0]!.orderId)
    expect(refusalOf(() => company.bookkeeper.offers.orderStanding({ id, dueOn: '2026-03-09' })).code).toBe(
      'offers.standingNotDue',
    )
    // by hand at any time; the rhythm does not move
    company.bookkeeper.offers.orderStanding({ id })
    expect(getStanding(id).nextOn).toBe('2026-03-09')
  })

  it('is made once after a long absence, and ends with its last day', () => {
    const id = standing({ untilOn: '2026-03-30' })
    company.clock.set('2026-03-24T08:00:00Z')
    expect(makeDue(company.company, '2026-03-24')).toEqual({ made: 1, refused: 0 })
    expect(getStanding(id)).toMatchObject({ nextOn: '2026-03-30', active: true })
    company.clock.set('2026-03-30T08:00:00Z')
    makeDue(company.company, '2026-03-30')
    expect(getStanding(id)).toMatchObject({ nextOn: null, active: false })
    expect(getStanding(id).made).toHaveLength(2)
  })

  it('that cannot be made stays due and keeps no other from its day', () => {
    const other = company.owner.parties.addPartner({
      code: 'C2',
      name: 'Closed Shop',
      isCustomer: true,
      isSupplier: false,
      paymentTermsDays: 0,
      creditLimitMinor: null,
      minimumRemainingLifeDays: 0,
      taxNumber: '',
      phone: '',
      email: '',
      address: '',
    }).id
    const stuck = standing({ customerId: other })
    const id = standing()
    const { active: _active, ...fields } = company.owner.parties.getPartner({ id: other })
    company.owner.parties.changePartner({ ...fields, isCustomer: false, isSupplier: true })
    expect(makeDue(company.company, '2026-03-02')).toEqual({ made: 1, refused: 1 })
    expect(getStanding(stuck).nextOn).toBe('2026-03-02')
    expect(company.bookkeeper.offers.listStanding({ dueBy: '2026-03-02' }).rows.map((row) => row.id)).toEqual([stuck])
    expect(getStanding(id).nextOn).toBe('2026-03-09')
    expect(refusalOf(() => standing({ nextOn: null })).code).toBe('offers.standingNeedsDay')
  })

  it('is filled from what the customer usually orders', () => {
    const { bookkeeper } = company
    expect(bookkeeper.offers.usualOrder({ customerId: supplies.customerId })).toEqual({
      everyDays: null,
      orders: 0,
      lines: [],
    })
    const at = localDate(company.clock())
    const buy = (daysAgo: number, bolts: number, teas: number): void => {
      const { id } = bookkeeper.sales.saveOrder({
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        orderedOn: addDays(at, -daysAgo),
        promisedOn: at,
        lines: [
          { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: bolts * PIECE, priceMicro: 1 },
          ...(teas === 0
            ? []
            : [{ itemId: supplies.tea.id, packId: supplies.tea.packId, quantityMicro: teas * PIECE, priceMicro: 1 }]),
        ],
      })
      company.owner.sales.confirmOrder({ id, backOrder: true })
    }
    buy(400, 99, 99)
    buy(20, 4, 0)
    buy(13, 10, 2)
    buy(6, 6, 0)
    // bolts on three orders: 4, 6, 10; tea on one of three is no habit; days 20, 13, 6: every seven
    expect(bookkeeper.offers.usualOrder({ customerId: supplies.customerId })).toMatchObject({
      everyDays: 7,
      orders: 3,
      lines: [{ item: { code: 'BOLT' }, quantityMicro: 6 * PIECE, orders: 3, lastOn: addDays(at, -6) }],
    })
  })
})

describe('in dollars', () => {
  const sellAbroad = (abroad: ReturnType<typeof goAbroad>, price: number) => ({
    customerId: abroad.customerId,
    warehouseId: supplies.warehouseId,
    ...USD,
    lines: [
      { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: 10 * PIECE, priceMicro: price * 1e6 },
    ],
  })

  it('a quotation keeps its price in dollars through revision and order, each at the rate of its day', () => {
    const abroad = goAbroad(company, { '2026-03-01': 7.1, '2026-03-10': 7.05 })
    const { offers } = company.bookkeeper
    const { id } = offers.saveQuotation({
      ...sellAbroad(abroad, 3),
      quotedOn: '2026-03-02',
      validUntil: '2099-01-01',
    })
    offers.sendQuotation({ id })
    // 10 x 3.00 and 13 % tax, in dollars; at 7.10
    expect(offers.getQuotation({ id })).toMatchObject({
      currency: 'USD',
      rateMicro: 7_100_000,
      foreignNetMinor: 3000,
      foreignTaxMinor: 390,
      netMinor: 21_300,
      lines: [{ foreignPriceMicro: 3_000_000, priceMicro: 21_300_000 }],
    })
    expect(offers.listQuotations({}).rows).toMatchObject([{ currency: 'USD', foreignGrossMinor: 3390 }])
    offers.reviseQuotation({ id, validUntil: '2099-02-01' })
    offers.sendQuotation({ id })
    expect(offers.getQuotation({ id })).toMatchObject({
      foreignNetMinor: 3000,
      earlier: [{ currency: 'USD', foreignGrossMinor: 3390 }],
    })
    const order = offers.orderQuotation({ id, orderedOn: '2026-03-10', promisedOn: '2026-03-12' })
    expect(company.owner.sales.getOrder({ id: order.id })).toMatchObject({
      currency: 'USD',
      rateMicro: 7_050_000,
      foreignNetMinor: 3000,
      lines: [{ foreignPriceMicro: 3_000_000 }],
    })
    expect(
      foundAfter(company, checks, 'UPDATE offers_quotation SET foreign_net_minor = foreign_net_minor + 1'),
    ).toContain('offers.quotation totals equal their lines')
  })

  it('a standing order takes typed prices as dollars and turns those of the lists', () => {
    const abroad = goAbroad(company, { '2026-01-01': 8 })
    const head = { ...sellAbroad(abroad, 3), name: 'Monthly', rhythm: 'none', nextOn: null } as const
    const { id } = company.bookkeeper.offers.saveStanding({
      ...head,
      lines: [...head.lines, { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE }],
    })
    const order = company.bookkeeper.offers.orderStanding({ id })
    // 20.00 of the list at 8 are 2.50 dollars
    expect(company.owner.sales.getOrder({ id: order.id })).toMatchObject({
      currency: 'USD',
      lines: [{ foreignPriceMicro: 3_000_000 }, { foreignPriceMicro: 2_500_000 }],
    })
  })
})

describe('the win rate', () => {
  it('counts what was decided: won, lost with its reason, over without an answer; not what still waits', () => {
    const { offers } = company.bookkeeper
    const quote = (pieces: number): number => {
      const { id } = offers.saveQuotation({
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        quotedOn: localDate(company.clock()),
        validUntil: '2099-01-01',
        lines: [
          {
            itemId: supplies.bolt.id,
            packId: supplies.bolt.packId,
            quantityMicro: pieces * PIECE,
            priceMicro: 10_000_000,
          },
        ],
      })
      return offers.sendQuotation({ id }).id
    }
    const won = quote(6)
    offers.loseQuotation({ id: quote(4), reason: 'Too dear' })
    quote(50)
    const today = localDate(company.clock())
    const rate = () => offers.winRate({ from: addDays(today, -30), to: today })
    expect(rate()).toMatchObject({ decided: 1, won: 0, quotedMinor: 4000, orderedMinor: 0 })
    offers.orderQuotation({ id: won, orderedOn: today, promisedOn: today })
    expect(rate()).toMatchObject({
      decided: 2,
      won: 1,
      quotedMinor: 10_000,
      orderedMinor: 6000,
      lost: [{ reason: 'Too dear', count: 1 }],
    })
    expect(offers.winRate({ from: '2020-01-01', to: '2020-12-31' })).toMatchObject({ decided: 0, lost: [] })
  })
})
