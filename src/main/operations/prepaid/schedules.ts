import { refuse } from '../../../shared/errors'
import { index } from '../../foundation/search'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import type { ListInput } from '../../kernel/list-input'
import { accountNamesOf, requireDepartment, requireFreeAccount, requireOpenPeriod } from '../../ledgers/accounting'
import { AMORTISATION } from './amortise'
import { prepaidStore, type ListedSchedule } from './prepaid-store'

const SCHEDULE = 'prepaid.schedule'

const firstOf = (date: string): string => `${date.slice(0, 7)}-01`

interface NewSchedule {
  readonly name: string
  readonly accountCode: string
  readonly expenseAccountCode: string
  readonly departmentId?: number | undefined
  readonly amountMinor: number
  readonly startsOn: string
  readonly months: number
  readonly note: string
}

/** Plans how a cost that lies on an account becomes cost of its months. The first booking is a document of its own. */
export function addSchedule(tx: Tx, actor: Actor, input: NewSchedule): { id: number } {
  const { accountCode, expenseAccountCode, departmentId, startsOn, ...fields } = input
  const accountId = requireFreeAccount(tx, accountCode, 'accountCode')
  const expenseAccountId = requireFreeAccount(tx, expenseAccountCode, 'expenseAccountCode')
  if (accountId === expenseAccountId) refuse('prepaid.sameAccount', {}, 'expenseAccountCode')
  if (departmentId !== undefined) requireDepartment(tx, departmentId)
  const id = prepaidStore.insert(
    tx,
    { ...fields, accountId, expenseAccountId, departmentId: departmentId ?? null, startsOn: firstOf(startsOn) },
    actor.userId,
  )
  index(tx, { kind: SCHEDULE, id, title: input.name, subtitle: firstOf(startsOn).slice(0, 7), words: [input.note] })
  tx.announce({ kind: 'prepaid.added', id })
  return { id }
}

/** Ended: the rest is cost of the month. Cancelled: the month gives back what was taken. Both in an open month. */
export function stopSchedule(
  tx: Tx,
  actor: Actor,
  input: { id: number; how: 'end' | 'cancel'; month: string },
): { done: true } {
  const schedule = requireSchedule(tx, input.id)
  if (schedule.state !== 'running') refuse('prepaid.stoppedAlready', { name: schedule.name })
  const month = firstOf(input.month)
  requireOpenPeriod(tx, month, actor)
  const last = prepaidStore.lastPartOf(tx, schedule.id)
  if (last !== undefined && month < last) refuse('prepaid.stopBeforeLast', { month: last.slice(0, 7) }, 'month')
  prepaidStore.stop(tx, schedule.id, input.how === 'end' ? 'ended' : 'cancelled', month)
  tx.announce({ kind: 'prepaid.stopped', id: schedule.id })
  return { done: true }
}

/** It goes on as it was. What its last month took or gave back is evened out by the next voucher. */
export function resumeSchedule(tx: Tx, id: number): { done: true } {
  const schedule = requireSchedule(tx, id)
  if (schedule.state === 'running') refuse('prepaid.running', { name: schedule.name })
  prepaidStore.stop(tx, id, 'running', null)
  tx.announce({ kind: 'prepaid.resumed', id })
  return { done: true }
}

function requireSchedule(reader: Reader, id: number) {
  return prepaidStore.find(reader, id) ?? refuse('prepaid.unknown', {})
}

const shownBy =
  (reader: Reader) =>
  ({ accountId, expenseAccountId, ...row }: ListedSchedule) => {
    const named = accountNamesOf(reader)
    const { accountCode: expenseAccountCode, accountName: expenseAccountName } = named(expenseAccountId)
    return { ...row, ...named(accountId), expenseAccountCode, expenseAccountName }
  }

export function listSchedules(reader: Reader, input: ListInput & { state: 'running' | 'any' }) {
  const { rows, total, sums } = prepaidStore.page(reader, input)
  return { rows: rows.map(shownBy(reader)), total, sums }
}

export function getSchedule(reader: Reader, id: number) {
  const row = prepaidStore.listed(reader, id) ?? refuse('prepaid.unknown', {})
  return { ...shownBy(reader)(row), parts: prepaidStore.parts(reader, id, AMORTISATION) }
}
