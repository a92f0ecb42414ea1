import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { Picking, WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

interface NewWave {
  readonly number: string
  readonly warehouseId: number
  readonly releasedOn: string
  readonly picking: Picking
  readonly by: number
}

const insertWave = statement((p: NewWave & { at: string }) =>
  db.insertInto('warehouse_wave').values({
    number: p.number,
    warehouse_id: p.warehouseId,
    state: 'released',
    released_on: p.releasedOn,
    released_by: p.by,
    released_at: p.at,
    picking: p.picking,
  }),
)

interface NewBatch {
  readonly waveId: number
  readonly number: string
  readonly walk: number
  readonly zoneId: number | null
}

const insertBatch = statement((p: NewBatch) =>
  db.insertInto('warehouse_batch').values({
    wave_id: p.waveId,
    number: p.number,
    state: 'open',
    walk_millimetres: p.walk,
    assigned_to: null,
    zone_id: p.zoneId,
  }),
)

/** Goods that go from the dock straight to an order, and the line of the receipt that they would be put away by. */
export interface PickReason {
  readonly code: 'crossDock'
  readonly sourceKind: string
  readonly sourceId: number
  readonly sourceLineId: number
}

export interface NewPick {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly fromBinId: number
  readonly toBinId: number
  readonly waveId: number
  readonly demandId: number
  readonly batchId: number
  readonly sequence: number
  readonly slot: number
  readonly reason?: PickReason
}

const insertPick = statement((p: NewPick & { reasonCode: string; reasonParams: string; at: string }) =>
  db.insertInto('warehouse_task').values({
    kind: 'pick',
    state: 'open',
    warehouse_id: p.warehouseId,
    item_id: p.itemId,
    lot_id: p.lotId,
    quantity_micro: p.quantityMicro,
    from_bin_id: p.fromBinId,
    to_bin_id: p.toBinId,
    reason_code: p.reasonCode,
    reason_params: p.reasonParams,
    source_kind: 'warehouse.wave',
    source_id: p.waveId,
    source_line_id: p.demandId,
    demand_id: p.demandId,
    batch_id: p.batchId,
    sequence: p.sequence,
    slot: p.slot,
    assigned_to: null,
    created_at: p.at,
    finished_at: null,
  }),
)

const RECOUNTED = 'SELECT bin_id AS binId, lot_id AS lotId FROM warehouse_recount WHERE item_id = ?'

const batchById = statement((p: { id: number }) => db.selectFrom('warehouse_batch').selectAll().where('id', '=', p.id))

const assign = statement((p: { id: number; userId: number }) =>
  db.updateTable('warehouse_batch').set({ assigned_to: p.userId }).where('id', '=', p.id),
)

const assignTasks = statement((p: { batchId: number; userId: number }) =>
  db
    .updateTable('warehouse_task')
    .set({ assigned_to: p.userId })
    .where('batch_id', '=', p.batchId)
    .where('state', '=', 'open'),
)

const FINISH_BATCH = `
  UPDATE warehouse_batch SET state = 'picked'
  WHERE id = ?1 AND state = 'open'
    AND NOT EXISTS (SELECT 1 FROM warehouse_task WHERE batch_id = ?1 AND state = 'open')`
const FINISH_WAVE = `
  UPDATE warehouse_wave SET state = 'picked'
  WHERE id = (SELECT wave_id FROM warehouse_batch WHERE id = ?) AND state = 'released'
    AND NOT EXISTS (SELECT 1 FROM warehouse_batch b WHERE b.wave_id = warehouse_wave.id AND b.state = 'open')`
const REOPEN_BATCH = `UPDATE warehouse_batch SET state = 'open' WHERE id = ? AND state = 'picked'`
const REOPEN_WAVE = `
  UPDATE warehouse_wave SET state = 'released'
  WHERE id = (SELECT wave_id FROM warehouse_batch WHERE id = ?) AND state <> 'released'`
const CLOSE_WAVES = `
  UPDATE warehouse_wave SET state = 'closed'
  WHERE state = 'picked'
    AND id IN (SELECT wave_id FROM warehouse_demand WHERE source_kind = ? AND source_id = ?)
    AND NOT EXISTS (SELECT 1 FROM warehouse_demand d WHERE d.wave_id = warehouse_wave.id AND d.shipped_micro < d.released_micro)`
const OPEN_WAVES = `
  UPDATE warehouse_wave SET state = 'picked'
  WHERE state = 'closed' AND id IN (SELECT wave_id FROM warehouse_demand WHERE source_kind = ? AND source_id = ?)`

const waveById = statement((p: { id: number }) => db.selectFrom('warehouse_wave').selectAll().where('id', '=', p.id))

const OPEN_PICKS = `
  SELECT t.id, t.item_id AS itemId, t.lot_id AS lotId, t.from_bin_id AS binId, t.demand_id AS demandId,
    t.batch_id AS batchId, t.quantity_micro - t.done_micro AS leftMicro, d.source_id AS orderId,
    t.warehouse_id AS warehouseId, t.reason_code AS reasonCode, t.reason_params AS reasonParams
  FROM warehouse_batch b
  JOIN warehouse_task t ON t.batch_id = b.id
  JOIN warehouse_demand d ON d.id = t.demand_id
  WHERE b.wave_id = ? AND t.state = 'open' ORDER BY t.id`

interface OpenPickOfWave {
  readonly id: number
  readonly itemId: number
  readonly lotId: number
  readonly binId: number
  readonly demandId: number
  readonly batchId: number
  readonly leftMicro: number
  readonly orderId: number
  readonly warehouseId: number
  readonly reasonCode: string
  readonly reasonParams: string
}

const cancelPick = statement((p: { id: number; at: string }) =>
  db.updateTable('warehouse_task').set({ state: 'cancelled', finished_at: p.at }).where('id', '=', p.id),
)

// Nothing was picked of it at all: it is over, and is shown as given up.
const NOTE_UNRELEASED = `
  UPDATE warehouse_wave SET unreleased_at = ?2, unreleased_by = ?3, state = 'closed'
  WHERE id = ?1 AND state = 'picked' AND NOT EXISTS (
    SELECT 1 FROM warehouse_batch b JOIN warehouse_task t ON t.batch_id = b.id
    WHERE b.wave_id = warehouse_wave.id AND t.done_micro > 0)`

const EXPIRY = 'SELECT expires_on AS expiresOn FROM v_inventory_lot WHERE id = ?'
const LAST_SEQUENCE = 'SELECT max(sequence) AS sequence FROM warehouse_task WHERE batch_id = ?'

export const waveStore = {
  insertWave: (tx: Tx, row: NewWave): number => insertWave.run(tx, { ...row, at: tx.now.toISOString() }).id,
  insertBatch: (tx: Tx, row: NewBatch): number => insertBatch.run(tx, row).id,
  insertPick: (tx: Tx, row: NewPick, at: string): number =>
    insertPick.run(tx, {
      ...row,
      reasonCode: row.reason?.code ?? '',
      reasonParams: row.reason === undefined ? '{}' : JSON.stringify(row.reason),
      at,
    }).id,
  /** Bins where less of the item was found than the books say. */
  recounted: (reader: Reader, itemId: number) => reader.all<{ binId: number; lotId: number }>(RECOUNTED, [itemId]),
  waveById: (reader: Reader, id: number) => waveById.first(reader, { id }),
  openPicks: (reader: Reader, waveId: number) => reader.all<OpenPickOfWave>(OPEN_PICKS, [waveId]),
  cancelPick: (tx: Tx, id: number) => cancelPick.run(tx, { id, at: tx.now.toISOString() }),
  noteUnreleased: (tx: Tx, waveId: number, by: number) => tx.run(NOTE_UNRELEASED, [waveId, tx.now.toISOString(), by]),
  batchById: (reader: Reader, id: number) => batchById.first(reader, { id }),
  assign(tx: Tx, id: number, userId: number): void {
    assign.run(tx, { id, userId })
    assignTasks.run(tx, { batchId: id, userId })
  },
  /** The last pick ends its batch, the last batch its wave. */
  finishIfPicked(tx: Tx, batchId: number): void {
    if (tx.run(FINISH_BATCH, [batchId]).changes > 0) tx.run(FINISH_WAVE, [batchId])
  },
  reopen(tx: Tx, batchId: number): void {
    tx.run(REOPEN_BATCH, [batchId])
    tx.run(REOPEN_WAVE, [batchId])
  },
  closeShipped: (tx: Tx, kind: string, id: number) => tx.run(CLOSE_WAVES, [kind, id]),
  reopenShipped: (tx: Tx, kind: string, id: number) => tx.run(OPEN_WAVES, [kind, id]),
  expiryOf: (reader: Reader, lotId: number): string | null =>
    reader.first<{ expiresOn: string | null }>(EXPIRY, [lotId])?.expiresOn ?? null,
  lastSequence: (reader: Reader, batchId: number): number =>
    reader.first<{ sequence: number | null }>(LAST_SEQUENCE, [batchId])?.sequence ?? 0,
}
