import { afterEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { sell, ship, stockUp } from '../../support/warehouse-day'

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

  it('puts each surcharge on the part of its account that its own row of the income statement shows', () => {
    trade('cn-sbe', 50, 20)
    const { bookkeeper } = company
    const part = (code: string, name: string, statementTag?: string) =>
      bookkeeper.accounting.addAccount({
        code,
        name,
        parentCode: '5403',
        movesOn: '2026-03-01',
        ...(statementTag === undefined ? {} : { statementTag }),
      })
    part('540301', 'Other taxes')
    part('540302', 'Urban construction tax', 'urban-construction-tax')
    part('540303', 'Education surcharges', 'education-surcharge')
    post('tax.vat')
    post('tax.surcharges')
    // 7 %, and 3 % with 2 %, of 104.00.
    expect(balances(bookkeeper)).toMatchObject({ 540302: 728, 540303: 520, 222104: -728, 222105: -312, 222108: -208 })
    expect(balances(bookkeeper)['540301']).toBeUndefined()
    const { rows } = bookkeeper.statements.incomeStatement(TIME)
    const row = (no: number) => rows.find((each) => each.no === no)?.amountMinor
    expect([row(3), row(6), row(10)]).toEqual([1248, 728, 520])
  })

  it('keeps input above output for the next month, and takes rates from their day', () => {
    trade('cn-sbe', 10, 90)
    const { bookkeeper } = company
    expect(bookkeeper.tax.vatSummary(TIME).payableMinor).toBe(2600 - 11_700)
    expect(post('tax.vat').posted).toBe(0)
    // 上期留抵: April owes nothing until its own output is above what March left.
    const april = { from: '2026-04-01', to: '2026-04-30' }
    const brought = { outputMinor: 0, inputMinor: 0, broughtMinor: 9100, payableMinor: -9100 }
    expect(bookkeeper.tax.vatSummary(april)).toMatchObject(brought)
    expect(bookkeeper.tax.vatReturn(april)).toMatchObject(brought)
    expect(bookkeeper.tax.vatSummary(TIME).broughtMinor).toBe(0)
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

describe('the return in boxes', () => {
  it.each([
    ['generic', 200_000, 100_000],
    ['cn-sbe', 130_000, 90_000],
  ] as const)('%s: by code and rate, document by document, and equal to the ledger', (pack, standard, reduced) => {
    company = openTestCompany({ pack })
    supplies = addSupplies(company)
    const { bookkeeper, owner } = company
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 100 },
      { item: supplies.tea, pieces: 50, lotCode: 'L1', expiresOn: '2026-12-31' },
    ])
    // 10 bolts and 5 tins at 20.00: 200.00 and 100.00; the second invoice, of 3 bolts, is taken back in April.
    const sales = [
      [
        { item: supplies.bolt, pieces: 10 },
        { item: supplies.tea, pieces: 5 },
      ],
      [{ item: supplies.bolt, pieces: 3 }],
    ].map((lines) => {
      const orderId = sell(company, supplies, lines)
      ship(company, supplies, orderId)
      return bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' }).id
    })
    const { rows } = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId })
    bookkeeper.purchasing.postInvoice({
      supplierId: supplies.supplierId,
      supplierReference: 'R-1',
      invoicedOn: '2026-03-05',
      lines: rows.map(({ receiptLineId, openMicro }) => ({
        receiptLineId,
        quantityMicro: openMicro,
        priceMicro: 10_000_000,
      })),
    })
    // A correction by hand is no invoice: it stands by itself.
    const [output = '', cost = ''] = pack === 'generic' ? ['2100', '6100'] : ['22210102', '5602']
    bookkeeper.accounting.postVoucher({
      postedOn: '2026-03-20',
      memo: 'private use',
      lines: [
        { accountCode: cost, debitMinor: 700 },
        { accountCode: output, creditMinor: 700 },
      ],
    })
    const tax = (netMinor: number, rateMicro: number) => (netMinor * rateMicro) / 1_000_000
    const march = bookkeeper.tax.vatReturn(TIME)
    const outputMinor = tax(26_000, standard) + tax(10_000, reduced) + 700
    const inputMinor = tax(100_000, standard) + tax(50_000, reduced)
    expect(march).toMatchObject({
      boxes: [
        { side: 'output', taxCode: 'standard', rateMicro: standard, netMinor: 26_000, taxMinor: tax(26_000, standard) },
        { side: 'output', taxCode: 'reduced', rateMicro: reduced, netMinor: 10_000, taxMinor: tax(10_000, reduced) },
        { side: 'output', sourceKind: 'accounting.voucher', netMinor: null, taxMinor: 700 },
        { side: 'input', taxCode: 'standard', netMinor: 100_000, taxMinor: tax(100_000, standard) },
        { side: 'input', taxCode: 'reduced', netMinor: 50_000, taxMinor: tax(50_000, reduced) },
      ],
      outputMinor,
      inputMinor,
      payableMinor: outputMinor - inputMinor,
      ledgerOutputMinor: outputMinor,
      ledgerInputMinor: inputMinor,
    })
    expect(march.boxes[0]?.lines.map(({ sourceId, netMinor }) => [sourceId, netMinor])).toEqual([
      [sales[0], 20_000],
      [sales[1], 6000],
    ])
    owner.sales.reverseInvoice({ id: sales[1]!, reversedOn: '2026-04-02', reason: 'wrong' })
    expect(bookkeeper.tax.vatReturn(TIME)).toEqual(march)
    const april = { from: '2026-04-01', to: '2026-04-30' }
    expect(bookkeeper.tax.vatReturn(april)).toMatchObject({
      boxes: [{ taxCode: 'standard', netMinor: -6000, taxMinor: tax(-6000, standard) }],
      ledgerOutputMinor: tax(-6000, standard),
    })
  })
})

describe('input tax that is certified first', () => {
  it('waits on its own account, is deducted in the month of its certification, and waits again when that is reversed', () => {
    company = openTestCompany({ pack: 'cn-sbe' })
    supplies = addSupplies(company)
    company.bookkeeper.tax.setTaxpayer({ validFrom: '2026-01-01', kind: 'general', certifiesInput: true })
    const { bookkeeper } = company
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 30 }])
    for (const [at, pieces] of [10, 20].entries()) {
      const { rows } = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId })
      bookkeeper.purchasing.postInvoice({
        supplierId: supplies.supplierId,
        supplierReference: `T-${at}`,
        invoicedOn: '2026-03-10',
        lines: rows.map(({ receiptLineId }) => ({
          receiptLineId,
          quantityMicro: pieces * PIECE,
          priceMicro: 10_000_000,
        })),
      })
    }
    // 13 % of 100.00 and of 200.00.
    expect(balances(bookkeeper)).toMatchObject({ 222103: 3900 })
    expect(balances(bookkeeper)['22210101']).toBeUndefined()
    const listed = (state: 'uncertified' | 'deferred' | 'certified') =>
      bookkeeper.tax.listInputTax({ state, sort: 'number' }).rows.map(({ amountMinor }) => amountMinor)
    expect(listed('uncertified')).toEqual([1300, 2600])
    const [first, second] = bookkeeper.tax
      .listInputTax({ sort: 'number' })
      .rows.map(({ sourceKind, sourceId }) => ({ sourceKind, sourceId }))
    if (first === undefined || second === undefined) throw new Error('two invoices wait')
    const month = march()?.id ?? 0
    const open = () =>
      bookkeeper.closing.cockpit({ periodId: month }).checks.find(({ key }) => key === 'tax.uncertified')?.count
    expect(open()).toBe(2)
    bookkeeper.tax.defer({ documents: [second], isDeferred: true })
    expect([listed('uncertified'), listed('deferred'), open()]).toEqual([[1300], [2600], 1])
    const certify = (certifiedOn: string, ...documents: (typeof first)[]) =>
      bookkeeper.tax.certify({ certifiedOn, documents })
    expect(refusalOf(() => certify('2026-03-31', first, second)).code).toBe('tax.deferred')
    expect(refusalOf(() => certify('2026-03-09', first)).code).toBe('tax.certifiedBeforePosted')
    expect(refusalOf(() => certify('2026-03-31', first, first)).code).toBe('tax.documentTwice')
    const { id, number } = certify('2026-03-31', first)
    expect(number).toBe('TC-2026-000001')
    expect(balances(bookkeeper)).toMatchObject({ 222103: 2600, 22210101: 1300 })
    expect(listed('certified')).toEqual([1300])
    expect(refusalOf(() => certify('2026-03-31', first)).code).toBe('tax.nothingToCertify')
    bookkeeper.tax.reverseCertification({ id, reversedOn: '2026-03-31', reason: 'wrong month' })
    const again = () => bookkeeper.tax.reverseCertification({ id, reversedOn: '2026-03-31', reason: 'twice' })
    expect(refusalOf(again).code).toBe('tax.certificationReversed')
    expect(balances(bookkeeper)).toMatchObject({ 222103: 3900 })
    expect(listed('uncertified')).toEqual([1300])
    // A certified invoice that is reversed leaves its tax to be certified in red.
    certify('2026-04-01', first)
    bookkeeper.purchasing.reverseInvoice({ id: first.sourceId, reversedOn: '2026-04-02', reason: 'returned' })
    expect(listed('uncertified')).toEqual([-1300])
    certify('2026-04-02', first)
    expect(balances(bookkeeper)).toMatchObject({ 222103: 2600 })
    expect(balances(bookkeeper)['22210101']).toBeUndefined()
    expect(listed('uncertified')).toEqual([])
  })

  it('is transferred out with a reason, never more than is deducted, and back', () => {
    trade('cn-sbe', 50, 20)
    const { bookkeeper } = company
    const out = (amountMinor: number) =>
      bookkeeper.tax.transferOut({ transferredOn: '2026-03-20', amountMinor, reason: 'loss', accountCode: '571101' })
    expect(refusalOf(() => out(2601)).code).toBe('tax.beyondDeducted')
    const { id } = out(600)
    // 26.00 less 6.00 is what output of 130.00 is set against.
    expect(balances(bookkeeper)).toMatchObject({ 571101: 600, 22210104: -600 })
    expect(bookkeeper.tax.vatSummary(TIME)).toMatchObject({ inputMinor: 2000, payableMinor: 11_000 })
    expect(refusalOf(() => out(2001)).code).toBe('tax.beyondDeducted')
    bookkeeper.tax.reverseTransferOut({ id, reversedOn: '2026-03-21', reason: 'found again' })
    expect(balances(bookkeeper)['571101']).toBeUndefined()
    expect(bookkeeper.tax.listTransfersOut({}).rows).toMatchObject([{ number: 'TO-2026-000001', state: 'reversed' }])
    expect(refusalOf(() => bookkeeper.tax.reverseTransferOut({ id, reversedOn: '2026-03-21', reason: '' })).code).toBe(
      'tax.transferOutReversed',
    )
  })
})

describe('a small-scale taxpayer', () => {
  const begin = (): void => {
    company = openTestCompany({ pack: 'cn-sbe' })
    supplies = addSupplies(company)
    company.bookkeeper.tax.setTaxpayer({ validFrom: '2026-01-01', kind: 'small-scale', certifiesInput: false })
  }
  function tradeOn(sold: number): void {
    const { bookkeeper } = company
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 100 }])
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: sold }])
    ship(company, supplies, orderId)
    bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
    const { rows } = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId })
    bookkeeper.purchasing.postInvoice({
      supplierId: supplies.supplierId,
      supplierReference: 'T-9',
      invoicedOn: '2026-03-10',
      lines: rows.map(({ receiptLineId }) => ({ receiptLineId, quantityMicro: 100 * PIECE, priceMicro: 10_000_000 })),
    })
  }

  it('charges 1 %, deducts nothing, and owes nothing while a quarter stays within the threshold', () => {
    begin()
    // 50 at 20.00 net: 1 % = 10.00. 100 at 10.00 bought with 13 %: 130.00 is cost, half of it of what is sold.
    tradeOn(50)
    const { bookkeeper } = company
    expect(balances(bookkeeper)).toMatchObject({ 22210102: -1000, 1405: 56_500, 5401: 56_500, 220201: -113_000 })
    expect(balances(bookkeeper)['22210101']).toBeUndefined()
    post('tax.relief')
    expect(balances(bookkeeper)).toMatchObject({ 5301: -1000 })
    expect(balances(bookkeeper)['22210102']).toBeUndefined()
    expect(post('tax.vat').posted).toBe(0)
    expect(post('tax.surcharges').posted).toBe(0)
    expect(post('tax.relief').posted).toBe(0)
  })

  it('owes all of it above the threshold, at the end of the quarter', () => {
    begin()
    const { bookkeeper } = company
    bookkeeper.tax.setThreshold({ validFrom: '2026-01-01', quarterMinor: 99_999 })
    expect(bookkeeper.tax.taxpayer({ on: '2026-03-31' })).toMatchObject({
      kind: 'small-scale',
      collectionRateMicro: 10_000,
      thresholdMinor: 99_999,
    })
    tradeOn(50)
    expect(post('tax.relief').posted).toBe(0)
    post('tax.vat')
    expect(balances(bookkeeper)).toMatchObject({ 22210103: 1000, 222102: -1000 })
    // It turns out to be exempt after all: what was posted is not taken back by itself, relief is.
    bookkeeper.tax.setThreshold({ validFrom: '2026-01-01', quarterMinor: 100_000 })
    post('tax.relief')
    bookkeeper.tax.setThreshold({ validFrom: '2026-01-01', quarterMinor: 99_999 })
    post('tax.relief')
    expect(balances(bookkeeper)['5301']).toBeUndefined()
    const february = bookkeeper.accounting.listPeriods({}).rows[1]
    expect(bookkeeper.closing.postMonthEnd({ periodId: february?.id ?? 0, key: 'tax.vat' }).posted).toBe(0)
  })

  it('declares by the quarter, and pays stamp duty on what it traded once a rate is set', () => {
    begin()
    tradeOn(50)
    const { bookkeeper } = company
    const { rows } = bookkeeper.tax.calendar({ year: 2026 })
    expect(rows.filter(({ what }) => what === 'vat')).toEqual([
      { what: 'vat', period: '2026-Q1', dueOn: '2026-04-15' },
      { what: 'vat', period: '2026-Q2', dueOn: '2026-07-15' },
      { what: 'vat', period: '2026-Q3', dueOn: '2026-10-15' },
      { what: 'vat', period: '2026-Q4', dueOn: '2027-01-15' },
    ])
    expect(post('tax.stamp').posted).toBe(0)
    bookkeeper.tax.setRate({ kind: 'stamp', validFrom: '2026-01-01', rateMicro: 300 })
    post('tax.stamp')
    // 0.3 per mille of 1,000.00 sold and 1,000.00 bought.
    expect(balances(bookkeeper)).toMatchObject({ 222109: -60, 5403: 60 })
  })

  it('is one from the first of a month on that is not taxed yet, and enters no tax on what it buys', () => {
    begin()
    const { bookkeeper } = company
    tradeOn(10)
    const set = (validFrom: string, kind: 'general' | 'small-scale', certifiesInput = false) =>
      refusalOf(() => bookkeeper.tax.setTaxpayer({ validFrom, kind, certifiesInput })).code
    expect(set('2026-03-15', 'general')).toBe('tax.taxpayerFromFirst')
    expect(set('2026-03-01', 'general')).toBe('tax.taxedSince')
    expect(set('2026-04-01', 'small-scale', true)).toBe('tax.smallScaleDeductsNothing')
    bookkeeper.tax.setTaxpayer({ validFrom: '2026-04-01', kind: 'general', certifiesInput: false })
    const rateOn = (on: string, side: 'output' | 'input' = 'output') =>
      bookkeeper.accounting.taxRates({ on, side }).rows.find(({ taxCode }) => taxCode === 'standard')?.rateMicro
    expect([rateOn('2026-03-31'), rateOn('2026-04-01'), rateOn('2026-03-31', 'input')]).toEqual([
      10_000, 130_000, 130_000,
    ])
    const method = 'straight-line' as const
    const categoryId = bookkeeper.assets.saveCategory({ name: 'x', method, lifeMonths: 10, residualMicro: 0 }).id
    const bought = { name: 'x', categoryId, acquiredOn: '2026-03-05', inServiceOn: '2026-03-05', accountCode: '1002' }
    expect(refusalOf(() => bookkeeper.assets.acquire({ ...bought, costMinor: 1000, taxMinor: 130 })).code).toBe(
      'accounting.noInputTax',
    )
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
