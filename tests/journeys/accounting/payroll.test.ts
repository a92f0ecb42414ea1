import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { balances, closeSound } from '../../support/supplies'

let company: TestCompany
afterEach(() => closeSound(company))

const periodOf = (month: string): number =>
  company.bookkeeper.closing.listMonths({}).rows.find(({ startsOn }) => startsOn.startsWith(month))!.id
const checkOf = (month: string, key: string) =>
  company.bookkeeper.closing.cockpit({ periodId: periodOf(month) }).checks.find((check) => check.key === key)

describe.each(['cn-sbe', 'generic'] as const)('wages (%s)', (pack) => {
  const codes =
    pack === 'cn-sbe'
      ? {
          bank: '1002',
          selling: '5601',
          general: '5602',
          wages: '2211',
          withheld: '2241',
          tax: '222107',
          capital: '3001',
        }
      : {
          bank: '1010',
          selling: '6000',
          general: '6100',
          wages: '2200',
          withheld: '2210',
          tax: '2220',
          capital: '3000',
        }
  let bankId: number
  let shop: number
  const post = (month = '2026-03-01') =>
    company.bookkeeper.payroll.postRun({
      month,
      postedOn: `${month.slice(0, 7)}-28`,
      lines: [
        {
          departmentId: shop,
          accountCode: codes.selling,
          headcount: 2,
          grossMinor: 1_000_000,
          employerSocialMinor: 260_000,
          employerFundMinor: 70_000,
          socialMinor: 105_000,
          fundMinor: 70_000,
          incomeTaxMinor: 4500,
        },
        { accountCode: codes.general, headcount: 1, grossMinor: 600_000 },
      ],
    })

  beforeEach(() => {
    company = openTestCompany({ pack })
    const { accounting, treasury } = company.bookkeeper
    shop = accounting.saveDimension({ dimension: 'department', code: 'S', name: 'Shop' }).id
    bankId = treasury.listAccounts({}).rows.find(({ kind }) => kind === 'bank')!.id
    accounting.postVoucher({
      postedOn: '2026-01-05',
      memo: 'Capital',
      lines: [
        { accountCode: codes.bank, debitMinor: 10_000_000 },
        { accountCode: codes.capital, creditMinor: 10_000_000 },
      ],
    })
  })

  it('are accrued as cost by department, paid to the staff and the authorities, and nothing stays owed', () => {
    const { payroll, statements } = company.bookkeeper
    const run = post()
    // | cost of the shop 1,330,000 = 1,000,000 + 260,000 + 70,000 | of nobody 600,000 | owed 1,930,000 |
    expect(balances(company.bookkeeper)).toMatchObject({
      [codes.selling]: 1_330_000,
      [codes.general]: 600_000,
      [codes.wages]: -1_930_000,
    })
    expect(payroll.getRun({ id: run.id })).toMatchObject({
      totals: { netMinor: 1_420_500, costMinor: 1_930_000 },
      due: [
        { kind: 'wages', amountMinor: 1_420_500 },
        { kind: 'insurance', amountMinor: 505_000 },
        { kind: 'tax', amountMinor: 4500 },
      ],
    })
    const department = statements.incomeByDimension({ dimension: 'department', from: '2026-03-01', to: '2026-03-31' })
    expect(department.columns.map(({ profitMinor }) => profitMinor)).toEqual([-1_330_000])
    const pay = (kind: 'wages' | 'insurance' | 'tax') =>
      payroll.pay({ runId: run.id, kind, paidOn: '2026-04-10', accountId: bankId })
    pay('wages')
    expect(balances(company.bookkeeper)).toMatchObject({
      [codes.bank]: 8_579_500,
      [codes.wages]: -330_000,
      [codes.withheld]: -175_000,
      [codes.tax]: -4500,
    })
    pay('insurance')
    pay('tax')
    const left = balances(company.bookkeeper)
    expect([left[codes.wages], left[codes.withheld], left[codes.tax]].map((each) => each ?? 0)).toEqual([0, 0, 0])
    expect(left[codes.bank]).toBe(8_070_000)
    expect(payroll.getRun({ id: run.id }).due).toEqual([])
    expect(refusalOf(() => pay('wages')).code).toBe('payroll.paidAlready')
  })

  it('are taken back from the payments up', () => {
    const { payroll } = company.bookkeeper
    const before = balances(company.bookkeeper)
    const run = post()
    const payment = payroll.pay({ runId: run.id, kind: 'wages', paidOn: '2026-03-29', accountId: bankId })
    const back = { reversedOn: '2026-03-30', reason: 'wrong sheet' }
    const { owner } = company
    expect(refusalOf(() => owner.payroll.reverseRun({ id: run.id, ...back })).code).toBe('payroll.paymentFirst')
    owner.payroll.reversePayment({ id: payment.id, ...back })
    expect(refusalOf(() => owner.payroll.reversePayment({ id: payment.id, ...back })).code).toBe(
      'payroll.paymentReversed',
    )
    owner.payroll.reverseRun({ id: run.id, ...back })
    const after = balances(company.bookkeeper)
    for (const code of Object.values(codes)) expect([code, after[code] ?? 0]).toEqual([code, before[code] ?? 0])
    expect(payroll.listRuns({})).toMatchObject({
      total: 1,
      rows: [{ state: 'reversed', paid: [] }],
      sums: { costMinor: 0 },
    })
    expect(
      refusalOf(() => payroll.pay({ runId: run.id, kind: 'tax', paidOn: '2026-03-31', accountId: bankId })).code,
    ).toBe('payroll.runReversed')
  })

  it('are asked for at the end of a month that comes after one with wages, and refused where they make no sense', () => {
    const { payroll } = company.bookkeeper
    const run = post('2026-02-01')
    expect(checkOf('2026-03', 'payroll.missing')).toMatchObject({ count: 1, findings: [{ id: run.id }] })
    expect(checkOf('2026-03', 'payroll.unpaid')).toMatchObject({ count: 1, findings: [{ amountMinor: 1_420_500 }] })
    post('2026-03-01')
    payroll.pay({ runId: run.id, kind: 'wages', paidOn: '2026-03-10', accountId: bankId })
    expect(checkOf('2026-03', 'payroll.missing')).toMatchObject({ count: 0 })
    expect(checkOf('2026-03', 'payroll.unpaid')).toMatchObject({ count: 0 })
    const refused = (line: { accountCode: string; grossMinor?: number; socialMinor?: number; departmentId?: number }) =>
      refusalOf(() => payroll.postRun({ month: '2026-03-01', postedOn: '2026-03-28', lines: [line] })).code
    expect(refused({ accountCode: codes.general, grossMinor: 10, socialMinor: 11 })).toBe('payroll.withheldBeyondGross')
    expect(refused({ accountCode: codes.general })).toBe('payroll.nothingEarned')
    expect(refused({ accountCode: codes.general, grossMinor: 10, departmentId: 999 })).toBe(
      'accounting.dimensionUnknown',
    )
    expect(refusalOf(() => company.clerk.payroll.listRuns({})).code).toBe('access.rightMissing')
  })
})
