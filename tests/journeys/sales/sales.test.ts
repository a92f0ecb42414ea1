import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { draftOrder, packAll, pickAll, release, sell, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

function open(pack: 'cn-sbe' | 'generic' = 'cn-sbe'): void {
  company = openTestCompany({ pack })
  supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
}

afterEach(() => {
  closeSound(company)
})

const getOrder = (id: number) => company.bookkeeper.sales.getOrder({ id })
const stock = () => company.bookkeeper.inventory.itemStock({ itemId: supplies.bolt.id })

function addService(): { id: number; packId: number } {
  const { id } = company.owner.items.addItem({
    code: 'FREIGHT',
    name: 'Freight',
    otherName: '运费',
    kind: 'service',
    category: '',
    baseUnit: 'job',
    lotTracked: false,
    shelfLifeDays: null,
    taxCode: 'standard',
    salesPriceMicro: 5_000_000,
    purchasePriceMicro: 0,
    supplierId: null,
    weightGrams: 0,
    volumeMillilitres: 0,
    packs: [{ unit: 'job', baseQuantity: 1, barcodes: [] }],
  })
  return { id, packId: company.owner.items.getItem({ id }).packs[0]!.id }
}

describe('an order', () => {
  beforeEach(() => open())

  it('is a draft that may change and go, without a number', () => {
    const id = draftOrder(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    expect(getOrder(id)).toMatchObject({
      number: null,
      state: 'draft',
      netMinor: 6000,
      taxMinor: 780,
      grossMinor: 6780,
    })
    const { lines, customer } = getOrder(id)
    company.bookkeeper.sales.saveOrder({
      id,
      customerId: customer.id,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      promisedOn: '2026-03-09',
      lines: [{ itemId: lines[0]!.item.id, packId: lines[0]!.packId, quantityMicro: 1_500_000, priceMicro: 333_333 }],
    })
    expect(getOrder(id)).toMatchObject({ promisedOn: '2026-03-09', netMinor: 50, taxMinor: 7, grossMinor: 57 })
    expect(stock().reservedMicro).toBe(0)
    company.bookkeeper.sales.deleteOrder({ id })
    expect(refusalOf(() => getOrder(id)).code).toBe('sales.orderUnknown')
  })

  it('reserves with its confirmation, and two orders never get the same piece', () => {
    const first = draftOrder(company, supplies, [{ item: supplies.bolt, pieces: 6 }])
    const second = draftOrder(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    expect(company.bookkeeper.sales.confirmOrder({ id: first })).toMatchObject({
      number: 'SO-2026-000001',
      state: 'confirmed',
    })
    expect(stock()).toMatchObject({ reservedMicro: 6 * PIECE, freeMicro: 4 * PIECE })
    const raced = refusalOf(() => company.bookkeeper.sales.confirmOrder({ id: second }))
    expect([raced.code, raced.params]).toMatchObject([
      'inventory.insufficientStock',
      { wanted: '5', onHand: '10', reserved: '6', free: '4', documents: 'SO-2026-000001' },
    ])
    expect(getOrder(second)).toMatchObject({ state: 'draft', number: null })
    expect(refusalOf(() => company.bookkeeper.sales.confirmOrder({ id: first })).code).toBe('sales.orderNotDraft')
    expect(company.bookkeeper.sales.cancelOrder({ id: first })).toMatchObject({ state: 'cancelled' })
    expect(company.bookkeeper.sales.confirmOrder({ id: second }).number).toBe('SO-2026-000002')
  })

  it('asks for credit: what is owed, what is on order, and itself', () => {
    const { active: _active, ...fields } = company.owner.parties.getPartner({ id: supplies.customerId })
    company.owner.parties.changePartner({ ...fields, creditLimitMinor: 15_000 })
    const first = sell(company, supplies, [{ item: supplies.bolt, pieces: 2 }])
    ship(company, supplies, first)
    company.bookkeeper.sales.invoiceOrder({ orderId: first, invoicedOn: '2026-03-03' })
    sell(company, supplies, [{ item: supplies.bolt, pieces: 2 }])
    const third = draftOrder(company, supplies, [{ item: supplies.bolt, pieces: 3 }])
    const refused = refusalOf(() => company.bookkeeper.sales.confirmOrder({ id: third }))
    expect([refused.code, refused.params]).toEqual([
      'sales.creditExceeded',
      { customer: 'Corner Shop', limit: '150.00', owed: '45.20', ordered: '45.20', order: '67.80', over: '8.20' },
    ])
  })

  it('is not cancelled while it is picked; what has not left is given up afterwards', () => {
    const id = sell(company, supplies, [{ item: supplies.bolt, pieces: 4 }])
    const tasks = release(company, supplies)
    expect(refusalOf(() => company.bookkeeper.sales.cancelOrder({ id })).code).toBe('warehouse.alreadyReleased')
    company.clerk.warehouse.confirmPick({
      taskId: tasks[0]!.id,
      binScan: tasks[0]!.fromBin.code,
      itemScan: 'BOLT',
      quantityMicro: PIECE,
    })
    company.clerk.warehouse.shortPick({ taskId: tasks[0]!.id, foundMicro: 0 })
    packAll(company, id)
    company.clerk.shipping.shipOrder({ orderId: id, shippedOn: '2026-03-03' })
    expect(getOrder(id).state).toBe('partly-shipped')
    expect(company.bookkeeper.sales.cancelOrder({ id })).toMatchObject({ state: 'shipped' })
    expect(getOrder(id).lines).toMatchObject([{ shippedMicro: PIECE, cancelledMicro: 3 * PIECE }])
    expect(stock()).toMatchObject({ reservedMicro: 0, onHandMicro: 9 * PIECE })
    company.bookkeeper.sales.invoiceOrder({ orderId: id, invoicedOn: '2026-03-03' })
    expect(getOrder(id).state).toBe('closed')
    expect(refusalOf(() => company.bookkeeper.sales.cancelOrder({ id })).code).toBe('sales.orderNotCancellable')
  })

  it('ships services with its confirmation', () => {
    const freight = addService()
    const alone = sell(company, supplies, [{ item: freight, pieces: 1, priceMicro: 5_000_000 }])
    expect(getOrder(alone).state).toBe('shipped')
    company.bookkeeper.sales.invoiceOrder({ orderId: alone, invoicedOn: '2026-03-03' })
    expect(getOrder(alone)).toMatchObject({ state: 'closed', lines: [{ invoicedMicro: PIECE }] })
    const mixed = sell(company, supplies, [
      { item: freight, pieces: 1 },
      { item: supplies.bolt, pieces: 1 },
    ])
    expect(getOrder(mixed).state).toBe('confirmed')
    expect(company.bookkeeper.sales.cancelOrder({ id: mixed }).state).toBe('cancelled')
  })

  it('knows what a line may sell for', () => {
    sell(company, supplies, [{ item: supplies.bolt, pieces: 1, priceMicro: 19_500_000 }])
    const ask = { itemId: supplies.bolt.id, warehouseId: supplies.warehouseId, customerId: supplies.customerId }
    const advice = {
      freeMicro: 9 * PIECE,
      priceMicro: 19_500_000,
      lastPrices: [{ priceMicro: 19_500_000, quantityMicro: PIECE }],
      unitCostMicro: 10_000_000,
    }
    expect(company.owner.sales.lineAdvice(ask)).toMatchObject(advice)
    const rows = company.bookkeeper.sales.listOrders({ filter: 'corner', sort: 'grossMinor' })
    expect(rows).toMatchObject({ total: 1, sums: { grossMinor: 2204 } })
    expect(company.bookkeeper.sales.listOrders({ state: 'draft' }).total).toBe(0)
  })
})

describe.each([
  ['cn-sbe', { receivable: '1122', revenue: '5001', tax: '22210102' }, 1300],
  ['generic', { receivable: '1100', revenue: '4000', tax: '2200' }, 2000],
] as const)('an invoice (%s)', (pack, codes, tax) => {
  beforeEach(() => open(pack))

  it('bills what left, part by part, and goes back while it is unpaid', () => {
    const id = sell(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    const invoice = () => company.bookkeeper.sales.invoiceOrder({ orderId: id, invoicedOn: '2026-03-04' })
    expect(refusalOf(invoice).code).toBe('sales.nothingToInvoice')
    const before = balances(company.owner)
    ship(company, supplies, id)
    const posted = invoice()
    expect(posted.number).toBe('SI-2026-000001')
    expect(company.bookkeeper.sales.getInvoice({ id: posted.id })).toMatchObject({
      netMinor: 10_000,
      taxMinor: tax,
      openMinor: 10_000 + tax,
      dueOn: '2026-03-18',
      chain: { from: [{ kind: 'sales.order' }, { kind: 'shipping.shipment' }], to: [] },
    })
    const after = balances(company.owner)
    const moved = (code: string): number => (after[code] ?? 0) - (before[code] ?? 0)
    expect([moved(codes.receivable), moved(codes.revenue)]).toEqual([10_000 + tax, -10_000])
    expect(refusalOf(invoice).code).toBe('sales.nothingToInvoice')
    const reverse = () =>
      company.owner.sales.reverseInvoice({ id: posted.id, reversedOn: '2026-03-05', reason: 'wrong price' })
    expect(reverse()).toMatchObject({ state: 'reversed' })
    expect(refusalOf(reverse).code).toBe('sales.invoiceReversed')
    expect(balances(company.owner)[codes.receivable]).toBeUndefined()
    expect(invoice().number).toBe('SI-2026-000002')
    expect(company.bookkeeper.sales.listInvoices({}).rows.map((row) => [row.state, row.openMinor])).toEqual([
      ['posted', 10_000 + tax],
      ['reversed', 0],
    ])
  })

  it('stays once it is paid, and is linked from order to payment', () => {
    const id = sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    ship(company, supplies, id)
    const invoice = company.bookkeeper.sales.invoiceOrder({ orderId: id, invoicedOn: '2026-03-04' })
    const { openMinor } = company.bookkeeper.sales.getInvoice({ id: invoice.id })
    const [item] = company.bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows
    company.bookkeeper.treasury.postPayment({
      direction: 'in',
      partnerId: supplies.customerId,
      paidOn: '2026-03-05',
      method: 'bank',
      amountMinor: openMinor,
      applications: [{ openItemId: item!.id, amountMinor: openMinor }],
    })
    const reverse = () => company.owner.sales.reverseInvoice({ id: invoice.id, reversedOn: '2026-03-05', reason: '' })
    expect(refusalOf(reverse).code).toBe('accounting.openItemSettled')
    const kinds = getOrder(id).chain.to.map((link) => link.kind)
    expect(kinds).toEqual(['warehouse.wave', 'shipping.shipment', 'sales.invoice', 'treasury.payment'])
    expect(company.bookkeeper.sales.getInvoice({ id: invoice.id }).chain.to).toMatchObject([
      { kind: 'treasury.payment' },
    ])
  })
})

describe('the invoice on paper', () => {
  it('is a PDF in both languages', () => {
    open()
    const id = sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    pickAll(company, release(company, supplies))
    packAll(company, id)
    company.clerk.shipping.shipOrder({ orderId: id, shippedOn: '2026-03-03' })
    const invoice = company.bookkeeper.sales.invoiceOrder({ orderId: id, invoicedOn: '2026-03-04' })
    for (const locale of ['en', 'zh-CN'] as const) {
      const { fileName, pdf } = company.bookkeeper.sales.invoicePdf({ id: invoice.id, locale })
      const bytes = Buffer.from(pdf, 'base64')
      expect(fileName).toBe('SI-2026-000001.pdf')
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      expect(bytes.subarray(-6).toString().trim()).toBe('%%EOF')
      expect(bytes.length).toBeLessThan(200_000)
    }
  })
})
