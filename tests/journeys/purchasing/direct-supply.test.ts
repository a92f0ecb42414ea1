import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/rooms'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { readPdf } from '../../support/pdf-text'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { draftOrder, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

afterEach(() => closeSound(company))

const yuan = (amount: number): number => amount * 1_000_000

/** A customer's order whose goods may wait; answers its id and its line's id. */
function waitingOrder(pieces: number): { id: number; lineId: number } {
  const id = draftOrder(company, supplies, [{ item: supplies.bolt, pieces }])
  company.bookkeeper.sales.confirmOrder({ id, backOrder: true })
  return { id, lineId: company.owner.sales.getOrder({ id }).lines[0]!.id }
}

function orderDirectly(order: { id: number; lineId: number }, pieces: number, price = 12): number {
  return company.owner.purchasing.orderDirectly({
    salesOrderId: order.id,
    supplierId: supplies.supplierId,
    orderedOn: '2026-03-02',
    expectedOn: '2026-03-05',
    lines: [{ salesLineId: order.lineId, quantityMicro: pieces * PIECE, priceMicro: yuan(price) }],
  }).id
}

function dispatch(purchaseId: number, pieces: number) {
  const [line] = company.owner.purchasing.getOrder({ id: purchaseId }).lines
  return company.owner.purchasing.confirmDispatch({
    id: purchaseId,
    dispatchedOn: '2026-03-04',
    carrier: 'SF',
    lines: [{ orderLineId: line!.id, quantityMicro: pieces * PIECE }],
  })
}

describe.each(['cn-sbe', 'generic'] as const)('goods straight from the supplier to the customer (%s)', (pack) => {
  const accounts =
    pack === 'cn-sbe'
      ? { stock: '1405', onTheWay: '1406', grni: '220202', cost: '5401' }
      : { stock: '1200', onTheWay: '1210', grni: '2010', cost: '5000' }
  beforeEach(() => {
    company = openTestCompany({ pack })
    supplies = addSupplies(company)
  })
  const booked = (name: keyof typeof accounts): number => balances(company.owner)[accounts[name]] ?? 0

  it('are received and delivered at once, through no bin, and invoiced on both sides', () => {
    const order = waitingOrder(10)
    const purchaseId = orderDirectly(order, 10)
    expect(company.owner.purchasing.getOrder({ id: purchaseId })).toMatchObject({
      state: 'confirmed',
      sendsTo: { code: 'C1' },
      chain: { from: [{ kind: 'sales.order', id: order.id }] },
    })
    const atTheDock = refusalOf(() =>
      company.clerk.purchasing.receiveGoods({
        orderId: purchaseId,
        receivedOn: '2026-03-04',
        lines: [
          {
            orderLineId: company.owner.purchasing.getOrder({ id: purchaseId }).lines[0]!.id,
            quantityMicro: PIECE,
          },
        ],
      }),
    )
    expect(atTheDock.code).toBe('purchasing.orderIsDirect')
    const sent = dispatch(purchaseId, 4)
    expect(refusalOf(() => dispatch(purchaseId, 7)).code).toBe('purchasing.sentTooMany')
    expect(company.owner.inventory.itemStock({ itemId: supplies.bolt.id }).onHandMicro).toBe(0)
    expect({ cost: booked('cost'), grni: booked('grni'), stock: booked('stock'), way: booked('onTheWay') }).toEqual({
      cost: 4800,
      grni: -4800,
      stock: 0,
      way: 0,
    })
    const receipt = company.owner.purchasing.getReceipt({ id: sent.id })
    expect(receipt).toMatchObject({ terms: 'direct', dock: null, lines: [{ valueMinor: 4800 }] })
    expect(receipt.chain.to).toMatchObject([{ kind: 'shipping.shipment', id: sent.shipmentId }])
    expect(company.owner.sales.getOrder({ id: order.id })).toMatchObject({
      state: 'partly-shipped',
      lines: [{ shippedMicro: 4 * PIECE }],
    })
    company.bookkeeper.purchasing.postInvoice({
      supplierId: supplies.supplierId,
      supplierReference: 'D-1',
      invoicedOn: '2026-03-05',
      lines: [{ receiptLineId: receipt.lines[0]!.id, quantityMicro: 4 * PIECE, priceMicro: yuan(13) }],
    })
    // a dearer invoice is cost of sales at once: no stock of ours could bear it
    expect(booked('cost')).toBe(5200)
    expect(booked('grni')).toBe(0)
    const invoice = company.bookkeeper.sales.invoiceOrder({ orderId: order.id, invoicedOn: '2026-03-05' })
    expect(company.owner.sales.getInvoice({ id: invoice.id }).netMinor).toBe(8000)
    dispatch(purchaseId, 6)
    expect(company.owner.purchasing.getOrder({ id: purchaseId }).state).toBe('received')
    expect(company.owner.sales.getOrder({ id: order.id }).state).toBe('shipped')
  })

  it('are taken back on both sides at once, and wait for stock when the supplier will not send', () => {
    const order = waitingOrder(10)
    const purchaseId = orderDirectly(order, 10)
    const sent = dispatch(purchaseId, 10)
    const fromShipping = refusalOf(() =>
      company.owner.shipping.reverseShipment({ id: sent.shipmentId, reversedOn: '2026-03-05', reason: '' }),
    )
    expect(fromShipping.code).toBe('shipping.sentBySupplier')
    company.owner.purchasing.reverseReceipt({ id: sent.id, reversedOn: '2026-03-05', reason: 'not sent' })
    expect(balances(company.owner)).toEqual({})
    expect(company.owner.shipping.getShipment({ id: sent.shipmentId }).state).toBe('reversed')
    expect(company.owner.purchasing.getOrder({ id: purchaseId }).state).toBe('confirmed')
    company.owner.purchasing.cancelOrder({ id: purchaseId })
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    ship(company, supplies, order.id)
    expect(company.owner.sales.getOrder({ id: order.id }).state).toBe('shipped')
  })
})

describe('a lot that went straight to the customer', () => {
  beforeEach(() => {
    company = openTestCompany()
    supplies = addSupplies(company)
  })

  it('is found with its supplier and its customer, and no more once the dispatch is taken back', () => {
    const id = draftOrder(company, supplies, [{ item: supplies.tea, pieces: 6 }])
    company.bookkeeper.sales.confirmOrder({ id, backOrder: true })
    const purchaseId = orderDirectly({ id, lineId: company.owner.sales.getOrder({ id }).lines[0]!.id }, 6)
    const sent = company.owner.purchasing.confirmDispatch({
      id: purchaseId,
      dispatchedOn: '2026-03-04',
      lines: [
        {
          orderLineId: company.owner.purchasing.getOrder({ id: purchaseId }).lines[0]!.id,
          quantityMicro: 6 * PIECE,
          lotCode: 'DL-1',
          expiresOn: '2027-03-01',
        },
      ],
    })
    const trace = company.owner.stock.trace({ code: 'DL-1' })
    expect(trace.suppliers).toMatchObject([
      { partner: { code: 'S1' }, goods: [{ openMicro: 6 * PIECE, documents: [{ id: sent.id, number: sent.number }] }] },
    ])
    expect(trace.customers).toMatchObject([
      { partner: { code: 'C1' }, goods: [{ openMicro: 6 * PIECE, documents: [{ id: sent.shipmentId }] }] },
    ])
    expect(trace.lots[0]?.events).toMatchObject([
      { sourceKind: 'purchasing.receipt', isDirect: true, quantityMicro: 6 * PIECE },
      { sourceKind: 'shipping.shipment', isDirect: true, quantityMicro: 6 * PIECE },
    ])
    company.owner.purchasing.reverseReceipt({ id: sent.id, reversedOn: '2026-03-05', reason: 'not sent' })
    expect(company.owner.stock.trace({ code: 'DL-1' })).toMatchObject({ suppliers: [], customers: [] })
  })

  it('is ordered on a paper that names the address of the customer, with prices only for who may see them', () => {
    const { active: _active, ...customer } = company.owner.parties.getPartner({ id: supplies.customerId })
    const address = '12 Harbour Road, Ningbo'
    company.owner.parties.changePartner({ ...customer, address })
    const purchaseId = orderDirectly(waitingOrder(10), 10)
    const textOf = (client: typeof company.owner): string =>
      readPdf(Buffer.from(client.purchasing.orderPdf({ id: purchaseId, locale: 'en' }).pdf, 'base64'))
        .flatMap(({ texts }) => texts.map(({ text }) => text))
        .join(' ')
    expect(textOf(company.owner)).toContain(address)
    expect(textOf(company.owner)).toContain('Purchase order')
    expect(textOf(company.owner)).toContain('120.00')
    expect(textOf(company.clerk)).toContain(address)
    expect(textOf(company.clerk)).not.toContain('120.00')
  })
})

describe('an order of which a part is here', () => {
  beforeEach(() => {
    company = openTestCompany()
    supplies = addSupplies(company)
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 6 }])
  })

  it('frees what the supplier sends instead, but nothing that is being picked', () => {
    const order = waitingOrder(10)
    orderDirectly(order, 7)
    const stock = company.owner.inventory.itemStock({ itemId: supplies.bolt.id })
    expect(stock).toMatchObject({ onHandMicro: 6 * PIECE, reservedMicro: 3 * PIECE })
    const released = company.clerk.warehouse.releaseWave({
      warehouseId: supplies.warehouseId,
      orderIds: [order.id],
      releasedOn: '2026-03-02',
    })
    expect(released.batches.length).toBe(1)
    expect(refusalOf(() => orderDirectly(order, 1)).code).toBe('sales.tooMuchDirectly')
  })

  it('of which the figures were tampered with is found', () => {
    const order = waitingOrder(10)
    orderDirectly(order, 4)
    const found = foundAfter(company, checks, 'UPDATE sales_order_line SET direct_micro = direct_micro - 1000000')
    expect(found).toEqual(expect.arrayContaining(['sales.directEqualsItsPurchases']))
  })
})
