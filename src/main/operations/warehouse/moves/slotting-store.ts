import type { Reader } from '../../../kernel/db'
import type { CandidateBin, Span } from '../putaway/putaway-store'

/** Picks of the latest walks, in the order of the walks; some hundred walks say as much as all. */
const PICKS = `
  SELECT t.batch_id AS batchId, t.item_id AS itemId, t.from_bin_id AS binId, b.aisle, b.y_millimetres AS yMillimetres
  FROM warehouse_task t JOIN warehouse_bin b ON b.id = t.from_bin_id
  WHERE t.batch_id IN (
      SELECT k.id FROM warehouse_batch k JOIN warehouse_wave w ON w.id = k.wave_id
      WHERE w.warehouse_id = ?1 AND w.released_on >= ?2 AND k.state = 'picked' ORDER BY k.id DESC LIMIT 400)
    AND t.kind = 'pick' AND t.done_micro > 0
  ORDER BY t.batch_id, t.sequence, t.id`

export interface WalkedPick {
  readonly batchId: number
  readonly itemId: number
  readonly binId: number
  readonly aisle: number
  readonly yMillimetres: number
}

const AISLES = 'SELECT coalesce(max(aisle), 0) AS aisles FROM warehouse_bin WHERE warehouse_id = ?'

/** What of an item lies in a storage bin, when all of it may be moved: nothing promised, held, doubtful or moving. */
const MOVABLE = `
  SELECT b.zone_id AS zoneId, b.distance_millimetres AS distanceMillimetres, b.aisle, b.y_millimetres AS yMillimetres,
    sum(s.quantity_micro) AS quantityMicro
  FROM v_inventory_balance s JOIN warehouse_bin b ON b.id = s.bin_id
  WHERE s.item_id = ?1 AND s.bin_id = ?2 AND s.quantity_micro > 0 AND b.kind = 'storage' AND b.blocked = 0
    AND NOT EXISTS (SELECT 1 FROM warehouse_recount r WHERE r.bin_id = b.id)
    AND NOT EXISTS (SELECT 1 FROM warehouse_held_lot h WHERE h.lot_id = s.lot_id)
    AND NOT EXISTS (SELECT 1 FROM warehouse_task t
      WHERE t.state = 'open' AND t.kind = 'move' AND (t.from_bin_id = b.id OR t.to_bin_id = b.id))
  GROUP BY b.id HAVING sum(s.allocated_micro) = 0 AND min(s.status = 'available') = 1`

export interface BinStock {
  readonly itemId: number
  readonly binId: number
  readonly zoneId: number
  readonly distanceMillimetres: number
  readonly aisle: number
  readonly yMillimetres: number
  readonly quantityMicro: number
  readonly picks: number
}

const BIN = `SELECT b.id, b.code, b.zone_id AS zoneId, b.level, b.aisle, b.y_millimetres AS yMillimetres,
    b.capacity_millilitres AS capacityMillilitres, b.capacity_grams AS capacityGrams`
const BY_ID = `${BIN} FROM warehouse_bin b WHERE b.id = ?`
/** Nearer bins with goods of one kind, the nearest first; fixed bins keep what is fixed there. */
const OCCUPIED = `
  ${BIN}, min(s.item_id) AS itemId
  FROM warehouse_bin b JOIN v_inventory_balance s ON s.bin_id = b.id AND s.quantity_micro > 0
  WHERE b.warehouse_id = ?1 AND b.zone_id = ?2 AND b.kind = 'storage' AND b.blocked = 0
    AND b.distance_millimetres BETWEEN ?3 AND ?4 AND b.level BETWEEN ?5 AND ?6
  GROUP BY b.id HAVING count(DISTINCT s.item_id) = 1 ORDER BY b.distance_millimetres, b.level LIMIT 24`

const LOTS_IN = `
  SELECT lot_id AS lotId, quantity_micro AS quantityMicro FROM v_inventory_balance
  WHERE item_id = ? AND bin_id = ? AND status = 'available' AND quantity_micro > 0 ORDER BY lot_id`

export const slottingStore = {
  picks: (reader: Reader, warehouseId: number, since: string) => reader.all<WalkedPick>(PICKS, [warehouseId, since]),
  aisles: (reader: Reader, warehouseId: number): number =>
    reader.first<{ aisles: number }>(AISLES, [warehouseId])?.aisles ?? 0,
  movable: (reader: Reader, itemId: number, binId: number) =>
    reader.first<Omit<BinStock, 'itemId' | 'binId' | 'picks'>>(MOVABLE, [itemId, binId]),
  bin: (reader: Reader, binId: number) => reader.first<CandidateBin>(BY_ID, [binId]),
  occupied: (
    reader: Reader,
    place: { warehouseId: number; zoneId: number; from: number; to: number; levels: Span },
  ) => {
    const { warehouseId, zoneId, from, to, levels } = place
    const params = [warehouseId, zoneId, from, to, levels.from, levels.to]
    return reader.all<CandidateBin & { readonly itemId: number }>(OCCUPIED, params)
  },
  lotsIn: (reader: Reader, itemId: number, binId: number) =>
    reader.all<{ lotId: number; quantityMicro: number }>(LOTS_IN, [itemId, binId]),
}
