import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/operations/orders'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { receive } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let second: number
let channelId: number

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  second = company.owner.warehouse.addWarehouse({
    code: 'W2',
    name: 'Second',
    zones: [{ code: 'A', name: 'Ambient', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 }],
  }).id
  receive(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  receive(company, { ...supplies, warehouseId: second }, [
    { item: supplies.tea, pieces: 5, lotCode: 'L1', expiresOn: '2026-12-31' },
  ])
  channelId = company.bookkeeper.prices.saveChannel({ code: 'WEB', name: 'Web shop' }).id
})
afterEach(() => closeSound(company))

const take = (externalNumber: string, lines: { item: string; countMicro: number }[]) =>
  company.bookkeeper.orders.takeOrder({
    channelId,
    externalNumber,
    warehouseId: supplies.warehouseId,
    customer: 'C1',
    shipTo: '1 Market Street',
    promisedOn: '2026-03-03',
    lines,
  })
const BOTH = [
  { item: 'BOLT', countMicro: 2 * PIECE },
  { item: 'TEA', countMicro: 3 * PIECE },
]
const split = (id: number, by: 'stock' | 'warehouse' | 'carrier' | 'temperature') =>
  company.bookkeeper.orders.splitRequest({ id, by })
const get = (id: number) => company.bookkeeper.orders.getRequest({ id })
const itemsOf = (id: number) => get(id).lines.map(({ item }) => item?.code)

describe('an order in the queue is split', () => {
  it('by where the goods are: each part leaves from the warehouse that has it', () => {
    const { id, problems } = take('W-1', BOTH)
    expect(problems.map(({ code }) => code)).toEqual(['stock'])
    const part = split(id, 'warehouse')
    expect(part).toMatchObject({ externalNumber: 'W-1/2', problems: [] })
    expect([get(id).warehouseId, get(part.id).warehouseId]).toEqual([supplies.warehouseId, second])
    expect([itemsOf(id), itemsOf(part.id)]).toEqual([['BOLT'], ['TEA']])
    expect(refusalOf(() => split(id, 'warehouse')).code).toBe('orders.nothingToSplit')
    for (const each of [id, part.id]) company.bookkeeper.orders.releaseOrder({ id: each })
    const orderOf = (each: number) => company.bookkeeper.sales.getOrder({ id: get(each).orderId! })
    expect([orderOf(id).warehouseId, orderOf(part.id).warehouseId]).toEqual([supplies.warehouseId, second])
    expect(
      foundAfter(company, checks, `UPDATE orders_request SET warehouse_id = ${second} WHERE external_number = 'W-1'`),
    ).toEqual(['orders.placed goods leave from where their request says'])
  })

  it('not at all where one warehouse has everything: it moves there whole, and nobody promises a piece twice', () => {
    const moved = take('W-2', [{ item: 'TEA', countMicro: 3 * PIECE }])
    expect(split(moved.id, 'warehouse')).toMatchObject({ id: moved.id, problems: [] })
    expect(get(moved.id).warehouseId).toBe(second)
    // 5 teas in the second warehouse: the first line of 3 goes there, the other 3 are nowhere
    const twice = take('W-3', [
      { item: 'TEA', countMicro: 3 * PIECE },
      { item: 'TEA', countMicro: 3 * PIECE },
    ])
    split(twice.id, 'warehouse')
    expect(get(twice.id).problems.map(({ code }) => code)).toEqual(['stock'])
    expect(get(twice.id).lines).toHaveLength(1)
  })

  it('within a line that no one place can fill, in whole units and at the price of the whole', () => {
    receive(company, { ...supplies, warehouseId: second }, [{ item: supplies.bolt, pieces: 4 }])
    const countsOf = (id: number): number[] => get(id).lines.map((line) => line.countMicro / PIECE)
    const { id } = take('W-6', [{ item: 'BOLT', countMicro: 13 * PIECE }])
    const part = split(id, 'warehouse')
    expect([countsOf(id), countsOf(part.id)]).toEqual([[10], [3]])
    expect([get(id).warehouseId, get(part.id).warehouseId]).toEqual([supplies.warehouseId, second])
    expect([get(id).problems, get(part.id).problems]).toEqual([[], []])
    for (const each of [id, part.id]) {
      company.bookkeeper.orders.releaseOrder({ id: each })
      const { lines } = company.bookkeeper.sales.getOrder({ id: get(each).orderId! })
      expect(lines).toMatchObject([{ priceMicro: 20_000_000 }])
    }
    // one bolt is left in the second warehouse, none here: the rest waits by itself
    const more = take('W-7', [{ item: 'BOLT', countMicro: 3 * PIECE }])
    const moved = split(more.id, 'warehouse')
    expect([countsOf(more.id), countsOf(moved.id)]).toEqual([[2], [1]])
    expect(get(more.id).problems.map(({ code }) => code)).toEqual(['stock'])
    receive(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    const rest = split(more.id, 'stock')
    expect([countsOf(more.id), countsOf(rest.id)]).toEqual([[1], [1]])
  })

  it('by temperature', () => {
    company.owner.warehouse.saveItemPlace({
      warehouseId: supplies.warehouseId,
      itemId: supplies.tea.id,
      temperature: 'chilled',
      binCode: '',
    })
    const { id } = take('W-4', BOTH)
    const part = split(id, 'temperature')
    expect([itemsOf(id), itemsOf(part.id)]).toEqual([['BOLT'], ['TEA']])
    expect(refusalOf(() => split(part.id, 'temperature')).code).toBe('orders.nothingToSplit')
  })

  it('by carrier, which the warehouse forms its waves by', () => {
    const tea = company.owner.items.getItem({ id: supplies.tea.id })
    company.owner.items.changeItem({
      ...Object.fromEntries(Object.entries(tea).filter(([key]) => key !== 'active')),
      category: 'Food',
      purchasePriceMicro: tea.purchasePriceMicro ?? 0,
      packs: [{ unit: 'pc', baseQuantity: 1, barcodes: [] }],
    } as never)
    company.owner.orders.setCarrier({ category: 'Food', carrier: 'Cold Express' })
    expect(company.owner.orders.listCarriers({}).rows).toEqual([
      { category: 'Food', carrier: 'Cold Express', items: 1 },
      { category: 'General', carrier: '', items: 1 },
    ])
    receive(company, supplies, [{ item: supplies.tea, pieces: 5, lotCode: 'L2', expiresOn: '2026-12-31' }])
    const { id } = take('W-5', BOTH)
    const part = split(id, 'carrier')
    expect([get(id).carrier, get(part.id).carrier]).toEqual(['', 'Cold Express'])
    for (const each of [id, part.id]) company.bookkeeper.orders.releaseOrder({ id: each })
    const waiting = company.clerk.warehouse.listWaiting({ warehouseId: supplies.warehouseId }).rows
    expect(waiting.map(({ carrier }) => carrier).toSorted()).toEqual(['', 'Cold Express'])
    company.owner.orders.setCarrier({ category: 'Food', carrier: '' })
    expect(company.owner.orders.listCarriers({}).rows.map(({ carrier }) => carrier)).toEqual(['', ''])
  })
})
