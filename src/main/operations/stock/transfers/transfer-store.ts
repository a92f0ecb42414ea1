import type { Reader, Tx } from '../../../kernel/db'
import type { TransferLineRow, TransferRow } from '../tables'

const COLUMNS = `id, number, state, from_warehouse_id AS fromWarehouseId, to_warehouse_id AS toWarehouseId,
  sent_on AS sentOn, arrived_on AS arrivedOn, note`
const LINE_COLUMNS = `id, item_id AS itemId, lot_id AS lotId, from_bin_id AS fromBinId, to_bin_id AS toBinId,
  quantity_micro AS quantityMicro, value_minor AS valueMinor, arrived_micro AS arrivedMicro,
  difference_minor AS differenceMinor`

export const transferStore = {
  insert: (
    tx: Tx,
    row: {
      readonly number: string
      readonly fromWarehouseId: number
      readonly toWarehouseId: number
      readonly sentOn: string
      readonly note: string
      readonly by: number
    },
  ): number =>
    tx.run(
      `INSERT INTO stock_transfer (number, state, from_warehouse_id, to_warehouse_id, sent_on, note, created_by, created_at)
       VALUES (?, 'in-transit', ?, ?, ?, ?, ?, ?)`,
      [row.number, row.fromWarehouseId, row.toWarehouseId, row.sentOn, row.note, row.by, tx.now.toISOString()],
    ).id,
  insertLine: (
    tx: Tx,
    transferId: number,
    line: Omit<TransferLineRow, 'id' | 'valueMinor' | 'arrivedMicro' | 'differenceMinor'>,
  ): number =>
    tx.run(
      `INSERT INTO stock_transfer_line (transfer_id, item_id, lot_id, from_bin_id, to_bin_id, quantity_micro, value_minor)
       VALUES (?, ?, ?, ?, ?, ?, 0)`,
      [transferId, line.itemId, line.lotId, line.fromBinId, line.toBinId, line.quantityMicro],
    ).id,
  setValue: (tx: Tx, lineId: number, valueMinor: number): void => {
    tx.run('UPDATE stock_transfer_line SET value_minor = ? WHERE id = ?', [valueMinor, lineId])
  },
  arrive: (tx: Tx, lineId: number, arrivedMicro: number, differenceMinor: number): void => {
    tx.run('UPDATE stock_transfer_line SET arrived_micro = ?, difference_minor = ? WHERE id = ?', [
      arrivedMicro,
      differenceMinor,
      lineId,
    ])
  },
  setArrived: (tx: Tx, id: number, arrivedOn: string): void => {
    tx.run(`UPDATE stock_transfer SET state = 'arrived', arrived_on = ? WHERE id = ?`, [arrivedOn, id])
  },
  setReversed: (tx: Tx, id: number): void => {
    tx.run(`UPDATE stock_transfer SET state = 'reversed' WHERE id = ?`, [id])
  },
  byId: (reader: Reader, id: number) =>
    reader.first<TransferRow>(`SELECT ${COLUMNS} FROM stock_transfer WHERE id = ?`, [id]),
  linesOf: (reader: Reader, id: number) =>
    reader.all<TransferLineRow>(`SELECT ${LINE_COLUMNS} FROM stock_transfer_line WHERE transfer_id = ? ORDER BY id`, [
      id,
    ]),
}
