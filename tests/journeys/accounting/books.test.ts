import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildReport, textReport } from '../../../src/main/outlets/reports'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { closeSound } from '../../support/supplies'
import { textbook, type Textbook } from '../../support/textbook'

let book: Textbook
let company: TestCompany
const SPAN = { from: '2026-03-01', to: '2026-04-30' }

beforeAll(() => {
  book = textbook('cn-sbe')
  ;({ company } = book)
})
afterAll(() => closeSound(company))

describe('the subsidiary ledger', () => {
  it('reads an account line by line with its running balance, a page at a time the same as at once', () => {
    const { books } = company.bookkeeper
    const whole = books.subsidiaryLedger({ accountCode: '1002', ...SPAN })
    expect(whole).toMatchObject({ openingMinor: 0, closingMinor: 19_449_000, total: 24 })
    expect(whole.rows[0]).toMatchObject({ memo: 'Capital paid in', counterpart: '3001', balanceMinor: 20_000_000 })
    expect(whole.rows.at(-1)?.balanceMinor).toBe(19_449_000)
    const pages = [0, 10, 20].flatMap(
      (offset) => books.subsidiaryLedger({ accountCode: '1002', ...SPAN, offset, limit: 10 }).rows,
    )
    expect(pages).toEqual(whole.rows)
    // Looked for by text and by amount, each line keeps the balance that it left.
    const look = (filter: string) => books.subsidiaryLedger({ accountCode: '1002', ...SPAN, filter })
    const wages = look('wages')
    expect(wages.total).toBeGreaterThan(0)
    for (const row of wages.rows) {
      expect(row.memo.toLowerCase()).toContain('wages')
      expect(whole.rows.find((each) => each.entryId === row.entryId)?.balanceMinor).toBe(row.balanceMinor)
    }
    expect(look('9,000.00').rows.map((row) => row.creditMinor)).toEqual([900_000, 900_000])
    expect(look('nothing of the kind')).toMatchObject({ total: 0, rows: [], closingMinor: whole.closingMinor })
    const april = books.subsidiaryLedger({ accountCode: '1002', from: '2026-04-01', to: '2026-04-30' })
    expect(april.openingMinor).toBe(21_725_000)
    expect(april.rows).toEqual(whole.rows.filter(({ postedOn }) => postedOn >= '2026-04-01'))
    const middle = books.subsidiaryLedger({ accountCode: '1002', from: '2026-03-16', to: '2026-04-08' })
    expect(middle.rows[0]?.balanceMinor).toBe(middle.openingMinor - 900_000)
    expect(middle.closingMinor).toBe(middle.rows.at(-1)?.balanceMinor)
  })

  it('adds up months and the year, and days for the cash book', () => {
    const { books } = company.bookkeeper
    expect(books.subsidiaryLedger({ accountCode: '1001', ...SPAN }).months).toEqual([
      {
        month: '2026-03',
        debitMinor: 515_000,
        creditMinor: 125_000,
        yearDebitMinor: 515_000,
        yearCreditMinor: 125_000,
        balanceMinor: 390_000,
      },
      {
        month: '2026-04',
        debitMinor: 11_300,
        creditMinor: 70_000,
        yearDebitMinor: 526_300,
        yearCreditMinor: 195_000,
        balanceMinor: 331_300,
      },
    ])
    expect(books.subsidiaryLedger({ accountCode: '1001', ...SPAN, isDaily: true }).days.at(-1)).toEqual({
      on: '2026-04-18',
      debitMinor: 0,
      creditMinor: 70_000,
      balanceMinor: 331_300,
    })
  })

  it('takes the parts of an account together, and one partner alone', () => {
    const { books } = company.bookkeeper
    const payables = books.subsidiaryLedger({ accountCode: '2202', ...SPAN })
    expect(payables.sums).toEqual({ debitMinor: 2_130_000, creditMinor: 2_130_000 })
    const { customerId } = book.supplies
    const owed = books.subsidiaryLedger({
      accountCode: '1122',
      from: '2026-04-01',
      to: '2026-04-30',
      partnerId: customerId,
    })
    expect([owed.openingMinor, owed.closingMinor]).toEqual([52_000, 78_000])
    expect(refusalOf(() => books.subsidiaryLedger({ accountCode: '9999', ...SPAN })).code).toBe(
      'accounting.accountUnknown',
    )
  })
})

describe('ledgers and balances', () => {
  it('agree with each other: general ledger, trial balance by level, multi-column ledger', () => {
    const { books, accounting } = company.bookkeeper
    const trial = books.trialBalance({ from: '2026-04-01', to: '2026-04-30' })
    const plain = accounting.trialBalance({ from: '2026-04-01', to: '2026-04-30' })
    // With parts added up per family: compare by what each account closes with.
    for (const row of plain.rows) {
      const levelled = trial.rows.find(({ accountCode }) => accountCode === row.accountCode)
      expect(levelled).toMatchObject({ debitMinor: row.debitMinor, closingDebitMinor: row.closingDebitMinor })
    }
    const taxes = trial.rows.find(({ accountCode }) => accountCode === '2221')
    expect(taxes).toMatchObject({ level: 1, hasParts: true, openingDebitMinor: 70_000, closingCreditMinor: 1_500 })
    expect(books.trialBalance({ ...SPAN, level: 1 }).rows.every(({ level }) => level === 1)).toBe(true)
    for (const { account, months } of books.generalLedger(SPAN).rows) {
      const row = trial.rows.find(({ accountCode }) => accountCode === account.code)
      expect([account.code, months.at(-1)?.balanceMinor]).toEqual([
        account.code,
        (row?.closingDebitMinor ?? 0) - (row?.closingCreditMinor ?? 0),
      ])
    }
    const columns = books.multiColumnLedger({ accountCode: '2221', ...SPAN }).columns
    expect(columns.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(1_500)
    expect(columns.map(({ name }) => name.split(' ')[0])).toEqual([
      '22210101',
      '22210102',
      '22210103',
      '222102',
      '222104',
    ])
  })

  it('are the journal, line by line in the order of its vouchers, and what a filter leaves of it', () => {
    const { books } = company.bookkeeper
    const whole = books.journal({ ...SPAN, limit: 500 })
    const trial = books.trialBalance(SPAN)
    expect(whole.sums).toEqual({ debitMinor: trial.totals.debitMinor, creditMinor: trial.totals.creditMinor })
    expect(whole.rows).toHaveLength(whole.total)
    expect(whole.rows[0]).toMatchObject({ memo: 'Capital paid in', accountCode: '1002', debitMinor: 20_000_000 })
    const days = whole.rows.map(({ postedOn }) => postedOn)
    expect(days).toEqual(days.toSorted())
    const paged = [0, 50].flatMap((offset) => books.journal({ ...SPAN, offset, limit: 50 }).rows)
    expect(paged).toEqual(whole.rows.slice(0, 100))
    const bank = books.journal({ ...SPAN, filter: '1002', limit: 500 })
    const lines = whole.rows.filter(({ accountCode }) => accountCode === '1002')
    expect(bank.rows).toEqual(lines)
    expect(bank.sums.debitMinor).toBe(lines.reduce((sum, { debitMinor }) => sum + debitMinor, 0))
    expect(refusalOf(() => company.clerk.books.journal(SPAN)).code).toBe('access.rightMissing')
  })

  it('print on A4 what a page shows, as long as it is', () => {
    const row = { cells: ['1002 银行存款', '194,490.00'] }
    const { pdf, fileName } = company.bookkeeper.reports.printTable({
      title: '科目余额表',
      columns: [
        { title: '科目', align: 'left' },
        { title: '余额', align: 'right' },
      ],
      rows: Array.from({ length: 120 }, () => row),
      locale: 'zh-CN',
    })
    const bytes = Buffer.from(pdf, 'base64')
    expect(fileName).toBe('科目余额表.pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(3)
  })

  it('count stock as its movements do', () => {
    const ledger = company.bookkeeper.books.quantityLedger({
      accountCode: '1405',
      itemId: book.supplies.bolt.id,
      ...SPAN,
    })
    expect(ledger).toMatchObject({
      unit: 'pc',
      total: 3,
      openingMicro: 0,
      closingMicro: 500_000_000,
      closingMinor: 500_000,
      rows: [
        { inMicro: 1_000_000_000, inMinor: 1_000_000, balanceMicro: 1_000_000_000 },
        { outMicro: 200_000_000, outMinor: 200_000, balanceMinor: 800_000 },
        { outMicro: 300_000_000, outMinor: 300_000, balanceMinor: 500_000 },
      ],
    })
  })

  it('show what each partner stands at, and how old it is', () => {
    const { books } = company.bookkeeper
    const partners = books.dimensionBalances({ dimension: 'partner', accountCode: '1122', ...SPAN })
    expect(partners).toMatchObject({ total: 1, rows: [{ valueCode: 'C1', closingMinor: 78_000 }] })
    // Invoiced on 5 April, due in 14 days: 41 days late on 30 May.
    const aged = books.ageing({ role: 'receivable', asOf: '2026-05-30' })
    expect(aged.rows[0]).toMatchObject({ partnerCode: 'C1', days60Minor: 78_000, totalMinor: 78_000, notDueMinor: 0 })
    expect(books.ageing({ role: 'receivable', asOf: '2026-03-04' }).sums).toMatchObject({ notDueMinor: 452_000 })
  })
})

describe('the command line', () => {
  it('prints statements, ledgers and ageing with amounts as decimals', () => {
    const call = (name: string, input: object): unknown => {
      const [room, verb] = name.split('.') as ['books', 'ageing']
      return (company.bookkeeper[room][verb] as (of: object) => unknown)(input)
    }
    const sheet = buildReport(call, 'balance-sheet', { asOf: '2026-04-30' })
    expect(sheet.rows.find(({ line }) => line === 30)).toMatchObject({ amount: '217183.00', compare: '0.00' })
    expect(sheet.totals['difference']).toBe('0.00')
    const income = buildReport(call, 'income-statement', { from: '2026-04-01', asOf: '2026-04-30' })
    expect(income.rows.find(({ line }) => line === 32)).toMatchObject({ amount: '-11402.00', compare: '-24832.00' })
    const cash = buildReport(call, 'cash-flow', { from: '2026-04-01', asOf: '2026-04-30' })
    expect(cash.rows.find(({ line }) => line === 22)?.['amount']).toBe('197803.00')
    const ledger = buildReport(call, 'ledger', { from: '2026-04-01', asOf: '2026-04-30', account: '1001' })
    expect(ledger.rows.map(({ debit, credit, balance }) => [debit, credit, balance])).toEqual([
      ['113.00', '0.00', '4013.00'],
      ['0.00', '700.00', '3313.00'],
    ])
    expect(buildReport(call, 'ledger', { asOf: '2026-04-30' }).rows.length).toBeGreaterThan(30)
    expect([sheet.from, income.from]).toEqual([null, '2026-04-01'])
    expect(textReport(income, 'zh-CN')).toMatch(
      /^利润表 · 2026-04-01 – 2026-04-30 · CNY\n\n.*本期金额\s+本年累计金额\n/,
    )
    expect(textReport(sheet, 'en')).toMatch(
      /^Balance sheet · As of 30 Apr 2026 · CNY\n\n.*Closing\s+Start of the year\n/,
    )
    const reversed = { from: '2026-05-01', asOf: '2026-04-30' }
    expect(refusalOf(() => buildReport(call, 'ledger', reversed)).code).toBe('reports.fromAfterTo')
    expect(buildReport(call, 'aging', { asOf: '2026-05-30' }).rows).toMatchObject([
      { partner: 'Corner Shop', days60: '780.00' },
    ])
  })
})

describe('an account with a row of its own', () => {
  it('is shown in the "of which" row of the income statement that it is given', () => {
    const own = openTestCompany({ pack: 'cn-sbe' })
    const { accounting, statements } = own.bookkeeper
    const tag = statements.listTags({}).rows.find(({ label }) => label.includes('advertising'))
    expect(tag).toEqual({ tag: 'advertising', label: 'of which advertising', accounts: ['5601'] })
    accounting.addAccount({ code: '560101', name: 'Advertising', parentCode: '5601', statementTag: 'advertising' })
    accounting.addAccount({ code: '560102', name: 'Other', parentCode: '5601' })
    const spend = (accountCode: string, amountMinor: number) =>
      accounting.postVoucher({
        postedOn: '2026-01-10',
        memo: accountCode,
        lines: [
          { accountCode, debitMinor: amountMinor },
          { accountCode: '1002', creditMinor: amountMinor },
        ],
      })
    spend('560101', 700)
    spend('560102', 300)
    const { rows } = statements.incomeStatement({ from: '2026-01-01', to: '2026-01-31' })
    expect([11, 13].map((no) => rows.find((row) => row.no === no)?.amountMinor)).toEqual([1000, 700])
    closeSound(own)
  })
})

describe('departments', () => {
  it('have an income statement of their own, and columns in a ledger', () => {
    const own = openTestCompany({ pack: 'cn-sbe' })
    const { accounting, statements, books } = own.bookkeeper
    const [shop, web] = ['Shop', 'Web'].map(
      (name) => accounting.saveDimension({ dimension: 'department', code: name, name }).id,
    ) as [number, number]
    const enter = (departmentId: number, amountMinor: number) =>
      accounting.postVoucher({
        postedOn: '2026-01-10',
        memo: 'wages',
        lines: [
          { accountCode: '5601', debitMinor: amountMinor, departmentId },
          { accountCode: '2211', creditMinor: amountMinor },
        ],
      })
    enter(shop, 700)
    enter(web, 300)
    const january = { from: '2026-01-01', to: '2026-01-31' }
    const profit = (departmentId?: number) =>
      statements.incomeStatement({ ...january, ...(departmentId === undefined ? {} : { departmentId }) }).profitMinor
    expect([profit(shop), profit(web), profit()]).toEqual([-700, -300, -1000])
    accounting.postVoucher({
      postedOn: '2026-01-11',
      memo: 'rent',
      lines: [
        { accountCode: '5602', debitMinor: 90 },
        { accountCode: '2241', creditMinor: 90 },
      ],
    })
    const side = statements.incomeByDimension({ dimension: 'department', ...january })
    expect(side.columns.map(({ name, profitMinor }) => [name, profitMinor])).toEqual([
      ['Shop Shop', -700],
      ['Web Web', -300],
    ])
    expect([side.unnamed.profitMinor, side.whole.profitMinor]).toEqual([-90, -1090])
    const all = [...side.columns, side.unnamed]
    for (const [at, { amountMinor }] of side.whole.rows.entries()) {
      expect(amountMinor ?? 0).toBe(all.reduce((sum, { rows }) => sum + (rows[at]?.amountMinor ?? 0), 0))
    }
    expect(statements.incomeByDimension({ dimension: 'project', ...january }).columns).toEqual([])
    const ledger = books.multiColumnLedger({ accountCode: '5601', by: 'department', ...january })
    expect(ledger.columns.map(({ name, amountMinor }) => [name, amountMinor])).toEqual([
      ['Shop', 700],
      ['Web', 300],
    ])
    closeSound(own)
  })
})
