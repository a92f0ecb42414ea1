import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenChecks, refusalOf, type TestCompany } from '../support/company'
import {
  closeYear,
  EMPTY_YEAR,
  monthsOf,
  playYear,
  revalueYear,
  statementsOf,
  years,
  type Pack,
  type Year,
} from '../support/random-year'

const RUNS = 4
/** Each run is a whole year, closed month by month and proved again. */
const PATIENCE_MILLISECONDS = 180_000

const sum = (rows: readonly { no: number | null; amountMinor: number | null }[], no: number): number =>
  rows.find((row) => row.no === no)?.amountMinor ?? Number.NaN

function withYear(pack: Pack, year: Year, work: (company: TestCompany) => void): void {
  const company = playYear(pack, year)
  try {
    work(company)
  } finally {
    company.close()
  }
}

/** What of a balance sheet does not depend on whether profit was carried over: all of it but the parts. */
const figuresOf = (company: TestCompany): unknown =>
  JSON.parse(JSON.stringify(statementsOf(company), (key, value: unknown) => (key === 'parts' ? undefined : value)))

describe.each(['cn-sbe', 'generic'] as const)('a random year (%s)', (pack) => {
  it(
    'keeps every invariant, open and closed, and the statements tie to each other',
    () => {
      fc.assert(
        fc.property(years, (year) =>
          withYear(pack, year, (company) => {
            expect(brokenChecks(company.reader)).toEqual([])
            // The month end brings dollars to its rate before anything is closed.
            revalueYear(company)
            expect(brokenChecks(company.reader)).toEqual([])
            const before = figuresOf(company)
            closeYear(company)
            expect(brokenChecks(company.reader)).toEqual([])
            // Closing moves profit to equity and nothing else; under 小企业会计准则 the month end accrues income tax too.
            expect(pack === 'generic' ? figuresOf(company) : before).toEqual(before)
            const { statements, accounting } = company.bookkeeper
            const income = statements.incomeStatement({ from: '2026-01-01', to: '2026-12-31' })
            expect(income.profitMinor).toBe(income.compareProfitMinor)
            // What the law keeps back (3101) is profit of the year as well.
            const kept = pack === 'cn-sbe' ? ['3101', '3104'] : ['3200']
            const retained = accounting
              .trialBalance({ from: '2026-01-01', to: '2026-12-31' })
              .rows.filter(({ accountCode }) => kept.includes(accountCode))
              .reduce((total, row) => total + row.closingCreditMinor - row.closingDebitMinor, 0)
            expect(retained).toBe(income.profitMinor)
            const flow = statements.cashFlow({ from: '2026-01-01', to: '2026-12-31' })
            const sheet = statements.balanceSheet({ on: '2026-12-31' })
            expect(sum(flow.rows, 22)).toBe(sum(sheet.left, 1))
            expect([sheet.differenceMinor, flow.differenceMinor]).toEqual([0, 0])
          }),
        ),
        { numRuns: RUNS, seed: 71, endOnFailure: true },
      )
    },
    PATIENCE_MILLISECONDS,
  )

  it(
    'closed, opened again and closed again gives the same statements to the last figure',
    () => {
      fc.assert(
        fc.property(years, fc.integer({ min: 1, max: 12 }), (year, from) =>
          withYear(pack, year, (company) => {
            closeYear(company)
            const before = statementsOf(company)
            const months = monthsOf(company).slice(from - 1)
            for (const { id } of months.toReversed())
              company.owner.closing.reopenMonth({ periodId: id, reason: 'check' })
            closeYear(company, from)
            expect(statementsOf(company)).toEqual(before)
            for (const { id } of months)
              expect(company.bookkeeper.closing.cockpit({ periodId: id }).changes).toEqual([])
            expect(brokenChecks(company.reader)).toEqual([])
          }),
        ),
        { numRuns: RUNS, seed: 72, endOnFailure: true },
      )
    },
    PATIENCE_MILLISECONDS,
  )

  it('refuses what would not hold and changes nothing: out of balance, a closed month, an account with parts', () => {
    withYear(pack, EMPTY_YEAR, (company) => {
      const [cash, cost] = pack === 'cn-sbe' ? ['1002', '5602'] : ['1010', '6100']
      const families = pack === 'cn-sbe' ? ['2221', '2202'] : []
      closeYear(company)
      const before = company.reader.all('SELECT * FROM accounting_entry')
      const post = (postedOn: string, account: string, creditMinor: number) =>
        company.bookkeeper.accounting.postVoucher({
          postedOn,
          memo: 'x',
          lines: [
            { accountCode: account, debitMinor: 100 },
            { accountCode: cash!, creditMinor },
          ],
        })
      expect(refusalOf(() => post('2026-06-01', cost!, 100)).code).toBe('accounting.periodClosed')
      expect(refusalOf(() => post('2027-01-01', cost!, 99)).code).toBe('accounting.notBalanced')
      const codes = families.map((family) => refusalOf(() => post('2027-01-01', family, 100)).code)
      expect(codes).toEqual(families.map(() => 'accounting.accountHasParts'))
      expect(company.reader.all('SELECT * FROM accounting_entry')).toEqual(before)
    })
  })
})
