import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../../support/supplies'

const PRICE = 10_000_000

let company: TestCompany
let supplies: Supplies

function open(pack: 'cn-sbe' | 'generic'): void {
  company = openTestCompany({ pack })
  supplies = addSupplies(company)
}

function receive(
  orderId: number,
  lines: { orderLineId: number; pieces: number; lotCode?: string; expiresOn?: string }[],
) {
  return company.clerk.purchasing.receiveGoods({
    orderId,
    receivedOn: '2026-03-05',
    lines: lines.map(({ pieces, ...line }) => ({ ...line, quantityMicro: pieces * PIECE })),
  })
}

function toInvoice(): { receiptLineId: number; openMicro: number }[] {
  return company.bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows
}

function invoice(lines: { receiptLineId: number; pieces: number; priceMicro: number }[], reference = 'INV-1') {
  return company.bookkeeper.purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference: reference,
    invoicedOn: '2026-03-10',
    lines: lines.map(({ pieces, ...line }) => ({ ...line, quantityMicro: pieces * PIECE })),
  })
}

afterEach(() => {
  closeSound(company)
})

describe.each([
  ['cn-sbe', { stock: '1405', grni: '220202', payable: '220201', tax: '22210101', bank: '1002' }, 1300],
  ['generic', { stock: '1200', grni: '2010', payable: '2000', tax: '1400', bank: '1010' }, 2000],
] as const)('from order to payment (%s)', (pack, codes, tax) => {
  beforeEach(() => open(pack))

  it('moves stock and books at each step', () => {
    const { bookkeeper, clerk } = company
    const placed = order(bookkeeper, supplies, [{ item: supplies.bolt, pieces: 10, priceMicro: PRICE }])
    expect(placed.number).toBe('PO-2026-000001')
    expect(balances(bookkeeper)).toEqual({})

    const receipt = receive(placed.id, [{ orderLineId: placed.lineIds[0] ?? 0, pieces: 10 }])
    expect(receipt).toMatchObject({ number: 'GR-2026-000001', state: 'posted' })
    expect(balances(bookkeeper)).toEqual({ [codes.stock]: 10_000, [codes.grni]: -10_000 })
    expect(bookkeeper.purchasing.getOrder({ id: placed.id }).state).toBe('received')
    expect(bookkeeper.inventory.itemStock({ itemId: supplies.bolt.id })).toMatchObject({
      onHandMicro: 10 * PIECE,
      valueMinor: 10_000,
    })
    expect(clerk.warehouse.listPutaway({ warehouseId: supplies.warehouseId }).total).toBeGreaterThan(0)

    const [line] = toInvoice()
    const posted = invoice([{ receiptLineId: line?.receiptLineId ?? 0, pieces: 10, priceMicro: PRICE }])
    expect(posted.number).toBe('PI-2026-000001')
    expect(balances(bookkeeper)).toEqual({ [codes.stock]: 10_000, [codes.tax]: tax, [codes.payable]: -(10_000 + tax) })
    expect(bookkeeper.purchasing.getOrder({ id: placed.id }).state).toBe('closed')

    const [owed] = bookkeeper.accounting.listOpenItems({ role: 'payable' }).rows
    expect(owed).toMatchObject({ documentNumber: 'PI-2026-000001', openMinor: 10_000 + tax, dueOn: '2026-04-09' })
    const payment = bookkeeper.treasury.postPayment({
      direction: 'out',
      partnerId: supplies.supplierId,
      paidOn: '2026-04-09',
      amountMinor: 10_000 + tax,
      applications: [{ openItemId: owed?.id ?? 0, amountMinor: 10_000 + tax }],
    })
    expect(balances(bookkeeper)).toEqual({ [codes.stock]: 10_000, [codes.tax]: tax, [codes.bank]: -(10_000 + tax) })

    const shown = bookkeeper.purchasing.getInvoice({ id: posted.id })
    expect(shown.openMinor).toBe(0)
    expect(shown.chain.from).toEqual([
      { kind: 'purchasing.receipt', id: receipt.id, number: 'GR-2026-000001', state: 'posted' },
    ])
    expect(shown.chain.to).toEqual([
      { kind: 'treasury.payment', id: payment.id, number: 'PY-2026-000001', state: 'posted' },
    ])
    const goods = bookkeeper.purchasing.getReceipt({ id: receipt.id })
    expect(goods.chain.from[0]).toMatchObject({ kind: 'purchasing.order', number: 'PO-2026-000001' })
    expect(goods.chain.to[0]).toMatchObject({ kind: 'purchasing.invoice', number: 'PI-2026-000001' })
  })

  it('puts a dearer price on stock', () => {
    const placed = order(company.bookkeeper, supplies, [{ item: supplies.bolt, pieces: 10, priceMicro: PRICE }])
    receive(placed.id, [{ orderLineId: placed.lineIds[0] ?? 0, pieces: 10 }])
    const [line] = toInvoice()
    invoice([{ receiptLineId: line?.receiptLineId ?? 0, pieces: 10, priceMicro: 11_000_000 }])
    expect(balances(company.bookkeeper)[codes.stock]).toBe(11_000)
    expect(company.bookkeeper.inventory.itemStock({ itemId: supplies.bolt.id }).valueMinor).toBe(11_000)
  })
})

describe('receiving', () => {
  beforeEach(() => open('cn-sbe'))

  it('asks for what a lot needs, and keeps one date for a lot', () => {
    const placed = order(company.bookkeeper, supplies, [{ item: supplies.tea, pieces: 10, priceMicro: PRICE }])
    const orderLineId = placed.lineIds[0] ?? 0
    expect(refusalOf(() => receive(placed.id, [{ orderLineId, pieces: 1 }]))).toMatchObject({
      code: 'purchasing.lotMissing',
      field: 'lines.0.lotCode',
    })
    expect(refusalOf(() => receive(placed.id, [{ orderLineId, pieces: 1, lotCode: 'L1' }])).code).toBe(
      'purchasing.expiryMissing',
    )
    receive(placed.id, [{ orderLineId, pieces: 4, lotCode: 'L1', expiresOn: '2026-12-31' }])
    expect(
      refusalOf(() => receive(placed.id, [{ orderLineId, pieces: 1, lotCode: 'L1', expiresOn: '2027-01-31' }])).code,
    ).toBe('inventory.lotExpiryDiffers')
    receive(placed.id, [
      { orderLineId, pieces: 2, lotCode: 'L1', expiresOn: '2026-12-31' },
      { orderLineId, pieces: 4, lotCode: 'L2', expiresOn: '2027-02-28' },
    ])
    const { balances: lots } = company.bookkeeper.inventory.itemStock({ itemId: supplies.tea.id })
    expect(lots.map(({ lot, quantityMicro }) => [lot?.code, quantityMicro / PIECE])).toEqual([
      ['L1', 6],
      ['L2', 4],
    ])
    expect(company.bookkeeper.inventory.listExpiring({ before: '2027-01-01' }).rows).toMatchObject([
      { lot: { code: 'L1' }, valueMinor: 6000 },
    ])
  })

  it('takes no more than was ordered, across lines and receipts', () => {
    const placed = order(company.bookkeeper, supplies, [{ item: supplies.bolt, pieces: 10, priceMicro: PRICE }])
    const orderLineId = placed.lineIds[0] ?? 0
    receive(placed.id, [{ orderLineId, pieces: 6 }])
    expect(company.bookkeeper.purchasing.getOrder({ id: placed.id }).state).toBe('partly-received')
    const refusal = refusalOf(() =>
      receive(placed.id, [
        { orderLineId, pieces: 3 },
        { orderLineId, pieces: 2 },
      ]),
    )
    expect(refusal).toMatchObject({
      code: 'purchasing.overReceived',
      params: { ordered: '10', received: '9', open: '1', wanted: '2' },
    })
    receive(placed.id, [{ orderLineId, pieces: 4 }])
    expect(refusalOf(() => receive(placed.id, [{ orderLineId, pieces: 1 }])).code).toBe('purchasing.orderNotOpen')
  })

  it('hides cost from clerks', () => {
    const placed = order(company.bookkeeper, supplies, [{ item: supplies.bolt, pieces: 1, priceMicro: PRICE }])
    expect(company.clerk.purchasing.getOrder({ id: placed.id })).toMatchObject({
      grossMinor: null,
      lines: [{ priceMicro: null }],
    })
  })

  it('ends an order whose rest will not come', () => {
    const placed = order(company.bookkeeper, supplies, [{ item: supplies.bolt, pieces: 10, priceMicro: PRICE }])
    receive(placed.id, [{ orderLineId: placed.lineIds[0] ?? 0, pieces: 6 }])
    expect(company.bookkeeper.purchasing.cancelOrder({ id: placed.id }).state).toBe('closed')
    const [line] = toInvoice()
    invoice([{ receiptLineId: line?.receiptLineId ?? 0, pieces: 6, priceMicro: PRICE }])
    expect(company.bookkeeper.purchasing.getOrder({ id: placed.id }).state).toBe('closed')
  })
})

describe('invoicing in parts', () => {
  beforeEach(() => open('generic'))

  it('takes GRNI off without drift', () => {
    // 3 pieces at 3.333333 are 10.00: each alone would be 3.33.
    const placed = order(company.bookkeeper, supplies, [{ item: supplies.bolt, pieces: 3, priceMicro: 3_333_333 }])
    receive(placed.id, [{ orderLineId: placed.lineIds[0] ?? 0, pieces: 3 }])
    expect(balances(company.bookkeeper)['2010']).toBe(-1000)
    for (const at of [1, 2, 3]) {
      const [line] = toInvoice()
      invoice([{ receiptLineId: line?.receiptLineId ?? 0, pieces: 1, priceMicro: 3_333_333 }], `INV-${at}`)
    }
    expect(balances(company.bookkeeper)['2010']).toBeUndefined()
    expect(toInvoice()).toEqual([])
  })

  it('refuses more than was received, the same reference, and goods of nobody', () => {
    const placed = order(company.bookkeeper, supplies, [{ item: supplies.bolt, pieces: 3, priceMicro: PRICE }])
    receive(placed.id, [{ orderLineId: placed.lineIds[0] ?? 0, pieces: 2 }])
    const receiptLineId = toInvoice()[0]?.receiptLineId ?? 0
    expect(refusalOf(() => invoice([{ receiptLineId, pieces: 3, priceMicro: PRICE }])).code).toBe(
      'purchasing.overInvoiced',
    )
    invoice([{ receiptLineId, pieces: 1, priceMicro: PRICE }])
    expect(refusalOf(() => invoice([{ receiptLineId, pieces: 1, priceMicro: PRICE }]))).toMatchObject({
      code: 'purchasing.referenceTaken',
      params: { invoice: 'PI-2026-000001' },
    })
    expect(refusalOf(() => invoice([{ receiptLineId: 999, pieces: 1, priceMicro: PRICE }], 'X')).code).toBe(
      'purchasing.receiptUnknown',
    )
  })
})

describe.each(['cn-sbe', 'generic'] as const)('taking back (%s)', (pack) => {
  beforeEach(() => open(pack))

  it('a receipt at the dock leaves nothing behind', () => {
    const placed = order(company.bookkeeper, supplies, [
      { item: supplies.bolt, pieces: 10, priceMicro: PRICE },
      { item: supplies.tea, pieces: 5, priceMicro: 7_000_000 },
    ])
    const receipt = receive(placed.id, [
      { orderLineId: placed.lineIds[0] ?? 0, pieces: 10 },
      { orderLineId: placed.lineIds[1] ?? 0, pieces: 5, lotCode: 'L1', expiresOn: '2026-12-31' },
    ])
    const reversed = company.owner.purchasing.reverseReceipt({
      id: receipt.id,
      reversedOn: '2026-03-06',
      reason: 'wrong goods',
    })
    expect(reversed.state).toBe('reversed')
    expect(balances(company.bookkeeper)).toEqual({})
    expect(company.bookkeeper.inventory.itemStock({ itemId: supplies.bolt.id })).toMatchObject({
      onHandMicro: 0,
      valueMinor: 0,
    })
    expect(company.bookkeeper.purchasing.getOrder({ id: placed.id }).state).toBe('confirmed')
    expect(
      refusalOf(() => company.owner.purchasing.reverseReceipt({ id: receipt.id, reversedOn: '2026-03-06', reason: '' }))
        .code,
    ).toBe('purchasing.receiptReversed')
    const { entries } = company.bookkeeper.accounting.entriesOf({
      sourceKind: 'purchasing.receipt',
      sourceId: receipt.id,
    })
    expect(entries).toHaveLength(2)
    expect(entries[1]?.reversesEntryId).toBe(entries[0]?.id)
    const negative = entries[1]?.lines.some(({ debitMinor, creditMinor }) => debitMinor < 0 || creditMinor < 0)
    expect(negative).toBe(pack === 'cn-sbe')
  })

  it('a receipt whose goods are put away or invoiced stays', () => {
    const placed = order(company.bookkeeper, supplies, [{ item: supplies.bolt, pieces: 10, priceMicro: PRICE }])
    const receipt = receive(placed.id, [{ orderLineId: placed.lineIds[0] ?? 0, pieces: 10 }])
    const posted = invoice([{ receiptLineId: toInvoice()[0]?.receiptLineId ?? 0, pieces: 4, priceMicro: 12_000_000 }])
    const reverse = () =>
      company.owner.purchasing.reverseReceipt({ id: receipt.id, reversedOn: '2026-03-12', reason: '' })
    expect(refusalOf(reverse).code).toBe('purchasing.receiptInvoiced')
    company.owner.purchasing.reverseInvoice({ id: posted.id, reversedOn: '2026-03-11', reason: 'wrong price' })
    expect(company.bookkeeper.accounting.listOpenItems({ role: 'payable' }).total).toBe(0)
    expect(company.bookkeeper.inventory.itemStock({ itemId: supplies.bolt.id }).valueMinor).toBe(10_000)
    const [task] = company.clerk.warehouse.listPutaway({ warehouseId: supplies.warehouseId }).tasks
    company.clerk.warehouse.putAway({ taskId: task?.id ?? 0, binScan: task?.toBin.code ?? '' })
    expect(refusalOf(reverse).code).toBe('warehouse.alreadyPutAway')
  })

  it('an invoice that is paid stays until the payment is taken back', () => {
    const { bookkeeper, owner } = company
    const placed = order(bookkeeper, supplies, [{ item: supplies.bolt, pieces: 10, priceMicro: PRICE }])
    receive(placed.id, [{ orderLineId: placed.lineIds[0] ?? 0, pieces: 10 }])
    const posted = invoice([{ receiptLineId: toInvoice()[0]?.receiptLineId ?? 0, pieces: 10, priceMicro: PRICE }])
    const [owed] = bookkeeper.accounting.listOpenItems({ role: 'payable' }).rows
    const payment = bookkeeper.treasury.postPayment({
      direction: 'out',
      partnerId: supplies.supplierId,
      paidOn: '2026-03-20',
      amountMinor: 5000,
      applications: [{ openItemId: owed?.id ?? 0, amountMinor: 5000 }],
    })
    const reverse = () => owner.purchasing.reverseInvoice({ id: posted.id, reversedOn: '2026-03-21', reason: '' })
    expect(refusalOf(reverse).code).toBe('accounting.openItemSettled')
    owner.treasury.reversePayment({ id: payment.id, reversedOn: '2026-03-21', reason: 'bounced' })
    expect(reverse().state).toBe('reversed')
    expect(balances(bookkeeper)).toEqual(
      pack === 'cn-sbe' ? { '1405': 10_000, '220202': -10_000 } : { '1200': 10_000, '2010': -10_000 },
    )
    expect(bookkeeper.purchasing.getOrder({ id: placed.id }).state).toBe('received')
    invoice([{ receiptLineId: toInvoice()[0]?.receiptLineId ?? 0, pieces: 10, priceMicro: PRICE }])
  })
})

describe('drafts', () => {
  beforeEach(() => open('generic'))

  it('can be written anew and deleted; a confirmed order cannot', () => {
    const { bookkeeper } = company
    const fields = {
      supplierId: supplies.supplierId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      expectedOn: '2026-03-05',
      lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro: PRICE }],
    }
    const { id } = bookkeeper.purchasing.saveOrder(fields)
    bookkeeper.purchasing.saveOrder({ ...fields, id, lines: [...fields.lines, ...fields.lines] })
    expect(bookkeeper.purchasing.getOrder({ id })).toMatchObject({ number: null, grossMinor: 2400, lines: [{}, {}] })
    bookkeeper.purchasing.deleteOrder({ id })
    expect(refusalOf(() => bookkeeper.purchasing.getOrder({ id })).code).toBe('purchasing.orderUnknown')
    const second = bookkeeper.purchasing.saveOrder(fields)
    bookkeeper.purchasing.confirmOrder({ id: second.id })
    expect(refusalOf(() => bookkeeper.purchasing.saveOrder({ ...fields, id: second.id })).code).toBe(
      'purchasing.orderNotDraft',
    )
    expect(bookkeeper.purchasing.listOrders({ filter: 'northern', sort: 'supplier' })).toMatchObject({
      total: 1,
      sums: { grossMinor: 1200 },
    })
    expect(bookkeeper.purchasing.cancelOrder({ id: second.id }).state).toBe('cancelled')
    expect(refusalOf(() => bookkeeper.purchasing.cancelOrder({ id: second.id })).code).toBe(
      'purchasing.orderNotCancellable',
    )
  })
})
