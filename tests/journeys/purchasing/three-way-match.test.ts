import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/operations/purchasing'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const yuan = (amount: number): number => Math.round(amount * 1_000_000)

function rule(fields: object, supplierId: number | null = null): void {
  company.owner.purchasing.setTolerance({
    supplierId,
    overReceiptMicro: 0,
    priceMicro: 0,
    priceMinor: 0,
    ...fields,
  })
}

function buy(pieces: number, price = 10) {
  const bought = order(company.owner, supplies, [{ item: supplies.bolt, pieces, priceMicro: yuan(price) }])
  return { orderId: bought.id, orderLineId: bought.lineIds[0]!, number: bought.number! }
}

function receive(bought: ReturnType<typeof buy>, pieces: number, fields: object = {}) {
  return company.clerk.purchasing.receiveGoods({
    orderId: bought.orderId,
    receivedOn: '2026-03-02',
    lines: [{ orderLineId: bought.orderLineId, quantityMicro: pieces * PIECE, ...fields }],
  })
}

const receiptLine = (id: number) => company.owner.purchasing.getReceipt({ id }).lines[0]!
const stock = () => company.owner.inventory.itemStock({ itemId: supplies.bolt.id })

function invoice(receiptLineId: number, pieces: number, price: number, supplierReference = 'INV-1'): number {
  return company.bookkeeper.purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference,
    invoicedOn: '2026-03-03',
    lines: [{ receiptLineId, quantityMicro: pieces * PIECE, priceMicro: yuan(price) }],
  }).id
}

describe('goods at the dock', () => {
  it('may be more than ordered within the supplier’s tolerance, before the house’s', () => {
    const bought = buy(100)
    expect(refusalOf(() => receive(bought, 101)).code).toBe('purchasing.overReceived')
    rule({ overReceiptMicro: 20_000 })
    expect(company.clerk.purchasing.getOrder({ id: bought.orderId }).lines[0]!.receivableMicro).toBe(102 * PIECE)
    expect(refusalOf(() => receive(bought, 103)).code).toBe('purchasing.overReceived')
    rule({ overReceiptMicro: 50_000 }, supplies.supplierId)
    receive(bought, 98)
    const last = receive(bought, 7)
    expect(receiptLine(last.id)).toMatchObject({ quantityMicro: 7 * PIECE, overMicro: 5 * PIECE })
    expect(company.owner.purchasing.getOrder({ id: bought.orderId }).state).toBe('received')
    company.owner.purchasing.reverseReceipt({ id: last.id, reversedOn: '2026-03-03', reason: 'miscounted' })
    expect(company.owner.purchasing.getOrder({ id: bought.orderId }).state).toBe('partly-received')
    company.owner.purchasing.removeTolerance({ supplierId: supplies.supplierId })
    expect(company.owner.purchasing.listTolerances({}).rows).toMatchObject([
      { supplier: null, overReceiptMicro: 20_000 },
    ])
    expect(refusalOf(() => company.bookkeeper.purchasing.removeTolerance({ supplierId: null })).code).toBe(
      'access.rightMissing',
    )
  })

  it('that are broken stand in quarantine: in the books, not to be sold, ready to go back', () => {
    const bought = buy(10)
    const { id } = receive(bought, 4, { status: 'damaged' })
    receive(bought, 6)
    expect(stock()).toMatchObject({ onHandMicro: 10 * PIECE, freeMicro: 6 * PIECE })
    expect(receiptLine(id)).toMatchObject({ status: 'damaged', valueMinor: 4000 })
    company.owner.purchasing.planReturn({
      supplierId: supplies.supplierId,
      warehouseId: supplies.warehouseId,
      plannedOn: '2026-03-03',
      reason: 'broken on the way',
      lines: [{ receiptLineId: receiptLine(id).id, quantityMicro: 4 * PIECE }],
    })
    const [line] = company.clerk.purchasing.returnsToSend({ warehouseId: supplies.warehouseId }).rows[0]!.lines
    expect(line!.places[0]).toMatchObject({ status: 'damaged', quantityMicro: 4 * PIECE })
    company.clerk.purchasing.sendReturn({
      lineId: line!.id,
      binScan: line!.places[0]!.bin.code,
      itemScan: 'BOLT',
      sentOn: '2026-03-03',
    })
    expect(stock()).toMatchObject({ onHandMicro: 6 * PIECE, freeMicro: 6 * PIECE })
  })
})

describe('an invoice at another price', () => {
  const pay = (invoiceId: number) => {
    const { grossMinor, number } = company.owner.purchasing.getInvoice({ id: invoiceId })
    const item = company.owner.accounting
      .listOpenItems({ role: 'payable', partnerId: supplies.supplierId })
      .rows.find((row) => row.documentNumber === number)
    return company.owner.treasury.postPayment({
      direction: 'out',
      partnerId: supplies.supplierId,
      paidOn: '2026-03-05',
      amountMinor: grossMinor!,
      accountId: company.owner.treasury.listAccounts({}).rows[0]!.id,
      applications: [{ openItemId: item!.id, amountMinor: grossMinor! }],
    })
  }

  it('is not paid before somebody who may has approved it', () => {
    rule({ priceMicro: 20_000 })
    const { id } = receive(buy(10), 10)
    const dear = invoice(receiptLine(id).id, 10, 10.21)
    const get = () => company.owner.purchasing.getInvoice({ id: dear })
    expect(get()).toMatchObject({
      isHeld: true,
      lines: [{ match: 'price-difference', orderPriceMicro: yuan(10), varianceMinor: 210 }],
    })
    expect(company.owner.purchasing.listInvoices({ isHeld: true }).rows.map((row) => row.id)).toEqual([dear])
    const refused = refusalOf(() => pay(dear))
    expect([refused.code, refused.params]).toEqual([
      'accounting.openItemHeld',
      { document: get().number, reason: 'BOLT +2.10' },
    ])
    expect(refusalOf(() => company.bookkeeper.purchasing.releaseInvoice({ id: dear, note: 'fine' })).code).toBe(
      'access.rightMissing',
    )
    company.owner.purchasing.releaseInvoice({ id: dear, note: 'agreed by telephone' })
    expect(get()).toMatchObject({ isHeld: false, releaseNote: 'agreed by telephone' })
    expect(refusalOf(() => company.owner.purchasing.releaseInvoice({ id: dear, note: 'again' })).code).toBe(
      'purchasing.invoiceNotHeld',
    )
    pay(dear)
    expect(get().openMinor).toBe(0)
  })

  it('is taken back without approval; within the tolerance it is never held', () => {
    rule({ priceMicro: 20_000, priceMinor: 50 })
    const { id } = receive(buy(10), 10)
    const held = invoice(receiptLine(id).id, 5, 12)
    company.owner.purchasing.reverseInvoice({ id: held, reversedOn: '2026-03-04', reason: 'wrong price' })
    const fine = invoice(receiptLine(id).id, 5, 10.2)
    expect(company.owner.purchasing.getInvoice({ id: fine })).toMatchObject({
      isHeld: false,
      lines: [{ match: 'matched' }],
    })
    pay(fine)
  })

  it('is only marked where no rule is set', () => {
    const { id } = receive(buy(10), 10)
    const dear = invoice(receiptLine(id).id, 10, 15)
    expect(company.owner.purchasing.getInvoice({ id: dear })).toMatchObject({
      isHeld: false,
      lines: [{ match: 'price-difference' }],
    })
  })
})

describe('a list of suppliers’ invoices', () => {
  const row = (fields: object) => ({
    supplier: 'S1',
    reference: 'A-1',
    invoicedOn: '2026-03-03',
    item: 'BOLT',
    quantityMicro: 10 * PIECE,
    priceMicro: yuan(10),
    ...fields,
  })

  it('is matched by itself: posted, held, or waiting with its reason', () => {
    rule({ priceMicro: 20_000 })
    company.owner.suppliers.saveTerm({
      supplierId: supplies.supplierId,
      itemId: supplies.bolt.id,
      validFrom: '2026-01-01',
      priceMicro: yuan(10),
      leadDays: 3,
      minimumMicro: 0,
      multipleMicro: 0,
      supplierCode: 'NB-8',
      isPreferred: true,
    })
    const first = buy(10)
    const second = buy(10)
    const third = buy(10)
    receive(first, 10)
    receive(second, 4)
    receive(second, 6)
    receive(third, 7)
    const rows = [
      row({ reference: 'A-1', document: first.number }),
      row({ reference: 'A-2', document: second.number, item: '4006381333931', priceMicro: yuan(11) }),
      row({ reference: 'A-3', document: third.number, item: 'NB-8' }),
      row({ reference: 'A-4', document: 'PO-2026-999999' }),
      row({ reference: 'A-5', supplier: 'Nobody' }),
      row({ reference: 'A-6', item: 'NUT' }),
    ]
    const preview = company.bookkeeper.purchasing.previewBills({ rows })
    expect(preview.bills.map(({ reference, result }) => [reference, result])).toEqual([
      ['A-1', 'matched'],
      ['A-2', 'price-difference'],
      ['A-3', 'quantity-difference'],
      ['A-4', 'not-received'],
    ])
    expect(preview.errors).toEqual([
      { row: 5, code: 'supplier-unknown', text: 'Nobody' },
      { row: 6, code: 'item-unknown', text: 'NUT' },
    ])
    expect(company.bookkeeper.purchasing.importBills({ rows })).toMatchObject({ posted: 2, held: 1, waiting: 2 })
    // sent once more: what was taken is not taken twice
    expect(company.bookkeeper.purchasing.importBills({ rows: rows.slice(0, 4) })).toMatchObject({
      errors: [{ code: 'reference-taken' }, {}, {}, {}],
      posted: 0,
      waiting: 2,
    })
    expect(company.owner.purchasing.listBills({}).rows).toMatchObject([
      { reference: 'A-3', result: 'quantity-difference' },
      { reference: 'A-4', result: 'not-received' },
    ])
    receive(third, 3)
    expect(company.bookkeeper.purchasing.matchBills({})).toEqual({ posted: 1, held: 0, waiting: 1 })
    const [left] = company.owner.purchasing.listBills({}).rows
    expect(refusalOf(() => company.owner.purchasing.acceptBill({ id: left!.id, note: 'x' })).code).toBe(
      'purchasing.billNothingReceived',
    )
    company.bookkeeper.purchasing.dropBill({ id: left!.id, note: 'not ours' })
    expect(company.owner.purchasing.getBill({ id: left!.id }).state).toBe('dropped')
    expect(company.owner.purchasing.listBills({}).total).toBe(0)
  })

  it('may be taken with what had come, by somebody who answers for it', () => {
    const bought = buy(10)
    receive(bought, 7)
    company.bookkeeper.purchasing.importBills({ rows: [row({})] })
    const [bill] = company.owner.purchasing.listBills({}).rows
    expect(refusalOf(() => company.bookkeeper.purchasing.acceptBill({ id: bill!.id, note: 'x' })).code).toBe(
      'access.rightMissing',
    )
    const posted = company.owner.purchasing.acceptBill({ id: bill!.id, note: 'three were never sent' })
    expect(company.owner.purchasing.getInvoice({ id: posted.id })).toMatchObject({
      supplierReference: 'A-1',
      netMinor: 7000,
      note: 'three were never sent',
    })
  })
})

describe('an invoice that asks for a little more than came', () => {
  it('is paid within the tolerance, the difference with the goods; beyond it, it is refused or waits', () => {
    const { id } = receive(buy(100), 100)
    const line = receiptLine(id).id
    expect(refusalOf(() => invoice(line, 101, 10)).code).toBe('purchasing.overInvoiced')
    rule({ quantityMicro: 20_000 })
    expect(refusalOf(() => invoice(line, 103, 10)).code).toBe('purchasing.overInvoiced')
    const posted = company.owner.purchasing.getInvoice({ id: invoice(line, 102, 10) })
    // 1020.00 asked for what came in at 1000.00: 20.00 more in stock
    expect(posted).toMatchObject({ netMinor: 102_000, isHeld: false })
    expect(posted.lines).toMatchObject([
      { quantityMicro: 100 * PIECE, billedMicro: 102 * PIECE, varianceMinor: 2000, match: 'matched' },
    ])
    expect(stock().valueMinor).toBe(102_000)
    expect(company.owner.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows).toEqual([])
  })

  it('is matched in a list as well', () => {
    receive(buy(100), 100)
    rule({ quantityMicro: 20_000 })
    const row = (reference: string, pieces: number) => ({
      supplier: 'S1',
      reference,
      invoicedOn: '2026-03-03',
      item: 'BOLT',
      quantityMicro: pieces * PIECE,
      priceMicro: yuan(10),
    })
    const preview = (pieces: number) =>
      company.bookkeeper.purchasing.previewBills({ rows: [row('L-1', pieces)] }).bills[0]!.result
    expect([preview(102), preview(103)]).toEqual(['matched', 'quantity-difference'])
    expect(company.bookkeeper.purchasing.importBills({ rows: [row('L-1', 102)] })).toMatchObject({ posted: 1, held: 0 })
  })
})

describe('goods that nobody ordered', () => {
  it('are held with an order written for them, and released for sale or sent back', () => {
    company.owner.suppliers.saveTerm({
      supplierId: supplies.supplierId,
      itemId: supplies.bolt.id,
      validFrom: '2026-01-01',
      priceMicro: yuan(7),
      leadDays: 3,
    })
    const { id } = company.clerk.purchasing.receiveUnordered({
      supplierId: supplies.supplierId,
      warehouseId: supplies.warehouseId,
      receivedOn: '2026-03-02',
      lines: [{ itemId: supplies.bolt.id, quantityMicro: 10 * PIECE }],
    })
    expect(receiptLine(id)).toMatchObject({ status: 'quarantine', heldMicro: 10 * PIECE, valueMinor: 7000 })
    const free = () =>
      company.owner.sales.lineAdvice({ itemId: supplies.bolt.id, warehouseId: supplies.warehouseId }).freeMicro / PIECE
    const letGo = (pieces: number) =>
      company.bookkeeper.purchasing.releaseGoods({
        receiptId: id,
        releasedOn: '2026-03-03',
        reason: 'We can use them',
        lines: [{ receiptLineId: receiptLine(id).id, quantityMicro: pieces * PIECE }],
      })
    expect(free()).toBe(0)
    expect(refusalOf(() => letGo(11)).params).toMatchObject({ held: '10' })
    letGo(6)
    expect([free(), receiptLine(id).heldMicro]).toEqual([6, 4 * PIECE])
    expect(
      refusalOf(() => company.owner.purchasing.reverseReceipt({ id, reversedOn: '2026-03-04', reason: '' })).code,
    ).toBe('purchasing.receiptReleased')
    expect(foundAfter(company, checks, 'UPDATE purchasing_release SET quantity_micro = 99000000')).toEqual([
      'purchasing.releasesTakeWhatWasHeld',
    ])
  })
})
