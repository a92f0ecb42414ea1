import type { DocumentAmounts, LineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { LineMatch } from '../matching/tolerance'
import type { PostedState, PurchasingTables } from '../tables'

const db = compiler<PurchasingTables>()

export interface NewInvoice extends DocumentAmounts {
  readonly number: string
  readonly supplierId: number
  readonly supplierReference: string
  readonly invoicedOn: string
  readonly dueOn: string
  readonly note: string
}

export interface StoredInvoice extends NewInvoice {
  readonly id: number
  readonly state: PostedState
  readonly held: number
  readonly releaseNote: string | null
}

export interface NewInvoiceLine extends LineAmounts {
  readonly receiptLineId: number
  readonly itemId: number
  readonly quantityMicro: number
  /** What the paper asks for where that is more. */
  readonly billedMicro: number | null
  readonly taxCode: string
  readonly varianceMinor: number
  readonly receivedValueMinor: number
}

const insert = statement((p: NewInvoice & { createdBy: number; createdAt: string }) =>
  db.insertInto('purchasing_invoice').values({
    number: p.number,
    state: 'posted',
    supplier_id: p.supplierId,
    supplier_reference: p.supplierReference,
    invoiced_on: p.invoicedOn,
    due_on: p.dueOn,
    note: p.note,
    net_minor: p.netMinor,
    tax_minor: p.taxMinor,
    gross_minor: p.grossMinor,
    currency: p.currency,
    rate_micro: p.rateMicro,
    foreign_net_minor: p.foreignNetMinor,
    foreign_tax_minor: p.foreignTaxMinor,
    created_by: p.createdBy,
    created_at: p.createdAt,
  }),
)
const insertLine = statement((p: NewInvoiceLine & { invoiceId: number }) =>
  db.insertInto('purchasing_invoice_line').values({
    invoice_id: p.invoiceId,
    receipt_line_id: p.receiptLineId,
    item_id: p.itemId,
    quantity_micro: p.quantityMicro,
    billed_micro: p.billedMicro,
    price_micro: p.priceMicro,
    tax_code: p.taxCode,
    net_minor: p.netMinor,
    tax_minor: p.taxMinor,
    foreign_price_micro: p.foreignPriceMicro,
    gross_price_micro: p.grossPriceMicro,
    foreign_net_minor: p.foreignNetMinor,
    foreign_tax_minor: p.foreignTaxMinor,
    variance_minor: p.varianceMinor,
    received_value_minor: p.receivedValueMinor,
  }),
)
const find = statement((p: { id: number }) =>
  db
    .selectFrom('purchasing_invoice')
    .where('id', '=', p.id)
    .select([
      'id',
      'number',
      'state',
      'supplier_id as supplierId',
      'supplier_reference as supplierReference',
      'invoiced_on as invoicedOn',
      'due_on as dueOn',
      'note',
      'net_minor as netMinor',
      'tax_minor as taxMinor',
      'gross_minor as grossMinor',
      'held',
      'release_note as releaseNote',
      'currency',
      'rate_micro as rateMicro',
      'foreign_net_minor as foreignNetMinor',
      'foreign_tax_minor as foreignTaxMinor',
    ]),
)
const postedByReference = statement((p: { supplierId: number; reference: string }) =>
  db
    .selectFrom('purchasing_invoice')
    .where('supplier_id', '=', p.supplierId)
    .where('supplier_reference', '=', p.reference)
    .where('state', '=', 'posted')
    .select('number'),
)
const matches = statement((p: { invoiceId: number }) =>
  db
    .selectFrom('purchasing_invoice_line as l')
    .innerJoin('purchasing_receipt_line as r', 'r.id', 'l.receipt_line_id')
    .innerJoin('purchasing_order_line as o', 'o.id', 'r.order_line_id')
    .where('l.invoice_id', '=', p.invoiceId)
    .orderBy('l.id')
    .select([
      'l.receipt_line_id as receiptLineId',
      'r.order_line_id as orderLineId',
      'o.order_id as orderId',
      'l.quantity_micro as quantityMicro',
      'l.received_value_minor as receivedValueMinor',
    ]),
)
const markReversed = statement((p: { id: number }) =>
  db.updateTable('purchasing_invoice').where('id', '=', p.id).set({ state: 'reversed' }),
)

export const invoiceStore = {
  insert: (tx: Tx, invoice: NewInvoice, createdBy: number): number =>
    insert.run(tx, { ...invoice, createdBy, createdAt: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, invoiceId: number, line: NewInvoiceLine): number =>
    insertLine.run(tx, { ...line, invoiceId }).id,
  insertMatch: (tx: Tx, invoiceLineId: number, match: LineMatch): void => {
    tx.run(
      `INSERT INTO purchasing_invoice_match (invoice_line_id, result, order_price_micro, difference_minor, allowed_minor)
       VALUES (?, ?, ?, ?, ?)`,
      [invoiceLineId, match.result, match.orderPriceMicro, match.differenceMinor, match.allowedMinor],
    )
  },
  hold: (tx: Tx, id: number): void => {
    tx.run('UPDATE purchasing_invoice SET held = 1 WHERE id = ?', [id])
  },
  /** False where it is not held. */
  release: (tx: Tx, id: number, by: number, note: string): boolean =>
    tx.run(
      `UPDATE purchasing_invoice SET held = 0, released_by = ?, released_at = ?, release_note = ?
       WHERE id = ? AND held = 1 AND state = 'posted'`,
      [by, tx.now.toISOString(), note, id],
    ).changes === 1,
  find: (reader: Reader, id: number): StoredInvoice | undefined => find.first(reader, { id }),
  postedByReference: (reader: Reader, supplierId: number, reference: string) =>
    postedByReference.first(reader, { supplierId, reference }),
  /** What each line matched: its receipt line and order line. */
  matches: (reader: Reader, invoiceId: number) => matches.all(reader, { invoiceId }),
  markReversed: (tx: Tx, id: number): void => {
    markReversed.run(tx, { id })
  },
}
