import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { ApprovalTables } from './tables'

const db = compiler<ApprovalTables>()

export type RequestRow = Selectable<ApprovalTables['approvals_request']>
export type ShownRow = RequestRow & { readonly asker: string; readonly decider: string | null }
type NewRequest = Omit<RequestRow, 'id' | 'state' | 'decided_by' | 'decided_at' | 'decision' | 'seen_at' | 'asked_at'>

/** More open requests than this are a sign of something else. */
const MOST_OPEN = 500

const shown = () =>
  db
    .selectFrom('approvals_request as r')
    .innerJoin('v_access_user as a', 'a.id', 'r.asked_by')
    .leftJoin('v_access_user as d', 'd.id', 'r.decided_by')
    .selectAll('r')
    .select(['a.name as asker', 'd.name as decider'])

const open = statement((_p: object) => shown().where('r.state', '=', 'open').orderBy('r.id').limit(MOST_OPEN))
const ofAsker = statement((p: { userId: number; limit: number; offset: number }) =>
  shown().where('r.asked_by', '=', p.userId).orderBy('r.id', 'desc').limit(p.limit).offset(p.offset),
)
const countOfAsker = statement((p: { userId: number }) =>
  db
    .selectFrom('approvals_request')
    .select((e) => e.fn.countAll<number>().as('total'))
    .where('asked_by', '=', p.userId),
)
const decided = statement((p: { limit: number; offset: number }) =>
  shown().where('r.state', 'in', ['granted', 'refused']).orderBy('r.id', 'desc').limit(p.limit).offset(p.offset),
)
const countDecided = statement((_p: object) =>
  db
    .selectFrom('approvals_request')
    .select((e) => e.fn.countAll<number>().as('total'))
    .where('state', 'in', ['granted', 'refused']),
)
const unseen = statement((p: { userId: number }) =>
  db
    .selectFrom('approvals_request')
    .select((e) => e.fn.countAll<number>().as('total'))
    .where('asked_by', '=', p.userId)
    .where('state', 'in', ['granted', 'refused'])
    .where('seen_at', 'is', null),
)
const byId = statement((p: { id: number }) => db.selectFrom('approvals_request').selectAll().where('id', '=', p.id))
const insert = statement((p: NewRequest & { asked_at: string }) =>
  db.insertInto('approvals_request').values({
    procedure: p.procedure,
    input: p.input,
    need: p.need,
    refusal_code: p.refusal_code,
    refusal_params: p.refusal_params,
    reason: p.reason,
    station: p.station,
    asked_by: p.asked_by,
    asked_at: p.asked_at,
  }),
)
const decide = statement(
  (p: { id: number; state: 'granted' | 'refused' | 'withdrawn'; by: number; at: string; decision: string }) =>
    db
      .updateTable('approvals_request')
      .set({ state: p.state, decided_by: p.by, decided_at: p.at, decision: p.decision })
      .where('id', '=', p.id),
)
const see = statement((p: { userId: number; at: string }) =>
  db
    .updateTable('approvals_request')
    .set({ seen_at: p.at })
    .where('asked_by', '=', p.userId)
    .where('state', '!=', 'open')
    .where('seen_at', 'is', null),
)

export const approvalStore = {
  open: (reader: Reader): ShownRow[] => open.all(reader, {}),
  ofAsker: (reader: Reader, userId: number, page: { limit: number; offset: number }): ShownRow[] =>
    ofAsker.all(reader, { userId, ...page }),
  countOfAsker: (reader: Reader, userId: number): number => countOfAsker.first(reader, { userId })?.total ?? 0,
  decided: (reader: Reader, page: { limit: number; offset: number }): ShownRow[] => decided.all(reader, page),
  countDecided: (reader: Reader): number => countDecided.first(reader, {})?.total ?? 0,
  unseen: (reader: Reader, userId: number): number => unseen.first(reader, { userId })?.total ?? 0,
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  insert: (tx: Tx, request: NewRequest): number => insert.run(tx, { ...request, asked_at: tx.now.toISOString() }).id,
  decide: (tx: Tx, id: number, state: 'granted' | 'refused' | 'withdrawn', by: number, decision: string) =>
    decide.run(tx, { id, state, by, decision, at: tx.now.toISOString() }),
  see: (tx: Tx, userId: number) => see.run(tx, { userId, at: tx.now.toISOString() }),
}
