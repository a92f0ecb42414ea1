import type { Reader } from '../../../kernel/db'

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
  SELECT b.zone_id AS zoneId, b.distance_millimetres AS distanceMillimetres, sum(s.quantity_micro) AS quantityMicro
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
  readonly quantityMicro: number
  readonly picks: number
}

const LOTS_IN = `
  SELECT lot_id AS lotId, quantity_micro AS quantityMicro FROM v_inventory_balance
  WHERE item_id = ? AND bin_id = ? AND status = 'available' AND quantity_micro > 0 ORDER BY lot_id`

export const slottingStore = {
  picks: (reader: Reader, warehouseId: number, since: string) => reader.all<WalkedPick>(PICKS, [warehouseId, since]),
  aisles: (reader: Reader, warehouseId: number): number =>
    reader.first<{ aisles: number }>(AISLES, [warehouseId])?.aisles ?? 0,
  movable: (reader: Reader, itemId: number, binId: number) =>
    reader.first<Omit<BinStock, 'itemId' | 'binId' | 'picks'>>(MOVABLE, [itemId, binId]),
  lotsIn: (reader: Reader, itemId: number, binId: number) =>
    reader.all<{ lotId: number; quantityMicro: number }>(LOTS_IN, [itemId, binId]),
}
