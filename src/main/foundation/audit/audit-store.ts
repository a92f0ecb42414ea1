import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { AuditTables } from './tables'

const db = compiler<AuditTables>()

export type AuditRow = Selectable<AuditTables['audit_entry']>

const lastHash = statement((_p: object) => db.selectFrom('audit_entry').select('hash').orderBy('id', 'desc').limit(1))

const insert = statement((p: Omit<AuditRow, 'id'>) =>
  db.insertInto('audit_entry').values({
    recorded_at: p.recorded_at,
    user_id: p.user_id,
    user_name: p.user_name,
    station: p.station,
    procedure: p.procedure,
    outcome: p.outcome,
    refusal_code: p.refusal_code,
    facts: p.facts,
    detail: p.detail,
    previous_hash: p.previous_hash,
    hash: p.hash,
  }),
)

const all = statement((_p: object) => db.selectFrom('audit_entry').selectAll().orderBy('id'))

const insertSubject = statement((p: { kind: string; id: number; entryId: number }) =>
  db.insertInto('audit_subject').values({ kind: p.kind, subject_id: p.id, entry_id: p.entryId }),
)

export interface TrailQuestion {
  readonly filter: string
  /** of these procedures: what people call them is told in their language, not in the file's */
  readonly procedures?: readonly string[] | undefined
  readonly outcome?: AuditRow['outcome'] | undefined
  readonly userName?: string | undefined
  readonly from?: string | undefined
  /** the day after the last */
  readonly before?: string | undefined
  readonly subject?: { readonly kind: string; readonly id: number } | undefined
}

/** Whose text depends on what is asked for: each part of it has an index of its own, or narrows another. */
function matching(question: TrailQuestion) {
  let query = db.selectFrom('audit_entry as a')
  const { subject, filter, procedures, outcome, userName, from, before } = question
  if (subject !== undefined) {
    query = query.where('a.id', 'in', (e) =>
      e
        .selectFrom('audit_subject')
        .select('entry_id')
        .where('kind', '=', subject.kind)
        .where('subject_id', '=', subject.id),
    )
  }
  if (outcome !== undefined) query = query.where('a.outcome', '=', outcome)
  if (userName !== undefined) query = query.where('a.user_name', '=', userName)
  if (from !== undefined) query = query.where('a.recorded_at', '>=', from)
  if (before !== undefined) query = query.where('a.recorded_at', '<', before)
  if (filter !== '' || (procedures !== undefined && procedures.length > 0)) {
    const like = `%${filter}%`
    query = query.where((e) =>
      e.or([
        ...(filter === ''
          ? []
          : [
              e('a.procedure', 'like', like),
              e('a.user_name', 'like', like),
              e('a.station', 'like', like),
              e('a.refusal_code', 'like', like),
              e('a.detail', 'like', like),
            ]),
        ...(procedures === undefined || procedures.length === 0 ? [] : [e('a.procedure', 'in', procedures)]),
      ]),
    )
  }
  return query
}

export const auditStore = {
  lastHash: (reader: Reader): string => lastHash.first(reader, {})?.hash ?? '',
  insert: (tx: Tx, row: Omit<AuditRow, 'id'>): number => insert.run(tx, row).id,
  /** One by one, oldest first: the trail may be larger than memory. */
  each: (reader: Reader): IterableIterator<AuditRow> => reader.each<AuditRow>(all.sql),
  page: (reader: Reader, question: TrailQuestion, limit: number, offset: number): AuditRow[] =>
    reader.query<AuditRow>(matching(question).selectAll('a').orderBy('a.id', 'desc').limit(limit).offset(offset)),
  count: (reader: Reader, question: TrailQuestion): number =>
    reader.query<{ total: number }>(matching(question).select((e) => e.fn.countAll<number>().as('total')))[0]?.total ??
    0,
  insertSubject: (tx: Tx, kind: string, id: number, entryId: number) => insertSubject.run(tx, { kind, id, entryId }),
}
