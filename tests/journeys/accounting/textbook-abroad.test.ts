import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { billAdvice, goAbroad, type Abroad } from '../../support/abroad'
import { openTestCompany, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, type Supplies } from '../../support/supplies'

/**
 * Two months of business in dollars, worked by hand, in units of the books. Ours for a dollar: 7.10 from 1 March, 7.05 from
 * the 10th, 7.20 from the 20th, 7.15 on the 31st, 7.00 from 10 April.
 *
 *   day    what                                    USD  receivable    dollars       own  revenue   cost    gain   loss
 *   03-02  dollars bought                          300               2,130.00 -2,130.00
 *   03-02  invoice                               1,000    7,100.00                     -7,100.00
 *   03-10  part paid in dollars                    400   -2,840.00  2,820.00                                     20.00
 *   03-10  charges of the bank                     -20                -141.00                    141.00
 *   03-20  part paid in dollars                    250   -1,775.00  1,800.00                            -25.00
 *   03-20  dollars sold for 725.00                -100                -720.00    725.00                  -5.00
 *   03-31  at hand:  830 x 7.15 = 5,934.50                             45.50                            -45.50
 *   03-31  open:     350 x 7.15 = 2,502.50                   17.50                                      -17.50
 *   March                                                 2,502.50  5,934.50 -1,405.00 -7,100.00 141.00 -93.00   20.00
 *   04-01  what was open is taken back                      -17.50                                       17.50
 *   04-10  the rest paid in our own money          350   -2,485.00            2,450.00                           35.00
 *   04-10  invoice                                 100      700.00                       -700.00
 *   04-30  at hand:  830 x 7.00 = 5,810.00                           -124.50                                    124.50
 *   April                                                   700.00  5,810.00  1,045.00 -7,800.00 141.00 -75.50  179.50
 *
 * Profit: March 7,100 + 93 - 141 - 20 = 7,032.00; April 700 - 17.50 - 159.50 = 523.00.
 */
const ACCOUNTS = {
  'cn-sbe': { receivable: '1122', revenue: '5001', cost: '5602', gain: '5301', loss: '5603' },
  generic: { receivable: '1100', revenue: '4000', cost: '6100', gain: '6550', loss: '6550' },
} as const
/** Rows of the statements: cash, receivables; profit. */
const ROWS = {
  'cn-sbe': { cash: 1, receivable: 4, profit: 32 },
  generic: { cash: 1, receivable: 2, profit: 15 },
} as const

const MARCH = { from: '2026-03-01', to: '2026-03-31' }
const APRIL = { from: '2026-04-01', to: '2026-04-30' }

type Row = { readonly no: number | null; readonly amountMinor: number | null }
const figure = (rows: readonly Row[], no: number): number | null | undefined =>
  rows.find((row) => row.no === no)?.amountMinor

describe.each(['cn-sbe', 'generic'] as const)('two months in dollars (%s)', (pack) => {
  const codes = ACCOUNTS[pack]
  let company: TestCompany
  let supplies: Supplies
  let abroad: Abroad
  let money: { readonly dollars: string; readonly own: string }

  beforeAll(() => {
    company = openTestCompany({ pack })
    supplies = addSupplies(company)
    abroad = goAbroad(company)
    const { treasury } = company.bookkeeper
    const codeOf = (id: number): string => treasury.listAccounts({}).rows.find((row) => row.id === id)!.accountCode
    money = { dollars: codeOf(abroad.dollars), own: codeOf(abroad.own) }
    const bill = (amount: number, on: string) => billAdvice(company, supplies, abroad, { amount, on })
    const exchange = (transferredOn: string, fromId: number, toId: number, amountMinor: number, arrivesMinor: number) =>
      treasury.postTransfer({ fromId, toId, transferredOn, amountMinor, arrivesMinor })
    const paid = (paidOn: string, openItemId: number, amountMinor: number, ownMinor?: number) =>
      treasury.postPayment({
        direction: 'in',
        partnerId: abroad.customerId,
        paidOn,
        accountId: ownMinor === undefined ? abroad.dollars : abroad.own,
        amountMinor: ownMinor ?? amountMinor,
        applications: [{ openItemId, amountMinor, ...(ownMinor === undefined ? {} : { paidMinor: ownMinor }) }],
      })
    exchange('2026-03-02', abroad.own, abroad.dollars, 213_000, 30_000)
    const { openItemId } = bill(1000, '2026-03-02')
    paid('2026-03-10', openItemId, 40_000)
    treasury.postCashEntry({
      direction: 'out',
      accountId: abroad.dollars,
      enteredOn: '2026-03-10',
      lines: [{ accountCode: codes.cost, amountMinor: 2000 }],
    })
    paid('2026-03-20', openItemId, 25_000)
    exchange('2026-03-20', abroad.dollars, abroad.own, 10_000, 72_500)
    revalue(company, MARCH.from)
    paid('2026-04-10', openItemId, 35_000, 245_000)
    bill(100, '2026-04-10')
    revalue(company, APRIL.from)
  })
  afterAll(() => closeSound(company))

  /** Signed as in the table above; accounts that gains and losses share hold both. */
  const expected = (
    amounts: Readonly<Record<keyof typeof codes | 'dollars' | 'own', number>>,
  ): Record<string, number> => {
    const sums = new Map<string, number>()
    for (const [name, amount] of Object.entries(amounts)) {
      const code = { ...codes, ...money }[name as keyof typeof amounts]
      sums.set(code, (sums.get(code) ?? 0) + amount)
    }
    return Object.fromEntries(sums)
  }

  it('has the balances that were worked out by hand', () => {
    const march = { receivable: 250_250, dollars: 593_450, own: -140_500 }
    expect(balances(company.bookkeeper, MARCH.to)).toEqual(
      expected({ ...march, revenue: -710_000, cost: 14_100, gain: -9300, loss: 2000 }),
    )
    const april = { receivable: 70_000, dollars: 581_000, own: 104_500 }
    expect(balances(company.bookkeeper, APRIL.to)).toEqual(
      expected({ ...april, revenue: -780_000, cost: 14_100, gain: -7550, loss: 17_950 }),
    )
  })

  it('has them in its statements, and the cash flow ends at the cash', () => {
    const { statements } = company.bookkeeper
    const { cash, receivable, profit } = ROWS[pack]
    for (const [span, money, owed, earned] of [
      [MARCH, 452_950, 250_250, 703_200],
      [APRIL, 685_500, 70_000, 52_300],
    ] as const) {
      const sheet = statements.balanceSheet({ on: span.to })
      expect([figure(sheet.left, cash), figure(sheet.left, receivable)]).toEqual([money, owed])
      const income = statements.incomeStatement(span)
      expect(figure(income.rows, profit)).toBe(earned)
      const flow = statements.cashFlow(span)
      expect(figure(flow.rows, 22)).toBe(money)
      expect([sheet.differenceMinor, flow.differenceMinor]).toEqual([0, 0])
    }
  })
})

function revalue({ bookkeeper }: TestCompany, startsOn: string): void {
  const { id } = bookkeeper.closing.listMonths({}).rows.find((month) => month.startsOn === startsOn)!
  bookkeeper.closing.postMonthEnd({ periodId: id, key: 'accounting.revaluation' })
}
