import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

type Status = 'available' | 'quarantine' | 'damaged'

export interface NewMove {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly fromBinId: number
  readonly toBinId: number
  readonly status: Status
  readonly reasonCode: 'recall' | 'replenish' | 'replenishDemand' | 'consolidate' | 'slotting'
  readonly sourceKind: string
  readonly sourceId: number
  /** Of moves of one source: those before it come first. */
  readonly sequence?: number
}

const insert = statement((p: NewMove & { sequence: number; at: string }) =>
  db.insertInto('warehouse_task').values({
    kind: 'move',
    state: 'open',
    warehouse_id: p.warehouseId,
    item_id: p.itemId,
    lot_id: p.lotId,
    quantity_micro: p.quantityMicro,
    from_bin_id: p.fromBinId,
    to_bin_id: p.toBinId,
    status: p.status,
    reason_code: p.reasonCode,
    reason_params: '{}',
    source_kind: p.sourceKind,
    source_id: p.sourceId,
    source_line_id: 0,
    demand_id: null,
    batch_id: null,
    sequence: p.sequence,
    slot: null,
    assigned_to: null,
    created_at: p.at,
    finished_at: null,
  }),
)

const TASK = `
  SELECT t.id, t.state, t.warehouse_id AS warehouseId, t.item_id AS itemId, t.lot_id AS lotId, l.code AS lotCode,
    t.quantity_micro AS quantityMicro, t.done_micro AS doneMicro, t.from_bin_id AS fromBinId, f.code AS fromBinCode,
    t.to_bin_id AS toBinId, g.code AS toBinCode, t.status
  FROM warehouse_task t
  JOIN warehouse_bin f ON f.id = t.from_bin_id
  JOIN warehouse_bin g ON g.id = t.to_bin_id
  LEFT JOIN v_inventory_lot l ON l.id = t.lot_id
  WHERE t.id = ? AND t.kind = 'move'`

export interface PlannedMove {
  readonly id: number
  readonly state: string
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly lotCode: string | null
  readonly quantityMicro: number
  readonly doneMicro: number
  readonly fromBinId: number
  readonly fromBinCode: string
  readonly toBinId: number
  readonly toBinCode: string
  readonly status: Status
}

const setDone = statement((p: { id: number; done: number; state: 'open' | 'done'; finishedAt: string | null }) =>
  db
    .updateTable('warehouse_task')
    .set({
      done_micro: p.done,
      state: p.state,
      finished_at: p.finishedAt,
      assigned_to: sql`CASE WHEN ${p.state} = 'done' THEN NULL ELSE assigned_to END`,
    })
    .where('id', '=', p.id),
)

const cancel = statement((p: { id: number; at: string }) =>
  db.updateTable('warehouse_task').set({ state: 'cancelled', finished_at: p.at }).where('id', '=', p.id),
)

const OPEN_OF_LOT = `
  SELECT id, from_bin_id AS fromBinId, to_bin_id AS toBinId FROM warehouse_task
  WHERE kind = 'move' AND state = 'open' AND item_id = ? AND lot_id = ?`

const LEAVING = `
  SELECT from_bin_id AS binId, lot_id AS lotId, sum(quantity_micro - done_micro) AS quantityMicro FROM warehouse_task
  WHERE kind = 'move' AND state = 'open' AND warehouse_id = ? AND item_id = ? GROUP BY from_bin_id, lot_id`

export const moveStore = {
  insert: (tx: Tx, row: NewMove): number =>
    insert.run(tx, { ...row, sequence: row.sequence ?? 0, at: tx.now.toISOString() }).id,
  byId: (reader: Reader, id: number) => reader.first<PlannedMove>(TASK, [id]),
  setDone: (tx: Tx, id: number, done: number, state: 'open' | 'done') =>
    setDone.run(tx, { id, done, state, finishedAt: state === 'done' ? tx.now.toISOString() : null }),
  cancel: (tx: Tx, task: { readonly id: number }) => cancel.run(tx, { id: task.id, at: tx.now.toISOString() }),
  /** What planned moves will take away, by `bin lot`. */
  leaving: (reader: Reader, warehouseId: number, itemId: number): ReadonlyMap<string, number> =>
    new Map(
      reader
        .all<{ binId: number; lotId: number; quantityMicro: number }>(LEAVING, [warehouseId, itemId])
        .map((row) => [`${row.binId} ${row.lotId}`, row.quantityMicro]),
    ),
  openOfLot: (reader: Reader, itemId: number, lotId: number) =>
    reader.all<{ id: number; fromBinId: number; toBinId: number }>(OPEN_OF_LOT, [itemId, lotId]),
}
