/**
 * A made-up year of a company: vouchers, accruals that take themselves back, red reversals, drafts, trade at home and in
 * dollars at rates that move, closings.
 */
import * as fc from 'fast-check'
import { openTestCompany, type TestCompany } from './company'
import { TRADE_ACTS, tradeOf, type TradeAct } from './random-abroad'

export type Pack = 'cn-sbe' | 'generic'

/** Accounts that vouchers by hand may use, by pack: money, then what it is spent on or comes from. */
const ACCOUNTS = {
  'cn-sbe': ['1001', '1002', '1221', '1601', '1602', '1801', '2001', '2211', '222104', '2241', '3001', '5051', '5301'],
  generic: ['1000', '1010', '1190', '1300', '1500', '1590', '2190', '2200', '2400', '3000', '4100', '4900', '4800'],
} as const
const COSTS = {
  'cn-sbe': ['5403', '5601', '5602', '5603', '5801'],
  generic: ['6000', '6100', '6200', '6400', '7000'],
} as const

export interface Act {
  readonly kind: 'voucher' | 'accrual' | 'reverse' | 'draft' | TradeAct
  readonly month: number
  readonly day: number
  readonly debit: number
  readonly credit: number
  readonly amounts: readonly number[]
}

const act = (kinds: readonly Act['kind'][], most: number): fc.Arbitrary<readonly Act[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      debit: fc.nat(40),
      credit: fc.nat(40),
      amounts: fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 10, maxLength: most },
  )

export interface Year {
  readonly acts: readonly Act[]
  /** Ours for a dollar, two a month. */
  readonly ratesMicro: readonly number[]
}

export const years: fc.Arbitrary<Year> = fc.record({
  acts: fc
    .tuple(
      act(['voucher', 'voucher', 'voucher', 'accrual', 'reverse', 'draft'], 40),
      act([...TRADE_ACTS, 'bill', 'payIn', 'payIn'], 25),
    )
    .map((both) => both.flat()),
  ratesMicro: fc.array(fc.integer({ min: 6_500_000, max: 7_500_000 }), { minLength: 24, maxLength: 24 }),
})

export const EMPTY_YEAR: Year = { acts: [], ratesMicro: [7_000_000] }

const dayOf = (month: number, day: number): string =>
  `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

export function playYear(pack: Pack, { acts, ratesMicro }: Year): TestCompany {
  const company = openTestCompany({ pack, now: '2026-01-01T08:00:00Z' })
  const { bookkeeper } = company
  const accounts = [...ACCOUNTS[pack], ...COSTS[pack]]
  const at = (index: number): string => accounts[index % accounts.length]!
  const trade = tradeOf(company, ratesMicro)
  const posted: { id: number; on: string }[] = []
  for (const act of acts.toSorted((a, b) => a.month - b.month)) {
    const postedOn = dayOf(act.month, act.day)
    if (isTrade(act.kind)) {
      // At least a dollar: less may be nothing in the books, which is refused.
      trade(act.kind, postedOn, 100 + ((act.amounts[0] ?? 0) % 1_000_000))
      continue
    }
    if (act.kind === 'reverse') {
      const entry = posted.pop()
      if (entry === undefined) continue
      const reversedOn = entry.on > postedOn ? entry.on : postedOn
      company.owner.accounting.reverseVoucher({ entryId: entry.id, reversedOn, reason: 'wrong' })
      continue
    }
    const total = act.amounts.reduce((sum, amount) => sum + amount, 0)
    const input = {
      postedOn,
      memo: `${act.kind} ${act.day}`,
      attachments: act.day % 3,
      lines: [
        ...act.amounts.map((debitMinor, line) => ({ accountCode: at(act.debit + line), debitMinor })),
        { accountCode: at(act.credit), creditMinor: total },
      ],
    }
    if (act.kind === 'draft') {
      const { id } = bookkeeper.accounting.saveDraft(input)
      bookkeeper.accounting.postDrafts({ ids: [id] })
    } else if (act.kind === 'accrual' && act.month < 12) {
      bookkeeper.accounting.postVoucher({ ...input, reversesOn: dayOf(act.month + 1, 1) })
    } else posted.push({ id: bookkeeper.accounting.postVoucher(input).id, on: postedOn })
  }
  bookkeeper.accounting.postDue({ on: '2026-12-31' })
  return company
}

const isTrade = (kind: Act['kind']): kind is TradeAct => TRADE_ACTS.some((trade) => trade === kind)

/** The year's own months; its close opens the first of the next. */
export const monthsOf = ({ bookkeeper }: TestCompany) =>
  bookkeeper.closing.listMonths({}).rows.filter(({ startsOn }) => startsOn.startsWith('2026'))

/** Brings what is in dollars to the rate of each month's end. */
export function revalueYear(company: TestCompany): void {
  const { closing } = company.bookkeeper
  for (const { id } of monthsOf(company)) {
    closing.postMonthEnd({ periodId: id, key: 'accounting.revaluation' })
  }
}

/** Posts what is missing at the end of each month and closes it, from the first on. */
export function closeYear(company: TestCompany, from = 1): void {
  const { closing } = company.bookkeeper
  for (const { id, startsOn } of monthsOf(company)) {
    if (Number(startsOn.slice(5, 7)) < from) continue
    closing.postMonthEnd({ periodId: id })
    closing.closeMonth({ periodId: id, acceptsWarnings: true })
  }
}

/** Every statement of every month, as one value. */
export function statementsOf(company: TestCompany): unknown {
  const { statements } = company.bookkeeper
  return monthsOf(company).map(({ startsOn: from, endsOn: to }) => [
    statements.balanceSheet({ on: to }),
    statements.incomeStatement({ from, to }),
    statements.cashFlow({ from, to }),
  ])
}
