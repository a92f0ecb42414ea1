import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { PostedState, PurchasingTables, Terms } from '../tables'

const db = compiler<PurchasingTables>()

export interface NewReceipt {
  readonly number: string
  readonly orderId: number
  readonly supplierId: number
  readonly warehouseId: number
  readonly receivedOn: string
  readonly note: string
  readonly terms: Terms
}

export interface StoredReceipt extends NewReceipt {
  readonly id: number
  readonly state: PostedState
}

export interface NewReceiptLine {
  readonly orderLineId: number
  readonly itemId: number
  readonly lotId: number
  readonly binId: number
  readonly status: 'available' | 'quarantine' | 'damaged'
  readonly quantityMicro: number
  /** Of it, what is more than was ordered. */
  readonly overMicro: number
  readonly valueMinor: number
  /** The consigned line out of which they were used. */
  readonly usedOfId: number | null
}

export interface StoredReceiptLine extends NewReceiptLine {
  readonly id: number
  readonly receiptId: number
  readonly invoicedMicro: number
  readonly invoicedValueMinor: number
}

/** A receipt line with what an invoice must know of its document. */
export interface InvoiceableLine extends StoredReceiptLine {
  readonly receiptNumber: string
  readonly receiptState: PostedState
  readonly receiptTerms: Terms
  readonly supplierId: number
  readonly warehouseId: number
  readonly orderId: number
  readonly taxCode: string
  /** Net, per base unit, as it was agreed, in the order's currency. */
  readonly orderPriceMicro: number
  /** What its order is in; null: the currency of the books. */
  readonly currency: string | null
}

const insert = statement((p: NewReceipt & { createdBy: number; createdAt: string }) =>
  db.insertInto('purchasing_receipt').values({
    number: p.number,
    state: 'posted',
    order_id: p.orderId,
    supplier_id: p.supplierId,
    warehouse_id: p.warehouseId,
    received_on: p.receivedOn,
    note: p.note,
    terms: p.terms,
    created_by: p.createdBy,
    created_at: p.createdAt,
  }),
)
const insertLine = statement((p: NewReceiptLine & { receiptId: number }) =>
  db.insertInto('purchasing_receipt_line').values({
    receipt_id: p.receiptId,
    order_line_id: p.orderLineId,
    item_id: p.itemId,
    lot_id: p.lotId,
    bin_id: p.binId,
    quantity_micro: p.quantityMicro,
    over_micro: p.overMicro,
    status: p.status,
    value_minor: p.valueMinor,
    used_of_id: p.usedOfId,
  }),
)
const find = statement((p: { id: number }) =>
  db
    .selectFrom('purchasing_receipt')
    .where('id', '=', p.id)
    .select([
      'id',
      'number',
      'state',
      'order_id as orderId',
      'supplier_id as supplierId',
      'warehouse_id as warehouseId',
      'received_on as receivedOn',
      'note',
      'terms',
    ]),
)
const lineColumns = [
  'l.id',
  'l.receipt_id as receiptId',
  'l.order_line_id as orderLineId',
  'l.item_id as itemId',
  'l.lot_id as lotId',
  'l.bin_id as binId',
  'l.quantity_micro as quantityMicro',
  'l.over_micro as overMicro',
  'l.status',
  'l.value_minor as valueMinor',
  'l.used_of_id as usedOfId',
  'l.invoiced_micro as invoicedMicro',
  'l.invoiced_value_minor as invoicedValueMinor',
] as const
const lines = statement((p: { receiptId: number }) =>
  db
    .selectFrom('purchasing_receipt_line as l')
    .where('l.receipt_id', '=', p.receiptId)
    .orderBy('l.id')
    .select(lineColumns),
)
const invoiceable = statement((p: { lineId: number }) =>
  db
    .selectFrom('purchasing_receipt_line as l')
    .innerJoin('purchasing_receipt as r', 'r.id', 'l.receipt_id')
    .innerJoin('purchasing_order_line as o', 'o.id', 'l.order_line_id')
    .innerJoin('purchasing_order as h', 'h.id', 'o.order_id')
    .where('l.id', '=', p.lineId)
    .select([
      ...lineColumns,
      'r.number as receiptNumber',
      'r.state as receiptState',
      'r.terms as receiptTerms',
      'r.supplier_id as supplierId',
      'r.warehouse_id as warehouseId',
      'r.order_id as orderId',
      'o.tax_code as taxCode',
      sql<number>`coalesce(o.foreign_price_micro, o.price_micro)`.as('orderPriceMicro'),
      'h.currency',
    ]),
)
const addInvoiced = statement((p: { lineId: number; quantityMicro: number; valueMinor: number }) =>
  db
    .updateTable('purchasing_receipt_line')
    .where('id', '=', p.lineId)
    .set({
      invoiced_micro: sql<number>`invoiced_micro + ${p.quantityMicro}`,
      invoiced_value_minor: sql<number>`invoiced_value_minor + ${p.valueMinor}`,
    }),
)
const markReversed = statement((p: { id: number }) =>
  db.updateTable('purchasing_receipt').where('id', '=', p.id).set({ state: 'reversed' }),
)

export const receiptStore = {
  insert: (tx: Tx, receipt: NewReceipt, createdBy: number): number =>
    insert.run(tx, { ...receipt, createdBy, createdAt: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, receiptId: number, line: NewReceiptLine): number =>
    insertLine.run(tx, { ...line, receiptId }).id,
  find: (reader: Reader, id: number): StoredReceipt | undefined => find.first(reader, { id }),
  lines: (reader: Reader, receiptId: number): StoredReceiptLine[] => lines.all(reader, { receiptId }),
  invoiceable: (reader: Reader, lineId: number): InvoiceableLine | undefined => invoiceable.first(reader, { lineId }),
  /** Negative when an invoice is taken back. */
  addInvoiced: (tx: Tx, lineId: number, quantityMicro: number, valueMinor: number): void => {
    addInvoiced.run(tx, { lineId, quantityMicro, valueMinor })
  },
  markReversed: (tx: Tx, id: number): void => {
    markReversed.run(tx, { id })
  },
}
