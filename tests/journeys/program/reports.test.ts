import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLineActor } from '../../../src/main/foundation/access'
import { ownerPage } from '../../../src/main/outlets/reports/owner-page'
import { buildReport, textReport, type ReportName } from '../../../src/main/outlets/reports'
import { balances, closeSound, PIECE } from '../../support/supplies'
import { sell } from '../../support/warehouse-day'
import { twoMonths, type TwoMonths } from '../../support/two-months'

let history: TwoMonths
const reports = () => history.company.owner.reports

beforeEach(() => {
  history = twoMonths()
})

afterEach(() => closeSound(history.company))

/** In April the invoice and the shipment of 03-06 turn out to be wrong. */
function reverseThirdSale(): void {
  const { invoiceId, shipmentId } = history.sales[2]!
  const reversal = { reversedOn: '2026-04-02', reason: 'Never ordered' }
  history.company.clock.set('2026-04-02T08:00:00Z')
  history.company.bookkeeper.sales.reverseInvoice({ id: invoiceId, ...reversal })
  history.company.bookkeeper.shipping.reverseShipment({ id: shipmentId, ...reversal })
}

describe('sales', () => {
  beforeEach(reverseThirdSale)

  it('by month keep what was reported and agree with the books', () => {
    const { rows } = reports().salesByMonth({})
    const month = (name: string, invoices: number, netMinor: number, creditedMinor: number, costMinor: number) => ({
      month: name,
      invoices,
      netMinor,
      creditedMinor,
      costMinor,
      profitMinor: netMinor - costMinor,
    })
    expect(rows).toEqual([
      month('2026-02', 1, 20_000, 0, 10_000),
      month('2026-03', 1, 14_000, 4000, 7000),
      month('2026-04', 0, -8000, 0, -4000),
    ])
    expect(balances(history.company.owner)).toMatchObject({ 5001: -26_000, 5401: 13_000 })
    expect(reports().salesByMonth({ from: '2026-03-01', to: '2026-03-31' }).rows).toEqual([rows[1]])
  })

  it('by customer and item count what the days of the range did', () => {
    const march = { from: '2026-03-01', to: '2026-03-31' }
    const april = { from: '2026-04-01', to: '2026-04-30' }
    expect(reports().salesByCustomer(march).rows).toMatchObject([{ code: 'C1', netMinor: 14_000 }])
    expect(reports().salesByItem(march).rows).toMatchObject([
      { code: 'BOLT', quantityMicro: 7 * PIECE, netMinor: 14_000 },
    ])
    expect(reports().salesByItem(april).rows).toMatchObject([{ quantityMicro: -4 * PIECE, netMinor: -8000 }])
  })
})

describe('stock on hand', () => {
  it('lists bins and lots, and is worth what the books say', () => {
    const { rows, items, valueMinor } = reports().stockOnHand({})
    expect(items).toMatchObject([
      { itemCode: 'BOLT', quantityMicro: 83 * PIECE, valueMinor: 83_000 },
      { itemCode: 'TEA', quantityMicro: 30 * PIECE, valueMinor: 15_000 },
    ])
    expect(valueMinor).toBe(balances(history.company.owner)['1405'])
    const lots = rows.filter((row) => row.itemCode === 'TEA')
    expect(lots.map(({ lotCode, expiresOn, quantityMicro }) => [lotCode, expiresOn, quantityMicro])).toEqual(
      expect.arrayContaining([
        ['T1', '2026-03-05', 20 * PIECE],
        ['T2', '2026-04-01', 10 * PIECE],
      ]),
    )
    expect(rows.reduce((sum, row) => sum + row.quantityMicro, 0)).toBe(113 * PIECE)
  })

  it('of a past day is what was seen on that day', () => {
    reverseThirdSale()
    expect(reports().stockOnHand({ asOf: '2026-02-28' })).toEqual(history.stockOnFebruary10)
    expect(reports().stockOnHand({ asOf: '2026-02-01' })).toEqual({ rows: [], items: [], valueMinor: 0 })
    expect(reports().stockOnHand({ asOf: '2026-04-02' })).toEqual(reports().stockOnHand({}))
  })
})

describe("the owner's page", () => {
  const on = '2026-03-12'

  it('opens on what needs a decision, most urgent first', () => {
    const { exceptions } = reports().ownerPage({ on })
    expect(exceptions).toEqual([
      {
        code: 'expiredStock',
        count: 1,
        amountMinor: 10_000,
        params: { item: 'Green tea', lot: 'T1', expiresOn: '2026-03-05' },
        page: expect.any(String),
      },
      { code: 'overdueCustomers', count: 1, amountMinor: 8080, params: { days: 16 }, page: expect.any(String) },
      { code: 'lateOrders', count: 1, amountMinor: 6000, params: { days: 9 }, page: expect.any(String) },
      { code: 'waitingOrders', count: 1, amountMinor: null, params: { dueOn: on }, page: expect.any(String) },
      { code: 'unmatchedReceipts', count: 1, amountMinor: 115_000, params: { days: 38 }, page: expect.any(String) },
    ])
  })

  it('shows five at most, and misses what sells and is gone', () => {
    sell(history.company, history.supplies, [{ item: history.supplies.bolt, pieces: 77 }])
    const stock = history.company.owner.inventory.itemStock({ itemId: history.supplies.bolt.id })
    sell(history.company, history.supplies, [{ item: history.supplies.bolt, pieces: stock.freeMicro / PIECE }])
    const { exceptions } = reports().ownerPage({ on })
    expect(exceptions.map(({ code }) => code)).toEqual([
      'expiredStock',
      'overdueCustomers',
      'lateOrders',
      'soldOut',
      'waitingOrders',
    ])
    expect(exceptions[3]).toMatchObject({ count: 1, params: { item: 'Bolt M8', days: 30 } })
  })

  it('gives six figures with comparison and trend', () => {
    const page = reports().ownerPage({ on })
    const { trend: cashTrend, ...cash } = page.cash
    expect(cash).toEqual({ amountMinor: 10_000, previousMinor: 0, dueInMinor: 28_420, dueOutMinor: 0 })
    const { trend: salesTrend, ...sales } = page.sales
    expect(sales).toEqual({ todayMinor: 0, monthMinor: 14_000, previousMonthMinor: 20_000 })
    const { trend: profitTrend, ...profit } = page.profit
    expect(profit).toEqual({ monthMinor: 7000, previousMonthMinor: 10_000, marginPercentTenths: 500 })
    const { trend: stockTrend, ...stock } = page.stock
    expect(stock).toEqual({ valueMinor: 98_000, previousMinor: 105_000, daysOfStock: 420 })
    expect(page.lateOrders).toMatchObject({ count: 1, amountMinor: 6000 })
    expect(page.expiring).toEqual({ lots: 2, expiredLots: 1, valueMinor: 15_000 })
    expect(page.overdue).toMatchObject({ customers: 1, amountMinor: 8080 })

    for (const trend of [cashTrend, salesTrend, profitTrend, stockTrend, page.overdue.trend, page.lateOrders.trend]) {
      expect([trend.length, trend[0]?.on, trend.at(-1)?.on]).toEqual([30, '2026-02-11', on])
    }
    expect(steps(cashTrend)).toEqual(['2026-02-11 0', '2026-03-05 10000'])
    expect(salesTrend.filter(({ amountMinor }) => amountMinor !== 0)).toEqual([
      { on: '2026-03-03', amountMinor: 10_000 },
      { on: '2026-03-06', amountMinor: 8000 },
      { on: '2026-03-10', amountMinor: -4000 },
    ])
    expect(profitTrend.filter(({ amountMinor }) => amountMinor !== 0).map(({ amountMinor }) => amountMinor)).toEqual([
      5000, 4000, -2000,
    ])
    expect(steps(stockTrend)).toEqual([
      '2026-02-11 105000',
      '2026-03-03 100000',
      '2026-03-06 96000',
      '2026-03-10 98000',
    ])
    expect(steps(page.overdue.trend)).toEqual(['2026-02-11 0', '2026-02-25 22600', '2026-03-05 12600'])
    const late = page.lateOrders.trend.map(({ on: day, count }) => ({ on: day, amountMinor: count }))
    expect(steps(late)).toEqual(['2026-02-11 0', '2026-03-04 2', '2026-03-06 1'])
  })
})

describe("the owner's page in a large company", () => {
  /** What may be read whole: a row per item, bin and lot on hand, per payment, or indexes of few rows. */
  const MAY_BE_SCANNED =
    /^SCAN (\(subquery-\d+\)|s|inventory_stock|inventory_balance|accounting_settlement|.* USING (COVERING )?INDEX \w+_(reversed|waiting))$/

  it('reads what grows with every document by index', () => {
    const asked = new Map<string, readonly unknown[]>()
    const { reader } = history.company
    const watched = new Proxy(reader, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function') return member
        return (text: string, params: readonly unknown[] = []): unknown => {
          asked.set(text, params)
          return Reflect.apply(member, target, [text, params])
        }
      },
    })
    ownerPage(watched, '2026-03-12')
    expect(asked.size).toBeGreaterThan(15)
    const scans = [...asked].flatMap(([text, params]) =>
      reader
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params)
        .filter(({ detail }) => detail.startsWith('SCAN ') && !MAY_BE_SCANNED.test(detail))
        .map(({ detail }) => `${detail} in ${text}`),
    )
    expect(scans).toEqual([])
  })
})

/** The days on which a trend changes, with what it is from then on. */
function steps(trend: readonly { on: string; amountMinor: number | null }[]): string[] {
  return trend
    .filter(({ amountMinor }, index) => amountMinor !== trend[index - 1]?.amountMinor)
    .map(({ on, amountMinor }) => `${on} ${amountMinor}`)
}

describe('printed reports', () => {
  const build = (name: ReportName, options = {}) =>
    buildReport(
      (procedure, input) => history.company.company.dispatcher.call(commandLineActor(), procedure, input),
      name,
      options,
    )

  it('are built from procedures, amounts as decimal text', () => {
    expect(build('sales-by-month', { asOf: '2026-03-31' })).toEqual({
      report: 'sales-by-month',
      from: null,
      asOf: '2026-03-31',
      currency: 'CNY',
      rows: [
        { month: '2026-02', invoices: 1, net: '200.00', credited: '0.00', cost: '100.00', profit: '100.00' },
        { month: '2026-03', invoices: 2, net: '140.00', credited: '40.00', cost: '70.00', profit: '70.00' },
      ],
      totals: { invoices: 3, net: '340.00', credited: '40.00', cost: '170.00', profit: '170.00' },
    })
    const stock = build('stock-on-hand')
    expect(stock.totals).toEqual({ value: '980.00' })
    expect(stock.rows[1]).toMatchObject({
      item: 'TEA',
      quantity: '30',
      value: '150.00',
      places: [{ lot: 'T1' }, { lot: 'T2' }],
    })
    expect(build('receivables', { asOf: '2026-03-04' }).totals).toEqual({ open: '339.00' })
    expect(build('receivables').totals).toEqual({ open: '284.20' })
    expect(build('payables').rows).toEqual([])
    const { rows, totals } = build('trial-balance', { asOf: '2026-03-31' })
    expect(totals['closingDebit']).toBe(totals['closingCredit'])
    expect(rows.find((row) => row['account'] === '5001')).toMatchObject({ debit: '0.00', credit: '340.00' })
  })

  it('read well in both languages', () => {
    const report = build('sales-by-month', { asOf: '2026-03-31' })
    expect(textReport(report, 'en')).toBe(
      `Sales by month · As of 31 Mar 2026 · CNY

Month     Invoices  Net sales  Credited    Cost  Gross profit
────────  ────────  ─────────  ────────  ──────  ────────────
Feb 2026         1     200.00         –  100.00        100.00
Mar 2026         2     140.00     40.00   70.00         70.00
────────  ────────  ─────────  ────────  ──────  ────────────
Total            3     340.00     40.00  170.00        170.00`,
    )
    expect(textReport(report, 'zh-CN')).toBe(
      `月度销售 · 截至 2026-03-31 · CNY

月份       发票数  净销售额  退货冲减  销售成本    毛利
─────────  ──────  ────────  ────────  ────────  ──────
2026年2月       1    200.00         –    100.00  100.00
2026年3月       2    140.00     40.00     70.00   70.00
─────────  ──────  ────────  ────────  ────────  ──────
合计            3    340.00     40.00    170.00  170.00`,
    )
    expect(textReport(build('payables'), 'en')).toContain('Nothing to show.')
    expect(textReport(build('stock-on-hand'), 'zh-CN')).toMatch(
      /TEA\s+Green tea .*30\s+150\.00\n.*T1\s+2026-03-05\s+可用\s+20\n/,
    )
  })
})
