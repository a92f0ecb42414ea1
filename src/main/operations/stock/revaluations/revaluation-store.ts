import type { Reader, Tx } from '../../../kernel/db'
import type { RevaluationRow } from '../tables'

const COLUMNS = `id, number, state, warehouse_id AS warehouseId, item_id AS itemId, lot_id AS lotId,
  revalued_on AS revaluedOn, reason, quantity_micro AS quantityMicro, before_minor AS beforeMinor,
  after_minor AS afterMinor`

export const revaluationStore = {
  insert: (tx: Tx, row: Omit<RevaluationRow, 'id' | 'state'> & { readonly by: number }): number =>
    tx.run(
      `INSERT INTO stock_revaluation (number, state, warehouse_id, item_id, lot_id, revalued_on, reason, quantity_micro,
         before_minor, after_minor, created_by, created_at)
       VALUES (?, 'posted', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.number,
        row.warehouseId,
        row.itemId,
        row.lotId,
        row.revaluedOn,
        row.reason,
        row.quantityMicro,
        row.beforeMinor,
        row.afterMinor,
        row.by,
        tx.now.toISOString(),
      ],
    ).id,
  setReversed: (tx: Tx, id: number): void => {
    tx.run(`UPDATE stock_revaluation SET state = 'reversed' WHERE id = ?`, [id])
  },
  byId: (reader: Reader, id: number) =>
    reader.first<RevaluationRow>(`SELECT ${COLUMNS} FROM stock_revaluation WHERE id = ?`, [id]),
}
