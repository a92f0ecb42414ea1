import { refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import {
  accountNamesOf,
  entriesOf,
  idOfRole,
  listPeriods,
  type ClosingMonth,
  type Period,
} from '../../ledgers/accounting'
import { changesBetween, type Turnover } from './changes'
import { closingStore, type ClosingEvent } from './closing-store'
import type { ClosingParts } from './handlers'

export function monthOf(reader: Reader, periodId: number): ClosingMonth & { readonly period: Period } {
  const period = listPeriods(reader).find(({ id }) => id === periodId) ?? refuse('accounting.periodUnknown', {})
  return { period, periodId, startsOn: period.startsOn, endsOn: period.endsOn }
}

export function monthBefore(reader: Reader, periodId: number): Period | undefined {
  const periods = listPeriods(reader)
  return periods[periods.findIndex(({ id }) => id === periodId) - 1]
}

export function listMonths(reader: Reader) {
  return listPeriods(reader).map(({ id, startsOn, endsOn, state }) => ({ id, startsOn, endsOn, state }))
}

export function checksOf(reader: Reader, { checks }: ClosingParts, month: ClosingMonth) {
  return checks
    .filter((check) => check.applies?.(reader) ?? true)
    .map((check) => {
      const { key, severity, page } = check
      const { count, findings } = check.find(reader, month)
      return { key, severity, page, count, findings: [...findings] }
    })
}

/** Each voucher of the month's end with the lines that are still missing, and what was posted for it before. */
export function vouchersOf(reader: Reader, { vouchers }: ClosingParts, month: ClosingMonth) {
  const named = accountNamesOf(reader)
  const shown = vouchers.filter((voucher) => voucher.applies?.(reader) ?? true)
  return shown.map((voucher) => {
    const missing = voucher.plan(reader, month)
    const { entries } = entriesOf(reader, voucher.key, month.periodId)
    return {
      key: voucher.key,
      state: missing.length > 0 ? ('missing' as const) : entries.length > 0 ? ('posted' as const) : ('none' as const),
      lines: missing.map((line) => ({
        ...named('role' in line ? idOfRole(reader, line.role) : line.accountId),
        debitMinor: line.debitMinor ?? 0,
        creditMinor: line.creditMinor ?? 0,
      })),
      entries: entries.map(({ id, label, postedOn }) => ({ id, label, postedOn })),
    }
  })
}

/** Everything that is asked before a month is closed, and what happened to it so far. */
export function cockpitOf(reader: Reader, parts: ClosingParts, periodId: number) {
  const month = monthOf(reader, periodId)
  const events = closingStore.eventsOf(reader, periodId)
  const before = monthBefore(reader, periodId)
  const isClosed = month.period.state === 'closed'
  return {
    month: { id: periodId, startsOn: month.startsOn, endsOn: month.endsOn, state: month.period.state },
    isEarlierOpen: before !== undefined && before.state !== 'closed',
    // What is closed was checked when it was closed; nothing has moved since, its seal proves that.
    checks: isClosed ? [] : checksOf(reader, parts, month),
    vouchers: vouchersOf(reader, parts, month),
    events: events.map(({ id, kind, userName, happenedAt, reason, warnings }) => ({
      id,
      kind,
      userName,
      happenedAt,
      reason,
      warnings: warnings === '' ? [] : warnings.split(' '),
    })),
    changes: lastChanges(reader, events),
  }
}

/** What the last closing holds that the one before it did not. */
function lastChanges(reader: Reader, events: readonly ClosingEvent[]) {
  const seals = events.flatMap(({ turnover }) => (turnover === null ? [] : [JSON.parse(turnover) as Turnover]))
  const [before, after] = seals.slice(-2)
  return before === undefined || after === undefined ? [] : changesBetween(reader, before, after)
}
