import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

export type ScanStep =
  | 'putaway'
  | 'pick'
  | 'short'
  | 'sort'
  | 'pack'
  | 'stage'
  | 'load'
  | 'move'
  | 'plannedMove'
  | 'count'
  | 'unitPack'
  | 'unitUnpack'
  | 'unitNest'
  | 'unitBreak'
  | 'unitMove'
  | 'undo'

export interface NewScan {
  readonly step: ScanStep
  readonly subjectKind: 'task' | 'demand' | 'bin' | 'count' | 'carton' | 'unit' | 'scan'
  readonly subjectId: number
  readonly scanned: string
  readonly quantityMicro: number
}

const insert = statement((p: NewScan & { userId: number; station: string; at: string }) =>
  db.insertInto('warehouse_scan').values({
    step: p.step,
    subject_kind: p.subjectKind,
    subject_id: p.subjectId,
    scanned: p.scanned,
    quantity_micro: p.quantityMicro,
    user_id: p.userId,
    station: p.station,
    scanned_at: p.at,
  }),
)

const byId = statement((p: { id: number }) => db.selectFrom('warehouse_scan').selectAll().where('id', '=', p.id))

const undoOf = statement((p: { id: number }) =>
  db.selectFrom('warehouse_scan').select('id').where('step', '=', 'undo').where('subject_id', '=', p.id),
)

const lastOf = statement((p: { userId: number; limit: number }) =>
  db
    .selectFrom('warehouse_scan')
    .selectAll()
    .where('user_id', '=', p.userId)
    .where('step', '<>', 'undo')
    .orderBy('id', 'desc')
    .limit(p.limit),
)

export type Scan = NonNullable<ReturnType<(typeof byId)['first']>>

export const scanStore = {
  /** Keeps an accepted scan; returns its id, by which it may be taken back. */
  record: (tx: Tx, actor: Actor, scan: NewScan): number =>
    insert.run(tx, { ...scan, userId: actor.userId, station: actor.station, at: tx.now.toISOString() }).id,
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  isUndone: (reader: Reader, id: number): boolean => undoOf.first(reader, { id }) !== undefined,
  lastOf: (reader: Reader, userId: number, limit: number) => lastOf.all(reader, { userId, limit }),
}
