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

const page = statement((p: { filter: string; limit: number; offset: number }) =>
  db
    .selectFrom('audit_entry')
    .selectAll()
    .where((e) =>
      e.or([e('procedure', 'like', p.filter), e('user_name', 'like', p.filter), e('refusal_code', 'like', p.filter)]),
    )
    .orderBy('id', 'desc')
    .limit(p.limit)
    .offset(p.offset),
)

const count = statement((p: { filter: string }) =>
  db
    .selectFrom('audit_entry')
    .select((e) => e.fn.countAll<number>().as('total'))
    .where((e) =>
      e.or([e('procedure', 'like', p.filter), e('user_name', 'like', p.filter), e('refusal_code', 'like', p.filter)]),
    ),
)

export const auditStore = {
  lastHash: (reader: Reader): string => lastHash.first(reader, {})?.hash ?? '',
  insert: (tx: Tx, row: Omit<AuditRow, 'id'>) => insert.run(tx, row),
  /** One by one, oldest first: the trail may be larger than memory. */
  each: (reader: Reader): IterableIterator<AuditRow> => reader.each<AuditRow>(all.sql),
  page: (reader: Reader, filter: string, limit: number, offset: number) =>
    page.all(reader, { filter: `%${filter}%`, limit, offset }),
  count: (reader: Reader, filter: string): number => count.first(reader, { filter: `%${filter}%` })?.total ?? 0,
}
