import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'

export interface QuotationHead {
  readonly customerId: number
  readonly warehouseId: number
  readonly quotedOn: string
  readonly validUntil: string
  readonly customerReference: string
  readonly note: string
  readonly netMinor: number
  readonly taxMinor: number
  readonly grossMinor: number
  /** What it is in, null for the currency of the books; the rate is that of the day of the quotation. */
  readonly currency: string | null
  readonly rateMicro: number | null
  readonly foreignNetMinor: number | null
  readonly foreignTaxMinor: number | null
}

export interface QuotationRow extends QuotationHead {
  readonly id: number
  readonly number: string | null
  readonly state: 'draft' | 'sent' | 'lost'
  readonly revision: number
  readonly lostReason: string | null
}

export interface QuotedLine {
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
  readonly priceMicro: number
  /** As it was entered, where it includes the tax. */
  readonly grossPriceMicro: number | null
  readonly taxCode: string
  readonly netMinor: number
  readonly taxMinor: number
  readonly foreignPriceMicro: number | null
  readonly foreignNetMinor: number | null
  readonly foreignTaxMinor: number | null
}

export interface LineRow extends QuotedLine {
  readonly id: number
  readonly lineNumber: number
  /** In orders that were not cancelled. */
  readonly orderedMicro: number
}

const HEAD = `
  id, number, state, revision, customer_id AS customerId, warehouse_id AS warehouseId, quoted_on AS quotedOn,
  valid_until AS validUntil, customer_reference AS customerReference, note, net_minor AS netMinor,
  tax_minor AS taxMinor, gross_minor AS grossMinor, currency, rate_micro AS rateMicro,
  foreign_net_minor AS foreignNetMinor, foreign_tax_minor AS foreignTaxMinor, lost_reason AS lostReason`

const LINES = `
  SELECT l.id, l.line_number AS lineNumber, l.item_id AS itemId, l.pack_id AS packId,
    l.quantity_micro AS quantityMicro, l.price_micro AS priceMicro,
    l.gross_price_micro AS grossPriceMicro, l.tax_code AS taxCode, l.net_minor AS netMinor, l.tax_minor AS taxMinor,
    l.foreign_price_micro AS foreignPriceMicro, l.foreign_net_minor AS foreignNetMinor,
    l.foreign_tax_minor AS foreignTaxMinor, coalesce((
      SELECT sum(t.quantity_micro) FROM offers_taken t JOIN v_sales_order o ON o.id = t.order_id
      WHERE t.line_id = l.id AND o.state <> 'cancelled'), 0) AS orderedMicro
  FROM offers_line l WHERE l.quotation_id = ? AND l.revision = ? ORDER BY l.line_number`

const values = (head: QuotationHead): unknown[] => [
  head.customerId,
  head.warehouseId,
  head.quotedOn,
  head.validUntil,
  head.customerReference,
  head.note,
  head.netMinor,
  head.taxMinor,
  head.grossMinor,
  head.currency,
  head.rateMicro,
  head.foreignNetMinor,
  head.foreignTaxMinor,
]

export const quotationStore = {
  insert: (tx: Tx, head: QuotationHead, by: number): number =>
    tx.run(
      `INSERT INTO offers_quotation (state, customer_id, warehouse_id, quoted_on, valid_until, customer_reference, note,
         net_minor, tax_minor, gross_minor, currency, rate_micro, foreign_net_minor, foreign_tax_minor, created_by,
         created_at) VALUES ('draft', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [...values(head), by, tx.now.toISOString()],
    ).id,
  change(tx: Tx, id: number, head: QuotationHead): void {
    tx.run(
      `UPDATE offers_quotation SET customer_id = ?, warehouse_id = ?, quoted_on = ?, valid_until = ?,
         customer_reference = ?, note = ?, net_minor = ?, tax_minor = ?, gross_minor = ?, currency = ?, rate_micro = ?,
         foreign_net_minor = ?, foreign_tax_minor = ? WHERE id = ?`,
      [...values(head), id],
    )
  },
  writeLines(tx: Tx, id: number, revision: number, lines: readonly QuotedLine[]): void {
    tx.run('DELETE FROM offers_line WHERE quotation_id = ? AND revision = ?', [id, revision])
    for (const [at, line] of lines.entries()) {
      tx.run(
        `INSERT INTO offers_line (quotation_id, revision, line_number, item_id, pack_id, quantity_micro, price_micro,
           gross_price_micro, tax_code, net_minor, tax_minor, foreign_price_micro, foreign_net_minor,
           foreign_tax_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          id,
          revision,
          at + 1,
          line.itemId,
          line.packId,
          line.quantityMicro,
          line.priceMicro,
          line.grossPriceMicro,
          line.taxCode,
          line.netMinor,
          line.taxMinor,
          line.foreignPriceMicro,
          line.foreignNetMinor,
          line.foreignTaxMinor,
        ],
      )
    }
  },
  remove(tx: Tx, id: number): void {
    tx.run('DELETE FROM offers_line WHERE quotation_id = ?', [id])
    tx.run('DELETE FROM offers_quotation WHERE id = ?', [id])
  },
  /** Keeps the head of the present revision and begins the next one. */
  beginRevision(tx: Tx, id: number): void {
    tx.run(
      `INSERT INTO offers_earlier (quotation_id, revision, quoted_on, valid_until, note, net_minor, tax_minor,
         gross_minor, currency, rate_micro, foreign_net_minor, foreign_tax_minor)
       SELECT id, revision, quoted_on, valid_until, note, net_minor, tax_minor, gross_minor, currency, rate_micro,
         foreign_net_minor, foreign_tax_minor
       FROM offers_quotation WHERE id = ?`,
      [id],
    )
    tx.run(`UPDATE offers_quotation SET revision = revision + 1, state = 'draft' WHERE id = ?`, [id])
  },
  /** The draft of a revision goes; what the customer has is the former one again. */
  dropRevision(tx: Tx, { id, revision }: QuotationRow): void {
    tx.run('DELETE FROM offers_line WHERE quotation_id = ? AND revision = ?', [id, revision])
    tx.run(
      `UPDATE offers_quotation SET state = 'sent', revision = e.revision, quoted_on = e.quoted_on,
         valid_until = e.valid_until, note = e.note, net_minor = e.net_minor, tax_minor = e.tax_minor,
         gross_minor = e.gross_minor, currency = e.currency, rate_micro = e.rate_micro,
         foreign_net_minor = e.foreign_net_minor, foreign_tax_minor = e.foreign_tax_minor
       FROM offers_earlier e WHERE offers_quotation.id = ?1 AND e.quotation_id = ?1 AND e.revision = ?2`,
      [id, revision - 1],
    )
    tx.run('DELETE FROM offers_earlier WHERE quotation_id = ? AND revision = ?', [id, revision - 1])
  },
  setState(tx: Tx, id: number, state: QuotationRow['state'], lostReason: string | null): void {
    tx.run('UPDATE offers_quotation SET state = ?, lost_reason = ? WHERE id = ?', [state, lostReason, id])
  },
  send(tx: Tx, id: number, number: string): void {
    tx.run(`UPDATE offers_quotation SET state = 'sent', number = ? WHERE id = ?`, [number, id])
  },
  take(tx: Tx, taken: { orderId: number; lineId: number; quotationId: number; quantityMicro: number }): void {
    tx.run('INSERT INTO offers_taken (order_id, line_id, quotation_id, quantity_micro) VALUES (?, ?, ?, ?)', [
      taken.orderId,
      taken.lineId,
      taken.quotationId,
      taken.quantityMicro,
    ])
  },
  linesOf: (reader: Reader, id: number, revision: number) => reader.all<LineRow>(LINES, [id, revision]),
}

export function requireQuotation(reader: Reader, id: number): QuotationRow {
  return (
    reader.first<QuotationRow>(`SELECT ${HEAD} FROM offers_quotation WHERE id = ?`, [id]) ??
    refuse('offers.quotationUnknown', {}, 'id')
  )
}

export function requireDraft(reader: Reader, id: number): QuotationRow {
  const quotation = requireQuotation(reader, id)
  return quotation.state === 'draft'
    ? quotation
    : refuse('offers.quotationNotDraft', { number: quotation.number ?? '' }, 'id')
}

export function requireSent(reader: Reader, id: number): QuotationRow {
  const quotation = requireQuotation(reader, id)
  return quotation.state === 'sent'
    ? quotation
    : refuse('offers.quotationNotSent', { number: quotation.number ?? '' }, 'id')
}
