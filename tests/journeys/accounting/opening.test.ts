import { array, assert as holds, constantFrom, integer, pre, property, record } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { expectRefused } from '../../support/unchanged'
import { sell, ship } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
afterEach(() => closeSound(company))

function begin(pack: 'cn-sbe' | 'generic' = 'cn-sbe'): TestCompany['bookkeeper']['opening'] {
  company = openTestCompany({ pack })
  supplies = addSupplies(company)
  return company.bookkeeper.opening
}

/**
 * The last balances of books kept by 企业会计准则, as their program prints them: titles in two rows below a heading,
 * accounts with their parts, the sum of all below. Worked by hand, in yuan:
 *
 *   debit                                   credit
 *   1001   现金                 1,200.00     1602   累计折旧             3,600.00
 *   100201 工商银行            50,000.00     2202   应付账款             7,000.00
 *   100202 建设银行             8,800.50     2203   预收账款             2,000.00
 *   1122   应收账款            12,300.00     22210101 进项税额     red    -500.00
 *   1123   预付账款             1,500.00     222102 未交增值税           1,300.00
 *   1405   库存商品            20,000.00     4001   实收资本           100,000.00
 *   1601   固定资产            24,000.00     4104   利润分配             4,400.50
 *   total                     117,800.50                              117,800.50
 */
const TRIAL_BALANCE = [
  ['科目余额表', '', '', '', '', '', '', ''],
  ['单位：测试公司', '', '', '期间：2025.12', '', '', '', ''],
  ['科目编码', '科目名称', '期初余额', '', '本期发生额', '', '期末余额', ''],
  ['', '', '借方', '贷方', '借方', '贷方', '借方', '贷方'],
  ['1001', '库存现金', '1', '', '', '', '1,200.00', ''],
  ['1002', '银行存款', '', '', '', '', '58,800.50', ''],
  ['1002.01', '银行存款_工商银行', '', '', '', '', '50000', ''],
  ['1002.02', '银行存款_建设银行', '', '', '', '', '8800.5', ''],
  ['1122', '应收账款', '', '', '', '', '12300', '-'],
  ['1123', '预付账款', '', '', '', '', '1500', ''],
  ['1405', '库存商品', '', '', '', '', '20000', ''],
  ['1601', '固定资产', '', '', '', '', '24000', ''],
  ['1602', '累计折旧', '', '', '', '', '', '3600'],
  ['2202', '应付账款', '', '', '', '', '', '7000'],
  ['2203', '预收账款', '', '', '', '', '', '2000'],
  ['2221.01.01', '进项税额', '', '', '', '', '', '(500.00)'],
  ['2221.02', '未交增值税', '', '', '', '', '', '1300'],
  ['4001', '实收资本', '', '', '', '', '', '100000'],
  ['4104', '利润分配', '', '', '', '', '', '4400.50'],
  ['合计', '', '', '', '', '', '117800.50', '117800.50'],
]
const OPEN_ITEMS = [
  ['往来类型', '客户编码', '客户名称', '发票号', '开票日期', '到期日', '金额'],
  ['应收', 'C1', 'Corner Shop', 'INV-9', '2025/12/20', '', '10000'],
  ['应收', 'C7', '七号店', 'INV-8', '2025年11月1日', '2025-12-01', '2500'],
  ['应收', 'C7', '七号店', 'CN-1', '20251215', '2025-12-15', '-200'],
  ['应付', 'S1', '', 'B-77', '2025-12-05', '2026-01-04', '7000'],
  ['预付', 'S1', '', 'P-3', '', '', '1500'],
  ['预收', 'C7', '七号店', 'D-1', '', '', '2000'],
]
const STOCK = [
  ['Item code', 'Item name', 'Warehouse', 'Bin', 'Lot', 'Expiry date', 'Quantity', 'Value'],
  ['BOLT', 'Bolt M8', 'W1', 'a01-01-1', '', '', '1000', '12000'],
  ['tea', 'Green tea', '', '', 'L-25', '2026-10-01', '250.5', '8000'],
]
const ASSETS = [
  ['资产名称', '类别', '购置日期', '原值', '累计折旧', '净残值', '使用月限'],
  ['叉车', '设备', '2024-12-10', '24000', '3600', '2400', '72'],
]

const put = (part: 'trial-balance' | 'open-items' | 'stock' | 'assets', rows: string[][]): void => {
  company.bookkeeper.opening.putTable({ part, fileName: `${part}.xlsx`, rows })
}
function putAll(): void {
  put('trial-balance', TRIAL_BALANCE)
  put('open-items', OPEN_ITEMS)
  put('stock', STOCK)
  put('assets', ASSETS)
}

describe('books of 企业会计准则 move in', () => {
  it('proposes accounts, agrees with every list, and posts account by account what the old books said', () => {
    const opening = begin()
    putAll()
    const check = opening.check({})
    expect(check).toMatchObject({ opensOn: '2025-12-31', family: 'cn-cas', errors: [], isReady: true, newPartners: 1 })
    expect(check.accounts.map(({ code, accountCode, by }) => [code, accountCode, by])).toEqual([
      ['1001', '1001', 'family'],
      ['100201', '1002', 'family'],
      ['100202', '1002', 'family'],
      ['1122', '1122', 'family'],
      ['1123', '1123', 'family'],
      ['1405', '1405', 'family'],
      ['1601', '1601', 'family'],
      ['1602', '1602', 'family'],
      ['2202', '220201', 'family'],
      ['2203', '2203', 'family'],
      ['22210101', '22210101', 'family'],
      ['222102', '222102', 'family'],
      ['4001', '3001', 'family'],
      ['4104', '3104', 'family'],
    ])
    expect(check.parity.map(({ key, balanceMinor, listedMinor }) => [key, balanceMinor, listedMinor])).toEqual([
      ['balanced', 11_780_050, 11_780_050],
      ['receivable', 1_230_000, 1_230_000],
      ['advance-to-supplier', 150_000, 150_000],
      ['stock', 2_000_000, 2_000_000],
      ['fixed-asset', 2_400_000, 2_400_000],
      ['accumulated-depreciation', 360_000, 360_000],
      ['payable', 700_000, 700_000],
      ['advance-from-customer', 200_000, 200_000],
    ])

    const { id, number } = opening.post({})
    expect(number).toBe('OB-2025-000001')
    expect(balances(company.bookkeeper)).toEqual({
      1001: 120_000,
      1002: 5_880_050,
      1122: 1_230_000,
      1123: 150_000,
      1405: 2_000_000,
      1601: 2_400_000,
      1602: -360_000,
      220201: -700_000,
      2203: -200_000,
      22210101: 50_000,
      222102: -130_000,
      3001: -10_000_000,
      3104: -440_050,
    })
    const report = opening.getOpening({ id })
    expect(report.rows.every(({ importedMinor, ledgerMinor }) => importedMinor === ledgerMinor)).toBe(true)
    expect(report.lists.every(({ accountMinor, listedMinor }) => accountMinor === listedMinor)).toBe(true)
    expect(report.lists).toHaveLength(7)
    // The first month begins with all of it and has moved nothing.
    const january = company.bookkeeper.books.trialBalance({ from: '2026-01-01', to: '2026-01-31' })
    expect(january.rows.find(({ accountCode }) => accountCode === '1002')).toMatchObject({
      openingDebitMinor: 5_880_050,
      debitMinor: 0,
    })
    // Due by the terms of a partner that is known, as the file says, or at once.
    const due = company.bookkeeper.accounting.listOpenItems({ role: 'receivable' })
    expect(due.rows.map(({ documentNumber, dueOn, openMinor }) => [documentNumber, dueOn, openMinor])).toEqual([
      ['INV-8', '2025-12-01', 250_000],
      ['CN-1', '2025-12-15', -20_000],
      ['INV-9', '2026-01-03', 1_000_000],
    ])
    // The fork lift goes on where the old books stopped: 21,600 over 72 months is 300 a month, the thirteenth now.
    const { rows } = company.bookkeeper.assets.planRun({ month: '2026-01-01' })
    expect(rows.map(({ amountMinor }) => amountMinor)).toEqual([30_000])
    expect(brokenChecks(company.reader)).toEqual([])
  })

  it('is what later documents stand on: items are paid, advances used, goods sold at their value', () => {
    const opening = begin()
    putAll()
    const { id } = opening.post({})
    const { bookkeeper } = company
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 500 }])
    ship(company, supplies, orderId)
    // 12,000.00 for 1,000: the half is worth 6,000.00.
    expect(balances(bookkeeper)['5401']).toBe(600_000)
    expect(refusalOf(() => opening.undo({ id, reason: 'too late' })).code).toBe('inventory.insufficientStock')
    const [invoice] = bookkeeper.accounting.listOpenItems({ role: 'payable' }).rows
    bookkeeper.treasury.postPayment({
      direction: 'out',
      partnerId: supplies.supplierId,
      paidOn: '2026-03-03',
      method: 'bank',
      amountMinor: 700_000,
      applications: [{ openItemId: invoice?.id ?? 0, amountMinor: 700_000 }],
    })
    expect(refusalOf(() => opening.undo({ id, reason: 'too late' })).code).toBe('accounting.openItemSettled')
    expect(opening.listOpenings({}).rows).toMatchObject([{ id, state: 'posted' }])
  })

  it('is taken back to nothing, corrected, and posted anew', () => {
    const opening = begin()
    putAll()
    const { id } = opening.post({})
    expect(refusalOf(() => opening.post({})).code).toBe('opening.postedAlready')
    opening.undo({ id, reason: 'wrong bank' })
    expect(Object.values(balances(company.bookkeeper)).filter((balance) => balance !== 0)).toEqual([])
    expect(company.bookkeeper.inventory.listStock({}).rows).toEqual([])
    expect(company.bookkeeper.assets.listAssets({}).total).toBe(0)
    expect(company.bookkeeper.accounting.listOpenItems({ role: 'receivable' }).total).toBe(0)
    expect(refusalOf(() => opening.undo({ id, reason: '' })).code).toBe('opening.undoneAlready')
    opening.mapAccount({ code: '1002.02', accountCode: '1012' })
    const again = opening.post({})
    expect(again.number).toBe('OB-2025-000002')
    expect(balances(company.bookkeeper)).toMatchObject({ 1002: 5_000_000, 1012: 880_050 })
  })

  it('cannot be taken back, nor brought, once a month is closed', () => {
    const opening = begin()
    putAll()
    const { id } = opening.post({})
    const { rows } = company.bookkeeper.closing.listMonths({})
    const first = rows[0]?.id ?? 0
    company.bookkeeper.closing.postMonthEnd({ periodId: first })
    company.bookkeeper.closing.closeMonth({ periodId: first, acceptsWarnings: true })
    expect(refusalOf(() => opening.undo({ id, reason: '' })).code).toBe('accounting.periodClosed')
    expect(opening.check({}).isReady).toBe(false)
  })

  it('cannot be brought into a company that has closed a month, nor be undone piece by piece', () => {
    const opening = begin()
    putAll()
    const { closing } = company.bookkeeper
    const periodId = closing.listMonths({}).rows[0]!.id
    closing.closeMonth({ periodId })
    expectRefused(company, 'opening.monthClosed', () => opening.post({}))
    company.owner.closing.reopenMonth({ periodId, reason: 'the old books' })
    opening.post({})
    const [asset] = company.bookkeeper.assets.listAssets({}).rows
    expectRefused(company, 'assets.broughtIn', () =>
      company.owner.assets.reverseAcquisition({ id: asset!.id, reversedOn: '2026-01-31', reason: 'x' }),
    )
  })
})

describe('what is wrong is told cell by cell, and then nothing is posted', () => {
  it('in every table', () => {
    const opening = begin()
    put('trial-balance', [
      ['科目编码', '科目名称', '方向', '期末余额'],
      ['1001', '现金', '借', 'abc'],
      ['1131', '应收账款', '借', '100'],
      ['1131', '应收账款', '借', '100'],
      ['1243', '库存商品', '借', '50.005'],
      ['2121', '应付账款', '贷', '20'],
      ['2121-01', '甲', '贷', '30'],
      ['9999', '没有的科目', '借', '10'],
      ['1111', '应收票据', '借', '10'],
    ])
    put('open-items', [
      ['类型', '单位编码', '单位名称', '金额', '单据日期'],
      ['应收', 'S1', '', '10', ''],
      ['其他', 'C1', '', '0', '2026-02-30'],
      ['应付', '', '没有此人', '5', '2026-01-05'],
    ])
    put('stock', [
      ['编码', '数量', '金额', '库位', '批号', '有效期'],
      ['NONE', '1', '1', '', '', ''],
      ['BOLT', '0', '-1', 'NO-BIN', 'X', ''],
      ['TEA', '1', '1', '', '', ''],
      ['TEA', '1', '1', '', 'L', '2026-05-01'],
      ['TEA', '1', '1', '', 'L', '2026-06-01'],
    ])
    put('assets', [
      ['名称', '类别', '购置日期', '原值', '累计折旧'],
      ['车', '车辆', '2026-05-01', '100', '200'],
    ])
    const { errors, family, isReady } = opening.check({})
    expect({ family, isReady }).toEqual({ family: 'cn-old', isReady: false })
    expect(errors.map(({ part, row, column, code }) => `${part} ${row} ${column} ${code}`).toSorted()).toEqual(
      [
        'trial-balance 2 balance amount',
        'trial-balance 4 code twice',
        'trial-balance 5 balance amount',
        'trial-balance 6 code partsDiffer',
        'trial-balance 8 code accountMissing',
        'trial-balance 9 code documentsOnly',
        'open-items 2 partnerCode notACustomer',
        'open-items 3 kind kind',
        'open-items 3 amount nothing',
        'open-items 3 issuedOn day',
        'open-items 4 issuedOn afterOpening',
        'open-items 4 partnerName partnerUnknown',
        'stock 2 itemCode itemUnknown',
        'stock 3 quantity aboveNothing',
        'stock 3 value belowNothing',
        'stock 3 bin binUnknown',
        'stock 3 lot lotNotKept',
        'stock 4 lot missing',
        'stock 6 expiresOn expiryDiffers',
        'assets 2 lifeMonths lifeMissing',
        'assets 2 accumulated beyondCost',
        'assets 2 acquiredOn afterOpening',
      ].toSorted(),
    )
    expect(refusalOf(() => opening.post({})).code).toBe('opening.hasErrors')
    expect(refusalOf(() => opening.mapAccount({ code: '9999', accountCode: '2202' })).code).toBe(
      'accounting.accountHasParts',
    )
    expect(refusalOf(() => company.clerk.opening.check({})).code).toBe('access.rightMissing')
  })

  it('between a list and its account, and between debits and credits', () => {
    const opening = begin()
    expect(refusalOf(() => opening.post({})).code).toBe('opening.noBalances')
    put('trial-balance', [
      ['code', 'name', 'debit', 'credit'],
      ['1122', '应收账款', '10', ''],
      ['3001', '实收资本', '', '10'],
    ])
    expect(refusalOf(() => opening.post({}))).toMatchObject({
      code: 'opening.listDiffers',
      params: { account: '1122' },
    })
    put('trial-balance', [
      ['code', 'name', 'debit', 'credit'],
      ['1001', '库存现金', '10', ''],
      ['3001', '实收资本', '', '9.99'],
    ])
    expect(refusalOf(() => opening.post({})).code).toBe('opening.notBalanced')
    put('trial-balance', [
      ['nothing', 'known'],
      ['1', '2'],
    ])
    expect(opening.check({}).errors).toMatchObject([
      { row: 0, column: 'code', code: 'columnMissing' },
      { row: 0, column: 'name', code: 'columnMissing' },
    ])
    opening.dropTable({ part: 'trial-balance' })
    expect(opening.check({}).tables).toEqual([])
  })
})

it('the international chart moves in by code and by name', () => {
  const opening = begin('generic')
  put('trial-balance', [
    ['Account code', 'Account name', 'Closing debit', 'Closing credit'],
    ['1010', 'Bank', '500', ''],
    ['7710', 'Share capital', '', '300'],
    ['3200', 'Retained earnings', '', '200'],
  ])
  expect(opening.check({}).accounts.map(({ accountCode, by }) => [accountCode, by])).toEqual([
    ['1010', 'code'],
    ['3000', 'name'],
    ['3200', 'code'],
  ])
  opening.post({})
  expect(balances(company.bookkeeper)).toEqual({ 1010: 50_000, 3000: -30_000, 3200: -20_000 })
})

it('whatever is brought and taken back leaves every balance as it was, to the cent', () => {
  const amount = integer({ min: 1, max: 99_999_999 })
  const text = (minor: number): string => (minor / 100).toFixed(2)
  const plain = record({ code: constantFrom('1001', '1002', '1012', '1221', '2241', '3101'), minor: amount })
  const person = record({
    kind: constantFrom('receivable', 'payable', 'advance from customer', 'advance to supplier'),
    minor: amount,
  })
  const goods = record({ pieces: integer({ min: 1, max: 5000 }), minor: amount })
  const CODES = { receivable: '1122', payable: '2202', 'advance from customer': '2203', 'advance to supplier': '1123' }
  holds(
    property(
      array(plain, { maxLength: 5 }),
      array(person, { maxLength: 6 }),
      array(goods, { maxLength: 4 }),
      (plains, people, stock) => {
        pre(plains.length + people.length + stock.length > 0)
        const opening = begin()
        try {
          const { bookkeeper } = company
          const sums = new Map<string, number>()
          const add = (code: string, minor: number): void => void sums.set(code, (sums.get(code) ?? 0) + minor)
          for (const { code, minor } of plains) add(code, code < '2000' ? minor : 0 - minor)
          for (const { kind, minor } of people)
            add(CODES[kind], kind === 'receivable' || kind.endsWith('supplier') ? minor : 0 - minor)
          for (const { minor } of stock) add('1405', minor)
          add('3001', 0 - [...sums.values()].reduce((total, minor) => total + minor, 0))
          put('trial-balance', [
            ['code', 'name', 'balance'],
            ...[...sums].map(([code, minor]) => [
              code,
              bookkeeper.accounting.listAccounts({}).rows.find((row) => row.code === code)?.name ?? '',
              text(minor),
            ]),
          ])
          put('open-items', [
            ['type', 'partner code', 'document', 'amount'],
            ...people.map(({ kind, minor }, at) => [
              kind,
              kind.includes('supplier') || kind === 'payable' ? 'S1' : 'C1',
              `D${at}`,
              text(minor),
            ]),
          ])
          put('stock', [
            ['item code', 'quantity', 'value'],
            ...stock.map(({ pieces, minor }) => ['BOLT', String(pieces), text(minor)]),
          ])
          const { id } = opening.post({})
          const held = balances(bookkeeper)
          for (const [code, minor] of sums) expect(held[code === '2202' ? '220201' : code] ?? 0).toBe(minor)
          expect(brokenChecks(company.reader)).toEqual([])
          opening.undo({ id, reason: 'again' })
          expect(Object.values(balances(bookkeeper)).filter((balance) => balance !== 0)).toEqual([])
          expect(bookkeeper.inventory.listStock({}).total).toBe(0)
          expect(brokenChecks(company.reader)).toEqual([])
        } finally {
          company.close()
        }
      },
    ),
    { numRuns: 12 },
  )
  begin()
  expect(PIECE).toBe(1_000_000)
})
