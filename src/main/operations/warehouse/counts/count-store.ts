import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

type CountState = WarehouseTables['warehouse_count']['state']

const insert = statement((p: { warehouseId: number; countedOn: string; note: string; by: number; at: string }) =>
  db.insertInto('warehouse_count').values({
    number: null,
    warehouse_id: p.warehouseId,
    state: 'counting',
    counted_on: p.countedOn,
    note: p.note,
    created_by: p.by,
    created_at: p.at,
    approved_by: null,
  }),
)

const insertBin = statement((p: { countId: number; binId: number }) =>
  db.insertInto('warehouse_count_bin').values({ count_id: p.countId, bin_id: p.binId }),
)

const byId = statement((p: { id: number }) => db.selectFrom('warehouse_count').selectAll().where('id', '=', p.id))

const binsOf = statement((p: { countId: number }) =>
  db.selectFrom('warehouse_count_bin').selectAll().where('count_id', '=', p.countId),
)

interface FinishedBin {
  readonly countId: number
  readonly binId: number
  readonly finished: number
  readonly recount: number
  readonly by: number
}

const finishBin = statement((p: FinishedBin) =>
  db
    .updateTable('warehouse_count_bin')
    .set({ finished: p.finished, recount: p.recount, counted_by: p.by })
    .where('count_id', '=', p.countId)
    .where('bin_id', '=', p.binId),
)

const clearBin = statement((p: { countId: number; binId: number }) =>
  db.deleteFrom('warehouse_count_line').where('count_id', '=', p.countId).where('bin_id', '=', p.binId),
)

interface CountedLine {
  readonly countId: number
  readonly binId: number
  readonly itemId: number
  readonly lotId: number
  readonly expectedMicro: number
  readonly countedMicro: number
  readonly countedPieces: number | null
}

const insertLine = statement((p: CountedLine) =>
  db.insertInto('warehouse_count_line').values({
    count_id: p.countId,
    bin_id: p.binId,
    item_id: p.itemId,
    lot_id: p.lotId,
    expected_micro: p.expectedMicro,
    counted_micro: p.countedMicro,
    counted_pieces: p.countedPieces,
  }),
)

const linesOf = statement((p: { countId: number }) =>
  db.selectFrom('warehouse_count_line').selectAll().where('count_id', '=', p.countId).orderBy('id'),
)

const setLineValue = statement((p: { id: number; value: number }) =>
  db.updateTable('warehouse_count_line').set({ value_minor: p.value }).where('id', '=', p.id),
)

const setState = statement((p: { id: number; state: CountState }) =>
  db.updateTable('warehouse_count').set({ state: p.state }).where('id', '=', p.id),
)

const approve = statement((p: { id: number; number: string; by: number }) =>
  db
    .updateTable('warehouse_count')
    .set({ state: 'approved', number: p.number, approved_by: p.by })
    .where('id', '=', p.id),
)

const FORGET_RECOUNTS = `
  DELETE FROM warehouse_recount WHERE bin_id IN (SELECT bin_id FROM warehouse_count_bin WHERE count_id = ?)`

const OPEN_COUNT_OF_BIN = `
  SELECT c.id FROM warehouse_count c JOIN warehouse_count_bin b ON b.count_id = c.id
  WHERE b.bin_id = ? AND c.state IN ('counting', 'counted')`

const FREEZE = 'INSERT INTO warehouse_frozen_bin (bin_id, count_id) VALUES (?, ?)'
const THAW = 'DELETE FROM warehouse_frozen_bin WHERE count_id = ?'
const FROZEN = `
  SELECT b.code FROM warehouse_frozen_bin f JOIN warehouse_bin b ON b.id = f.bin_id WHERE f.bin_id IN (?, ?)`
const FROZEN_BINS = 'SELECT bin_id AS binId FROM warehouse_frozen_bin WHERE count_id = ?'

const BEGIN = `
  UPDATE warehouse_count_bin SET began_at_movement = (SELECT coalesce(max(id), 0) FROM v_inventory_movement)
  WHERE count_id = ? AND bin_id = ?`
const MOVED_WHILE_COUNTING = `
  SELECT i.code || ' ' || i.name AS item FROM v_inventory_movement m JOIN v_items_item i ON i.id = m.item_id
  WHERE m.id > ?1 AND (m.from_bin_id = ?2 OR m.to_bin_id = ?2) LIMIT 1`

const BINS_IN_ZONE = `
  SELECT b.id FROM warehouse_bin b
  WHERE b.warehouse_id = ?1 AND b.zone_id = ?2 AND b.kind IN ('storage', 'pick-face')
    AND NOT EXISTS (SELECT 1 FROM warehouse_count_bin k JOIN warehouse_count n ON n.id = k.count_id
      WHERE k.bin_id = b.id AND n.state IN ('counting', 'counted'))
  ORDER BY b.aisle, b.y_millimetres, b.level, b.code LIMIT 1000`

export const countStore = {
  insert: (tx: Tx, row: { warehouseId: number; countedOn: string; note: string; by: number }): number =>
    insert.run(tx, { ...row, at: tx.now.toISOString() }).id,
  insertBin: (tx: Tx, countId: number, binId: number) => insertBin.run(tx, { countId, binId }),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  binsOf: (reader: Reader, countId: number) => binsOf.all(reader, { countId }),
  finishBin: (tx: Tx, row: FinishedBin) => finishBin.run(tx, row),
  clearBin: (tx: Tx, countId: number, binId: number) => clearBin.run(tx, { countId, binId }),
  insertLine: (tx: Tx, row: CountedLine) => insertLine.run(tx, row),
  linesOf: (reader: Reader, countId: number) => linesOf.all(reader, { countId }),
  setLineValue: (tx: Tx, id: number, value: number) => setLineValue.run(tx, { id, value }),
  setState: (tx: Tx, id: number, state: CountState) => setState.run(tx, { id, state }),
  approve: (tx: Tx, id: number, number: string, by: number) => approve.run(tx, { id, number, by }),
  forgetRecounts: (tx: Tx, countId: number) => tx.run(FORGET_RECOUNTS, [countId]),
  isInOpenCount: (reader: Reader, binId: number): boolean => reader.first(OPEN_COUNT_OF_BIN, [binId]) !== undefined,
  freeze: (tx: Tx, countId: number, binId: number) => tx.run(FREEZE, [binId, countId]),
  thaw: (tx: Tx, countId: number) => tx.run(THAW, [countId]),
  /** Which of the two may not be touched now. */
  frozenOf: (reader: Reader, fromBinId: number, toBinId: number): string | undefined =>
    reader.first<{ code: string }>(FROZEN, [fromBinId, toBinId])?.code,
  frozenBins: (reader: Reader, countId: number): ReadonlySet<number> =>
    new Set(reader.all<{ binId: number }>(FROZEN_BINS, [countId]).map((row) => row.binId)),
  begin: (tx: Tx, countId: number, binId: number) => tx.run(BEGIN, [countId, binId]),
  movedWhileCounting: (reader: Reader, since: number, binId: number): string | undefined =>
    reader.first<{ item: string }>(MOVED_WHILE_COUNTING, [since, binId])?.item,
  binsInZone: (reader: Reader, warehouseId: number, zoneId: number): number[] =>
    reader.all<{ id: number }>(BINS_IN_ZONE, [warehouseId, zoneId]).map((row) => row.id),
}
