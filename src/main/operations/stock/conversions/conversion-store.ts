import type { Reader, Tx } from '../../../kernel/db'
import type { ConversionRow } from '../tables'

const COLUMNS = `id, number, state, kind, warehouse_id AS warehouseId, converted_on AS convertedOn, note,
  value_minor AS valueMinor, loss_minor AS lossMinor`

export interface NewConversionLine {
  readonly side: 'used' | 'made'
  readonly itemId: number
  readonly lotId: number
  readonly binId: number
  readonly quantityMicro: number
  readonly expectedMicro: number | null
  readonly valueMinor: number
}

export const conversionStore = {
  insert: (tx: Tx, row: Omit<ConversionRow, 'id' | 'state'> & { readonly by: number }): number =>
    tx.run(
      `INSERT INTO stock_conversion
         (number, state, kind, warehouse_id, converted_on, note, value_minor, loss_minor, created_by, created_at)
       VALUES (?, 'posted', ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.number,
        row.kind,
        row.warehouseId,
        row.convertedOn,
        row.note,
        row.valueMinor,
        row.lossMinor,
        row.by,
        tx.now.toISOString(),
      ],
    ).id,
  setValues: (tx: Tx, id: number, valueMinor: number, lossMinor: number): void => {
    tx.run('UPDATE stock_conversion SET value_minor = ?, loss_minor = ? WHERE id = ?', [valueMinor, lossMinor, id])
  },
  insertLine: (tx: Tx, conversionId: number, line: NewConversionLine): number =>
    tx.run(
      `INSERT INTO stock_conversion_line
         (conversion_id, side, item_id, lot_id, bin_id, quantity_micro, expected_micro, value_minor)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        conversionId,
        line.side,
        line.itemId,
        line.lotId,
        line.binId,
        line.quantityMicro,
        line.expectedMicro,
        line.valueMinor,
      ],
    ).id,
  setReversed: (tx: Tx, id: number): void => {
    tx.run(`UPDATE stock_conversion SET state = 'reversed' WHERE id = ?`, [id])
  },
  byId: (reader: Reader, id: number) =>
    reader.first<ConversionRow>(`SELECT ${COLUMNS} FROM stock_conversion WHERE id = ?`, [id]),
}
