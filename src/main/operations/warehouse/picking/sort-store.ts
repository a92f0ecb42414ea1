import type { Reader, Tx } from '../../../kernel/db'

export interface Sorting {
  readonly taskId: number
  readonly slot: number
  readonly orderNumber: string
  readonly itemId: number
  readonly lotCode: string | null
  readonly openMicro: number
}

/** Picked goods that do not lie in a slot of the wall yet. A tote of a cart is its order's already. */
const TO_SORT = `
  SELECT t.id AS taskId, t.slot, d.source_number AS orderNumber, t.item_id AS itemId, l.code AS lotCode,
    t.done_micro - t.sorted_micro AS openMicro
  FROM warehouse_task t
  JOIN warehouse_demand d ON d.id = t.demand_id
  LEFT JOIN v_inventory_lot l ON l.id = t.lot_id
  WHERE t.batch_id = ? AND t.done_micro > t.sorted_micro ORDER BY t.slot, t.id`
const SORT = 'UPDATE warehouse_task SET sorted_micro = sorted_micro + ?2 WHERE id = ?1'

const LIST = `
  SELECT b.id AS batchId, b.number, count(DISTINCT t.slot) AS orders, sum(t.done_micro) AS pickedMicro,
    sum(t.sorted_micro) AS sortedMicro
  FROM warehouse_wave w
  JOIN warehouse_batch b ON b.wave_id = w.id
  JOIN warehouse_task t ON t.batch_id = b.id
  JOIN warehouse_demand d ON d.id = t.demand_id
  WHERE w.warehouse_id = ? AND w.state <> 'closed' AND w.picking = 'batch' AND b.state = 'picked'
  GROUP BY b.id
  HAVING count(DISTINCT t.slot) > 1 AND sum(t.done_micro) > sum(t.sorted_micro)
    AND max(d.packed_micro < d.picked_micro) = 1
  ORDER BY b.id`

const UNSORT = 'UPDATE warehouse_task SET sorted_micro = sorted_micro - ?2 WHERE id = ?1 AND sorted_micro >= ?2'

interface BatchToSort {
  readonly batchId: number
  readonly number: string
  readonly orders: number
  readonly pickedMicro: number
  readonly sortedMicro: number
}

export const sortStore = {
  open: (reader: Reader, batchId: number): Sorting[] => reader.all<Sorting>(TO_SORT, [batchId]),
  batches: (reader: Reader, warehouseId: number): BatchToSort[] => reader.all<BatchToSort>(LIST, [warehouseId]),
  sort: (tx: Tx, taskId: number, quantityMicro: number): void => {
    tx.run(SORT, [taskId, quantityMicro])
  },
  /** Out of its slot again. False where that much does not lie there. */
  unsort: (tx: Tx, taskId: number, quantityMicro: number): boolean =>
    tx.run(UNSORT, [taskId, quantityMicro]).changes === 1,
}
