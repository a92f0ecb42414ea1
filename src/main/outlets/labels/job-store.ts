import type { Selectable } from 'kysely'
import type { ListInput } from '../../kernel/list-input'
import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { JobState, LabelsSources, LabelsTables } from './tables'

const db = compiler<LabelsSources>()

export type JobRow = Selectable<LabelsTables['labels_job']>
export type NewJob = Pick<
  JobRow,
  | 'station'
  | 'device_id'
  | 'what'
  | 'use'
  | 'title'
  | 'template'
  | 'field_values'
  | 'copies'
  | 'source_kind'
  | 'source_id'
  | 'reprint_of'
  | 'reason'
  | 'asked_by'
  | 'asked_at'
  | 'expires_at'
>

const insert = statement((p: NewJob) =>
  db.insertInto('labels_job').values({
    station: p.station,
    device_id: p.device_id,
    what: p.what,
    use: p.use,
    title: p.title,
    template: p.template,
    field_values: p.field_values,
    copies: p.copies,
    state: 'queued',
    source_kind: p.source_kind,
    source_id: p.source_id,
    reprint_of: p.reprint_of,
    reason: p.reason,
    asked_by: p.asked_by,
    asked_at: p.asked_at,
    expires_at: p.expires_at,
  }),
)
const byId = statement((p: { id: number }) => db.selectFrom('labels_job').selectAll().where('id', '=', p.id))
const firstQueued = statement((p: { station: string }) =>
  db
    .selectFrom('labels_job')
    .selectAll()
    .where('station', '=', p.station)
    .where('state', '=', 'queued')
    .orderBy('id')
    .limit(1),
)
const send = statement((p: { id: number; at: string }) =>
  db
    .updateTable('labels_job')
    .set({ state: 'sent', sent_at: p.at })
    .where('id', '=', p.id)
    .where('state', '=', 'queued'),
)
const settle = statement(
  (p: { id: number; state: JobState; trouble: string | null; at: string | null; from: JobState }) =>
    db
      .updateTable('labels_job')
      .set({ state: p.state, trouble: p.trouble, settled_at: p.at })
      .where('id', '=', p.id)
      .where('state', '=', p.from),
)
const expire = statement((p: { station: string; now: string }) =>
  db
    .updateTable('labels_job')
    .set({ state: 'expired', settled_at: p.now })
    .where('station', '=', p.station)
    .where('state', '=', 'queued')
    .where('expires_at', '<', p.now),
)
const recover = statement((p: { station: string; now: string }) =>
  db
    .updateTable('labels_job')
    .set({ state: 'unknown', settled_at: p.now })
    .where('station', '=', p.station)
    .where('state', '=', 'sent'),
)
const rules = statement((p: { station: string }) =>
  db.selectFrom('labels_rule').selectAll().where('station', '=', p.station).orderBy('use'),
)
type Rule = Omit<Selectable<LabelsTables['labels_rule']>, 'id'>
const setRule = statement((p: Rule) => {
  const { is_automatic, form, device_id, shift_x_tenths, shift_y_tenths } = p
  const set = { is_automatic, form, device_id, shift_x_tenths, shift_y_tenths }
  return db
    .insertInto('labels_rule')
    .values({ station: p.station, use: p.use, ...set })
    .onConflict((conflict) => conflict.columns(['station', 'use']).doUpdateSet(set))
})
const clearRule = statement((p: { station: string; use: string }) =>
  db.deleteFrom('labels_rule').where('station', '=', p.station).where('use', '=', p.use),
)
const lastOf = statement((p: { kind: string; id: number; use: string }) =>
  db
    .selectFrom('labels_job')
    .selectAll()
    .where('source_kind', '=', p.kind)
    .where('source_id', '=', p.id)
    .where('use', '=', p.use)
    .where('state', 'not in', ['expired', 'cancelled'])
    .orderBy('id', 'desc')
    .limit(1),
)
const receiptLines = statement((p: { receiptId: number }) =>
  db
    .selectFrom('v_purchasing_received_line as l')
    .leftJoin('v_inventory_lot as t', 't.id', 'l.lot_id')
    .where('l.receipt_id', '=', p.receiptId)
    .orderBy('l.id')
    .select(['l.number', 'l.item_id', 'l.quantity_micro', 't.code as lot_code', 't.expires_on']),
)
const lot = statement((p: { id: number }) =>
  db.selectFrom('v_inventory_lot').select(['code', 'expires_on']).where('id', '=', p.id),
)
const bin = statement((p: { id: number }) =>
  db
    .selectFrom('v_warehouse_bin as b')
    .innerJoin('v_warehouse_warehouse as w', 'w.id', 'b.warehouse_id')
    .where('b.id', '=', p.id)
    .select(['b.code', 'w.name']),
)

/** What waits, what came out in the last day, and what lately did not or nobody knows and was not printed again; the trouble of what waits longest. */
const QUEUE = `
  SELECT coalesce(sum(state = 'queued'), 0) AS waiting, coalesce(sum(state = 'sent'), 0) AS sent,
    coalesce(sum(state = 'unknown'), 0) AS unknown, coalesce(sum(state = 'expired'), 0) AS expired,
    coalesce(sum(state = 'confirmed'), 0) AS confirmed,
    (SELECT trouble FROM labels_job WHERE station = ?1 AND state = 'queued' AND trouble IS NOT NULL ORDER BY id LIMIT 1)
      AS trouble
  FROM labels_job j
  WHERE station = ?1 AND (state IN ('queued', 'sent') OR (state = 'confirmed' AND settled_at >= ?2) OR (
    state IN ('unknown', 'expired') AND id > (SELECT max(id) - 200 FROM labels_job)
    AND NOT EXISTS (SELECT 1 FROM labels_job again WHERE again.reprint_of = j.id)))`

interface QueueRow {
  readonly waiting: number
  readonly sent: number
  readonly confirmed: number
  readonly unknown: number
  readonly expired: number
  readonly trouble: string | null
}
const NOTHING: QueueRow = { waiting: 0, sent: 0, confirmed: 0, unknown: 0, expired: 0, trouble: null }

export interface JobListInput extends ListInput {
  readonly state: JobState | 'any'
}

function filtered(input: JobListInput) {
  let query = db.selectFrom('labels_job as j').leftJoin('v_access_user as u', 'u.id', 'j.asked_by')
  if (input.state !== 'any') query = query.where('j.state', '=', input.state)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    query = query.where((e) => e.or([e('j.title', 'like', like), e('j.station', 'like', like)]))
  }
  return query
}

export const jobStore = {
  insert: (tx: Tx, job: NewJob): number => insert.run(tx, job).id,
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  firstQueued: (reader: Reader, station: string) => firstQueued.first(reader, { station }),
  send: (tx: Tx, id: number): boolean => send.run(tx, { id, at: tx.now.toISOString() }).changes === 1,
  settle: (tx: Tx, job: { id: number; from: JobState; state: JobState; trouble: string | null }): boolean =>
    settle.run(tx, { ...job, at: job.state === 'queued' ? null : tx.now.toISOString() }).changes === 1,
  expire: (tx: Tx, station: string): number => expire.run(tx, { station, now: tx.now.toISOString() }).changes,
  recover: (tx: Tx, station: string): number => recover.run(tx, { station, now: tx.now.toISOString() }).changes,
  rules: (reader: Reader, station: string) => rules.all(reader, { station }),
  setRule: (tx: Tx, rule: Rule) => setRule.run(tx, rule),
  clearRule: (tx: Tx, station: string, use: string): number => clearRule.run(tx, { station, use }).changes,
  /** The latest job of a document that came out, or may have. */
  lastOf: (reader: Reader, kind: string, id: number, use: string) => lastOf.first(reader, { kind, id, use }),
  queue: (reader: Reader, station: string, since: string): QueueRow =>
    reader.first<QueueRow>(QUEUE, [station, since]) ?? NOTHING,
  receiptLines: (reader: Reader, receiptId: number) => receiptLines.all(reader, { receiptId }),
  lot: (reader: Reader, id: number) => lot.first(reader, { id }),
  bin: (reader: Reader, id: number) => bin.first(reader, { id }),
  page: (reader: Reader, input: JobListInput) =>
    reader.query(
      filtered(input)
        .selectAll('j')
        .select('u.name as asked_by_name')
        .orderBy('j.id', 'desc')
        .limit(input.limit)
        .offset(input.offset),
    ),
  count: (reader: Reader, input: JobListInput): number =>
    reader.query(filtered(input).select((e) => e.fn.countAll<number>().as('count')))[0]?.count ?? 0,
}
