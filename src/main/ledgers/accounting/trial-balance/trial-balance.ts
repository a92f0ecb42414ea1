import { addDays, type BusinessDate } from '../../../../shared/values/date'
import type { Reader } from '../../../kernel/db'
import { accountQueries } from '../chart/account-queries'
import { inCompanyLanguage } from '../chart/accounts'
import { trialBalanceQueries, type Turnover } from './trial-balance-queries'

const FIRST_DAY = '0001-01-01'

/** Debits and credits per account over a span of dates: whole months from kept turnover, cut months from their lines. */
export function turnoverBetween(reader: Reader, from: BusinessDate, to: BusinessDate): Map<number, Turnover> {
  const sums = new Map<number, Turnover>()
  if (from > to) return sums
  const later = (a: string, b: string): string => (a > b ? a : b)
  const parts = [
    trialBalanceQueries.ofPeriods(reader, from, to),
    ...trialBalanceQueries
      .cutPeriods(reader, from, to)
      .map(({ startsOn, endsOn }) =>
        trialBalanceQueries.ofDays(reader, later(from, startsOn), endsOn < to ? endsOn : to),
      ),
  ]
  for (const { accountId, debitMinor, creditMinor } of parts.flat()) {
    const sum = sums.get(accountId)
    sums.set(accountId, {
      accountId,
      debitMinor: debitMinor + (sum?.debitMinor ?? 0),
      creditMinor: creditMinor + (sum?.creditMinor ?? 0),
    })
  }
  return sums
}

const NOTHING = {
  openingDebitMinor: 0,
  openingCreditMinor: 0,
  debitMinor: 0,
  creditMinor: 0,
  closingDebitMinor: 0,
  closingCreditMinor: 0,
}
type Figures = typeof NOTHING

export function trialBalance(reader: Reader, from: BusinessDate, to: BusinessDate) {
  const before = turnoverBetween(reader, FIRST_DAY, addDays(from, -1))
  const within = turnoverBetween(reader, from, to)
  const named = inCompanyLanguage(reader)
  const totals = { ...NOTHING }
  const rows = accountQueries.accounts(reader).flatMap((account) => {
    const opening = before.get(account.id)
    const turnover = within.get(account.id)
    if (opening === undefined && turnover === undefined) return []
    const figures = figuresOf(opening, turnover)
    if (Object.values(figures).every((figure) => figure === 0)) return []
    for (const key of Object.keys(NOTHING) as (keyof Figures)[]) totals[key] += figures[key]
    const { name, otherName } = named({ zh: account.name_zh, en: account.name_en })
    return [{ accountCode: account.code, accountName: name, otherName, ...figures }]
  })
  return { rows, totals }
}

/** A balance stands on the side it has; turnover on the side it was posted to, red entries taken off. */
function figuresOf(opening: Turnover | undefined, turnover: Turnover | undefined): Figures {
  const openingMinor = (opening?.debitMinor ?? 0) - (opening?.creditMinor ?? 0)
  const debitMinor = turnover?.debitMinor ?? 0
  const creditMinor = turnover?.creditMinor ?? 0
  const closingMinor = openingMinor + debitMinor - creditMinor
  return {
    openingDebitMinor: Math.max(openingMinor, 0),
    openingCreditMinor: Math.max(0 - openingMinor, 0),
    debitMinor,
    creditMinor,
    closingDebitMinor: Math.max(closingMinor, 0),
    closingCreditMinor: Math.max(0 - closingMinor, 0),
  }
}
