import type { Reader, Tx } from '../../../kernel/db'

/** Whether nothing lies in the bin by the books, where the house asks about that. */
const ASKED = `
  SELECT b.code FROM warehouse_bin b JOIN warehouse_warehouse w ON w.id = b.warehouse_id
  WHERE b.id = ?1 AND w.asks_when_emptied = 1 AND b.kind IN ('storage', 'pick-face')
    AND NOT EXISTS (SELECT 1 FROM v_inventory_balance s WHERE s.bin_id = b.id AND s.quantity_micro > 0)`
const LOOKED = 'SELECT 1 FROM warehouse_empty_look WHERE task_id = ?'
const NOTE = `
  INSERT INTO warehouse_empty_look (task_id, bin_id, is_empty, looked_by, looked_at) VALUES (?, ?, ?, ?, ?)`

export const emptyLookStore = {
  isAsked: (reader: Reader, binId: number): boolean => reader.first(ASKED, [binId]) !== undefined,
  isLooked: (reader: Reader, taskId: number): boolean => reader.first(LOOKED, [taskId]) !== undefined,
  note: (tx: Tx, row: { taskId: number; binId: number; isEmpty: boolean; by: number }) =>
    tx.run(NOTE, [row.taskId, row.binId, Number(row.isEmpty), row.by, tx.now.toISOString()]),
}
