import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLineActor } from '../../../src/main/foundation/access'
import { openTestCompany, PASSWORD, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { draftOrder, sell, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 100 }])
})
afterEach(() => closeSound(company))

const yuan = (text: number): number => Math.round(text * 1_000_000)
const priceOf = (quantity: number, fields: object = {}) =>
  company.clerk.sales.lineAdvice({
    itemId: supplies.bolt.id,
    warehouseId: supplies.warehouseId,
    customerId: supplies.customerId,
    quantityMicro: quantity * PIECE,
    on: '2026-03-10',
    ...fields,
  }).priceMicro

function addList(fields: { code: string; customerId?: number; classId?: number; channelId?: number }, lines: object[]) {
  const { id } = company.bookkeeper.prices.saveList({ name: fields.code, validFrom: '2026-03-01', ...fields })
  company.bookkeeper.prices.setPrices({
    listId: id,
    lines: lines.map((line) => ({ itemId: supplies.bolt.id, priceMicro: 0, ...line })),
  })
  return id
}

describe('a price', () => {
  it('comes from the narrowest list, its quantity breaks and the promotions of the day', () => {
    expect(priceOf(1)).toBe(yuan(20))
    addList({ code: 'ALL' }, [{ priceMicro: yuan(19) }, { minimumMicro: 10 * PIECE, priceMicro: yuan(18) }])
    expect([priceOf(9), priceOf(10)]).toEqual([yuan(19), yuan(18)])
    const wholesale = company.bookkeeper.prices.saveClass({ code: 'W', name: 'Wholesale', discountMicro: 100_000 })
    const web = company.bookkeeper.prices.saveChannel({ code: 'WEB', name: 'Web shop' })
    company.bookkeeper.prices.setCustomerTerms({
      customerId: supplies.customerId,
      classId: wholesale.id,
      channelId: null,
    })
    expect(priceOf(1)).toBe(yuan(17.1))
    addList({ code: 'WEB', channelId: web.id }, [{ priceMicro: yuan(16) }])
    expect([priceOf(1), priceOf(1, { channelId: web.id })]).toEqual([yuan(17.1), yuan(14.4)])
    company.bookkeeper.prices.savePromotion({
      name: 'Spring',
      validFrom: '2026-03-10',
      validTo: '2026-03-12',
      category: 'General',
      discountMicro: 200_000,
    })
    expect([priceOf(1), priceOf(1, { on: '2026-03-13' })]).toEqual([yuan(13.68), yuan(17.1)])
    company.bookkeeper.prices.setPolicy({ maximumDiscountMicro: 250_000 })
    expect(priceOf(1)).toBe(yuan(14.25))
    const contract = addList({ code: 'C1-2026', customerId: supplies.customerId }, [{ priceMicro: yuan(15.55) }])
    expect(priceOf(1)).toBe(yuan(15.55))
    const { steps } = company.clerk.prices.priceOf({
      itemId: supplies.bolt.id,
      quantityMicro: PIECE,
      customerId: supplies.customerId,
      on: '2026-03-10',
    })
    expect(steps).toEqual([{ kind: 'contract', name: 'C1-2026', priceMicro: yuan(15.55) }])
    expect(company.clerk.prices.listLists({ side: 'contracts' }).rows).toMatchObject([
      { code: 'C1-2026', lines: 1, customer: { code: 'C1' } },
    ])
    const { rows } = company.clerk.prices.listPrices({ listId: contract })
    company.bookkeeper.prices.removePrices({ listId: contract, lineIds: [rows[0]!.id] })
    expect(priceOf(1)).toBe(yuan(14.25))
  })

  it('is of a pack where the list says so', () => {
    const { owner } = company
    const item = owner.items.getItem({ id: supplies.bolt.id })
    owner.items.changeItem({
      ...Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'active')),
      purchasePriceMicro: item.purchasePriceMicro ?? 0,
      packs: [
        { unit: 'pc', baseQuantity: 1, barcodes: [] },
        { unit: 'case', baseQuantity: 12, barcodes: [] },
      ],
    } as never)
    const packId = owner.items.getItem({ id: supplies.bolt.id }).packs[1]!.id
    addList({ code: 'CASES' }, [{ packId, priceMicro: yuan(180) }])
    expect([priceOf(12), priceOf(12, { packId })]).toEqual([yuan(20), yuan(15)])
  })

  it('is kept by those who may, without contradictions', () => {
    const { prices } = company.bookkeeper
    const head = { name: 'List', validFrom: '2026-03-01' }
    prices.saveList({ ...head, code: 'A' })
    expect(refusalOf(() => prices.saveList({ ...head, code: 'a' })).code).toBe('prices.codeTaken')
    expect(refusalOf(() => prices.saveList({ ...head, code: 'B', validTo: '2026-02-28' })).code).toBe(
      'prices.endsBeforeStart',
    )
    const channelId = prices.saveChannel({ code: 'SHOP', name: 'Shop' }).id
    expect(
      refusalOf(() => prices.saveList({ ...head, code: 'B', customerId: supplies.customerId, channelId })).code,
    ).toBe('prices.contractIsForOne')
    const days = { name: 'P', validFrom: '2026-03-01', validTo: '2026-03-02' }
    expect(refusalOf(() => prices.savePromotion(days)).code).toBe('prices.discountOrPrice')
    expect(refusalOf(() => prices.savePromotion({ ...days, priceMicro: 1 })).code).toBe('prices.priceNeedsItem')
    expect(refusalOf(() => company.clerk.prices.saveList({ ...head, code: 'C' })).code).toBe('access.rightMissing')
    prices.saveChannel({ id: channelId, code: 'SHOP', name: 'Shop', active: false })
    expect(refusalOf(() => draft({ channelId })).code).toBe('prices.channelArchived')
  })
})

function draft(fields: { channelId?: number; priceMicro?: number }): number {
  const { channelId = null, priceMicro = yuan(20) } = fields
  return company.bookkeeper.sales.saveOrder({
    customerId: supplies.customerId,
    warehouseId: supplies.warehouseId,
    orderedOn: '2026-03-02',
    promisedOn: '2026-03-03',
    channelId,
    lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro }],
  }).id
}

describe('below cost', () => {
  it('an order is confirmed only with the owner’s word', () => {
    const id = draft({ priceMicro: yuan(9.99) })
    const confirm = (approval?: { login: string; pin: string }) =>
      company.bookkeeper.sales.confirmOrder({ id, ...(approval === undefined ? {} : { approval }) })
    const refused = refusalOf(() => confirm())
    expect([refused.code, refused.params]).toEqual(['sales.belowCost', { lines: '1' }])
    expect(refusalOf(() => confirm({ login: 'owner', pin: 'wrong' })).code).toBe('access.signInFailed')
    expect(refusalOf(() => confirm({ login: 'clerk', pin: '2468' })).code).toBe('access.approverLacksRight')
    expect(company.bookkeeper.sales.getOrder({ id }).state).toBe('draft')
    expect(confirm({ login: 'owner', pin: PASSWORD }).state).toBe('confirmed')
    const trail = JSON.stringify(company.owner.audit.listEntries({}))
    expect(trail).not.toContain(PASSWORD)
  })

  it('needs no word at cost, nor from the owner', () => {
    expect(company.bookkeeper.sales.confirmOrder({ id: draft({ priceMicro: yuan(10) }) }).state).toBe('confirmed')
    expect(company.owner.sales.confirmOrder({ id: draft({ priceMicro: 1 }) }).state).toBe('confirmed')
  })

  it('needs no word from whoever holds the file at the command line, nor an account of theirs', () => {
    const shell = company.as(commandLineActor())
    expect(shell.sales.confirmOrder({ id: draft({ priceMicro: 1 }) }).state).toBe('confirmed')
    const approval = { login: 'owner', pin: PASSWORD }
    expect(shell.sales.confirmOrder({ id: draft({ priceMicro: 1 }), approval }).state).toBe('confirmed')
  })
})

describe('what the customer paid before', () => {
  it('is shown three times back, and proposed where no list knows the item', () => {
    for (const price of [21, 22, 23, 24]) {
      sell(company, supplies, [{ item: supplies.bolt, pieces: 1, priceMicro: yuan(price) }])
    }
    draftOrder(company, supplies, [{ item: supplies.bolt, pieces: 1, priceMicro: yuan(99) }])
    const advice = company.clerk.sales.lineAdvice({
      itemId: supplies.bolt.id,
      warehouseId: supplies.warehouseId,
      customerId: supplies.customerId,
    })
    expect(advice.lastPrices.map((last) => last.priceMicro)).toEqual([yuan(24), yuan(23), yuan(22)])
    expect([advice.priceMicro, advice.unitCostMicro]).toEqual([yuan(24), null])
    addList({ code: 'ALL' }, [{ priceMicro: yuan(19) }])
    expect(priceOf(1)).toBe(yuan(19))
  })
})
