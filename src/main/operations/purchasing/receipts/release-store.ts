import type { Reader, Tx } from '../../../kernel/db'

const HELD = `
  SELECT l.id, l.item_id AS itemId, l.lot_id AS lotId, l.bin_id AS binId, l.status,
    l.quantity_micro - coalesce((SELECT sum(r.quantity_micro) FROM purchasing_release r WHERE r.receipt_line_id = l.id), 0)
      - coalesce((SELECT sum(n.sent_micro) FROM purchasing_return_line n JOIN purchasing_return h ON h.id = n.return_id
        WHERE n.receipt_line_id = l.id AND h.state NOT IN ('cancelled', 'reversed')), 0) AS heldMicro
  FROM purchasing_receipt_line l WHERE l.receipt_id = ? AND l.status <> 'available' ORDER BY l.id`

/** A receipt line that is held, with what is neither released nor gone back. */
export interface HeldLine {
  readonly id: number
  readonly itemId: number
  readonly lotId: number
  readonly binId: number
  readonly status: 'quarantine' | 'damaged'
  readonly heldMicro: number
}

const RELEASED = `
  SELECT count(*) AS releases FROM purchasing_release r JOIN purchasing_receipt_line l ON l.id = r.receipt_line_id
  WHERE l.receipt_id = ?`
const LISTED = `
  SELECT price_micro AS priceMicro FROM v_suppliers_term
  WHERE supplier_id = ? AND item_id = ? AND valid_from <= ? ORDER BY valid_from DESC LIMIT 1`

export const releaseStore = {
  held: (reader: Reader, receiptId: number): HeldLine[] => reader.all<HeldLine>(HELD, [receiptId]),
  isReleased: (reader: Reader, receiptId: number): boolean =>
    (reader.first<{ releases: number }>(RELEASED, [receiptId])?.releases ?? 0) > 0,
  insert: (
    tx: Tx,
    row: { lineId: number; quantityMicro: number; releasedOn: string; reason: string },
    by: number,
  ): number =>
    tx.run(
      `INSERT INTO purchasing_release (receipt_line_id, quantity_micro, released_on, reason, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [row.lineId, row.quantityMicro, row.releasedOn, row.reason, by, tx.now.toISOString()],
    ).id,
  markUnordered(tx: Tx, orderId: number): void {
    tx.run('UPDATE purchasing_order SET unordered = 1 WHERE id = ?', [orderId])
  },
  listedPrice: (reader: Reader, supplierId: number, itemId: number, on: string): number | undefined =>
    reader.first<{ priceMicro: number }>(LISTED, [supplierId, itemId, on])?.priceMicro,
}
