import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/operations/shipping'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { putAllAway, sell, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let returnId: number
let lineId: number

const get = () => company.owner.shipping.getReturn({ id: returnId })
const free = () =>
  company.owner.sales.lineAdvice({ itemId: supplies.bolt.id, warehouseId: supplies.warehouseId }).freeMicro / PIECE
const inspect = (restock: number, scrap: number, who = company.bookkeeper) =>
  who.shipping.inspectReturn({
    id: returnId,
    inspectedOn: '2026-03-05',
    finding: 'Box dented, goods sound',
    lines: [{ returnLineId: lineId, restockMicro: restock * PIECE, scrapMicro: scrap * PIECE }],
  })

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 6 }])
  const shipmentId = ship(company, supplies, orderId)
  company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
  const shipped = company.owner.shipping.getShipment({ id: shipmentId }).lines[0]!
  returnId = company.bookkeeper.shipping.receiveReturn({
    customerId: supplies.customerId,
    warehouseId: supplies.warehouseId,
    shipmentId,
    returnedOn: '2026-03-04',
    reason: 'Doubtful',
    lines: [
      {
        shipmentLineId: shipped.id,
        itemId: supplies.bolt.id,
        quantityMicro: 5 * PIECE,
        priceMicro: 20_000_000,
        status: 'quarantine',
      },
    ],
  }).id
  lineId = get().lines[0]!.id
})
afterEach(() => closeSound(company))

describe('goods that came back and are held', () => {
  it('are sold again, written off or kept, and the books follow', () => {
    expect(free()).toBe(4)
    expect(get().lines[0]).toMatchObject({ heldMicro: 5 * PIECE })
    expect(refusalOf(() => inspect(4, 2)).params).toMatchObject({ held: '5' })
    expect(refusalOf(() => inspect(0, 0)).code).toBe('shipping.nothingInspected')
    expect(refusalOf(() => inspect(0, 1, company.clerk)).code).toBe('access.rightMissing')
    const before = balances(company.owner)
    inspect(2, 0, company.clerk)
    expect(balances(company.owner)).toEqual(before)
    expect(free()).toBe(6)
    putAllAway(company, supplies)
    inspect(0, 1)
    // one bolt of 10.00 less in 1405 库存商品
    expect((balances(company.owner)['1405'] ?? 0) - (before['1405'] ?? 0)).toBe(-1000)
    expect(get()).toMatchObject({
      lines: [{ heldMicro: 2 * PIECE }],
      inspections: [
        { restockedMicro: 2 * PIECE, scrappedMicro: 0 },
        { restockedMicro: 0, scrappedMicro: PIECE },
      ],
    })
    expect(get().chain.to.map(({ kind }) => kind)).toContain('warehouse.adjustment')
    const taken = refusalOf(() =>
      company.owner.shipping.reverseReturn({ id: returnId, reversedOn: '2026-03-06', reason: '' }),
    )
    expect(taken).toMatchObject({ code: 'shipping.returnInspected' })
    expect(
      foundAfter(company, checks, 'UPDATE shipping_inspection_line SET scrapped_micro = scrapped_micro + 1'),
    ).toEqual(['shipping.inspections write off what they say'])
    expect(foundAfter(company, checks, 'UPDATE shipping_inspection_line SET restocked_micro = 9000000')).toEqual([
      'shipping.inspections decide no more than came back',
    ])
  })

  it('go to whoever waits for them as soon as they may be sold', () => {
    const { id } = company.bookkeeper.sales.saveOrder({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-04',
      promisedOn: '2026-03-04',
      lines: [
        {
          itemId: supplies.bolt.id,
          packId: supplies.bolt.packId,
          quantityMicro: 6 * PIECE,
          priceMicro: 20_000_000,
        },
      ],
    })
    company.bookkeeper.sales.confirmOrder({ id, backOrder: true })
    expect(company.owner.sales.getOrder({ id }).lines[0]).toMatchObject({ backorderedMicro: 2 * PIECE })
    inspect(3, 0)
    expect(company.owner.sales.getOrder({ id }).lines[0]).toMatchObject({ backorderedMicro: 0 })
  })
})

describe('an exchange', () => {
  it('is a draft over the same goods at the credited price; its invoice and the credit note differ by what is owed', () => {
    const days = { orderedOn: '2026-03-05', promisedOn: '2026-03-05' }
    const first = company.bookkeeper.shipping.exchangeReturn({ id: returnId, ...days })
    expect(refusalOf(() => company.bookkeeper.shipping.exchangeReturn({ id: returnId, ...days })).code).toBe(
      'shipping.exchangedAlready',
    )
    company.bookkeeper.sales.deleteOrder({ id: first.id })
    const { id } = company.bookkeeper.shipping.exchangeReturn({ id: returnId, ...days })
    const draft = company.owner.sales.getOrder({ id })
    expect(draft).toMatchObject({ state: 'draft', netMinor: 10_000 })
    expect(draft.chain.from).toMatchObject([{ kind: 'shipping.return', id: returnId }])
    expect(get()).toMatchObject({ isExchanged: true })
    inspect(5, 0)
    company.bookkeeper.sales.confirmOrder({ id })
    putAllAway(company, supplies)
    ship(company, supplies, id)
    const invoice = company.bookkeeper.sales.invoiceOrder({ orderId: id, invoicedOn: '2026-03-05' })
    const items = company.owner.accounting.listOpenItems({ role: 'receivable' }).rows
    const owed = items.filter((item) => item.openMinor < 0 || item.documentNumber === invoice.number)
    // 113.00 credited, 113.00 invoiced: nothing to pay between them
    expect(owed.reduce((sum, { openMinor }) => sum + openMinor, 0)).toBe(0)
  })
})
