import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let channelId: number

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  channelId = company.bookkeeper.prices.saveChannel({ code: 'WEB', name: 'Web shop' }).id
  company.owner.parties.changePartner({
    id: supplies.customerId,
    code: 'C1',
    name: 'Corner Shop',
    isCustomer: true,
    isSupplier: false,
    paymentTermsDays: 14,
    creditLimitMinor: null,
    minimumRemainingLifeDays: 0,
    taxNumber: '',
    phone: '',
    email: '',
    address: '1 Market Street',
  })
})
afterEach(() => closeSound(company))

const line = (item: string, pieces: number, fields: object = {}) => ({ item, countMicro: pieces * PIECE, ...fields })
const take = (externalNumber: string, fields: object = {}) =>
  company.bookkeeper.orders.takeOrder({
    channelId,
    externalNumber,
    warehouseId: supplies.warehouseId,
    customer: 'C1',
    promisedOn: '2026-03-03',
    lines: [line('BOLT', 2)],
    ...fields,
  })
const codes = (id: number) => company.bookkeeper.orders.getRequest({ id }).problems.map((problem) => problem.code)
const free = () =>
  company.bookkeeper.sales.lineAdvice({ itemId: supplies.bolt.id, warehouseId: supplies.warehouseId }).freeMicro / PIECE

describe('an order of a channel', () => {
  it('is taken once, however often it is sent, and placed at once where nothing stands against it', () => {
    const first = take('W-1', { release: true })
    expect(first).toMatchObject({ state: 'placed', problems: [] })
    expect(take('W-1', { release: true })).toEqual(first)
    expect(refusalOf(() => take('W-1', { lines: [line('BOLT', 3)] })).code).toBe('orders.numberTaken')
    expect(free()).toBe(8)
    const order = company.bookkeeper.sales.getOrder({ id: first.orderId! })
    expect(order).toMatchObject({ state: 'confirmed', customerReference: 'W-1', channelId, netMinor: 4000 })
    company.bookkeeper.orders.cancelRequest({ id: first.id })
    expect([free(), company.bookkeeper.sales.getOrder({ id: first.orderId! }).state]).toEqual([10, 'cancelled'])
  })

  it('waits with what is wrong about it, line by line, until that is mended', () => {
    const { id, problems } = take('W-2', {
      customer: 'the corner',
      lines: [
        line('螺丝', 2),
        line('BOLT', 1, { unit: 'case' }),
        line('BOLT', 1, { priceMicro: 19_000_000 }),
        line('TEA', 1),
      ],
    })
    expect(problems.map((problem) => problem.code).toSorted()).toEqual([
      'customer',
      'item',
      'priceBelow',
      'stock',
      'unit',
    ])
    expect(refusalOf(() => company.bookkeeper.orders.releaseOrder({ id })).code).toBe('orders.notClear')
    expect(company.bookkeeper.orders.listQueue({ show: 'exceptions' }).rows).toMatchObject([{ id, lines: 4 }])
    const { lines } = company.bookkeeper.orders.getRequest({ id })
    const mend = (priceMicro: number | null) =>
      company.bookkeeper.orders.mendRequest({
        id,
        customerId: supplies.customerId,
        shipTo: '',
        promisedOn: '2026-03-04',
        lines: lines.slice(0, 3).map((entry) => ({
          id: entry.id,
          itemId: supplies.bolt.id,
          packId: supplies.bolt.packId,
          countMicro: entry.countMicro,
          priceMicro,
        })),
      })
    expect(mend(null).problems.map((problem) => problem.code)).toEqual(['stock'])
    const rest = company.bookkeeper.orders.splitRequest({ id })
    expect([rest.externalNumber, codes(id), codes(rest.id)]).toEqual(['W-2/2', [], ['stock']])
    expect(company.bookkeeper.orders.releaseOrder({ id }).state).toBe('placed')
    expect(company.bookkeeper.orders.releaseOrder({ id: rest.id, backOrder: true }).state).toBe('placed')
    // The word was learned: the next order needs nobody.
    expect(take('W-3', { lines: [line('螺丝', 1)], release: true }).state).toBe('placed')
  })

  it('needs an address, a price and credit', () => {
    company.owner.parties.addPartner({
      code: 'C2',
      name: 'Somewhere',
      isCustomer: true,
      isSupplier: false,
      paymentTermsDays: 0,
      creditLimitMinor: 1000,
      minimumRemainingLifeDays: 0,
      taxNumber: '',
      phone: '',
      email: '',
      address: '',
    })
    expect(codes(take('W-4', { customer: 'C2' }).id)).toEqual(['address'])
    expect(codes(take('W-5', { customer: 'C2', shipTo: '2 Side Street' }).id)).toEqual(['credit'])
    expect(codes(take('W-6', { lines: [line('BOLT', 1, { priceMicro: 0 })] }).id)).toEqual(['price'])
  })

  it('stands on hold with a reason and a name', () => {
    const { id } = take('W-7')
    company.bookkeeper.orders.holdRequest({ id, reason: 'calls back' })
    expect(company.bookkeeper.orders.listQueue({ show: 'held' }).rows).toMatchObject([
      { holdReason: 'calls back', holdOwner: 'Bookkeeper' },
    ])
    expect(refusalOf(() => company.bookkeeper.orders.releaseOrder({ id })).code).toBe('orders.onHold')
    expect(refusalOf(() => company.bookkeeper.orders.mergeRequests({ ids: [id, take('W-8').id] })).code).toBe(
      'orders.mergeHeld',
    )
    company.bookkeeper.orders.unholdRequest({ id })
    expect(company.bookkeeper.orders.releaseOrder({ id }).state).toBe('placed')
  })
})

describe('merging', () => {
  it('makes one parcel of what came within minutes, to one address', () => {
    company.clock.set('2026-03-02T09:00:00Z')
    const first = take('M-1')
    company.clock.set('2026-03-02T09:05:00Z')
    const second = take('M-2', { lines: [line('BOLT', 3)] })
    const elsewhere = take('M-3', { shipTo: '9 Other Road' })
    company.clock.set('2026-03-02T09:30:00Z')
    const late = take('M-4')
    expect(refusalOf(() => company.bookkeeper.orders.mergeRequests({ ids: [first.id, elsewhere.id] })).code).toBe(
      'orders.mergeDiffers',
    )
    const merge = () => company.bookkeeper.orders.mergeRecent({ customerId: supplies.customerId, minutes: 10 })
    expect([merge(), merge()]).toEqual([{ merged: 1 }, { merged: 0 }])
    expect(company.bookkeeper.orders.getRequest({ id: first.id })).toMatchObject({
      mergedNumbers: ['M-2'],
      lines: [{ countMicro: 2 * PIECE }, { countMicro: 3 * PIECE }],
    })
    const placed = company.bookkeeper.orders.releaseOrder({ id: first.id })
    // Sent again, the merged number answers with the parcel it went into.
    expect(take('M-2', { lines: [line('BOLT', 3)] })).toMatchObject({
      id: second.id,
      state: 'merged',
      orderId: placed.orderId,
    })
    expect(refusalOf(() => company.bookkeeper.orders.cancelRequest({ id: second.id })).code).toBe('orders.merged')
    expect(company.bookkeeper.orders.getRequest({ id: late.id }).state).toBe('open')
  })
})

describe('a message', () => {
  it('becomes an order, and the customer’s words are learned', () => {
    const text = '3个M8螺栓 明天送'
    const read = () =>
      company.bookkeeper.orders.readMessage({ text, customerId: supplies.customerId, today: '2026-03-02' })
    expect(read()).toMatchObject({
      promisedOn: '2026-03-03',
      lines: [{ itemText: 'M8螺栓', unitText: '个', countMicro: 3 * PIECE, item: null }],
    })
    const guess = company.bookkeeper.orders.readMessage({ text: '3 m8', today: '2026-03-02' })
    expect(guess.lines).toMatchObject([{ item: { code: 'BOLT' }, by: 'guess' }])
    const taken = company.bookkeeper.orders.takeMessage({
      channelId,
      externalNumber: 'chat-1',
      warehouseId: supplies.warehouseId,
      customerId: supplies.customerId,
      promisedOn: '2026-03-03',
      lines: [{ item: 'M8螺栓', countMicro: 3 * PIECE, itemId: supplies.bolt.id }],
    })
    expect(taken.problems).toEqual([])
    expect(read().lines).toMatchObject([{ item: { code: 'BOLT' }, by: 'nickname' }])
  })
})

describe('a file', () => {
  const columns = { externalNumber: 0, customer: 1, item: 2, count: 3 }
  const rows = [
    ['F-1', 'C1', 'BOLT', '1'],
    ['F-1', 'C1', 'TEA', '1'],
    ['F-2', 'C1', 'BOLT', 'x'],
    ['F-3', 'C1', 'BOLT', '2'],
  ]
  const input = () => ({ channelId, columns, rows })

  it('is looked at first, taken in one go, and taken again without doubling', () => {
    expect(company.bookkeeper.orders.checkTable(input())).toEqual({
      orders: 2,
      known: 0,
      errors: [{ row: 4, field: 'count', problem: 'number' }],
    })
    const takeTable = () =>
      company.bookkeeper.orders.takeTable({
        ...input(),
        warehouseId: supplies.warehouseId,
        promisedOn: '2026-03-03',
      })
    expect(takeTable()).toMatchObject({ orders: 2, known: 0 })
    expect(takeTable()).toMatchObject({ orders: 0, known: 2 })
    expect(company.bookkeeper.orders.mapping({ channelId }).columns).toEqual(columns)
    expect(company.bookkeeper.orders.listQueue({}).rows.map((row) => [row.externalNumber, row.problems])).toEqual([
      ['F-1', ['stock']],
      ['F-3', []],
    ])
  })
})
