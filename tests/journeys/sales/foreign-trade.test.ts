import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { billAdvice, goAbroad, USD, type Abroad } from '../../support/abroad'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { putAllAway } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let abroad: Abroad

beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  supplies = addSupplies(company)
  abroad = goAbroad(company)
})

afterEach(() => {
  closeSound(company)
})

const bill = (amount: number, on?: string, currency?: string | null) =>
  billAdvice(company, supplies, abroad, { amount, on, currency })

function receiveMoney(
  paidOn: string,
  amountMinor: number,
  applications: { openItemId: number; amountMinor: number; paidMinor?: number; discountMinor?: number }[],
  accountId = abroad.dollars,
) {
  return company.bookkeeper.treasury.postPayment({
    direction: 'in',
    partnerId: abroad.customerId,
    paidOn,
    accountId,
    amountMinor,
    applications,
  })
}

/** What moved on each account within one day, debit above zero. */
function movedOn(on: string): Record<string, number> {
  const { rows } = company.bookkeeper.accounting.trialBalance({ from: on, to: on })
  return Object.fromEntries(
    rows.map((row) => [row.accountCode, row.debitMinor - row.creditMinor] as const).filter(([, moved]) => moved !== 0),
  )
}

const march = () => company.bookkeeper.closing.listMonths({}).rows[2]!.id

/*
 * Worked by hand (1122 receivables, 100201 dollar account, 1002 bank, 5001 revenue, 5301 gains, 5603 losses):
 *
 *   day    what                                  USD    rate      1122   100201     1002     5301     5603     5001
 *   03-02  invoice                             1,000    7.10  7,100.00                                       -7,100.00
 *   03-10  part paid in dollars                  400    7.05 -2,840.00 2,820.00                      20.00
 *   03-20  part paid in dollars                  250    7.20 -1,775.00 1,800.00            -25.00
 *   03-31  dollars at hand        650 x 7.15 = 4,647.50                   27.50            -27.50
 *   03-31  still open             350 x 7.15 = 2,502.50          17.50                     -17.50
 *   04-01  taken back                                           -17.50                      17.50
 *   04-10  the rest paid in our own money        350   7.00  -2,485.00           2,450.00            35.00
 */
describe('an invoice of 1,000 dollars', () => {
  it('is paid in parts, revalued at the end of the month and paid off: every figure worked out by hand', () => {
    const { bookkeeper } = company
    const { openItemId, id } = bill(1000)
    expect(movedOn('2026-03-02')).toEqual({ '1122': 710_000, '5001': -710_000 })
    expect(bookkeeper.sales.getInvoice({ id })).toMatchObject({
      grossMinor: 710_000,
      currency: 'USD',
      rateMicro: 7_100_000,
      foreignNetMinor: 100_000,
      foreignTaxMinor: 0,
      foreignOpenMinor: 100_000,
    })
    receiveMoney('2026-03-10', 40_000, [{ openItemId, amountMinor: 40_000 }])
    expect(movedOn('2026-03-10')).toEqual({ '100201': 282_000, '1122': -284_000, '5603': 2000 })
    const second = receiveMoney('2026-03-20', 25_000, [{ openItemId, amountMinor: 25_000 }])
    expect(movedOn('2026-03-20')).toEqual({ '100201': 180_000, '1122': -177_500, '5301': -2500 })
    expect(bookkeeper.treasury.getPayment({ id: second.id })).toMatchObject({
      amountMinor: 180_000,
      foreignMinor: 25_000,
      currency: 'USD',
      rateMicro: 7_200_000,
      applications: [{ amountMinor: 177_500, foreignMinor: 25_000, currency: 'USD', exchangeMinor: 2500 }],
    })
    expect(bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows).toMatchObject([
      { openMinor: 248_500, currency: 'USD', foreignMinor: 100_000, foreignOpenMinor: 35_000 },
    ])
    expect(bookkeeper.accounting.listOpenItems({ role: 'receivable', asOf: '2026-03-15' }).rows).toMatchObject([
      { openMinor: 426_000, foreignOpenMinor: 60_000 },
    ])

    const voucherOf = () =>
      bookkeeper.closing.cockpit({ periodId: march() }).vouchers.find(({ key }) => key === 'accounting.revaluation')
    expect(voucherOf()).toMatchObject({
      state: 'missing',
      lines: [
        { accountCode: '100201', debitMinor: 2750 },
        { accountCode: '5301', creditMinor: 2750 },
        { accountCode: '1122', debitMinor: 1750 },
        { accountCode: '5301', creditMinor: 1750 },
      ],
    })
    bookkeeper.closing.postMonthEnd({ periodId: march(), key: 'accounting.revaluation' })
    expect(voucherOf()?.state).toBe('posted')
    expect(movedOn('2026-03-31')).toEqual({ '100201': 2750, '1122': 1750, '5301': -4500 })
    expect(movedOn('2026-04-01')).toEqual({ '1122': -1750, '5301': 1750 })
    expect(bookkeeper.closing.postMonthEnd({ periodId: march(), key: 'accounting.revaluation' })).toEqual({ posted: 0 })

    receiveMoney('2026-04-10', 245_000, [{ openItemId, amountMinor: 35_000, paidMinor: 245_000 }], abroad.own)
    expect(movedOn('2026-04-10')).toEqual({ '1002': 245_000, '1122': -248_500, '5603': 3500 })
    expect(bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows).toEqual([])
    expect(balances(bookkeeper)['1122']).toBeUndefined()
    expect(bookkeeper.treasury.listAccounts({}).rows.find(({ currency }) => currency === 'USD')).toMatchObject({
      accountCode: '100201',
      balanceMinor: 464_750,
      foreignBalanceMinor: 65_000,
    })
  })

  it('is revalued again when a late payment changes what was open at the end of the month', () => {
    const { bookkeeper } = company
    const { openItemId } = bill(1000)
    const key = 'accounting.revaluation'
    bookkeeper.closing.postMonthEnd({ periodId: march(), key })
    // 1,000 x (7.15 - 7.10) = 50.00, of which 600 dollars are gone again.
    expect(movedOn('2026-03-31')).toEqual({ '1122': 5000, '5301': -5000 })
    receiveMoney('2026-03-20', 60_000, [{ openItemId, amountMinor: 60_000 }])
    bookkeeper.closing.postMonthEnd({ periodId: march(), key })
    expect(movedOn('2026-03-31')).toMatchObject({ '1122': 2000, '100201': -3000 })
    expect(movedOn('2026-04-01')['1122']).toBe(-2000)
  })

  it('needs a rate of the month before the month is closed', () => {
    bill(1000, '2026-04-15')
    const april = company.bookkeeper.closing.listMonths({}).rows[4]!.id
    const check = company.bookkeeper.closing
      .cockpit({ periodId: april })
      .checks.find(({ key }) => key === 'accounting.rates')
    expect(check).toMatchObject({
      count: 1,
      severity: 'blocks',
      page: 'currencies.rates',
      findings: [{ label: 'USD' }],
    })
  })

  it('can be taken back, and so can its payment: both currencies are as they were', () => {
    const { owner, bookkeeper } = company
    const { id, openItemId } = bill(1000)
    const payment = receiveMoney('2026-03-10', 40_000, [{ openItemId, amountMinor: 40_000 }])
    expect(refusalOf(() => owner.sales.reverseInvoice({ id, reversedOn: '2026-03-11', reason: 'x' })).code).toBe(
      'accounting.openItemSettled',
    )
    owner.treasury.reversePayment({ id: payment.id, reversedOn: '2026-03-11', reason: 'bounced' })
    expect(bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows).toMatchObject([
      { openMinor: 710_000, foreignOpenMinor: 100_000 },
    ])
    owner.sales.reverseInvoice({ id, reversedOn: '2026-03-12', reason: 'wrong' })
    expect(balances(bookkeeper)).toEqual({})
  })
})

describe('money in another currency', () => {
  it('pays with a discount, stays as an advance, is applied and given back at what it is worth by then', () => {
    const { bookkeeper } = company
    const { openItemId } = bill(1000)
    // 1,000 less 2 % at 7.20 = 7,056.00 for 7,100.00 less 142.00; 120 dollars are left: 864.00.
    const { id } = receiveMoney('2026-03-20', 110_000, [{ openItemId, amountMinor: 100_000, discountMinor: 2000 }])
    expect(movedOn('2026-03-20')).toEqual({
      '100201': 792_000,
      '1122': -710_000,
      '2203': -86_400,
      '5301': -9800,
      '5603': 14_200,
    })
    expect(bookkeeper.treasury.getPayment({ id })).toMatchObject({
      unappliedMinor: 86_400,
      foreignUnappliedMinor: 12_000,
    })
    // 50 dollars of it: 360.00 of the advance for an item of 357.50.
    const next = bill(50, '2026-03-31')
    bookkeeper.treasury.applyAdvance({
      paymentId: id,
      appliedOn: '2026-04-10',
      applications: [{ openItemId: next.openItemId, amountMinor: 5000 }],
    })
    expect(movedOn('2026-04-10')).toEqual({ '1122': -35_750, '2203': 36_000, '5301': -250 })
    // The other 70: 504.00 of the advance, 490.00 by the day.
    bookkeeper.treasury.refundAdvance({
      paymentId: id,
      paidOn: '2026-04-11',
      accountId: abroad.dollars,
      amountMinor: 7000,
    })
    expect(movedOn('2026-04-11')).toEqual({ '100201': -49_000, '2203': 50_400, '5301': -1400 })
    expect(balances(bookkeeper)['2203']).toBeUndefined()
  })

  it('pays what is in our own currency, and ours pays what is in another', () => {
    const own = bill(7100, '2026-03-02', null)
    receiveMoney('2026-03-20', 100_000, [{ openItemId: own.openItemId, amountMinor: 710_000, paidMinor: 100_000 }])
    expect(movedOn('2026-03-20')).toEqual({ '100201': 720_000, '1122': -710_000, '5301': -10_000 })
    const theirs = bill(100, '2026-03-10')
    // By the rate of the day: 100 x 7.15.
    receiveMoney('2026-03-31', 71_500, [{ openItemId: theirs.openItemId, amountMinor: 10_000 }], abroad.own)
    expect(movedOn('2026-03-31')).toEqual({ '1002': 71_500, '1122': -70_500, '5301': -1000 })
  })

  it('is changed into ours, and charges and interest are booked in it', () => {
    const { treasury } = company.bookkeeper
    receiveMoney('2026-03-10', 100_000, [])
    // 500 dollars at 7.20 are worth 3,600.00; the bank gives 3,580.00 and takes 10 dollars.
    const { id } = treasury.postTransfer({
      fromId: abroad.dollars,
      toId: abroad.own,
      transferredOn: '2026-03-20',
      amountMinor: 50_000,
      arrivesMinor: 358_000,
      feeMinor: 1000,
    })
    expect(movedOn('2026-03-20')).toEqual({ '1002': 358_000, '100201': -367_200, '5603': 9200 })
    expect(treasury.getTransfer({ id }).foreign).toEqual([
      { currency: 'USD', amountMinor: -50_000 },
      { currency: 'USD', amountMinor: -1000 },
    ])
    treasury.postCashEntry({
      direction: 'out',
      accountId: abroad.dollars,
      enteredOn: '2026-03-31',
      lines: [{ accountCode: '5602', amountMinor: 1234 }],
    })
    // 12.34 x 7.15 = 88.231
    expect(movedOn('2026-03-31')).toEqual({ '100201': -8823, '5602': 8823 })
  })

  it('is not set against money of another currency', () => {
    const { treasury } = company.bookkeeper
    const applications = [
      { openItemId: bill(100).openItemId, amountMinor: 10_000 },
      { openItemId: bill(5, '2026-03-02', null).openItemId, amountMinor: -10_000 },
    ]
    const settle = () => treasury.settleItems({ partnerId: abroad.customerId, settledOn: '2026-03-20', applications })
    expect(refusalOf(settle)).toMatchObject({ code: 'treasury.otherCurrency', params: { own: 'USD', currency: 'CNY' } })
  })
})

describe('goods from abroad', () => {
  it('are stock at the rate of the day they come, and cost what their invoice says', () => {
    const { bookkeeper, clerk } = company
    const { purchasing } = bookkeeper
    const { id: orderId } = purchasing.saveOrder({
      supplierId: abroad.supplierId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      expectedOn: '2026-03-10',
      ...USD,
      lines: [
        { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: 100 * PIECE, priceMicro: 1_250_000 },
      ],
    })
    purchasing.confirmOrder({ id: orderId })
    const [line] = purchasing.getOrder({ id: orderId }).lines
    expect(line).toMatchObject({
      priceMicro: 8_875_000,
      foreignPriceMicro: 1_250_000,
      foreignNetMinor: 12_500,
      netMinor: 88_750,
    })
    clerk.purchasing.receiveGoods({
      orderId,
      receivedOn: '2026-03-10',
      lines: [{ orderLineId: line?.id ?? 0, quantityMicro: 100 * PIECE }],
    })
    // 125.00 x 7.05
    expect(movedOn('2026-03-10')).toEqual({ '1405': 88_125, '220202': -88_125 })
    const [open] = purchasing.linesToInvoice({ supplierId: abroad.supplierId }).rows
    expect(open).toMatchObject({ currency: 'USD', priceMicro: 1_250_000 })
    const invoice = {
      supplierId: abroad.supplierId,
      supplierReference: 'INV-1',
      invoicedOn: '2026-03-20',
      lines: [{ receiptLineId: open?.receiptLineId ?? 0, quantityMicro: 100 * PIECE, priceMicro: 1_250_000 }],
    }
    expect(refusalOf(() => purchasing.postInvoice(invoice))).toMatchObject({
      code: 'purchasing.lineOfOtherCurrency',
      params: { currency: 'USD' },
    })
    const { id } = purchasing.postInvoice({ ...invoice, ...USD })
    // 125.00 x 7.20 = 900.00, tax 16.25 x 7.20 = 117.00; 18.75 more than the receipt said.
    expect(movedOn('2026-03-20')).toMatchObject({
      '1405': 1875,
      '220202': 88_125,
      '220201': -101_700,
      '22210101': 11_700,
    })
    expect(purchasing.getInvoice({ id })).toMatchObject({ foreignOpenMinor: 14_125, grossMinor: 101_700 })
    const [item] = bookkeeper.accounting.listOpenItems({ role: 'payable' }).rows
    receiveMoney('2026-03-20', 20_000, [])
    bookkeeper.treasury.postPayment({
      direction: 'out',
      partnerId: abroad.supplierId,
      paidOn: '2026-03-31',
      accountId: abroad.dollars,
      amountMinor: 14_125,
      applications: [{ openItemId: item?.id ?? 0, amountMinor: 14_125 }],
    })
    // 141.25 x 7.15 = 1,009.9375: less than we owed.
    expect(movedOn('2026-03-31')).toMatchObject({ '100201': -100_994, '220201': 101_700, '5301': -706 })
  })
  it('go back for a credit note in their own currency, which takes the invoice down', () => {
    const { owner, bookkeeper, clerk } = company
    const { purchasing, accounting, treasury } = bookkeeper
    const { supplierId } = abroad
    const { warehouseId } = supplies
    const { id: orderId } = purchasing.saveOrder({
      supplierId,
      warehouseId,
      orderedOn: '2026-03-02',
      expectedOn: '2026-03-10',
      ...USD,
      lines: [
        { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: 100 * PIECE, priceMicro: 1_250_000 },
      ],
    })
    purchasing.confirmOrder({ id: orderId })
    const [line] = purchasing.getOrder({ id: orderId }).lines
    clerk.purchasing.receiveGoods({
      orderId,
      receivedOn: '2026-03-20',
      lines: [{ orderLineId: line?.id ?? 0, quantityMicro: 100 * PIECE }],
    })
    putAllAway(company, supplies)
    const [open] = purchasing.linesToInvoice({ supplierId }).rows
    const receiptLineId = open?.receiptLineId ?? 0
    purchasing.postInvoice({
      ...USD,
      supplierId,
      supplierReference: 'INV-2',
      invoicedOn: '2026-03-20',
      lines: [{ receiptLineId, quantityMicro: 100 * PIECE, priceMicro: 1_250_000 }],
    })
    const lines = [{ receiptLineId, quantityMicro: 20 * PIECE }]
    const { id: returnId } = owner.purchasing.planReturn({
      supplierId,
      warehouseId,
      plannedOn: '2026-03-21',
      reason: 'bent',
      lines,
    })
    const [waiting] = clerk.purchasing.returnsToSend({ warehouseId }).rows
    const [toSend] = waiting?.lines ?? []
    const binScan = toSend?.places[0]?.bin.code ?? ''
    clerk.purchasing.sendReturn({ lineId: toSend?.id ?? 0, binScan, itemScan: '4006381333931', sentOn: '2026-03-21' })
    const [sent] = owner.purchasing.getReturn({ id: returnId }).lines
    expect(sent).toMatchObject({ currency: 'USD', foreignPriceMicro: 1_250_000 })
    const credit = {
      returnId,
      supplierReference: 'CR-2',
      creditedOn: '2026-03-31',
      lines: [{ returnLineId: sent?.id ?? 0, quantityMicro: 20 * PIECE, priceMicro: 1_250_000 }],
    }
    expect(refusalOf(() => purchasing.postCredit(credit)).code).toBe('purchasing.lineOfOtherCurrency')
    const { id } = purchasing.postCredit({ ...credit, ...USD })
    // 25.00 x 7.15 = 178.75 and 3.25 x 7.15 = 23.24; 180.00 were expected, as they were invoiced.
    expect(movedOn('2026-03-31')).toEqual({ '220201': 20_199, '22210101': -2324, '220202': -18_000, '5401': 125 })
    const owed = () => accounting.listOpenItems({ role: 'payable' }).rows
    expect(owed().map((item) => item.foreignOpenMinor)).toEqual([-2825, 14_125])
    const [note, invoice] = owed()
    treasury.settleItems({
      partnerId: supplierId,
      settledOn: '2026-03-31',
      applications: [
        { openItemId: invoice?.id ?? 0, amountMinor: 2825 },
        { openItemId: note?.id ?? 0, amountMinor: -2825 },
      ],
    })
    expect(owed().map((item) => item.foreignOpenMinor)).toEqual([11_300])
    expect(
      refusalOf(() => owner.purchasing.reverseCredit({ id, reversedOn: '2026-04-01', reason: 'wrong' })).code,
    ).toBe('accounting.openItemSettled')
  })
})
