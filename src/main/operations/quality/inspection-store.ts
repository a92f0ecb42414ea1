import type { Reader, Tx } from '../../kernel/db'
import type { InspectionState, RejectsTo } from './tables'

export interface NewInspection {
  readonly planId: number
  readonly warehouseId: number
  readonly sourceKind: string
  readonly sourceId: number
  readonly sourceLineId: number
  readonly supplierId: number
  readonly itemId: number
  readonly lotId: number
  readonly binId: number
  readonly quantityMicro: number
  readonly sampleMicro: number
  readonly points: readonly string[]
  readonly asksPhoto: boolean
}

export interface Inspection extends Omit<NewInspection, 'points' | 'asksPhoto'> {
  readonly id: number
  readonly number: string
  readonly state: InspectionState
  readonly points: string
  readonly asksPhoto: number
  readonly acceptedMicro: number
  readonly rejectedMicro: number
  readonly rejectsTo: '' | RejectsTo
  readonly followedBy: string
  readonly note: string
  readonly madeAt: string
  readonly decidedBy: number | null
  readonly decidedAt: string | null
}

const INSERT = `
  INSERT INTO quality_inspection (number, state, plan_id, warehouse_id, source_kind, source_id, source_line_id,
    supplier_id, item_id, lot_id, bin_id, quantity_micro, sample_micro, points, asks_photo, made_at)
  SELECT 'QI-' || printf('%06d', coalesce(max(id), 0) + 1), 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
  FROM quality_inspection`

const INSPECTION = `
  SELECT q.id, q.number, q.state, q.plan_id AS planId, q.warehouse_id AS warehouseId, q.source_kind AS sourceKind,
    q.source_id AS sourceId, q.source_line_id AS sourceLineId, q.supplier_id AS supplierId, q.item_id AS itemId,
    q.lot_id AS lotId, q.bin_id AS binId, q.quantity_micro AS quantityMicro, q.sample_micro AS sampleMicro, q.points,
    q.asks_photo AS asksPhoto, q.accepted_micro AS acceptedMicro, q.rejected_micro AS rejectedMicro,
    q.rejects_to AS rejectsTo, q.followed_by AS followedBy, q.note, q.made_at AS madeAt, q.decided_by AS decidedBy,
    q.decided_at AS decidedAt
  FROM quality_inspection q`
const BY_ID = `${INSPECTION} WHERE q.id = ?`

const DECIDE = `
  UPDATE quality_inspection SET state = 'decided', accepted_micro = ?2, rejected_micro = ?3, rejects_to = ?4, note = ?5,
    decided_by = ?6, decided_at = ?7
  WHERE id = ?1`
const FOLLOW = 'UPDATE quality_inspection SET followed_by = ?2 WHERE id = ?1'
const CANCEL = `
  UPDATE quality_inspection SET state = 'cancelled' WHERE source_kind = ? AND source_id = ? AND state = 'open'`
const DECIDED = `
  SELECT number FROM quality_inspection WHERE source_kind = ? AND source_id = ? AND state = 'decided' LIMIT 1`

const ADD_RESULT = 'INSERT INTO quality_result (inspection_id, position, passed, note) VALUES (?, ?, ?, ?)'
const RESULTS = `
  SELECT position, passed, note FROM quality_result WHERE inspection_id = ? ORDER BY position`
const ADD_PHOTO = `
  INSERT INTO quality_photo (inspection_id, media_type, content, added_by, added_at) VALUES (?, ?, ?, ?, ?)`
const PHOTOS = 'SELECT id, added_at AS addedAt FROM quality_photo WHERE inspection_id = ? ORDER BY id'
const PHOTO = 'SELECT media_type AS mediaType, content FROM quality_photo WHERE id = ?'

/** What open inspections keep in quarantine in a place, and what lies there in quarantine. */
const KEPT = `
  SELECT coalesce(sum(quantity_micro), 0) AS keptMicro, min(number) AS number,
    coalesce((SELECT sum(s.quantity_micro) FROM v_inventory_balance s
      WHERE s.bin_id = ?2 AND s.item_id = ?1 AND s.lot_id = ?3 AND s.status = 'quarantine'), 0) AS thereMicro
  FROM quality_inspection WHERE item_id = ?1 AND bin_id = ?2 AND lot_id = ?3 AND state = 'open'`

export const inspectionStore = {
  insert: (tx: Tx, row: NewInspection): number =>
    tx.run(INSERT, [
      row.planId,
      row.warehouseId,
      row.sourceKind,
      row.sourceId,
      row.sourceLineId,
      row.supplierId,
      row.itemId,
      row.lotId,
      row.binId,
      row.quantityMicro,
      row.sampleMicro,
      row.points.join('\n'),
      Number(row.asksPhoto),
      tx.now.toISOString(),
    ]).id,
  byId: (reader: Reader, id: number) => reader.first<Inspection>(BY_ID, [id]),
  decide: (
    tx: Tx,
    id: number,
    row: { acceptedMicro: number; rejectedMicro: number; rejectsTo: '' | RejectsTo; note: string; by: number },
  ) =>
    tx.run(DECIDE, [id, row.acceptedMicro, row.rejectedMicro, row.rejectsTo, row.note, row.by, tx.now.toISOString()]),
  follow: (tx: Tx, id: number, number: string) => tx.run(FOLLOW, [id, number]),
  cancelOf: (tx: Tx, kind: string, id: number) => tx.run(CANCEL, [kind, id]),
  decidedOf: (reader: Reader, kind: string, id: number): string | undefined =>
    reader.first<{ number: string }>(DECIDED, [kind, id])?.number,
  addResult: (tx: Tx, id: number, position: number, result: { passed: boolean; note: string }) =>
    tx.run(ADD_RESULT, [id, position, Number(result.passed), result.note]),
  results: (reader: Reader, id: number) =>
    reader.all<{ position: number; passed: number; note: string }>(RESULTS, [id]),
  addPhoto: (tx: Tx, row: { inspectionId: number; mediaType: string; content: Uint8Array; by: number }): number =>
    tx.run(ADD_PHOTO, [row.inspectionId, row.mediaType, row.content, row.by, tx.now.toISOString()]).id,
  photos: (reader: Reader, id: number) => reader.all<{ id: number; addedAt: string }>(PHOTOS, [id]),
  photo: (reader: Reader, id: number) => reader.first<{ mediaType: string; content: Uint8Array }>(PHOTO, [id]),
  kept: (reader: Reader, itemId: number, binId: number, lotId: number) =>
    reader.first<{ keptMicro: number; number: string | null; thereMicro: number }>(KEPT, [itemId, binId, lotId]),
}
