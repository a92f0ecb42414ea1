import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

export interface CandidateBin {
  readonly id: number
  readonly code: string
  readonly zoneId: number
  readonly level: number
  readonly aisle: number
  readonly yMillimetres: number
  readonly capacityMillilitres: number
  readonly capacityGrams: number
}

/** Both ends belong to it. */
export interface Span {
  readonly from: number
  readonly to: number
}

const CANDIDATE = `b.id, b.code, b.zone_id AS zoneId, b.level, b.aisle, b.y_millimetres AS yMillimetres,
  b.capacity_millilitres AS capacityMillilitres, b.capacity_grams AS capacityGrams`
/** Any bin for goods that is no other item's fixed place; the fixed place of this one is asked for by its own rule. */
const USABLE = `b.kind IN ('storage', 'pick-face') AND b.blocked = 0
    AND NOT EXISTS (SELECT 1 FROM warehouse_pick_face f WHERE f.bin_id = b.id)`
/** Candidates looked at per rule: keeps a proposal cheap however large and full the house is. */
const LOOK_AT = 12

/** Bins that hold the same item and lot, or are about to: a few by their id, not the house by its warehouse (hence +). */
const WITH_SAME_LOT = `
  SELECT ${CANDIDATE} FROM warehouse_bin b
  WHERE b.id IN (
      SELECT bin_id FROM v_inventory_balance
      WHERE item_id = ?1 AND lot_id = ?2 AND status = 'available' AND quantity_micro > 0
      UNION
      SELECT to_bin_id FROM warehouse_task WHERE item_id = ?1 AND lot_id = ?2 AND state = 'open' AND kind = 'putaway')
    AND +b.warehouse_id = ?3 AND ${USABLE}
  ORDER BY b.level, b.distance_millimetres LIMIT ${LOOK_AT}`

const WITH_SAME_ITEM = `
  SELECT ${CANDIDATE} FROM warehouse_bin b
  WHERE b.id IN (
      SELECT bin_id FROM v_inventory_balance WHERE item_id = ?1 AND status = 'available' AND quantity_micro > 0
      UNION
      SELECT to_bin_id FROM warehouse_task WHERE item_id = ?1 AND state = 'open' AND kind = 'putaway')
    AND +b.warehouse_id = ?2 AND b.mixes_lots = 1 AND ${USABLE}
  ORDER BY b.level, b.distance_millimetres LIMIT ${LOOK_AT}`

const FIXED = `
  SELECT ${CANDIDATE}, f.maximum_micro AS maximumMicro,
    coalesce((SELECT sum(quantity_micro) FROM v_inventory_balance WHERE bin_id = b.id AND item_id = ?2), 0)
      + coalesce((SELECT sum(quantity_micro - done_micro) FROM warehouse_task
          WHERE to_bin_id = b.id AND item_id = ?2 AND state = 'open' AND kind IN ('putaway', 'move')), 0) AS thereMicro
  FROM warehouse_pick_face f JOIN warehouse_bin b ON b.id = f.bin_id
  WHERE f.warehouse_id = ?1 AND f.item_id = ?2 AND b.blocked = 0`

const EMPTY_IN_ZONE = `
  SELECT ${CANDIDATE} FROM warehouse_bin b
  WHERE b.warehouse_id = ? AND b.zone_id = ? AND b.fill = 'empty' AND b.level BETWEEN ? AND ? AND ${USABLE}
  ORDER BY b.level, b.distance_millimetres LIMIT ${LOOK_AT}`

/** So far from the depot, not nearer and not farther, on any level; the nearest first. */
const EMPTY_AT_DISTANCE = `
  SELECT ${CANDIDATE} FROM warehouse_bin b
  WHERE b.warehouse_id = ?1 AND b.zone_id = ?2 AND b.fill = 'empty' AND b.distance_millimetres BETWEEN ?3 AND ?4
    AND b.level BETWEEN ?5 AND ?6 AND ${USABLE}
  ORDER BY b.distance_millimetres, b.level LIMIT ${LOOK_AT}`

const MIXABLE_IN_ZONE = `
  SELECT ${CANDIDATE} FROM warehouse_bin b
  WHERE b.warehouse_id = ? AND b.zone_id = ? AND b.fill = 'partly' AND b.mixes_items = 1 AND ${USABLE}
  ORDER BY b.level, b.distance_millimetres LIMIT ${LOOK_AT}`

/** What lies in a bin and what is planned to come, rounded up row by row. */
const LOAD = `
  SELECT coalesce(sum((quantity * volume_millilitres + 999999) / 1000000), 0) AS millilitres,
         coalesce(sum((quantity * weight_grams + 999999) / 1000000), 0) AS grams
  FROM (
    SELECT item_id, quantity_micro AS quantity FROM v_inventory_balance WHERE bin_id = ?1 AND quantity_micro > 0
    UNION ALL
    SELECT item_id, quantity_micro - done_micro FROM warehouse_task
    WHERE to_bin_id = ?1 AND state = 'open' AND kind IN ('putaway', 'move') AND id <> ?2
  ) JOIN v_items_item i ON i.id = item_id`

interface NewPutaway {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly fromBinId: number
  readonly toBinId: number
  readonly reasonCode: string
  readonly reasonParams: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly sourceLineId: number
  readonly sequence: number
}

const insertTask = statement((p: NewPutaway & { at: string }) =>
  db.insertInto('warehouse_task').values({
    kind: 'putaway',
    state: 'open',
    warehouse_id: p.warehouseId,
    item_id: p.itemId,
    lot_id: p.lotId,
    quantity_micro: p.quantityMicro,
    from_bin_id: p.fromBinId,
    to_bin_id: p.toBinId,
    reason_code: p.reasonCode,
    reason_params: p.reasonParams,
    source_kind: p.sourceKind,
    source_id: p.sourceId,
    source_line_id: p.sourceLineId,
    demand_id: null,
    batch_id: null,
    sequence: p.sequence,
    slot: null,
    assigned_to: null,
    created_at: p.at,
    finished_at: null,
  }),
)

const ofSource = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('warehouse_task')
    .select(['id', 'state', 'done_micro', 'to_bin_id'])
    .where('source_kind', '=', p.kind)
    .where('source_id', '=', p.id)
    .where('kind', '=', sql.lit('putaway')),
)

const cancel = statement((p: { id: number; at: string }) =>
  db.updateTable('warehouse_task').set({ state: 'cancelled', finished_at: p.at }).where('id', '=', p.id),
)

const TASK = `
  SELECT t.id, t.state, t.warehouse_id AS warehouseId, t.item_id AS itemId, t.lot_id AS lotId,
    t.quantity_micro AS quantityMicro, t.done_micro AS doneMicro, t.from_bin_id AS fromBinId, t.to_bin_id AS toBinId,
    b.code AS toBinCode, t.reason_code AS reasonCode, t.reason_params AS reasonParams
  FROM warehouse_task t JOIN warehouse_bin b ON b.id = t.to_bin_id
  WHERE t.id = ? AND t.kind = 'putaway'`

export interface OpenPutaway {
  readonly id: number
  readonly state: string
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly doneMicro: number
  readonly fromBinId: number
  readonly toBinId: number
  readonly toBinCode: string
  readonly reasonCode: string
  readonly reasonParams: string
}

const complete = statement(
  (p: { id: number; done: number; state: 'open' | 'done'; toBinId: number; finishedAt: string | null }) =>
    db
      .updateTable('warehouse_task')
      .set({
        done_micro: p.done,
        state: p.state,
        to_bin_id: p.toBinId,
        finished_at: p.finishedAt,
        // Done, it is in nobody's hands; taken back, it is anybody's.
        assigned_to: sql`CASE WHEN ${p.state} = 'done' THEN NULL ELSE assigned_to END`,
      })
      .where('id', '=', p.id),
)

const setReason = statement((p: { id: number; code: string; params: string }) =>
  db.updateTable('warehouse_task').set({ reason_code: p.code, reason_params: p.params }).where('id', '=', p.id),
)

export const putawayStore = {
  withSameLot: (reader: Reader, itemId: number, lotId: number, warehouseId: number) =>
    reader.all<CandidateBin>(WITH_SAME_LOT, [itemId, lotId, warehouseId]),
  withSameItem: (reader: Reader, itemId: number, warehouseId: number) =>
    reader.all<CandidateBin>(WITH_SAME_ITEM, [itemId, warehouseId]),
  fixed: (reader: Reader, warehouseId: number, itemId: number) =>
    reader.first<CandidateBin & { maximumMicro: number; thereMicro: number }>(FIXED, [warehouseId, itemId]),
  emptyInZone: (reader: Reader, warehouseId: number, zoneId: number, levels: Span) =>
    reader.all<CandidateBin>(EMPTY_IN_ZONE, [warehouseId, zoneId, levels.from, levels.to]),
  emptyAtDistance: (reader: Reader, warehouseId: number, zoneId: number, distance: Span, levels: Span) =>
    reader.all<CandidateBin>(EMPTY_AT_DISTANCE, [
      warehouseId,
      zoneId,
      distance.from,
      distance.to,
      levels.from,
      levels.to,
    ]),
  mixableInZone: (reader: Reader, warehouseId: number, zoneId: number) =>
    reader.all<CandidateBin>(MIXABLE_IN_ZONE, [warehouseId, zoneId]),
  /** `exceptTaskId`: the task whose goods are being put there now. */
  load: (reader: Reader, binId: number, exceptTaskId = 0): { millilitres: number; grams: number } =>
    reader.first<{ millilitres: number; grams: number }>(LOAD, [binId, exceptTaskId]) ?? { millilitres: 0, grams: 0 },
  insertTask: (tx: Tx, row: NewPutaway): number => insertTask.run(tx, { ...row, at: tx.now.toISOString() }).id,
  ofSource: (reader: Reader, kind: string, id: number) => ofSource.all(reader, { kind, id }),
  cancel: (tx: Tx, id: number) => cancel.run(tx, { id, at: tx.now.toISOString() }),
  byId: (reader: Reader, id: number) => reader.first<OpenPutaway>(TASK, [id]),
  complete: (tx: Tx, row: { id: number; done: number; state: 'open' | 'done'; toBinId: number }) =>
    complete.run(tx, { ...row, finishedAt: row.state === 'done' ? tx.now.toISOString() : null }),
  setReason: (tx: Tx, id: number, code: string, params: object) =>
    setReason.run(tx, { id, code, params: JSON.stringify(params) }),
}
