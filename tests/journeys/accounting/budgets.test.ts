import { array, assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { closeSound } from '../../support/supplies'

let company: TestCompany
afterEach(() => closeSound(company))

const NOTHING = Array.from({ length: 12 }, () => 0)
const month = (at: number, amountMinor: number) => NOTHING.map((_none, place) => (place === at - 1 ? amountMinor : 0))

/** Rent of the shop and of nobody, revenue of the shop. */
function posted(): { readonly shop: number } {
  company = openTestCompany()
  const { accounting } = company.bookkeeper
  const shop = accounting.saveDimension({ dimension: 'department', code: 'S', name: 'Shop' }).id
  const voucher = (postedOn: string, account: string, amountMinor: number, departmentId?: number): void => {
    const isRevenue = account.startsWith('5001')
    const of = departmentId === undefined ? {} : { departmentId }
    accounting.postVoucher({
      postedOn,
      memo: account,
      lines: isRevenue
        ? [
            { accountCode: '1002', debitMinor: amountMinor },
            { accountCode: account, creditMinor: amountMinor, ...of },
          ]
        : [
            { accountCode: account, debitMinor: amountMinor, ...of },
            { accountCode: '1002', creditMinor: amountMinor },
          ],
    })
  }
  voucher('2026-02-10', '5001', 90_000, shop)
  voucher('2026-02-11', '5601', 30_000, shop)
  voucher('2026-02-12', '5602', 5000)
  voucher('2026-03-01', '5601', 2000, shop)
  return { shop }
}

describe('a budget', () => {
  it('stands against what was posted, department by department and together', () => {
    const { shop } = posted()
    const { budgets } = company.bookkeeper
    budgets.save({
      year: 2026,
      departmentId: shop,
      revision: 0,
      rows: [
        { accountCode: '5001', amounts: month(2, 100_000) },
        { accountCode: '5601', amounts: month(2, 25_000) },
      ],
    })
    budgets.save({ year: 2026, revision: 0, rows: [{ accountCode: '5602', amounts: month(2, 6000) }] })
    const february = { from: '2026-02-01', to: '2026-02-28' }
    // | account | budget | actual | better        |
    // | 5001    | 1000   | 900    | -100          |
    // | 5601    | 250    | 300    | -50           |
    // | profit  | 750    | 600    | -150 the shop |
    expect(budgets.variance({ ...february, departmentId: shop })).toMatchObject({
      rows: [
        { accountCode: '5001', budgetMinor: 100_000, actualMinor: 90_000, betterMinor: -10_000, usedMicro: 900_000 },
        { accountCode: '5601', budgetMinor: 25_000, actualMinor: 30_000, betterMinor: -5000, usedMicro: 1_200_000 },
      ],
      profit: { budgetMinor: 75_000, actualMinor: 60_000, betterMinor: -15_000 },
    })
    expect(budgets.variance(february)).toMatchObject({
      rows: [{}, {}, { accountCode: '5602', budgetMinor: 6000, actualMinor: 5000, betterMinor: 1000 }],
      expense: { budgetMinor: 31_000, actualMinor: 35_000, betterMinor: -4000 },
      profit: { budgetMinor: 69_000, actualMinor: 55_000, betterMinor: -14_000 },
    })
    // March was not planned: what was posted there is worse than nothing.
    expect(budgets.variance({ from: '2026-03-01', to: '2026-03-31' }).rows).toEqual([
      {
        accountCode: '5601',
        accountName: 'Selling expenses',
        kind: 'expense',
        budgetMinor: 0,
        actualMinor: 2000,
        betterMinor: -2000,
        usedMicro: null,
      },
    ])
    // The vouchers that empty the accounts at the end of a month are no result.
    const period = company.bookkeeper.accounting.listPeriods({}).rows.find(({ startsOn }) => startsOn === '2026-02-01')
    company.bookkeeper.closing.postMonthEnd({ periodId: period!.id, key: 'accounting.carryOver' })
    expect(budgets.variance(february).profit.actualMinor).toBe(55_000)
    expect(budgets.actuals({ year: 2026, departmentId: shop }).rows).toMatchObject([
      { accountCode: '5001', amounts: month(2, 90_000) },
      { accountCode: '5601', amounts: [0, 30_000, 2000, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    ])
    expect(budgets.actuals({ year: 2026 }).rows.map(({ accountCode }) => accountCode)).toEqual(['5602'])
  })

  it('of an account takes its parts along, and refuses to plan them twice', () => {
    posted()
    const { accounting, budgets } = company.bookkeeper
    accounting.addAccount({ code: '560201', name: 'Rent', parentCode: '5602', movesOn: '2026-03-31' })
    budgets.save({ year: 2026, revision: 0, rows: [{ accountCode: '5602', amounts: month(3, 7000) }] })
    const march = budgets.variance({ from: '2026-03-01', to: '2026-03-31' })
    // What stood on 5602 moved to its part in red and black: the family shows nothing but its own budget.
    expect(march.rows.map(({ accountCode, budgetMinor }) => [accountCode, budgetMinor])).toEqual([
      ['5601', 0],
      ['5602', 7000],
    ])
    const twice = {
      year: 2026,
      revision: 1,
      rows: [
        { accountCode: '5602', amounts: NOTHING },
        { accountCode: '560201', amounts: NOTHING },
      ],
    }
    expect(refusalOf(() => budgets.save(twice)).code).toBe('budgets.partPlannedTwice')
  })

  it('is refused where somebody saved before, an account is no result, or two stand in it', () => {
    posted()
    const { budgets } = company.bookkeeper
    const rows = [{ accountCode: '5602', amounts: NOTHING }]
    expect(budgets.save({ year: 2026, revision: 0, rows }).revision).toBe(1)
    expect(refusalOf(() => budgets.save({ year: 2026, revision: 0, rows })).code).toBe('budgets.changedSince')
    const refused = (accounts: string[]): string =>
      refusalOf(() =>
        budgets.save({
          year: 2026,
          revision: 1,
          rows: accounts.map((accountCode) => ({ accountCode, amounts: NOTHING })),
        }),
      ).code
    expect(refused(['1002'])).toBe('budgets.notProfitOrLoss')
    expect(refused(['5602', '5602'])).toBe('budgets.accountTwice')
    expect(refused(['9999'])).toBe('accounting.accountUnknown')
    expect(refusalOf(() => budgets.variance({ from: '2026-01-01', to: '2027-01-31' })).code).toBe('budgets.oneYearOnly')
    expect(refusalOf(() => company.clerk.budgets.get({ year: 2026 })).code).toBe('access.rightMissing')
  })

  it('reads back what was saved, whatever it was', () => {
    company = openTestCompany()
    const { budgets } = company.bookkeeper
    const codes = ['5001', '5051', '5601', '5602', '5603']
    const amount = integer({ min: -1_000_000_000, max: 1_000_000_000 })
    const sheet = uniqueArray(
      record({
        accountCode: constantFrom(...codes),
        amounts: array(amount, { minLength: 12, maxLength: 12 }),
      }),
      { selector: ({ accountCode }) => accountCode },
    )
    assert(
      property(sheet, (rows) => {
        budgets.save({ year: 2027, revision: budgets.get({ year: 2027 }).revision, rows })
        const kept = budgets.get({ year: 2027 }).rows.map(({ accountCode, amounts }) => ({ accountCode, amounts }))
        const wanted = rows
          .filter(({ amounts }) => amounts.some((each) => each !== 0))
          .toSorted((a, b) => (a.accountCode < b.accountCode ? -1 : 1))
        expect(kept).toEqual(wanted)
        const { profit, revenue, expense } = budgets.variance({ from: '2027-01-01', to: '2027-12-31' })
        expect(profit.budgetMinor).toBe(revenue.budgetMinor - expense.budgetMinor)
        expect(profit.betterMinor).toBe(revenue.betterMinor + expense.betterMinor)
      }),
      { numRuns: 25 },
    )
  })
})
