import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { packAll, pickAll, putAllAway, release, sell, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

function open(pack: 'cn-sbe' | 'generic'): void {
  company = openTestCompany({ pack })
  supplies = addSupplies(company)
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 10 },
    { item: supplies.tea, pieces: 5, lotCode: 'L1', expiresOn: '2026-09-30' },
  ])
}

afterEach(() => {
  closeSound(company)
})

const getShipment = (id: number) => company.owner.shipping.getShipment({ id })

describe.each([
  ['cn-sbe', { stock: '1405', cost: '5401' }],
  ['generic', { stock: '1200', cost: '5000' }],
] as const)('a shipment (%s)', (pack, codes) => {
  beforeEach(() => open(pack))

  it('takes packed goods out of stock and books, with its delivery note', () => {
    const before = balances(company.owner)
    const orderId = sell(company, supplies, [
      { item: supplies.bolt, pieces: 3 },
      { item: supplies.tea, pieces: 2 },
    ])
    const shipOrder = () =>
      company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03', carrier: 'SF Express', cartons: 2 })
    expect(refusalOf(shipOrder).code).toBe('shipping.nothingPacked')
    pickAll(company, release(company, supplies))
    packAll(company, orderId)
    expect(company.clerk.shipping.listReady({ warehouseId: supplies.warehouseId }).rows).toMatchObject([
      { orderId, isComplete: true },
    ])
    const shipment = shipOrder()
    expect(shipment.number).toBe('SH-2026-000001')
    const after = balances(company.owner)
    expect([(after[codes.stock] ?? 0) - (before[codes.stock] ?? 0), after[codes.cost]]).toEqual([-5000, 5000])
    expect(getShipment(shipment.id)).toMatchObject({
      carrier: 'SF Express',
      lines: [
        { costMinor: 3000, lot: null },
        { costMinor: 2000, lot: { code: 'L1' } },
      ],
      chain: { from: [{ kind: 'sales.order' }, { kind: 'warehouse.wave', state: 'closed' }], to: [] },
    })
    expect(company.clerk.shipping.getShipment({ id: shipment.id }).lines[0]?.costMinor).toBeNull()
    expect(company.owner.shipping.listShipments({ filter: 'SF Ex' }).rows).toMatchObject([{ costMinor: 5000 }])
    const { pdf } = company.clerk.shipping.deliveryNotePdf({ id: shipment.id, locale: 'zh-CN' })
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(refusalOf(shipOrder).code).toBe('shipping.nothingPacked')
  })

  it('goes back to the packing place while nothing builds on it', () => {
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    const id = ship(company, supplies, orderId)
    const reverse = (shipment: number) =>
      company.owner.shipping.reverseShipment({ id: shipment, reversedOn: '2026-03-04', reason: 'never collected' })
    const invoice = company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
    const invoiced = refusalOf(() => reverse(id))
    expect([invoiced.code, invoiced.params['invoices']]).toEqual(['shipping.invoicedAlready', 'SI-2026-000001'])
    company.owner.sales.reverseInvoice({ id: invoice.id, reversedOn: '2026-03-04', reason: '' })
    expect(reverse(id)).toMatchObject({ state: 'reversed' })
    expect(company.bookkeeper.sales.getOrder({ id: orderId }).state).toBe('confirmed')
    expect(company.clerk.warehouse.binContent({ scan: 'PACK' }).rows).toMatchObject([{ quantityMicro: 3 * PIECE }])
    expect(company.bookkeeper.inventory.itemStock({ itemId: supplies.bolt.id }).reservedMicro).toBe(3 * PIECE)
    expect(balances(company.owner)[codes.cost]).toBeUndefined()
    expect(refusalOf(() => reverse(id)).code).toBe('shipping.shipmentReversed')
    const again = company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-05' })
    expect([again.number, company.bookkeeper.sales.getOrder({ id: orderId }).state]).toEqual([
      'SH-2026-000002',
      'shipped',
    ])
  })

  it('comes back at its cost with a credit note, never more than left', () => {
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    const shipmentId = ship(company, supplies, orderId)
    company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
    // The average moves on: what comes back keeps the cost at which it left.
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10, priceMicro: 30_000_000 }])
    const before = balances(company.owner)
    const line = getShipment(shipmentId).lines[0]!
    const bringBack = (pieces: number, status: 'available' | 'quarantine' = 'available') =>
      company.bookkeeper.shipping.receiveReturn({
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        returnedOn: '2026-03-06',
        reason: 'too many',
        lines: [
          {
            shipmentLineId: line.id,
            itemId: supplies.bolt.id,
            quantityMicro: pieces * PIECE,
            priceMicro: 20_000_000,
            status,
          },
        ],
      })
    expect(refusalOf(() => bringBack(4)).params).toMatchObject({ open: '3', wanted: '4' })
    const returned = bringBack(2)
    expect([returned.number, returned.creditNoteNumber]).toEqual(['RT-2026-000001', 'CN-2026-000001'])
    const after = balances(company.owner)
    expect([
      (after[codes.stock] ?? 0) - (before[codes.stock] ?? 0),
      (after[codes.cost] ?? 0) - (before[codes.cost] ?? 0),
    ]).toEqual([2000, -2000])
    expect(company.bookkeeper.sales.getInvoice({ id: returned.creditNoteId })).toMatchObject({
      kind: 'credit-note',
      netMinor: -4000,
      chain: { from: [{ kind: 'sales.order' }, { kind: 'shipping.return' }] },
    })
    expect(company.clerk.warehouse.listPutaway({ warehouseId: supplies.warehouseId }).tasks).toMatchObject([
      { fromBin: { code: 'RETURN' } },
    ])
    putAllAway(company, supplies)
    bringBack(1, 'quarantine')
    expect(company.clerk.warehouse.binContent({ scan: 'QUARANTINE' }).rows).toMatchObject([{ status: 'quarantine' }])
    expect(refusalOf(() => bringBack(1)).code).toBe('shipping.returnedTooMany')
    const reverse = () =>
      company.owner.shipping.reverseShipment({ id: shipmentId, reversedOn: '2026-03-07', reason: '' })
    expect(refusalOf(reverse).params['returns']).toBe('RT-2026-000001, RT-2026-000002')
    const creditNote = { id: returned.creditNoteId, reversedOn: '2026-03-07', reason: '' }
    expect(refusalOf(() => company.owner.sales.reverseInvoice(creditNote)).code).toBe('sales.creditNoteStays')
    expect(company.bookkeeper.shipping.getReturn({ id: returned.id }).chain).toMatchObject({
      from: [{ kind: 'sales.order' }, { kind: 'shipping.shipment' }],
      to: [{ kind: 'sales.invoice' }],
    })
    expect(company.bookkeeper.shipping.listReturns({}).rows.map((row) => row.netMinor)).toEqual([2000, 4000])
  })

  it('takes a return back with its credit note, while the goods stand where they came in', () => {
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    const shipmentId = ship(company, supplies, orderId)
    company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
    const before = balances(company.owner)
    const line = getShipment(shipmentId).lines[0]!
    const bringBack = (status: 'available' | 'quarantine') =>
      company.bookkeeper.shipping.receiveReturn({
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        returnedOn: '2026-03-06',
        reason: 'wrong thing',
        lines: [
          {
            shipmentLineId: line.id,
            itemId: supplies.bolt.id,
            quantityMicro: 2 * PIECE,
            priceMicro: 20_000_000,
            status,
          },
        ],
      })
    const reverse = (id: number) =>
      company.owner.shipping.reverseReturn({ id, reversedOn: '2026-03-07', reason: 'typed twice' })
    const first = bringBack('available')
    expect(reverse(first.id)).toMatchObject({ number: 'RT-2026-000001', state: 'reversed' })
    expect(balances(company.owner)).toEqual(before)
    expect(company.bookkeeper.sales.getInvoice({ id: first.creditNoteId })).toMatchObject({
      state: 'reversed',
      openMinor: 0,
    })
    expect(getShipment(shipmentId).lines[0]?.returnedMicro).toBe(0)
    expect(company.clerk.warehouse.listPutaway({ warehouseId: supplies.warehouseId }).tasks).toEqual([])
    expect(refusalOf(() => reverse(first.id)).code).toBe('shipping.returnReversed')

    const shelved = bringBack('available')
    putAllAway(company, supplies)
    expect(refusalOf(() => reverse(shelved.id)).code).toBe('warehouse.alreadyPutAway')

    const other = ship(company, supplies, sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }]))
    const held = company.bookkeeper.shipping.receiveReturn({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      returnedOn: '2026-03-06',
      reason: 'wrong thing',
      lines: [
        {
          shipmentLineId: getShipment(other).lines[0]!.id,
          itemId: supplies.bolt.id,
          quantityMicro: PIECE,
          priceMicro: 20_000_000,
          status: 'quarantine',
        },
      ],
    })
    expect(reverse(held.id).state).toBe('reversed')
    expect(company.owner.shipping.reverseShipment({ id: other, reversedOn: '2026-03-08', reason: '' }).state).toBe(
      'reversed',
    )
  })

  it('comes back without a shipment at the present average, or at the purchase price', () => {
    const bringBack = (itemId: number, fields: object) =>
      company.bookkeeper.shipping.receiveReturn({
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        returnedOn: '2026-03-06',
        reason: 'found in the shop',
        lines: [{ itemId, quantityMicro: PIECE, priceMicro: 20_000_000, ...fields }],
      })
    expect(refusalOf(() => bringBack(supplies.tea.id, {})).code).toBe('warehouse.lotNeeded')
    const tea = bringBack(supplies.tea.id, { lotCode: 'L0', expiresOn: '2026-08-31', status: 'damaged' })
    expect(company.owner.shipping.getReturn({ id: tea.id }).lines).toMatchObject([
      { costMinor: 1000, lot: { code: 'L0' }, status: 'damaged' },
    ])
    company.owner.warehouse.adjustStock({
      warehouseId: supplies.warehouseId,
      adjustedOn: '2026-03-06',
      reason: 'lost',
      lines: [{ itemId: supplies.bolt.id, quantityMicro: -10 * PIECE }],
    })
    const bolt = bringBack(supplies.bolt.id, {})
    expect(company.owner.shipping.getReturn({ id: bolt.id }).lines).toMatchObject([{ costMinor: 1000 }])
  })
})

describe('goods taken back at the dock', () => {
  it('are credited at what they were sold for, and go where their condition says; the clerk types no price', () => {
    open('generic')
    const orderId = sell(company, supplies, [
      { item: supplies.bolt, pieces: 3 },
      { item: supplies.tea, pieces: 2 },
    ])
    pickAll(company, release(company, supplies))
    packAll(company, orderId)
    const { id: shipmentId } = company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03' })
    company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
    const [bolts, tea] = getShipment(shipmentId).lines
    const back = (lines: { shipmentLineId: number; quantityMicro: number; status: 'available' | 'damaged' }[]) =>
      company.clerk.shipping.takeBack({ shipmentId, returnedOn: '2026-03-04', reason: 'Broken', lines })
    const some = (line: typeof bolts, pieces: number, status: 'available' | 'damaged') => ({
      shipmentLineId: line!.id,
      quantityMicro: pieces * PIECE,
      status,
    })
    const { id } = back([some(bolts, 2, 'available'), some(tea, 1, 'damaged')])
    const taken = company.owner.shipping.getReturn({ id })
    expect(taken.lines.map((line) => [line.item.code, line.quantityMicro / PIECE, line.status])).toEqual([
      ['BOLT', 2, 'available'],
      ['TEA', 1, 'damaged'],
    ])
    // Three pieces at 20.00.
    const credit = company.owner.sales.listInvoices({ limit: 1, sort: 'number', descending: true }).rows
    expect(credit).toHaveLength(1)
    expect(getShipment(shipmentId).lines.map((line) => line.returnedMicro / PIECE)).toEqual([2, 1])
    expect(refusalOf(() => back([some(bolts, 2, 'available')])).code).toBe('shipping.returnedTooMany')
    const foreign = { shipmentLineId: 999, quantityMicro: PIECE, status: 'available' as const }
    expect(refusalOf(() => back([foreign])).code).toBe('shipping.lineNotShipped')
  })
})
