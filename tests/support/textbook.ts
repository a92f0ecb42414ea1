/**
 * A small trading company in its first two months, March and April 2026: 46 transactions, of which the trade in bolts
 * (bought at 10.00, sold at 20.00) goes through documents and the rest is entered by hand. Amounts in whole units.
 */
import { openTestCompany, type TestCompany } from './company'
import { addSupplies, PIECE, type Supplies } from './supplies'
import { packAll, pickAll, putAllAway, receive, release, sell } from './warehouse-day'

export type Pack = 'cn-sbe' | 'generic'

type Codes = readonly [cnSbe: string, generic: string]
/** Day, text, and lines: account in both packs, debit above zero and credit below. */
type Voucher = readonly [on: string, memo: string, ...lines: readonly (readonly [Codes, number])[]]

const CASH: Codes = ['1001', '1000']
const BANK: Codes = ['1002', '1010']
const SELLING: Codes = ['5601', '6000']
const ADMIN: Codes = ['5602', '6100']
const WAGES: Codes = ['2211', '2200']
const OTHER_PAYABLE: Codes = ['2241', '2190']
const TAX_COST: Codes = ['5403', '6100']
const TAX_DUE: Codes = ['222104', '2300']
const LOAN: Codes = ['2001', '2400']
const INTEREST_DUE: Codes = ['2231', '2310']
const DEPRECIATED: Codes = ['1602', '1590']
const DEFERRED: Codes = ['1801', '1300']

const MARCH: readonly Voucher[] = [
  ['2026-03-01', 'Capital paid in', [BANK, 200_000], [['3001', '3000'], -200_000]],
  ['2026-03-01', 'Bank loan', [BANK, 50_000], [LOAN, -50_000]],
  ['2026-03-02', 'Cash drawn', [CASH, 5_000], [BANK, -5_000]],
  ['2026-03-02', 'Rent of the shop', [SELLING, 3_000], [BANK, -3_000]],
  ['2026-03-02', 'Computers', [['1601', '1500'], 12_000], [BANK, -12_000]],
  ['2026-03-08', 'Office supplies', [ADMIN, 450], [CASH, -450]],
  ['2026-03-09', 'Advertising', [SELLING, 1_200], [BANK, -1_200]],
  ['2026-03-10', 'Travel advance', [['1221', '1190'], 800], [CASH, -800]],
  ['2026-03-12', 'Travel settled', [ADMIN, 650], [CASH, 150], [['1221', '1190'], -800]],
  ['2026-03-15', 'Wages of March', [SELLING, 6_000], [ADMIN, 4_000], [WAGES, -10_000]],
  ['2026-03-16', 'Wages paid', [WAGES, 10_000], [BANK, -9_000], [OTHER_PAYABLE, -1_000]],
  ['2026-03-18', 'Stamp duty', [TAX_COST, 60], [BANK, -60]],
  ['2026-03-20', 'Interest received', [BANK, 35], [['5603', '4800'], -35]],
  ['2026-03-21', 'Bank charges', [['5603', '6400'], 25], [BANK, -25]],
  ['2026-03-25', 'Grant', [BANK, 500], [['5301', '4900'], -500]],
  ['2026-03-28', 'Interest accrued', [['5603', '6500'], 200], [INTEREST_DUE, -200]],
  ['2026-03-31', 'Depreciation', [['5602', '6200'], 300], [DEPRECIATED, -300]],
  ['2026-03-31', 'Surcharges', [TAX_COST, 80], [TAX_DUE, -80]],
]

const APRIL: readonly Voucher[] = [
  ['2026-04-01', 'Social insurance paid on', [OTHER_PAYABLE, 1_000], [BANK, -1_000]],
  ['2026-04-02', 'Rent of the shop', [SELLING, 3_000], [BANK, -3_000]],
  ['2026-04-11', 'Loan repaid', [LOAN, 10_000], [BANK, -10_000]],
  ['2026-04-11', 'Interest paid', [INTEREST_DUE, 200], [BANK, -200]],
  ['2026-04-15', 'Wages of April', [SELLING, 6_000], [ADMIN, 4_000], [WAGES, -10_000]],
  ['2026-04-16', 'Wages paid', [WAGES, 10_000], [BANK, -9_000], [OTHER_PAYABLE, -1_000]],
  ['2026-04-18', 'Dinner with customers', [ADMIN, 700], [CASH, -700]],
  ['2026-04-20', 'Donation', [['571103', '6100'], 300], [BANK, -300]],
  ['2026-04-22', 'Surcharges paid', [TAX_DUE, 80], [BANK, -80]],
  ['2026-04-25', 'Fitting out', [DEFERRED, 2_400], [BANK, -2_400]],
  ['2026-04-30', 'Amortisation', [['5602', '6210'], 200], [DEFERRED, -200]],
  ['2026-04-30', 'Depreciation', [['5602', '6200'], 300], [DEPRECIATED, -300]],
  ['2026-04-30', 'Surcharges', [TAX_COST, 2], [TAX_DUE, -2]],
]

/** Scrap sold for cash, with 13 % or 20 % tax; and in China the VAT due, 1,313 charged less 1,300 paid. */
const APRIL_OF: Readonly<Record<Pack, readonly Voucher[]>> = {
  'cn-sbe': [
    ['2026-04-12', 'Scrap sold', [CASH, 113], [['5051', ''], -100], [['22210102', ''], -13]],
    ['2026-04-30', 'VAT due', [['22210103', ''], 13], [['222102', ''], -13]],
  ],
  generic: [['2026-04-12', 'Scrap sold', [CASH, 120], [['', '4100'], -100], [['', '2100'], -20]]],
}

export interface Textbook {
  readonly company: TestCompany
  readonly supplies: Supplies
}

export function textbook(pack: Pack): Textbook {
  const company = openTestCompany({ pack, now: '2026-03-01T08:00:00Z' })
  const supplies = addSupplies(company)
  for (const voucher of MARCH) enter(company, pack, voucher)
  tradeOfMarch(company, supplies)
  company.clock.set('2026-04-05T08:00:00Z')
  for (const voucher of [...APRIL, ...APRIL_OF[pack]]) enter(company, pack, voucher)
  tradeOfApril(company, supplies)
  return { company, supplies }
}

function enter(company: TestCompany, pack: Pack, [postedOn, memo, ...lines]: Voucher): void {
  company.bookkeeper.accounting.postVoucher({
    postedOn,
    memo,
    lines: lines.map(([codes, amount]) => {
      const accountCode = codes[pack === 'cn-sbe' ? 0 : 1]
      // Interest received takes off finance expenses, in red on their own side.
      if (accountCode === '5603' && amount < 0) return { accountCode, debitMinor: amount * 100 }
      return amount > 0 ? { accountCode, debitMinor: amount * 100 } : { accountCode, creditMinor: amount * -100 }
    }),
  })
}

/** 1,000 bolts come and are invoiced, 200 leave and are invoiced; part of both is paid; 1,000 is paid in advance. */
function tradeOfMarch(company: TestCompany, supplies: Supplies): void {
  const { bookkeeper } = company
  const { bolt, supplierId, customerId } = supplies
  receive(company, supplies, [{ item: bolt, pieces: 1000 }])
  putAllAway(company, supplies)
  const [line] = bookkeeper.purchasing.linesToInvoice({ supplierId }).rows
  bookkeeper.purchasing.postInvoice({
    supplierId,
    supplierReference: 'N-1',
    invoicedOn: '2026-03-04',
    lines: [{ receiptLineId: line!.receiptLineId, quantityMicro: 1000 * PIECE, priceMicro: 10_000_000 }],
  })
  deliver(company, supplies, 200, '2026-03-03')
  settle(company, 'in', customerId, '2026-03-05', [4_000])
  settle(company, 'out', supplierId, '2026-03-06', [8_000])
  bookkeeper.treasury.postPayment({
    direction: 'in',
    partnerId: customerId,
    paidOn: '2026-03-07',
    amountMinor: 100_000,
  })
}

/** 300 bolts leave and are invoiced; what was open is paid, of the new invoice 6,000. */
function tradeOfApril(company: TestCompany, supplies: Supplies): void {
  deliver(company, supplies, 300, '2026-04-05')
  const [rest = 0] = openOf(company, 'receivable')
  settle(company, 'in', supplies.customerId, '2026-04-08', [rest, 6_000])
  settle(company, 'out', supplies.supplierId, '2026-04-10', openOf(company, 'payable'))
}

function openOf(company: TestCompany, role: 'receivable' | 'payable'): number[] {
  return company.bookkeeper.accounting
    .listOpenItems({ role, sort: 'postedOn' })
    .rows.map(({ openMinor }) => openMinor / 100)
}

function deliver(company: TestCompany, supplies: Supplies, pieces: number, on: string): void {
  const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces }])
  pickAll(company, release(company, supplies, [orderId]))
  packAll(company, orderId)
  company.clerk.shipping.shipOrder({ orderId, shippedOn: on })
  company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: on })
}

function settle(
  company: TestCompany,
  direction: 'in' | 'out',
  partnerId: number,
  paidOn: string,
  amounts: number[],
): void {
  const role = direction === 'in' ? 'receivable' : 'payable'
  const items = company.bookkeeper.accounting.listOpenItems({ role, sort: 'postedOn' }).rows
  const applications = amounts.map((amount, at) => ({ openItemId: items[at]!.id, amountMinor: amount * 100 }))
  const amountMinor = applications.reduce((sum, application) => sum + application.amountMinor, 0)
  company.bookkeeper.treasury.postPayment({ direction, partnerId, paidOn, amountMinor, applications })
}
