import type { DocumentAmounts, LineAmounts } from '../../../../shared/values/exchange/line-amounts'
import type { Reader, Tx } from '../../../kernel/db'

export type ReturnState = 'planned' | 'sent' | 'closed' | 'cancelled' | 'reversed'

export interface ReturnRow {
  readonly id: number
  readonly number: string
  readonly state: ReturnState
  readonly supplierId: number
  readonly warehouseId: number
  readonly plannedOn: string
  readonly reason: string
}

export interface NewReturnLine {
  readonly receiptLineId: number | null
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly priceMicro: number
  readonly taxCode: string
}

export interface ReturnLineRow extends NewReturnLine {
  readonly id: number
  readonly returnId: number
  readonly sentMicro: number
  readonly costMinor: number
  readonly uninvoicedMicro: number
  readonly uninvoicedValueMinor: number
  readonly expectedMinor: number
  readonly creditedMicro: number
  readonly creditedExpectedMinor: number
}

const HEAD = `
  SELECT id, number, state, supplier_id AS supplierId, warehouse_id AS warehouseId, planned_on AS plannedOn, reason
  FROM purchasing_return WHERE id = ?`

const LINE = `
  SELECT id, return_id AS returnId, receipt_line_id AS receiptLineId, item_id AS itemId, lot_id AS lotId,
    quantity_micro AS quantityMicro, price_micro AS priceMicro, tax_code AS taxCode, sent_micro AS sentMicro,
    cost_minor AS costMinor, uninvoiced_micro AS uninvoicedMicro, uninvoiced_value_minor AS uninvoicedValueMinor,
    expected_minor AS expectedMinor, credited_micro AS creditedMicro,
    credited_expected_minor AS creditedExpectedMinor
  FROM purchasing_return_line`

/** What returns that still stand take of a receipt line: gone, or planned to go. */
const TAKEN = `
  SELECT coalesce(sum(CASE WHEN r.state = 'planned' THEN l.quantity_micro ELSE l.sent_micro END), 0) AS takenMicro,
    coalesce(sum(l.sent_micro - l.uninvoiced_micro), 0) AS invoicedMicro
  FROM purchasing_return_line l JOIN purchasing_return r ON r.id = l.return_id
  WHERE l.receipt_line_id = ? AND r.state NOT IN ('cancelled', 'reversed')`

/** What of a consigned line was used. */
const USED = `
  SELECT coalesce(sum(u.quantity_micro), 0) AS usedMicro FROM purchasing_receipt_line u
  JOIN purchasing_receipt e ON e.id = u.receipt_id AND e.state = 'posted' WHERE u.used_of_id = ?`

/** What posted invoices asked for a receipt line, and for how much of it. */
const INVOICED = `
  SELECT coalesce(sum(m.quantity_micro), 0) AS quantityMicro, coalesce(sum(m.net_minor), 0) AS netMinor
  FROM purchasing_invoice_line m JOIN purchasing_invoice i ON i.id = m.invoice_id AND i.state = 'posted'
  WHERE m.receipt_line_id = ?`

export interface Sent {
  readonly quantityMicro: number
  readonly costMinor: number
  readonly uninvoicedMicro: number
  readonly uninvoicedValueMinor: number
  readonly expectedMinor: number
}

export interface CreditRow {
  readonly id: number
  readonly number: string
  readonly state: 'posted' | 'reversed'
  readonly returnId: number
  readonly supplierId: number
  readonly creditedOn: string
}

export interface CreditLineRow {
  readonly returnLineId: number
  readonly quantityMicro: number
  readonly expectedMinor: number
}

export interface NewCredit extends DocumentAmounts {
  readonly number: string
  readonly returnId: number
  readonly supplierId: number
  readonly supplierReference: string
  readonly creditedOn: string
  readonly by: number
}

export interface NewCreditLine extends LineAmounts {
  readonly returnLineId: number
  readonly quantityMicro: number
  readonly taxCode: string
  readonly expectedMinor: number
}

export const returnStore = {
  insert: (
    tx: Tx,
    head: {
      number: string
      supplierId: number
      warehouseId: number
      plannedOn: string
      reason: string
      by: number
    },
  ): number =>
    tx.run(
      `INSERT INTO purchasing_return (number, state, supplier_id, warehouse_id, planned_on, reason, created_by, created_at)
       VALUES (?, 'planned', ?, ?, ?, ?, ?, ?)`,
      [head.number, head.supplierId, head.warehouseId, head.plannedOn, head.reason, head.by, tx.now.toISOString()],
    ).id,
  insertLine(tx: Tx, returnId: number, lineNumber: number, line: NewReturnLine): void {
    tx.run(
      `INSERT INTO purchasing_return_line (return_id, line_number, receipt_line_id, item_id, lot_id, quantity_micro,
         price_micro, tax_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        returnId,
        lineNumber,
        line.receiptLineId,
        line.itemId,
        line.lotId,
        line.quantityMicro,
        line.priceMicro,
        line.taxCode,
      ],
    )
  },
  find: (reader: Reader, id: number) => reader.first<ReturnRow>(HEAD, [id]),
  line: (reader: Reader, id: number) => reader.first<ReturnLineRow>(`${LINE} WHERE id = ?`, [id]),
  linesOf: (reader: Reader, returnId: number) =>
    reader.all<ReturnLineRow>(`${LINE} WHERE return_id = ? ORDER BY line_number`, [returnId]),
  usedOf: (reader: Reader, receiptLineId: number): number =>
    reader.first<{ usedMicro: number }>(USED, [receiptLineId])?.usedMicro ?? 0,
  takenOf: (reader: Reader, receiptLineId: number) =>
    reader.first<{ takenMicro: number; invoicedMicro: number }>(TAKEN, [receiptLineId]) ?? {
      takenMicro: 0,
      invoicedMicro: 0,
    },
  invoicedOf: (reader: Reader, receiptLineId: number) =>
    reader.first<{ quantityMicro: number; netMinor: number }>(INVOICED, [receiptLineId]) ?? {
      quantityMicro: 0,
      netMinor: 0,
    },
  addSent(tx: Tx, lineId: number, sent: Sent): void {
    tx.run(
      `UPDATE purchasing_return_line SET sent_micro = sent_micro + ?, cost_minor = cost_minor + ?,
         uninvoiced_micro = uninvoiced_micro + ?, uninvoiced_value_minor = uninvoiced_value_minor + ?,
         expected_minor = expected_minor + ? WHERE id = ?`,
      [sent.quantityMicro, sent.costMinor, sent.uninvoicedMicro, sent.uninvoicedValueMinor, sent.expectedMinor, lineId],
    )
  },
  /** Negative when a credit note is taken back. */
  addCredited(tx: Tx, lineId: number, quantityMicro: number, expectedMinor: number): void {
    tx.run(
      `UPDATE purchasing_return_line SET credited_micro = credited_micro + ?,
         credited_expected_minor = credited_expected_minor + ? WHERE id = ?`,
      [quantityMicro, expectedMinor, lineId],
    )
  },
  setState(tx: Tx, id: number, state: ReturnState): void {
    tx.run('UPDATE purchasing_return SET state = ? WHERE id = ?', [state, id])
  },
  /** Numbers of the returns that stand on lines of a receipt. */
  numbersOn: (reader: Reader, receiptId: number) =>
    reader
      .all<{ number: string }>(
        `SELECT DISTINCT r.number FROM purchasing_receipt_line p
         JOIN purchasing_return_line l ON l.receipt_line_id = p.id
         JOIN purchasing_return r ON r.id = l.return_id AND r.state NOT IN ('cancelled', 'reversed')
         WHERE p.receipt_id = ? ORDER BY r.number`,
        [receiptId],
      )
      .map((row) => row.number),
  insertCredit: (tx: Tx, credit: NewCredit): number =>
    tx.run(
      `INSERT INTO purchasing_credit (number, state, return_id, supplier_id, supplier_reference, credited_on, net_minor,
         tax_minor, gross_minor, currency, rate_micro, foreign_net_minor, foreign_tax_minor, created_by, created_at)
       VALUES (?, 'posted', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        credit.number,
        credit.returnId,
        credit.supplierId,
        credit.supplierReference,
        credit.creditedOn,
        credit.netMinor,
        credit.taxMinor,
        credit.grossMinor,
        credit.currency,
        credit.rateMicro,
        credit.foreignNetMinor,
        credit.foreignTaxMinor,
        credit.by,
        tx.now.toISOString(),
      ],
    ).id,
  insertCreditLine(tx: Tx, creditId: number, line: NewCreditLine): void {
    tx.run(
      `INSERT INTO purchasing_credit_line (credit_id, return_line_id, quantity_micro, price_micro, gross_price_micro,
         foreign_price_micro, foreign_net_minor, foreign_tax_minor, tax_code, net_minor, tax_minor, expected_minor)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        creditId,
        line.returnLineId,
        line.quantityMicro,
        line.priceMicro,
        line.grossPriceMicro,
        line.foreignPriceMicro,
        line.foreignNetMinor,
        line.foreignTaxMinor,
        line.taxCode,
        line.netMinor,
        line.taxMinor,
        line.expectedMinor,
      ],
    )
  },
  credit: (reader: Reader, id: number) =>
    reader.first<CreditRow>(
      `SELECT id, number, state, return_id AS returnId, supplier_id AS supplierId, credited_on AS creditedOn
       FROM purchasing_credit WHERE id = ?`,
      [id],
    ),
  creditLines: (reader: Reader, creditId: number) =>
    reader.all<CreditLineRow>(
      `SELECT return_line_id AS returnLineId, quantity_micro AS quantityMicro, expected_minor AS expectedMinor
       FROM purchasing_credit_line WHERE credit_id = ?`,
      [creditId],
    ),
  postedByReference: (reader: Reader, supplierId: number, reference: string) =>
    reader.first<{ number: string }>(
      `SELECT number FROM purchasing_credit WHERE supplier_id = ? AND supplier_reference = ? AND state = 'posted'`,
      [supplierId, reference],
    ),
  markCreditReversed(tx: Tx, id: number): void {
    tx.run(`UPDATE purchasing_credit SET state = 'reversed' WHERE id = ?`, [id])
  },
}
