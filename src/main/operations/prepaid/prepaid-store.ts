import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import type { PrepaidTables } from './tables'
import type { Schedule } from './straight-line'

const db = compiler<PrepaidTables>()

interface NewSchedule {
  readonly name: string
  readonly accountId: number
  readonly expenseAccountId: number
  readonly departmentId: number | null
  readonly amountMinor: number
  readonly startsOn: string
  readonly months: number
  readonly note: string
}

export interface StoredSchedule extends NewSchedule, Schedule {
  readonly id: number
}

interface Posted {
  readonly byThenMinor: number
  readonly allMinor: number
}

const insert = statement((p: NewSchedule & { userId: number; at: string }) =>
  db.insertInto('prepaid_schedule').values({
    name: p.name,
    account_id: p.accountId,
    expense_account_id: p.expenseAccountId,
    department_id: p.departmentId,
    amount_minor: p.amountMinor,
    starts_on: p.startsOn,
    months: p.months,
    note: p.note,
    created_by: p.userId,
    created_at: p.at,
  }),
)
const columns = [
  'id',
  'name',
  'state',
  'account_id as accountId',
  'expense_account_id as expenseAccountId',
  'department_id as departmentId',
  'amount_minor as amountMinor',
  'starts_on as startsOn',
  'months',
  'stopped_on as stoppedOn',
  'note',
] as const
const find = statement((p: { id: number }) => db.selectFrom('prepaid_schedule').where('id', '=', p.id).select(columns))
const stop = statement((p: { id: number; state: 'running' | 'ended' | 'cancelled'; stoppedOn: string | null }) =>
  db.updateTable('prepaid_schedule').where('id', '=', p.id).set({ state: p.state, stopped_on: p.stoppedOn }),
)
const insertPart = statement((p: { scheduleId: number; periodId: number; month: string; amountMinor: number }) =>
  db.insertInto('prepaid_part').values({
    schedule_id: p.scheduleId,
    period_id: p.periodId,
    month: p.month,
    amount_minor: p.amountMinor,
  }),
)

/** A schedule begun by a month, with what was posted for it until then and in all. */
const BEGUN = `
  SELECT s.id, s.name, s.state, s.account_id AS accountId, s.expense_account_id AS expenseAccountId,
    s.department_id AS departmentId, s.amount_minor AS amountMinor, s.starts_on AS startsOn, s.months,
    s.stopped_on AS stoppedOn, s.note,
    coalesce(sum(CASE WHEN p.month <= @month THEN p.amount_minor END), 0) AS byThenMinor,
    coalesce(sum(p.amount_minor), 0) AS allMinor
  FROM prepaid_schedule s LEFT JOIN prepaid_part p ON p.schedule_id = s.id
  WHERE s.starts_on <= @month OR s.stopped_on <= @month
  GROUP BY s.id ORDER BY s.id`

const LISTED = `
  SELECT s.id, s.name, s.state, s.account_id AS accountId, s.expense_account_id AS expenseAccountId,
    d.name AS departmentName, s.amount_minor AS amountMinor, s.starts_on AS startsOn, s.months,
    s.stopped_on AS stoppedOn, s.note, coalesce(sum(p.amount_minor), 0) AS takenMinor,
    CASE s.state WHEN 'cancelled' THEN 0 ELSE s.amount_minor - coalesce(sum(p.amount_minor), 0) END AS leftMinor
  FROM prepaid_schedule s
  LEFT JOIN prepaid_part p ON p.schedule_id = s.id
  LEFT JOIN v_accounting_dimension d ON d.id = s.department_id
  WHERE (@state = 'any' OR s.state = @state) AND (s.name LIKE @like OR s.note LIKE @like)
    AND (@id IS NULL OR s.id = @id)
  GROUP BY s.id`

export interface ListedSchedule extends Omit<StoredSchedule, 'departmentId'> {
  readonly departmentName: string | null
  readonly takenMinor: number
  readonly leftMinor: number
}

const SORTS = new Set(['name', 'startsOn', 'amountMinor', 'takenMinor', 'leftMinor', 'months'])

export const prepaidStore = {
  insert: (tx: Tx, schedule: NewSchedule, userId: number): number =>
    insert.run(tx, { ...schedule, userId, at: tx.now.toISOString() }).id,
  find: (reader: Reader, id: number): StoredSchedule | undefined => find.first(reader, { id }),
  stop: (tx: Tx, id: number, state: 'running' | 'ended' | 'cancelled', stoppedOn: string | null): void => {
    stop.run(tx, { id, state, stoppedOn })
  },
  insertPart: (tx: Tx, part: { scheduleId: number; periodId: number; month: string; amountMinor: number }): void => {
    insertPart.run(tx, part)
  },
  begunBy: (reader: Reader, month: string) => reader.all<StoredSchedule & Posted>(BEGUN, [{ month }]),
  lastPartOf: (reader: Reader, id: number): string | undefined =>
    reader.first<{ month: string | null }>('SELECT max(month) AS month FROM prepaid_part WHERE schedule_id = ?', [id])
      ?.month ?? undefined,
  page(reader: Reader, input: ListInput & { state: 'running' | 'any' }) {
    const values = { state: input.state, like: `%${input.filter}%`, id: null }
    const sort = SORTS.has(input.sort ?? '') ? input.sort! : 'startsOn'
    const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
    const rows = reader.all<ListedSchedule>(
      `${LISTED} ORDER BY ${sort} ${direction}, s.id ${direction} LIMIT @limit OFFSET @offset`,
      [{ ...values, limit: input.limit, offset: input.offset }],
    )
    const { total, ...sums } = reader.first<{
      total: number
      amountMinor: number
      takenMinor: number
      leftMinor: number
    }>(
      `SELECT count(*) AS total, coalesce(sum(amountMinor), 0) AS amountMinor,
         coalesce(sum(takenMinor), 0) AS takenMinor, coalesce(sum(leftMinor), 0) AS leftMinor FROM (${LISTED})`,
      [values],
    )!
    return { rows, total, sums }
  },
  listed: (reader: Reader, id: number) => reader.first<ListedSchedule>(LISTED, [{ state: 'any', like: '%', id }]),
  /** Parts with the voucher that posted their month. */
  parts: (reader: Reader, id: number, kind: string) =>
    reader.all<{ month: string; amountMinor: number; entryId: number | null; label: string | null }>(
      `SELECT p.month, sum(p.amount_minor) AS amountMinor, max(e.id) AS entryId,
         max(e.voucher_type || '-' || e.number) AS label
       FROM prepaid_part p
       LEFT JOIN v_accounting_entry e ON e.source_kind = ? AND e.source_id = p.period_id
       WHERE p.schedule_id = ? GROUP BY p.id ORDER BY p.id`,
      [kind, id],
    ),
}
