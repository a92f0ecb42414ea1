import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { draftOrder, putAllAway, receive, sell, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
})
afterEach(() => closeSound(company))

const bolts = (pieces: number) => [{ item: supplies.bolt, pieces }]
const getOrder = (id: number) => company.bookkeeper.sales.getOrder({ id })
const backordered = (id: number) => (getOrder(id).lines[0]?.backorderedMicro ?? 0) / PIECE

function draft(pieces: number, fields: { priority?: number; channelId?: number; promisedOn?: string } = {}): number {
  return company.bookkeeper.sales.saveOrder({
    customerId: supplies.customerId,
    warehouseId: supplies.warehouseId,
    orderedOn: '2026-03-02',
    promisedOn: '2026-03-03',
    ...fields,
    lines: [
      {
        itemId: supplies.bolt.id,
        packId: supplies.bolt.packId,
        quantityMicro: pieces * PIECE,
        priceMicro: 20_000_000,
      },
    ],
  }).id
}
const waiting = (pieces: number, fields: Parameters<typeof draft>[1] = {}): number => {
  const id = draft(pieces, fields)
  company.bookkeeper.sales.confirmOrder({ id, backOrder: true })
  return id
}

describe('an order that may wait', () => {
  it('takes what is there and waits for the rest, which arrives by priority, then by the promised day', () => {
    const first = waiting(14)
    expect(backordered(first)).toBe(4)
    expect(refusalOf(() => company.bookkeeper.sales.confirmOrder({ id: draft(1) })).code).toBe(
      'inventory.insufficientStock',
    )
    const late = waiting(3, { promisedOn: '2026-03-09' })
    const urgent = waiting(5, { priority: 5, promisedOn: '2026-03-20' })
    const queue = company.bookkeeper.sales.listBackOrders({}).rows
    expect(queue.map((row) => [row.orderId, row.backorderedMicro / PIECE])).toEqual([
      [urgent, 5],
      [first, 4],
      [late, 3],
    ])
    receive(company, supplies, bolts(8))
    expect([backordered(urgent), backordered(first), backordered(late)]).toEqual([0, 1, 3])
    receive(company, supplies, bolts(2))
    expect([backordered(first), backordered(late)]).toEqual([0, 2])
    expect(company.bookkeeper.sales.cancelOrder({ id: urgent }).state).toBe('cancelled')
    expect(backordered(late)).toBe(0)
    expect(company.bookkeeper.sales.listBackOrders({}).total).toBe(0)
    putAllAway(company, supplies)
    ship(company, supplies, first)
    expect(getOrder(first)).toMatchObject({ state: 'shipped', lines: [{ shippedMicro: 14 * PIECE }] })
  })

  it('is given up with what it waits for', () => {
    const id = waiting(12)
    expect(company.bookkeeper.sales.cancelOrder({ id }).state).toBe('cancelled')
    expect(getOrder(id).lines[0]).toMatchObject({ cancelledMicro: 12 * PIECE, backorderedMicro: 0 })
    const empty = waiting(10)
    const behind = waiting(2)
    expect(backordered(behind)).toBe(2)
    expect(company.bookkeeper.sales.cancelOrder({ id: behind }).state).toBe('cancelled')
    company.bookkeeper.sales.cancelOrder({ id: empty })
  })

  it('says when it can leave', () => {
    company.clock.set('2026-03-02T08:00:00Z')
    order(company.owner, supplies, [{ item: supplies.bolt, pieces: 5, priceMicro: 10_000_000 }])
    const promiseOf = (pieces: number) =>
      company.bookkeeper.sales.lineAdvice({
        itemId: supplies.bolt.id,
        warehouseId: supplies.warehouseId,
        quantityMicro: pieces * PIECE,
      }).promiseOn
    expect(promiseOf(16)).toBeNull()
    expect(promiseOf(15)).not.toBeNull()
    const id = waiting(12)
    expect(getOrder(id).lines[0]?.promiseOn).not.toBeNull()
    expect(getOrder(waiting(4)).lines[0]?.promiseOn).toBeNull()
  })

  it('may be filled by hand after stock was found', () => {
    const id = waiting(11)
    company.owner.warehouse.adjustStock({
      warehouseId: supplies.warehouseId,
      adjustedOn: '2026-03-03',
      reason: 'found',
      lines: [{ itemId: supplies.bolt.id, quantityMicro: PIECE }],
    })
    const fill = () => company.bookkeeper.sales.fillBackOrders({ warehouseId: supplies.warehouseId }).filled
    expect([fill(), fill(), backordered(id)]).toEqual([1, 0, 0])
  })
})

describe('a channel', () => {
  it('promises no more than its buffer leaves', () => {
    const channelId = company.bookkeeper.prices.saveChannel({ code: 'WEB', name: 'Web' }).id
    company.bookkeeper.sales.setChannelRule({ channelId, itemId: supplies.bolt.id, bufferMicro: 4 * PIECE })
    const refused = refusalOf(() => company.bookkeeper.sales.confirmOrder({ id: draft(7, { channelId }) }))
    expect([refused.code, refused.params]).toMatchObject([
      'sales.channelStockShort',
      { promisable: '6', free: '10', wanted: '7' },
    ])
    company.bookkeeper.sales.confirmOrder({ id: draft(6, { channelId }) })
    company.bookkeeper.sales.confirmOrder({ id: draft(4) })
    expect(company.bookkeeper.sales.listChannelRules({}).rows).toMatchObject([{ bufferMicro: 4 * PIECE }])
  })
})

describe('credit', () => {
  it('stops orders of whoever is overdue, until somebody with the right lets one pass', () => {
    const paid = sell(company, supplies, bolts(1))
    ship(company, supplies, paid)
    company.bookkeeper.sales.invoiceOrder({ orderId: paid, invoicedOn: '2026-03-03' })
    company.owner.sales.setCreditRule({ customerId: null, overdueDays: 10 })
    const id = draftOrder(company, supplies, bolts(1))
    company.clock.set('2026-03-28T08:00:00Z')
    const refused = refusalOf(() => company.bookkeeper.sales.confirmOrder({ id }))
    expect([refused.code, refused.params]).toMatchObject(['sales.creditOverdue', { days: 11, allowed: 10 }])
    company.owner.sales.setCreditRule({ customerId: supplies.customerId, overdueDays: null })
    company.owner.sales.setCreditRule({ customerId: supplies.customerId, overdueDays: 3 })
    company.bookkeeper.sales.holdOrder({ id, reason: 'waits for the bank' })
    expect(getOrder(id).holdReason).toBe('waits for the bank')
    expect(refusalOf(() => company.bookkeeper.sales.confirmOrder({ id })).code).toBe('sales.orderOnHold')
    expect(refusalOf(() => company.bookkeeper.sales.releaseCredit({ id })).code).toBe('access.rightMissing')
    company.owner.sales.releaseCredit({ id })
    expect(company.bookkeeper.sales.confirmOrder({ id }).state).toBe('confirmed')
    expect(company.owner.sales.listCreditRules({}).rows).toHaveLength(2)
  })
})

describe('invoices', () => {
  it('are written for a delivery, or for all of a customer', () => {
    const first = sell(company, supplies, bolts(2))
    const shipmentId = ship(company, supplies, first)
    const invoice = company.bookkeeper.sales.invoiceDelivery({ shipmentId, invoicedOn: '2026-03-03' })
    expect(getOrder(first).state).toBe('closed')
    const again = () => company.bookkeeper.sales.invoiceDelivery({ shipmentId, invoicedOn: '2026-03-03' })
    expect(refusalOf(again).code).toBe('sales.nothingToInvoice')
    company.owner.sales.reverseInvoice({ id: invoice.id, reversedOn: '2026-03-04', reason: 'together' })
    const second = sell(company, supplies, bolts(3))
    ship(company, supplies, second)
    const customerId = supplies.customerId
    expect(company.bookkeeper.sales.listToInvoice({})).toMatchObject({
      rows: [{ customer: { id: customerId }, orders: 2, netMinor: 10_000 }],
      sums: { netMinor: 10_000 },
    })
    const collect = (until: string) =>
      company.bookkeeper.sales.invoiceCustomer({ customerId, until, invoicedOn: '2026-03-31' })
    expect(refusalOf(() => collect('2026-03-02')).code).toBe('sales.nothingToInvoiceFor')
    const all = collect('2026-03-31')
    const shown = company.bookkeeper.sales.getInvoice({ id: all.id })
    expect([shown.netMinor, shown.lines.length]).toEqual([10_000, 2])
    expect(shown.chain.from.map((link) => link.kind)).toEqual(['sales.order', 'sales.order'])
    expect(getOrder(second)).toMatchObject({ state: 'closed' })
    company.owner.sales.reverseInvoice({ id: all.id, reversedOn: '2026-04-01', reason: '' })
    expect([getOrder(first).state, getOrder(second).state]).toEqual(['shipped', 'shipped'])
  })
})
