import { afterEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../support/supplies'
import { sell, ship, stockUp } from '../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
afterEach(() => closeSound(company))

function trade(pack: 'cn-sbe' | 'generic', sold: number, bought: number): void {
  company = openTestCompany({ pack })
  supplies = addSupplies(company)
  const { bookkeeper, clerk } = company
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 100 }])
  const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: sold }])
  ship(company, supplies, orderId)
  bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
  const placed = order(bookkeeper, supplies, [{ item: supplies.bolt, pieces: bought, priceMicro: 10_000_000 }])
  clerk.purchasing.receiveGoods({
    orderId: placed.id,
    receivedOn: '2026-03-05',
    lines: [{ orderLineId: placed.lineIds[0] ?? 0, quantityMicro: bought * PIECE }],
  })
  const { rows } = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId })
  bookkeeper.purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference: 'T-1',
    invoicedOn: '2026-03-10',
    lines: rows
      .slice(-1)
      .map(({ receiptLineId }) => ({ receiptLineId, quantityMicro: bought * PIECE, priceMicro: 10_000_000 })),
  })
}

const march = () => company.bookkeeper.accounting.listPeriods({}).rows.find(({ startsOn }) => startsOn === '2026-03-01')
const post = (key: string) => company.bookkeeper.closing.postMonthEnd({ periodId: march()?.id ?? 0, key })
const TIME = { from: '2026-03-01', to: '2026-03-31' }

describe('the end of a month (cn-sbe)', () => {
  it('carries VAT over, puts surcharges on it, and accrues income tax for the quarter', () => {
    // 50 at 20.00 net: output 13 % = 130.00. 20 at 10.00: input 26.00. Payable 104.00.
    trade('cn-sbe', 50, 20)
    const { bookkeeper } = company
    expect(bookkeeper.tax.vatSummary(TIME)).toMatchObject({
      outputMinor: 13_000,
      inputMinor: 2600,
      payableMinor: 10_400,
      rows: [
        { accountCode: '22210102', creditMinor: 13_000, lines: [{ sourceKind: 'sales.invoice', creditMinor: 13_000 }] },
        { accountCode: '22210101', debitMinor: 2600, lines: [{ sourceKind: 'purchasing.invoice', debitMinor: 2600 }] },
        {},
        {},
        {},
        {},
      ],
    })
    post('tax.vat')
    expect(balances(bookkeeper)).toMatchObject({ 22210103: 10_400, 222102: -10_400 })
    // 7 %, 3 % and 2 % of 104.00.
    post('tax.surcharges')
    expect(balances(bookkeeper)).toMatchObject({ 222104: -728, 222105: -312, 222108: -208, 5403: 1248 })
    // What is posted is not posted again.
    post('tax.vat')
    post('tax.surcharges')
    expect(balances(bookkeeper)['5403']).toBe(1248)
    const profit = 100_000 - (balances(bookkeeper)['5401'] ?? 0) - 1248
    post('tax.income')
    expect(balances(bookkeeper)['5801']).toBe(Math.round(profit * 0.05))
    expect(balances(bookkeeper)['222106']).toBe(0 - Math.round(profit * 0.05))
  })

  it('keeps input above output for the next month, and takes rates from their day', () => {
    trade('cn-sbe', 10, 90)
    const { bookkeeper } = company
    expect(bookkeeper.tax.vatSummary(TIME).payableMinor).toBe(2600 - 11_700)
    expect(post('tax.vat').posted).toBe(0)
    bookkeeper.tax.setRate({ kind: 'income', validFrom: '2026-03-31', rateMicro: 250_000 })
    const rate = (on: string) => bookkeeper.tax.listRates({ on }).rows.find(({ kind }) => kind === 'income')
    expect([rate('2026-03-30'), rate('2026-03-31')]).toMatchObject([
      { rateMicro: 50_000, isOwn: false },
      { rateMicro: 250_000, isOwn: true },
    ])
    expect(refusalOf(() => bookkeeper.tax.vatSummary({ from: TIME.to, to: TIME.from })).code).toBe('tax.fromAfterTo')
    const { rows } = bookkeeper.tax.calendar({ year: 2026 })
    // 15 August 2026 is a Saturday.
    expect(rows.filter(({ period }) => period === '2026-07')).toEqual([
      { what: 'vat', period: '2026-07', dueOn: '2026-08-17' },
      { what: 'surcharges', period: '2026-07', dueOn: '2026-08-17' },
    ])
  })
})

describe('a return (generic)', () => {
  it('shows output, input and what is payable, and posts no Chinese voucher', () => {
    trade('generic', 50, 20)
    const { bookkeeper } = company
    expect(bookkeeper.tax.vatSummary(TIME)).toMatchObject({
      outputMinor: 20_000,
      inputMinor: 4000,
      payableMinor: 16_000,
    })
    expect(post('tax.vat').posted).toBe(0)
    expect(post('tax.income').posted).toBe(0)
  })
})
