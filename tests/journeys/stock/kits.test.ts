import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/rooms'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { packAll, pickAll, release, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let kit: { id: number; packId: number }

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  const { owner } = company
  const { id: _id, active: _active, packs: _packs, ...bolt } = owner.items.getItem({ id: supplies.bolt.id })
  const { id } = owner.items.addItem({
    ...bolt,
    code: 'SET',
    name: 'Tea set',
    kind: 'service',
    isKit: true,
    salesPriceMicro: 100_000_000,
    purchasePriceMicro: 0,
    packs: [{ unit: 'pc', baseQuantity: 1, barcodes: [] }],
  })
  kit = { id, packId: owner.items.getItem({ id }).packs[0]?.id ?? 0 }
  owner.items.setKitParts({
    itemId: id,
    parts: [
      { itemId: supplies.bolt.id, quantityMicro: 2 * PIECE },
      { itemId: supplies.tea.id, quantityMicro: PIECE },
    ],
  })
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 10, priceMicro: 10_000_000 },
    { item: supplies.tea, pieces: 6, priceMicro: 30_000_000, lotCode: 'T1', expiresOn: '2026-12-31' },
  ])
})
afterEach(() => closeSound(company))

/** An order of kits at a price, confirmed. */
function order(kits: number, yuan = 100): number {
  const { id } = company.owner.sales.saveOrder({
    customerId: supplies.customerId,
    warehouseId: supplies.warehouseId,
    orderedOn: '2026-03-02',
    promisedOn: '2026-03-03',
    lines: [{ itemId: kit.id, packId: kit.packId, quantityMicro: kits * PIECE, priceMicro: yuan * 1_000_000 }],
  })
  company.owner.sales.confirmOrder({ id })
  return id
}

const reserved = (itemId: number): number => company.owner.inventory.itemStock({ itemId }).reservedMicro / PIECE
const lines = (id: number) =>
  company.owner.sales
    .getOrder({ id })
    .lines.map(({ item, quantityMicro, shippedMicro, invoicedMicro, netMinor }) => [
      item.code,
      quantityMicro / PIECE,
      shippedMicro / PIECE,
      invoicedMicro / PIECE,
      netMinor,
    ])

describe('a kit', () => {
  it('promises its parts, leaves as they leave, and is billed as one', () => {
    const id = order(3)
    expect([reserved(supplies.bolt.id), reserved(supplies.tea.id)]).toEqual([6, 3])
    ship(company, supplies, id)
    expect(lines(id)).toEqual([
      ['SET', 3, 3, 0, 30_000],
      ['BOLT', 6, 6, 6, 0],
      ['TEA', 3, 3, 3, 0],
    ])
    expect(
      foundAfter(company, checks, 'UPDATE sales_order_line SET net_minor = 1 WHERE kit_line_id IS NOT NULL'),
    ).toContain('sales.kits equal their parts')
    // Cost comes from the parts: 6 x 10.00 + 3 x 30.00
    expect(balances(company.owner)['5401']).toBe(15_000)
    const invoice = company.owner.sales.invoiceOrder({ orderId: id, invoicedOn: '2026-03-04' })
    expect(
      company.owner.sales.getInvoice({ id: invoice.id }).lines.map(({ item, netMinor }) => [item.code, netMinor]),
    ).toEqual([['SET', 30_000]])
    expect(company.owner.sales.getOrder({ id }).state).toBe('closed')
  })

  it('counts as delivered only when it is whole', () => {
    const id = order(2)
    const tasks = release(company, supplies, [id])
    const isTea = (task: (typeof tasks)[number]) => task.item.id === supplies.tea.id
    pickAll(company, tasks.filter(isTea))
    packAll(company, id)
    company.clerk.shipping.shipOrder({ orderId: id, shippedOn: '2026-03-03' })
    expect(lines(id)[0]).toEqual(['SET', 2, 0, 0, 20_000])
    expect(refusalOf(() => company.owner.sales.invoiceOrder({ orderId: id, invoicedOn: '2026-03-04' })).code).toBe(
      'sales.nothingToInvoice',
    )
    pickAll(
      company,
      tasks.filter((task) => !isTea(task)),
    )
    packAll(company, id)
    const second = company.clerk.shipping.shipOrder({ orderId: id, shippedOn: '2026-03-03' })
    expect(lines(id)[0]).toEqual(['SET', 2, 2, 0, 20_000])
    // The delivery that made it whole bills it.
    const invoice = company.owner.sales.invoiceDelivery({ shipmentId: second.id, invoicedOn: '2026-03-04' })
    expect(company.owner.sales.getInvoice({ id: invoice.id }).netMinor).toBe(20_000)
    expect(
      refusalOf(() =>
        company.owner.shipping.reverseShipment({ id: second.id, reversedOn: '2026-03-05', reason: 'lost' }),
      ).code,
    ).toBe('shipping.invoicedAlready')
  })

  it('comes back with its delivery, and part by part at its share of the price', () => {
    const id = order(1)
    const shipment = ship(company, supplies, id)
    company.owner.shipping.reverseShipment({ id: shipment, reversedOn: '2026-03-04', reason: 'wrong address' })
    expect(lines(id)).toEqual([
      ['SET', 1, 0, 0, 10_000],
      ['BOLT', 2, 0, 0, 0],
      ['TEA', 1, 0, 0, 0],
    ])
    const again = company.clerk.shipping.shipOrder({ orderId: id, shippedOn: '2026-03-04' })
    company.owner.sales.invoiceOrder({ orderId: id, invoicedOn: '2026-03-04' })
    // 100.00 on two bolts at 20.00 and one tea at 20.00: a third on each piece
    const shipped = company.owner.shipping.getShipment({ id: again.id }).lines
    expect(shipped.map(({ item, priceMicro }) => [item.code, priceMicro])).toEqual([
      ['BOLT', 33_333_334],
      ['TEA', 33_333_333],
    ])
    const bolt = shipped[0]
    company.owner.shipping.receiveReturn({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      returnedOn: '2026-03-06',
      reason: 'one is bent',
      lines: [
        {
          shipmentLineId: bolt?.id ?? 0,
          itemId: supplies.bolt.id,
          quantityMicro: PIECE,
          priceMicro: bolt?.priceMicro ?? 0,
          status: 'available',
        },
      ],
    })
    expect(company.owner.inventory.itemStock({ itemId: supplies.bolt.id }).onHandMicro).toBe(9 * PIECE)
    expect(balances(company.owner)['5401']).toBe(4_000)
  })

  it('is given up with its parts, and refused below their cost', () => {
    const id = order(2)
    expect(company.owner.sales.cancelOrder({ id }).state).toBe('cancelled')
    expect([reserved(supplies.bolt.id), reserved(supplies.tea.id)]).toEqual([0, 0])
    const draft = (client: TestCompany['owner'], yuan: number) =>
      client.sales.saveOrder({
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        orderedOn: '2026-03-02',
        promisedOn: '2026-03-03',
        lines: [{ itemId: kit.id, packId: kit.packId, quantityMicro: PIECE, priceMicro: yuan * 1_000_000 }],
      }).id
    // One kit costs 2 x 10.00 + 30.00 = 50.00.
    const cheap = draft(company.bookkeeper, 49)
    expect(refusalOf(() => company.bookkeeper.sales.confirmOrder({ id: cheap })).code).toBe('sales.belowCost')
    company.bookkeeper.sales.confirmOrder({ id: draft(company.bookkeeper, 50) })
    const bare = company.owner
    bare.items.setKitParts({ itemId: kit.id, parts: [] })
    expect(refusalOf(() => bare.sales.confirmOrder({ id: draft(bare, 90) })).code).toBe('sales.kitWithoutParts')
    expect(
      refusalOf(() => bare.items.setKitParts({ itemId: kit.id, parts: [{ itemId: kit.id, quantityMicro: PIECE }] }))
        .code,
    ).toBe('items.kitPartNeedsStock')
  })
})
