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

interface Part {
  readonly demandId: number
  readonly binId: number
  readonly lotId: number
}

export const packingStore = {
  partsOfSource: (reader: Reader, kind: string, id: number) => reader.all<PickedPart>(PARTS_OF_SOURCE, [kind, id]),
  partsOfDemand: (reader: Reader, demandId: number) => reader.all<PickedPart>(PARTS_OF_DEMAND, [demandId]),
  /** Negative quantities take back. */
  addPacked: (tx: Tx, part: Part, quantity: number) => addPacked.run(tx, { ...part, quantity }),
  addShipped: (tx: Tx, part: Part, quantity: number) => addShipped.run(tx, { ...part, quantity }),
}
