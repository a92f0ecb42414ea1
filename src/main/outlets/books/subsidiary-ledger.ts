import type { Reader } from '../../kernel/db'
import { familyOf, refOf } from './account-family'
import { lineQueries, type LedgerLine, type LineFilter } from './line-queries'
import { monthsWithSums } from './months'

interface LedgerInput extends Omit<LineFilter, 'ids'> {
  readonly accountCode: string
  readonly offset: number
  readonly limit: number
  readonly isDaily: boolean
}

export function subsidiaryLedger(reader: Reader, input: LedgerInput) {
  const { accountCode, offset, limit, isDaily, ...span } = input
  const { account, ids } = familyOf(reader, accountCode)
  const filter: LineFilter = { ...span, ids }
  const openingMinor = lineQueries.openingMinor(reader, filter)
  const { total, ...sums } = lineQueries.sums(reader, filter)
  const rows = rowsWithBalance(
    reader,
    lineQueries.page(reader, filter, offset, limit),
    openingMinor + lineQueries.balanceOfFirst(reader, filter, offset),
  )
  const yearStart = { ...filter, from: `${input.from.slice(0, 4)}-01-01` }
  return {
    account: refOf(account),
    openingMinor,
    closingMinor: openingMinor + sums.debitMinor - sums.creditMinor,
    rows,
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
