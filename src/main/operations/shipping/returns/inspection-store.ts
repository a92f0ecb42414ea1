import type { Reader, Tx } from '../../../kernel/db'

/** A line that came back and is held, with what no inspection has decided about yet. */
export interface HeldLine {
  readonly id: number
  readonly itemId: number
  readonly lotId: number
  readonly lotCode: string | null
  readonly binId: number | null
  readonly status: 'quarantine' | 'damaged'
  readonly heldMicro: number
}

const HELD = `
  SELECT l.id, l.item_id AS itemId, l.lot_id AS lotId, o.code AS lotCode, l.bin_id AS binId, l.status,
    l.quantity_micro - coalesce((SELECT sum(n.restocked_micro + n.scrapped_micro) FROM shipping_inspection_line n
      WHERE n.return_line_id = l.id), 0) AS heldMicro
  FROM shipping_return_line l LEFT JOIN v_inventory_lot o ON o.id = l.lot_id
  WHERE l.return_id = ? AND l.status <> 'available' AND l.bin_id IS NOT NULL ORDER BY l.id`

const OF_RETURN = 'SELECT number FROM shipping_inspection WHERE return_id = ? ORDER BY id'

export const inspectionStore = {
  held: (reader: Reader, returnId: number): HeldLine[] => reader.all<HeldLine>(HELD, [returnId]),
  /** Their numbers. */
  ofReturn: (reader: Reader, returnId: number): string[] =>
    reader.all<{ number: string }>(OF_RETURN, [returnId]).map(({ number }) => number),
  insert: (
    tx: Tx,
    row: {
      readonly number: string
      readonly returnId: number
      readonly inspectedOn: string
      readonly finding: string
      readonly adjustmentId: number | null
    },
    by: number,
  ): number =>
    tx.run(
      `INSERT INTO shipping_inspection (number, return_id, inspected_on, finding, adjustment_id, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [row.number, row.returnId, row.inspectedOn, row.finding, row.adjustmentId, by, tx.now.toISOString()],
    ).id,
  insertLine(tx: Tx, inspectionId: number, line: { id: number; restockMicro: number; scrapMicro: number }): void {
    tx.run(
      `INSERT INTO shipping_inspection_line (inspection_id, return_line_id, restocked_micro, scrapped_micro)
       VALUES (?, ?, ?, ?)`,
      [inspectionId, line.id, line.restockMicro, line.scrapMicro],
    )
  },
  exchangeOf: (reader: Reader, returnId: number): number | undefined =>
    reader.first<{ orderId: number }>('SELECT order_id AS orderId FROM shipping_exchange WHERE return_id = ?', [
      returnId,
    ])?.orderId,
  exchange(tx: Tx, returnId: number, orderId: number): void {
    tx.run(
      `INSERT INTO shipping_exchange (return_id, order_id) VALUES (?1, ?2)
       ON CONFLICT (return_id) DO UPDATE SET order_id = ?2`,
      [returnId, orderId],
    )
  },
}
