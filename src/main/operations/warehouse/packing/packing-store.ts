import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

export interface PickedPart {
  readonly demandId: number
  readonly sourceLineId: number
  readonly itemId: number
  readonly binId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly packedMicro: number
  readonly shippedMicro: number
}

const PARTS = `
  SELECT p.demand_id AS demandId, d.source_line_id AS sourceLineId, d.item_id AS itemId, p.bin_id AS binId,
    p.lot_id AS lotId, p.quantity_micro AS quantityMicro, p.packed_micro AS packedMicro, p.shipped_micro AS shippedMicro
  FROM warehouse_demand d JOIN warehouse_picked p ON p.demand_id = d.id`
const PARTS_OF_SOURCE = `${PARTS} WHERE d.source_kind = ? AND d.source_id = ? ORDER BY d.id, p.lot_id`
const PARTS_OF_ITEM = `${PARTS} WHERE d.source_kind = ? AND d.source_id = ? AND d.item_id = ? ORDER BY d.id, p.lot_id`
// Looked at by item while lines are packed in their own order: one that is left is met early.
const ANY_UNPACKED = `
  SELECT 1 FROM warehouse_demand INDEXED BY warehouse_demand_source
  WHERE source_kind = ? AND source_id = ? AND packed_micro < picked_micro LIMIT 1`
const PARTS_OF_DEMAND = `${PARTS} WHERE d.id = ? ORDER BY p.lot_id`

const addPacked = statement((p: { demandId: number; binId: number; lotId: number; quantity: number }) =>
  db
    .updateTable('warehouse_picked')
    .set((e) => ({ packed_micro: e('packed_micro', '+', p.quantity) }))
    .where('demand_id', '=', p.demandId)
    .where('bin_id', '=', p.binId)
    .where('lot_id', '=', p.lotId),
)

const addShipped = statement((p: { demandId: number; binId: number; lotId: number; quantity: number }) =>
  db
    .updateTable('warehouse_picked')
    .set((e) => ({ shipped_micro: e('shipped_micro', '+', p.quantity) }))
    .where('demand_id', '=', p.demandId)
    .where('bin_id', '=', p.binId)
    .where('lot_id', '=', p.lotId),
)

// Shipped and unpacked goods stay where they are booked; what is packed moves with its carton.
const TAKE_PACKED = `
  UPDATE warehouse_picked SET quantity_micro = quantity_micro - ?4, packed_micro = packed_micro - ?4
  WHERE demand_id = ?1 AND bin_id = ?2 AND lot_id = ?3`
const PUT_PACKED = `
  INSERT INTO warehouse_picked (demand_id, bin_id, lot_id, quantity_micro, packed_micro) VALUES (?1, ?2, ?3, ?4, ?4)
  ON CONFLICT DO UPDATE SET quantity_micro = quantity_micro + ?4, packed_micro = packed_micro + ?4`

interface Part {
  readonly demandId: number
  readonly binId: number
  readonly lotId: number
}

export const packingStore = {
  partsOfSource: (reader: Reader, kind: string, id: number) => reader.all<PickedPart>(PARTS_OF_SOURCE, [kind, id]),
  partsOfItem: (reader: Reader, kind: string, id: number, itemId: number) =>
    reader.all<PickedPart>(PARTS_OF_ITEM, [kind, id, itemId]),
  isSomethingUnpacked: (reader: Reader, kind: string, id: number): boolean =>
    reader.first(ANY_UNPACKED, [kind, id]) !== undefined,
  partsOfDemand: (reader: Reader, demandId: number) => reader.all<PickedPart>(PARTS_OF_DEMAND, [demandId]),
  movePacked(tx: Tx, part: Part, toBinId: number, quantity: number): void {
    tx.run(TAKE_PACKED, [part.demandId, part.binId, part.lotId, quantity])
    tx.run(PUT_PACKED, [part.demandId, toBinId, part.lotId, quantity])
  },
  /** Negative quantities take back. */
  addPacked: (tx: Tx, part: Part, quantity: number) => addPacked.run(tx, { ...part, quantity }),
  addShipped: (tx: Tx, part: Part, quantity: number) => addShipped.run(tx, { ...part, quantity }),
}
