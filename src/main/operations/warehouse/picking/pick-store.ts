import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

export interface OpenPick {
  readonly id: number
  readonly state: string
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly doneMicro: number
  readonly fromBinId: number
  readonly toBinId: number
  readonly demandId: number
  readonly batchId: number
  readonly waveId: number
  readonly slot: number
  readonly sortedMicro: number
  readonly fromBinCode: string
  readonly lotCode: string | null
  readonly expiresOn: string | null
}

/** All that a pick scan is held against, in one row. */
const PICK = `
  SELECT t.id, t.state, t.warehouse_id AS warehouseId, t.item_id AS itemId, t.lot_id AS lotId,
    t.quantity_micro AS quantityMicro, t.done_micro AS doneMicro, t.from_bin_id AS fromBinId, t.to_bin_id AS toBinId,
    t.demand_id AS demandId, t.batch_id AS batchId, t.source_id AS waveId, t.slot,
    t.sorted_micro AS sortedMicro, b.code AS fromBinCode, l.code AS lotCode, l.expires_on AS expiresOn
  FROM warehouse_task t
  JOIN warehouse_bin b ON b.id = t.from_bin_id
  LEFT JOIN v_inventory_lot l ON l.id = t.lot_id
  WHERE t.id = ? AND t.kind = 'pick'`

const OPEN_OF_LOT = `
  SELECT id FROM warehouse_task
  WHERE kind = 'pick' AND state = 'open' AND item_id = ? AND lot_id = ? AND from_bin_id = ? LIMIT 1`
const setLot = statement((p: { id: number; lotId: number }) =>
  db.updateTable('warehouse_task').set({ lot_id: p.lotId }).where('id', '=', p.id),
)

const SETTLE_WEIGHT = 'UPDATE warehouse_task SET quantity_micro = quantity_micro + ?2 WHERE id = ?1'

type PickState = 'open' | 'done' | 'short'

const setDone = statement((p: { id: number; done: number; state: PickState; finishedAt: string | null }) =>
  db
    .updateTable('warehouse_task')
    .set({ done_micro: p.done, state: p.state, finished_at: p.finishedAt })
    .where('id', '=', p.id),
)

const addPicked = statement((p: { demandId: number; binId: number; lotId: number; quantity: number }) =>
  db
    .insertInto('warehouse_picked')
    .values({ demand_id: p.demandId, bin_id: p.binId, lot_id: p.lotId, quantity_micro: p.quantity })
    .onConflict((conflict) =>
      conflict.columns(['demand_id', 'bin_id', 'lot_id']).doUpdateSet((e) => ({
        quantity_micro: e('warehouse_picked.quantity_micro', '+', e.ref('excluded.quantity_micro')),
      })),
    ),
)

// The guard stands in the write: what is packed cannot be taken back to the shelf.
const takePicked = statement((p: { demandId: number; binId: number; lotId: number; quantity: number }) =>
  db
    .updateTable('warehouse_picked')
    .set((e) => ({ quantity_micro: e('quantity_micro', '-', p.quantity) }))
    .where('demand_id', '=', p.demandId)
    .where('bin_id', '=', p.binId)
    .where('lot_id', '=', p.lotId)
    .where((e) => e(e('quantity_micro', '-', e.ref('packed_micro')), '>=', p.quantity)),
)

const noteRecount = statement((p: { binId: number; itemId: number; lotId: number; by: number; at: string }) =>
  db
    .insertInto('warehouse_recount')
    .values({ bin_id: p.binId, item_id: p.itemId, lot_id: p.lotId, noted_by: p.by, noted_at: p.at })
    .onConflict((conflict) => conflict.doNothing()),
)

export const pickStore = {
  byId: (reader: Reader, id: number) => reader.first<OpenPick>(PICK, [id]),
  openPickOfLot: (reader: Reader, itemId: number, lotId: number, binId: number) =>
    reader.first<{ id: number }>(OPEN_OF_LOT, [itemId, lotId, binId]),
  settleWeight: (tx: Tx, id: number, difference: number) => tx.run(SETTLE_WEIGHT, [id, difference]),
  setLot: (tx: Tx, id: number, lotId: number) => setLot.run(tx, { id, lotId }),
  setDone: (tx: Tx, id: number, done: number, state: PickState) =>
    setDone.run(tx, { id, done, state, finishedAt: state === 'open' ? null : tx.now.toISOString() }),
  addPicked: (tx: Tx, row: { demandId: number; binId: number; lotId: number; quantity: number }) =>
    addPicked.run(tx, row),
  /** False where that much is no longer unpacked. */
  takePicked: (tx: Tx, row: { demandId: number; binId: number; lotId: number; quantity: number }): boolean =>
    takePicked.run(tx, row).changes === 1,
  noteRecount(tx: Tx, row: { binId: number; itemId: number; lotId: number; by: number }): void {
    noteRecount.run(tx, { ...row, at: tx.now.toISOString() })
  },
}
