import type { Reader, Tx } from '../../../kernel/db'

const SLOTS_OF = `
  SELECT t.slot, max(o.code) AS code FROM warehouse_task t
  LEFT JOIN warehouse_tote o ON o.batch_id = t.batch_id AND o.slot = t.slot
  WHERE t.batch_id = ? AND t.slot IS NOT NULL GROUP BY t.slot ORDER BY t.slot`
const BIND = `
  INSERT INTO warehouse_tote (batch_id, slot, code) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET code = excluded.code`
const CODE_AT = 'SELECT code FROM warehouse_tote WHERE batch_id = ? AND slot = ?'
const FILLED = 'SELECT 1 FROM warehouse_task WHERE batch_id = ? AND slot = ? AND done_micro > 0 LIMIT 1'

/** The order whose goods stand in the tote, or will: something of it is to be picked or packed. */
const ORDER_IN = `
  SELECT d.source_number AS number FROM warehouse_tote o
  JOIN warehouse_task t ON t.batch_id = o.batch_id AND t.slot = o.slot
  JOIN warehouse_demand d ON d.id = t.demand_id
  WHERE o.code = ?1 AND o.batch_id <> ?2 AND (t.state = 'open' OR d.packed_micro < d.picked_micro) LIMIT 1`

export const toteStore = {
  slotsOf: (reader: Reader, batchId: number) => reader.all<{ slot: number; code: string | null }>(SLOTS_OF, [batchId]),
  bind: (tx: Tx, batchId: number, slot: number, code: string) => tx.run(BIND, [batchId, slot, code]),
  codeAt: (reader: Reader, batchId: number, slot: number): string | undefined =>
    reader.first<{ code: string }>(CODE_AT, [batchId, slot])?.code,
  isFilled: (reader: Reader, batchId: number, slot: number): boolean =>
    reader.first(FILLED, [batchId, slot]) !== undefined,
  orderIn: (reader: Reader, code: string, exceptBatchId: number): string | undefined =>
    reader.first<{ number: string }>(ORDER_IN, [code, exceptBatchId])?.number,
}
