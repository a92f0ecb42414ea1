import type { Reader } from '../../../kernel/db'

export interface FaceRow {
  readonly itemId: number
  readonly binId: number
  readonly minimumMicro: number
  readonly maximumMicro: number
  readonly freeMicro: number
  readonly comingMicro: number
  readonly demandMicro: number
}

const FACES = `
  SELECT f.item_id AS itemId, f.bin_id AS binId, f.minimum_micro AS minimumMicro, f.maximum_micro AS maximumMicro,
    coalesce((SELECT sum(s.quantity_micro - s.allocated_micro) FROM v_inventory_balance s
      WHERE s.bin_id = f.bin_id AND s.item_id = f.item_id AND s.status = 'available'), 0) AS freeMicro,
    coalesce((SELECT sum(t.quantity_micro - t.done_micro) FROM warehouse_task t
      WHERE t.to_bin_id = f.bin_id AND t.item_id = f.item_id AND t.state = 'open'
        AND t.kind IN ('putaway', 'move')), 0) AS comingMicro,
    coalesce(d.wanted, 0) AS demandMicro
  FROM warehouse_pick_face f
  JOIN warehouse_bin b ON b.id = f.bin_id
  LEFT JOIN (
    SELECT item_id, sum(quantity_micro - released_micro - withdrawn_micro) AS wanted FROM warehouse_demand
    WHERE warehouse_id = ?1 AND quantity_micro > released_micro + withdrawn_micro
      AND (?2 = '[]' OR source_id IN (SELECT value FROM json_each(?2)))
    GROUP BY item_id
  ) d ON d.item_id = f.item_id
  WHERE f.warehouse_id = ?1 AND b.blocked = 0
  ORDER BY b.aisle, b.y_millimetres, b.level, f.item_id`

/** What is free in each pick face, what is on its way there, and what the orders named (or all that wait) want. */
export function pickFaces(reader: Reader, warehouseId: number, orderIds: readonly number[]): FaceRow[] {
  return reader.all<FaceRow>(FACES, [warehouseId, JSON.stringify(orderIds)])
}
