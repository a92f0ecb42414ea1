import type { Reader, Tx } from '../../../kernel/db'

export type Basis = 'value' | 'quantity' | 'weight' | 'volume'

export interface LandedCostHead {
  readonly number: string
  readonly kind: 'freight' | 'duty' | 'insurance' | 'other'
  readonly supplierId: number
  readonly supplierReference: string
  readonly invoicedOn: string
  readonly dueOn: string
  readonly basis: Basis
  readonly netMinor: number
  readonly taxMinor: number
  readonly note: string
}

export interface StoredLandedCost extends LandedCostHead {
  readonly id: number
  readonly state: 'posted' | 'reversed'
}

/** A line of a receipt with what it can be weighed by. */
export interface ReceivedLine {
  readonly id: number
  readonly warehouseId: number
  readonly itemId: number
  readonly quantityMicro: number
  readonly valueMinor: number
  readonly weightGrams: number
  readonly volumeMillilitres: number
}

const COLUMNS = `id, number, state, kind, supplier_id AS supplierId, supplier_reference AS supplierReference,
  invoiced_on AS invoicedOn, due_on AS dueOn, basis, net_minor AS netMinor, tax_minor AS taxMinor, note`

export const landedCostStore = {
  insert: (tx: Tx, row: LandedCostHead, by: number): number =>
    tx.run(
      `INSERT INTO purchasing_landed_cost (number, state, kind, supplier_id, supplier_reference, invoiced_on, due_on, basis,
         net_minor, tax_minor, note, created_by, created_at)
       VALUES (?, 'posted', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.number,
        row.kind,
        row.supplierId,
        row.supplierReference,
        row.invoicedOn,
        row.dueOn,
        row.basis,
        row.netMinor,
        row.taxMinor,
        row.note,
        by,
        tx.now.toISOString(),
      ],
    ).id,
  insertLine: (
    tx: Tx,
    landedCostId: number,
    line: {
      readonly receiptLineId: number
      readonly itemId: number
      readonly amountMinor: number
      readonly toStockMinor: number
      readonly toCostMinor: number
    },
  ): void => {
    tx.run(
      `INSERT INTO purchasing_landed_cost_line
         (landed_cost_id, receipt_line_id, item_id, amount_minor, to_stock_minor, to_cost_minor)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [landedCostId, line.receiptLineId, line.itemId, line.amountMinor, line.toStockMinor, line.toCostMinor],
    )
  },
  setReversed: (tx: Tx, id: number): void => {
    tx.run(`UPDATE purchasing_landed_cost SET state = 'reversed' WHERE id = ?`, [id])
  },
  byId: (reader: Reader, id: number) =>
    reader.first<StoredLandedCost>(`SELECT ${COLUMNS} FROM purchasing_landed_cost WHERE id = ?`, [id]),
  postedByReference: (reader: Reader, supplierId: number, reference: string) =>
    reader.first<{ number: string }>(
      `SELECT number FROM purchasing_landed_cost
       WHERE supplier_id = ? AND supplier_reference = ? AND state = 'posted'`,
      [supplierId, reference],
    ),
  receivedLines: (reader: Reader, receiptId: number) =>
    reader.all<ReceivedLine>(
      `SELECT l.id, r.warehouse_id AS warehouseId, l.item_id AS itemId, l.quantity_micro AS quantityMicro,
         l.value_minor AS valueMinor, i.weight_grams AS weightGrams, i.volume_millilitres AS volumeMillilitres
       FROM purchasing_receipt_line l JOIN purchasing_receipt r ON r.id = l.receipt_id
       JOIN v_items_item i ON i.id = l.item_id WHERE l.receipt_id = ? ORDER BY l.id`,
      [receiptId],
    ),
  /** Posted landed costs that lie on a receipt. */
  numbersOn: (reader: Reader, receiptId: number): string[] =>
    reader
      .all<{ number: string }>(
        `SELECT DISTINCT c.number FROM purchasing_landed_cost c
         JOIN purchasing_landed_cost_line l ON l.landed_cost_id = c.id
         JOIN purchasing_receipt_line r ON r.id = l.receipt_line_id
         WHERE r.receipt_id = ? AND c.state = 'posted' ORDER BY c.id`,
        [receiptId],
      )
      .map(({ number }) => number),
}
