import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { balances, closeSound } from '../../support/supplies'

let company: TestCompany
let dollars = 0

beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  const { currencies, treasury } = company.bookkeeper
  currencies.addCurrency({ code: 'USD' })
  currencies.setRates({
    rates: [
      { currency: 'USD', validFrom: '2026-01-15', rateMicro: 7_000_000 },
      { currency: 'USD', validFrom: '2026-01-31', rateMicro: 7_050_000 },
    ],
  })
  dollars = treasury.addAccount({ kind: 'bank', name: 'Dollars', currency: 'USD' }).id
})
afterEach(() => closeSound(company))

/*
 * 1,000 dollars at the bank stand in the old books at 7,100.00, an invoice of 500 dollars at 3,600.00, and one of a
 * supplier of 200 dollars at 1,420.00.
 */
const BALANCES = [
  ['科目编码', '科目名称', '期末借方', '期末贷方', '币种', '原币余额'],
  ['1002', '银行存款', '5000', '', 'CNY', ''],
  ['100201', '美元户', '7100', '', 'USD', '1000'],
  ['1122', '应收账款', '3600', '', '', ''],
  ['2202', '应付账款', '', '1420', '', ''],
  ['3001', '实收资本', '', '14280', '', ''],
]
const ITEMS = [
  ['往来类型', '客户编码', '客户名称', '发票号', '开票日期', '到期日', '金额', '币种', '原币金额'],
  ['应收', 'A1', 'Abroad', 'INV-1', '2025-12-01', '2026-01-31', '3600', 'USD', '500'],
  ['应付', 'B1', 'Bolts Inc', 'B-1', '2025-12-05', '2026-01-31', '1420', 'usd', '200.00'],
]

function put(change: { balances?: string[][]; items?: string[][] } = {}) {
  const { opening } = company.bookkeeper
  // The own account 1002 has become the first part of its family.
  const rows = (change.balances ?? BALANCES).map((row) => row)
  opening.putTable({ part: 'trial-balance', fileName: 'tb.xlsx', rows })
  opening.putTable({ part: 'open-items', fileName: 'items.xlsx', rows: change.items ?? ITEMS })
  return opening.check({})
}

it('brings balances and items in a foreign currency with both amounts, and takes them back', () => {
  const { bookkeeper, owner } = company
  const check = put({
    balances: BALANCES.filter(([code]) => code !== '1002').map((row) =>
      row[0] === '3001' ? ['3001', '实收资本', '', '9280', '', ''] : row,
    ),
  })
  expect([check.errors, check.isReady]).toEqual([[], true])
  const { id } = bookkeeper.opening.post({})
  expect(bookkeeper.treasury.listAccounts({}).rows.find((row) => row.id === dollars)).toMatchObject({
    balanceMinor: 710_000,
    foreignBalanceMinor: 100_000,
  })
  const [receivable] = bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows
  expect(receivable).toMatchObject({ openMinor: 360_000, currency: 'USD', foreignOpenMinor: 50_000 })
  expect(bookkeeper.accounting.listOpenItems({ role: 'payable' }).rows).toMatchObject([
    { openMinor: 142_000, currency: 'USD', foreignOpenMinor: 20_000 },
  ])
  owner.opening.undo({ id, reason: 'anew' })
  expect(balances(bookkeeper)).toEqual({})
  expect(bookkeeper.accounting.listOpenItems({ role: 'receivable' }).total).toBe(0)
  bookkeeper.opening.post({})
  // Paid at 7.00: 500 dollars came in for what stood at 7.20; the rest is revalued at 7.05.
  bookkeeper.treasury.postPayment({
    direction: 'in',
    partnerId: bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows[0]!.partnerId,
    paidOn: '2026-01-15',
    accountId: dollars,
    amountMinor: 50_000,
    applications: [
      {
        openItemId: bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows[0]!.id,
        amountMinor: 50_000,
      },
    ],
  })
  expect(balances(bookkeeper, '2026-01-31')['5603']).toBe(10_000)
  const january = bookkeeper.closing.listMonths({}).rows.find(({ startsOn }) => startsOn === '2026-01-01')!.id
  bookkeeper.closing.postMonthEnd({ periodId: january, key: 'accounting.revaluation' })
  // 1,500 x 7.05 = 10,575.00; 200 x 7.05 = 1,410.00.
  expect(balances(bookkeeper, '2026-01-31')).toMatchObject({ '100201': 1_057_500, '220201': -141_000 })
})

it('says which row lacks its currency, and posts nothing until it is there', () => {
  const wrong = put({
    balances: BALANCES.map((row) => (row[0] === '100201' ? ['100201', '美元户', '7100', '', '', ''] : row)),
    items: [
      ITEMS[0]!,
      ['应收', 'A1', 'Abroad', 'INV-1', '', '', '3600', 'EUR', '500'],
      ['应付', 'B1', 'Bolts Inc', 'B-1', '', '', '1420', 'USD', '-200'],
      ['预收', 'A1', 'Abroad', 'D-1', '', '', '100', 'USD', '14'],
    ],
  })
  expect(wrong.isReady).toBe(false)
  expect(wrong.errors.map(({ part, row, column, code }) => [part, row, column, code])).toEqual(
    expect.arrayContaining([
      ['trial-balance', 3, 'currency', 'foreignNeeded'],
      ['open-items', 2, 'currency', 'currencyUnknown'],
      ['open-items', 3, 'foreign', 'foreignSide'],
      ['open-items', 4, 'currency', 'foreignAdvance'],
    ]),
  )
  expect(refusalOf(() => company.bookkeeper.opening.post({})).code).toBe('opening.hasErrors')
  expect(balances(company.bookkeeper)).toEqual({})
})
