import type { Reader } from '../../../kernel/db'

const SCATTERED = `
  WITH free AS (
    SELECT s.item_id, s.lot_id, s.bin_id, s.quantity_micro,
      (SELECT count(*) FROM v_inventory_balance o WHERE o.bin_id = s.bin_id AND o.quantity_micro > 0) AS rows_there,
      count(*) OVER (PARTITION BY s.item_id, s.lot_id) AS places
    FROM v_inventory_balance s JOIN warehouse_bin b ON b.id = s.bin_id
    WHERE s.warehouse_id = ?1 AND s.status = 'available' AND s.quantity_micro > 0 AND s.allocated_micro = 0
      AND b.kind = 'storage' AND b.blocked = 0
      AND NOT EXISTS (SELECT 1 FROM warehouse_held_lot h WHERE h.lot_id = s.lot_id)
      AND NOT EXISTS (SELECT 1 FROM warehouse_recount r WHERE r.bin_id = s.bin_id)
      AND NOT EXISTS (SELECT 1 FROM warehouse_task t
        WHERE t.state = 'open' AND t.kind = 'move' AND (t.from_bin_id = s.bin_id OR t.to_bin_id = s.bin_id))
  )
  SELECT item_id AS itemId, lot_id AS lotId, bin_id AS binId, quantity_micro AS quantityMicro, rows_there AS rowsThere
  FROM free WHERE places > 1 ORDER BY item_id, lot_id, quantity_micro, bin_id LIMIT 2000`

export interface Scattered {
  readonly itemId: number
  readonly lotId: number
  readonly binId: number
  readonly quantityMicro: number
  readonly rowsThere: number
}

/** The same goods in several storage bins, none of it promised, held, doubtful or on the move; smallest first. */
export function scattered(reader: Reader, warehouseId: number): Scattered[] {
  return reader.all<Scattered>(SCATTERED, [warehouseId])
}
