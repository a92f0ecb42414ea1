import { refuse } from '../../../../shared/errors'
import { addDays, daysBetween, localDate, type BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { bookStore, type Period } from './book-store'
import type { PeriodState } from '../tables'

/** A date further ahead than this is taken for a typing mistake. */
const FARTHEST_AHEAD_DAYS = 400

/** First day of the month after the one a date lies in. */
export function nextMonth(date: BusinessDate): BusinessDate {
  return addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 8) + '01'
}

/** Opens the months from `startsOn`'s on, `count` of them. */
export function openMonths(tx: Tx, startsOn: BusinessDate, count: number): void {
  let month = `${startsOn.slice(0, 7)}-01`
  for (let opened = 0; opened < count; opened += 1) {
    const following = nextMonth(month)
    bookStore.insertPeriod(tx, month, addDays(following, -1))
    month = following
  }
}

/**
 * The month before the first one, which holds what the books began with: closed for documents, so that only whoever may
 * post vouchers reaches it. Answers its id; the month that is there already where `opensOn` lies in one.
 */
export function openMonthBefore(tx: Tx, opensOn: BusinessDate): number {
  const there = bookStore.periodFor(tx, opensOn)
  if (there !== undefined) return there.id
  const id = bookStore.insertPeriod(tx, `${opensOn.slice(0, 7)}-01`, opensOn)
  bookStore.setPeriodState(tx, id, 'soft-closed')
  tx.announce({ kind: 'accounting.periodChanged', id })
  return id
}

/** The period a date lies in, open for this person. A month after the last one is opened when it is first needed. */
export function periodToPost(tx: Tx, actor: Actor, date: BusinessDate): number {
  let period = bookStore.periodFor(tx, date)
  if (period === undefined) refuse('accounting.periodMissing', { date })
  if (period.endsOn < date) {
    openUpTo(tx, period, date)
    period = bookStore.periodFor(tx, date) ?? refuse('accounting.periodMissing', { date })
  }
  requireOpen(period, date, actor)
  return period.id
}

/**
 * Refuses a date in a closed period. In a soft-closed one only whoever may post vouchers still posts; without an actor
 * it counts as closed.
 */
export function requireOpenPeriod(reader: Reader, date: BusinessDate, actor?: Actor): void {
  const period = bookStore.periodFor(reader, date)
  if (period === undefined) refuse('accounting.periodMissing', { date })
  if (period.endsOn >= date) requireOpen(period, date, actor)
}

export function listPeriods(reader: Reader): readonly Period[] {
  return bookStore.allPeriods(reader)
}

/** Periods close from the oldest on and reopen from the newest back, so that no open one lies before a closed one. */
export function setPeriodState(tx: Tx, input: { periodId: number; state: PeriodState }): { state: PeriodState } {
  const periods = bookStore.allPeriods(tx)
  const at = periods.findIndex(({ id }) => id === input.periodId)
  const period = periods[at]
  if (period === undefined) refuse('accounting.periodUnknown', {})
  const order: readonly PeriodState[] = ['open', 'soft-closed', 'closed']
  const rank = (state: PeriodState): number => order.indexOf(state)
  const before = periods[at - 1]
  const after = periods[at + 1]
  if (input.state === 'closed' && before !== undefined && before.state !== 'closed') {
    refuse('accounting.earlierPeriodOpen', { month: before.startsOn.slice(0, 7) })
  }
  if (rank(input.state) < rank('closed') && period.state === 'closed' && after?.state === 'closed') {
    refuse('accounting.laterPeriodClosed', { month: after.startsOn.slice(0, 7) })
  }
  bookStore.setPeriodState(tx, period.id, input.state)
  tx.announce({ kind: 'accounting.periodChanged', id: period.id })
  return { state: input.state }
}

function requireOpen(period: Period, date: BusinessDate, actor: Actor | undefined): void {
  if (period.state === 'open') return
  if (period.state === 'soft-closed' && actor?.rights.has('accounting.post') === true) return
  refuse('accounting.periodClosed', { date, month: period.startsOn.slice(0, 7) })
}

function openUpTo(tx: Tx, last: Period, date: BusinessDate): void {
  const ahead = Math.min(daysBetween(last.endsOn, date), daysBetween(localDate(tx.now), date))
  if (ahead > FARTHEST_AHEAD_DAYS) refuse('accounting.dateTooFarAhead', { date })
  const months =
    (Number(date.slice(0, 4)) - Number(last.startsOn.slice(0, 4))) * 12 +
    (Number(date.slice(5, 7)) - Number(last.startsOn.slice(5, 7)))
  openMonths(tx, nextMonth(last.startsOn), months)
}
