import { addDays } from '../../../shared/values/date'
import type { Reader } from '../../kernel/db'
import { listAccounts, turnoverBetween } from '../../ledgers/accounting'
import { membersOf } from './account-family'
import { foreignQueries } from './foreign-queries'

const FIRST_DAY = '0001-01-01'
const NOTHING = {
  openingDebitMinor: 0,
  openingCreditMinor: 0,
  debitMinor: 0,
  creditMinor: 0,
  yearDebitMinor: 0,
  yearCreditMinor: 0,
  closingDebitMinor: 0,
  closingCreditMinor: 0,
}
type Figures = typeof NOTHING
const KEYS = Object.keys(NOTHING) as (keyof Figures)[]

/** Opening, period, year to date and closing of every account up to a level; an account with parts adds them up. */
export function levelledTrialBalance(reader: Reader, input: { from: string; to: string; level: number }) {
  const before = turnoverBetween(reader, FIRST_DAY, addDays(input.from, -1))
  const within = turnoverBetween(reader, input.from, input.to)
  const year = turnoverBetween(reader, `${input.to.slice(0, 4)}-01-01`, input.to)
  const accounts = listAccounts(reader)
  const foreign = new Map<number, { openingMinor: number; closingMinor: number }>(
    accounts.some(({ currency }) => currency !== null)
      ? foreignQueries.balances(reader, input.from, input.to).map(({ accountId, ...sums }) => [accountId, sums])
      : [],
  )
  const totals = { ...NOTHING }
  const rows = accounts.flatMap((account) => {
    if (account.level > input.level || !account.isUsed) return []
    const ids = membersOf(accounts, account).map(({ id }) => id)
    const opening = sumOf(before, ids)
    const period = sumOf(within, ids)
    const yearToDate = sumOf(year, ids)
    const figures = figuresOf(opening.debitMinor - opening.creditMinor, period, yearToDate)
    const inCurrency = foreignOf(account.currency, ids, foreign)
    if (KEYS.every((key) => figures[key] === 0) && (inCurrency?.closingMinor ?? 0) === 0) return []
    if (account.level === 1) for (const key of KEYS) totals[key] += figures[key]
    return [
      {
        accountCode: account.code,
        accountName: account.name,
        otherName: account.otherName,
        level: account.level,
        hasParts: ids.length > 1,
        foreign: inCurrency,
        ...figures,
      },
    ]
  })
  return { rows, totals }
}

interface Sides {
  readonly debitMinor: number
  readonly creditMinor: number
}

function sumOf(turnover: ReadonlyMap<number, Sides>, ids: readonly number[]): Sides {
  let debitMinor = 0
  let creditMinor = 0
  for (const id of ids) {
    debitMinor += turnover.get(id)?.debitMinor ?? 0
    creditMinor += turnover.get(id)?.creditMinor ?? 0
  }
  return { debitMinor, creditMinor }
}

function figuresOf(openingMinor: number, period: Sides, year: Sides): Figures {
  const closingMinor = openingMinor + period.debitMinor - period.creditMinor
  return {
    openingDebitMinor: Math.max(openingMinor, 0),
    openingCreditMinor: Math.max(0 - openingMinor, 0),
    debitMinor: period.debitMinor,
    creditMinor: period.creditMinor,
    yearDebitMinor: year.debitMinor,
    yearCreditMinor: year.creditMinor,
    closingDebitMinor: Math.max(closingMinor, 0),
    closingCreditMinor: Math.max(0 - closingMinor, 0),
  }
}

function foreignOf(
  currency: string | null,
  ids: readonly number[],
  balances: ReadonlyMap<number, { openingMinor: number; closingMinor: number }>,
) {
  if (currency === null) return null
  const sum = (of: 'openingMinor' | 'closingMinor'): number =>
    ids.reduce((total, id) => total + (balances.get(id)?.[of] ?? 0), 0)
  return { currency, openingMinor: sum('openingMinor'), closingMinor: sum('closingMinor') }
}
