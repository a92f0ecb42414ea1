import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

interface NewLoad {
  readonly warehouseId: number
  readonly carrier: string
  readonly plannedOn: string
  readonly by: number
}

const insert = statement((p: NewLoad & { at: string }) =>
  db.insertInto('warehouse_load').values({
    warehouse_id: p.warehouseId,
    carrier: p.carrier,
    state: 'open',
    planned_on: p.plannedOn,
    created_by: p.by,
    created_at: p.at,
  }),
)

const insertStop = statement((p: { loadId: number; sequence: number; orderId: number }) =>
  db
    .insertInto('warehouse_load_stop')
    .values({ load_id: p.loadId, sequence: p.sequence, source_kind: 'sales.order', source_id: p.orderId }),
)

const byId = statement((p: { id: number }) => db.selectFrom('warehouse_load').selectAll().where('id', '=', p.id))

const setState = statement((p: { id: number; state: 'open' | 'loaded' | 'cancelled' }) =>
  db.updateTable('warehouse_load').set({ state: p.state }).where('id', '=', p.id),
)

const loadCarton = statement((p: { cartonId: number; loadId: number; by: number; at: string }) =>
  db
    .insertInto('warehouse_load_carton')
    .values({ carton_id: p.cartonId, load_id: p.loadId, loaded_by: p.by, loaded_at: p.at }),
)

const unload = statement((p: { cartonId: number }) =>
  db.deleteFrom('warehouse_load_carton').where('carton_id', '=', p.cartonId),
)

const unloadAll = statement((p: { loadId: number }) =>
  db.deleteFrom('warehouse_load_carton').where('load_id', '=', p.loadId),
)

/** Cartons of the orders on the tour, what is delivered last first: the order in which they go in. */
const CARTONS = `
  SELECT s.sequence, s.source_id AS orderId, c.id AS cartonId, c.number, c.code, c.state,
    c.lane_bin_id AS laneBinId, b.code AS laneCode, l.load_id AS loadedOn
  FROM warehouse_load_stop s
  LEFT JOIN warehouse_carton c ON c.source_kind = s.source_kind AND c.source_id = s.source_id
    AND (c.state <> 'shipped' OR EXISTS (
      SELECT 1 FROM warehouse_load_carton k WHERE k.carton_id = c.id AND k.load_id = s.load_id))
  LEFT JOIN warehouse_bin b ON b.id = c.lane_bin_id
  LEFT JOIN warehouse_load_carton l ON l.carton_id = c.id
  WHERE s.load_id = ? ORDER BY s.sequence DESC, c.number`

export interface StopCarton {
  readonly sequence: number
  readonly orderId: number
  readonly cartonId: number | null
  readonly number: number | null
  readonly code: string | null
  readonly state: 'open' | 'closed' | 'shipped' | null
  readonly laneBinId: number | null
  readonly laneCode: string | null
  readonly loadedOn: number | null
}

const OPEN_LOAD_OF = `
  SELECT l.id FROM warehouse_load_stop s JOIN warehouse_load l ON l.id = s.load_id
  WHERE s.source_kind = 'sales.order' AND s.source_id = ? AND l.state = 'open' LIMIT 1`

/** A vehicle that was full is open again once a carton comes off. */
const REOPEN = `
  UPDATE warehouse_load SET state = 'open' WHERE state = 'loaded' AND id IN (
    SELECT load_id FROM warehouse_load_stop WHERE source_kind = 'sales.order' AND source_id = ?)`

const LIST = `
  SELECT l.id, l.carrier, l.state, l.planned_on AS plannedOn,
    (SELECT count(*) FROM warehouse_load_stop s WHERE s.load_id = l.id) AS stops,
    (SELECT count(*) FROM warehouse_load_stop s
      JOIN warehouse_carton c ON c.source_kind = s.source_kind AND c.source_id = s.source_id AND c.state = 'closed'
      WHERE s.load_id = l.id) AS cartons,
    (SELECT count(*) FROM warehouse_load_carton k WHERE k.load_id = l.id) AS loaded
  FROM warehouse_load l WHERE l.warehouse_id = ? AND l.state <> 'cancelled' ORDER BY l.id DESC LIMIT 100`

interface LoadRow {
  id: number
  carrier: string
  state: string
  plannedOn: string
  stops: number
  cartons: number
  loaded: number
}

export const loadStore = {
  insert: (tx: Tx, row: NewLoad): number => insert.run(tx, { ...row, at: tx.now.toISOString() }).id,
  insertStop: (tx: Tx, row: { loadId: number; sequence: number; orderId: number }) => insertStop.run(tx, row),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  setState: (tx: Tx, id: number, state: 'open' | 'loaded' | 'cancelled') => setState.run(tx, { id, state }),
  cartons: (reader: Reader, loadId: number) => reader.all<StopCarton>(CARTONS, [loadId]),
  load: (tx: Tx, cartonId: number, loadId: number, by: number) =>
    loadCarton.run(tx, { cartonId, loadId, by, at: tx.now.toISOString() }),
  unload: (tx: Tx, cartonId: number): number => unload.run(tx, { cartonId }).changes,
  unloadAll: (tx: Tx, loadId: number) => unloadAll.run(tx, { loadId }),
  reopenFor: (tx: Tx, orderId: number) => tx.run(REOPEN, [orderId]),
  openLoadOf: (reader: Reader, orderId: number): number | undefined =>
    reader.first<{ id: number }>(OPEN_LOAD_OF, [orderId])?.id,
  list: (reader: Reader, warehouseId: number) => reader.all<LoadRow>(LIST, [warehouseId]),
}
