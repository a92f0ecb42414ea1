import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as assets from '../../src/main/operations/assets'
import * as banking from '../../src/main/operations/banking'
import * as budgets from '../../src/main/operations/budgets'
import * as payroll from '../../src/main/operations/payroll'
import * as prepaid from '../../src/main/operations/prepaid'
import * as onboarding from '../../src/main/operations/onboarding'
import * as tax from '../../src/main/operations/tax'
import { openTestCompany, type TestCompany } from '../support/company'
import { addSupplies, order, PIECE } from '../support/supplies'
import { foundAfter } from '../support/tampering'
import { sell, ship, stockUp } from '../support/warehouse-day'

const checks = [
  ...assets.checks,
  ...banking.checks,
  ...tax.checks,
  ...budgets.checks,
  ...payroll.checks,
  ...prepaid.checks,
  ...onboarding.checks,
]

let company: TestCompany

beforeAll(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  const supplies = addSupplies(company)
  const { bookkeeper, clerk } = company
  bookkeeper.opening.putTable({
    part: 'trial-balance',
    fileName: 'old.csv',
    rows: [
      ['code', 'name', 'debit', 'credit'],
      ['1001', '库存现金', '50', ''],
      ['3001', '实收资本', '', '50'],
    ],
  })
  bookkeeper.opening.post({})
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 9 }])
  const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
  ship(company, supplies, orderId)
  bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
  const placed = order(bookkeeper, supplies, [{ item: supplies.bolt, pieces: 4, priceMicro: 10_000_000 }])
  const lines = [{ orderLineId: placed.lineIds[0] ?? 0, quantityMicro: 4 * PIECE }]
  clerk.purchasing.receiveGoods({ orderId: placed.id, receivedOn: '2026-03-05', lines })
  const received = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows.slice(-1)
  bookkeeper.purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference: 'M-1',
    invoicedOn: '2026-03-10',
    lines: received.map(({ receiptLineId }) => ({
      receiptLineId,
      quantityMicro: 4 * PIECE,
      priceMicro: 10_000_000,
    })),
  })
  const method = 'straight-line' as const
  const categoryId = bookkeeper.assets.saveCategory({ name: 'x', method, lifeMonths: 10, residualMicro: 0 }).id
  const bought = { name: 'x', categoryId, acquiredOn: '2026-01-05', inServiceOn: '2026-01-05', accountCode: '1002' }
  bookkeeper.assets.acquire({ ...bought, costMinor: 10_000 })
  bookkeeper.assets.acquire({ ...bought, costMinor: 7000 })
  bookkeeper.assets.runDepreciation({ month: '2026-02-01' })
  const bank = bookkeeper.treasury.listAccounts({}).rows.find(({ kind }) => kind === 'bank')?.id ?? 0
  bookkeeper.banking.importStatement({
    accountId: bank,
    fileName: 'a',
    statement: {
      format: 'ofx',
      accountNumber: '',
      currency: '',
      fromOn: '2026-03-01',
      toOn: '2026-03-31',
      openingMinor: 0,
      closingMinor: -500,
      lines: [
        {
          bookedOn: '2026-03-05',
          amountMinor: -500,
          counterparty: '',
          counterpartyNumber: '',
          text: 'fee',
          bankReference: '',
        },
      ],
    },
  })
  const [line] = bookkeeper.banking.listLines({ accountId: bank }).rows
  const wages = bookkeeper.payroll.postRun({
    month: '2026-03-01',
    postedOn: '2026-03-28',
    lines: [{ accountCode: '5602', grossMinor: 1000, socialMinor: 100 }],
  })
  bookkeeper.payroll.pay({ runId: wages.id, kind: 'wages', paidOn: '2026-03-29', accountId: bank })
  const months = Array.from({ length: 12 }, () => 1)
  bookkeeper.budgets.save({
    year: 2026,
    revision: 0,
    rows: [
      { accountCode: '5601', amounts: months },
      { accountCode: '571101', amounts: months },
    ],
  })
  bookkeeper.prepaid.add({
    name: 'Rent',
    accountCode: '1801',
    expenseAccountCode: '5602',
    amountMinor: 1200,
    startsOn: '2026-03-01',
    months: 12,
  })
  const { rows: periods } = bookkeeper.accounting.listPeriods({})
  const march = periods.find(({ startsOn }) => startsOn === '2026-03-01')?.id ?? 0
  bookkeeper.closing.postMonthEnd({ periodId: march, key: 'prepaid.amortisation' })
  bookkeeper.tax.transferOut({ transferredOn: '2026-03-31', amountMinor: 10, reason: 'loss', accountCode: '571101' })
  bookkeeper.banking.acceptEntry({ lineId: line?.id ?? 0, lines: [{ accountCode: '5603', amountMinor: 500 }] })
})

afterAll(() => company.close())

const tamperings: readonly (readonly [check: string, sql: string])[] = [
  ['assets.costEqualsAccount', `UPDATE assets_change SET cost_minor = cost_minor + 1 WHERE kind = 'acquisition'`],
  ['assets.depreciationEqualsAccount', `UPDATE assets_change SET accumulated_minor = 1 WHERE kind = 'depreciation'`],
  ['assets.cardsFollowTheirState', `UPDATE assets_asset SET state = 'disposed' WHERE id = 1`],
  ['assets.eachMonthOnce', `UPDATE assets_change SET asset_id = 1 WHERE kind = 'depreciation'`],
  ['banking.statementsAddUp', `UPDATE banking_statement SET closing_minor = closing_minor + 1`],
  ['banking.matchesAreEqual', `UPDATE banking_line SET amount_minor = amount_minor + 1`],
  ['banking.matchesAreEqual', `DELETE FROM banking_book_line`],
  ['banking.matchesStayOnTheirAccount', `UPDATE banking_line SET account_id = 1`],
  ['opening.ledgerEqualsTrialBalance', `UPDATE onboarding_opening_line SET debit_minor = 1 WHERE debit_minor > 0`],
  ['opening.isBeforeEverything', `UPDATE accounting_entry SET posted_on = '2025-11-30' WHERE id = 2`],
  ['tax.outputEqualsInvoices', `UPDATE sales_invoice SET tax_minor = tax_minor + 1`],
  [
    'tax.smallScaleDeductsNothing',
    `INSERT INTO accounting_taxpayer (valid_from, kind, certifies_input) VALUES ('2026-03-01', 'small-scale', 0)`,
  ],
  ['tax.transferredOutEqualsAccount', `UPDATE tax_transfer_out SET amount_minor = amount_minor + 1`],
  [
    'tax.certifiedEqualsAccount',
    `UPDATE accounting_entry SET source_kind = 'tax.certification' WHERE source_kind = 'purchasing.invoice'`,
  ],
  ['tax.inputEqualsInvoices', `UPDATE purchasing_invoice SET state = 'reversed'`],
  [
    'budgets.nothingPlannedTwice',
    `UPDATE budgets_amount SET account_id = (SELECT id FROM accounting_account WHERE code = '5711')
     WHERE account_id = (SELECT id FROM accounting_account WHERE code = '5601')`,
  ],
  ['payroll.runsEqualTheirPostings', `UPDATE payroll_line SET employer_fund_minor = 1`],
  ['payroll.runsEqualTheirPostings', `UPDATE payroll_run SET state = 'reversed'`],
  ['payroll.paymentsEqualTheirPostings', `UPDATE payroll_payment SET amount_minor = amount_minor + 1`],
  ['prepaid.partsEqualTheirVouchers', `UPDATE prepaid_part SET amount_minor = amount_minor + 1`],
  ['prepaid.neverMoreThanThereIs', `UPDATE prepaid_schedule SET amount_minor = 1`],
]

describe('the proofs of assets, bank, tax, budgets, wages and prepaid expenses', () => {
  it('hold on sound books and have something to examine', () => {
    const results = checks.map((check) => ({ name: check.name, ...check.run(company.reader) }))
    const idle = new Set(['tax.smallScaleDeductsNothing', 'tax.certifiedEqualsAccount'])
    expect(results.filter(({ ok, examined, name }) => !ok || (examined === 0 && !idle.has(name)))).toEqual([])
  })

  it.each(tamperings)('%s finds: %s', (check, sql) => {
    expect(foundAfter(company, checks, sql)).toContain(check)
  })

  it('has a known offence for each of them', () => {
    const proved = new Set(tamperings.map(([check]) => check))
    expect(checks.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([])
  })
})
