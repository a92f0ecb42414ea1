import type { Reader } from '../../kernel/db'
import { addDays } from '../../../shared/values/date'
import { familyOf, refOf, type Family } from './account-family'
import { foreignQueries, mayBeForeign } from './foreign-queries'
import { lineQueries, type LedgerLine, type LineFilter } from './line-queries'
import { searchLines } from './line-search-queries'
import { monthsWithSums } from './months'

interface LedgerInput extends Omit<LineFilter, 'ids'> {
  readonly accountCode: string
  readonly offset: number
  readonly limit: number
  readonly isDaily: boolean
  /** Only lines that hold this; the balance counts all of them. */
  readonly filter: string
}

export function subsidiaryLedger(reader: Reader, input: LedgerInput) {
  const { accountCode, offset, limit, isDaily, filter: text, ...span } = input
  const { account, members, ids } = familyOf(reader, accountCode)
  const filter: LineFilter = { ...span, ids }
  const openingMinor = lineQueries.openingMinor(reader, filter)
  const { total, ...sums } = lineQueries.sums(reader, filter)
  if (text !== '') return foundLines(reader, { account, filter, openingMinor, sums }, text, { offset, limit })
  const lines = lineQueries.page(reader, filter, offset, limit)
  const rows = rowsWithBalance(reader, lines, openingMinor + lineQueries.balanceOfFirst(reader, filter, offset))
  const yearStart = { ...filter, from: `${input.from.slice(0, 4)}-01-01` }
  return {
    account: refOf(account),
    openingMinor,
    closingMinor: openingMinor + sums.debitMinor - sums.creditMinor,
    ...inCurrency(reader, { account, members, ids }, filter, offset, rows),
    total,
    sums,
    months: isDaily
      ? []
      : monthsWithSums(lineQueries.byMonth(reader, filter), {
          ...span,
          balanceBeforeYearMinor: lineQueries.openingMinor(reader, yearStart),
        }),
    days: isDaily ? daysWithBalance(reader, filter, openingMinor) : [],
  }
}

/** The lines that were looked for, each with the balance that it left; months and days between them are left out. */
function foundLines(
  reader: Reader,
  ledger: {
    readonly account: Family['account']
    readonly filter: LineFilter
    readonly openingMinor: number
    readonly sums: { readonly debitMinor: number; readonly creditMinor: number }
  },
  text: string,
  page: { readonly offset: number; readonly limit: number },
) {
  const { account, filter, openingMinor } = ledger
  const found = searchLines(reader, filter, text, page)
  const foreignOf = foreignQueries.ofLines(reader, found.lines)
  return {
    account: refOf(account),
    openingMinor,
    closingMinor: openingMinor + ledger.sums.debitMinor - ledger.sums.creditMinor,
    openingForeignMinor: null,
    closingForeignMinor: null,
    rows: rowsWithBalance(reader, found.lines, openingMinor).map((row, at) => {
      const { currency = null, foreignMinor = null } = foreignOf(row) ?? {}
      const balanceMinor = openingMinor + (found.lines[at]?.runningMinor ?? 0)
      return { ...row, balanceMinor, currency, foreignMinor, foreignBalanceMinor: null }
    }),
    total: found.total,
    sums: found.sums,
    months: [],
    days: [],
  }
}

/** The foreign side of a page: each line's, and the running balance where the account is kept in one currency. */
function inCurrency(
  reader: Reader,
  { account, members, ids }: Family,
  filter: LineFilter,
  offset: number,
  rows: ReturnType<typeof rowsWithBalance>,
) {
  const nothing = { currency: null, foreignMinor: null, foreignBalanceMinor: null }
  const closed = { openingForeignMinor: null, closingForeignMinor: null }
  if (!mayBeForeign(members)) return { ...closed, rows: rows.map((row) => Object.assign(row, nothing)) }
  const foreignOf = foreignQueries.ofLines(reader, rows)
  const isKept = account.currency !== null && filter.partnerId === undefined
  const opening = isKept ? foreignQueries.balanceBefore(reader, ids, filter.from) : 0
  let balance = opening + (isKept ? foreignQueries.balanceOfFirst(reader, ids, filter.from, offset) : 0)
  return {
    ...(isKept
      ? {
          openingForeignMinor: opening,
          closingForeignMinor: foreignQueries.balanceBefore(reader, ids, addDays(filter.to, 1)),
        }
      : closed),
    rows: rows.map((row) => {
      const { currency = null, foreignMinor = null } = foreignOf(row) ?? {}
      balance += foreignMinor ?? 0
      return Object.assign(row, { currency, foreignMinor, foreignBalanceMinor: isKept ? balance : null })
    }),
  }
}

/** Lines of a page, each with the balance after it and what it stands against. */
export function rowsWithBalance(reader: Reader, lines: readonly LedgerLine[], openingMinor: number) {
  let balanceMinor = openingMinor
  return lines.map((line) => {
    balanceMinor += line.debitMinor - line.creditMinor
    return {
      entryId: line.entryId,
      lineNumber: line.lineNumber,
      label: line.label,
      postedOn: line.postedOn,
      memo: line.memo,
      sourceKind: line.sourceKind,
      sourceId: line.sourceId,
      sourceNumber: lineQueries.documentNumber(reader, line.sourceKind, line.sourceId),
      counterpart: lineQueries.counterpart(reader, line),
      partnerName: line.partnerName,
      debitMinor: line.debitMinor,
      creditMinor: line.creditMinor,
      balanceMinor,
    }
  })
}

function daysWithBalance(reader: Reader, filter: LineFilter, openingMinor: number) {
  let balanceMinor = openingMinor
  return lineQueries.byDay(reader, filter).map((day) => {
    balanceMinor += day.debitMinor - day.creditMinor
    return { ...day, balanceMinor }
  })
}
