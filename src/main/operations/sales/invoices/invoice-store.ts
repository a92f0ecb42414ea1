import type { DocumentAmounts, LineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { SalesTables } from '../tables'

const db = compiler<SalesTables>()

export interface NewInvoice extends DocumentAmounts {
  readonly number: string
  readonly kind: 'invoice' | 'credit-note'
  readonly orderId: number | null
  readonly returnId: number | null
  readonly customerId: number
  readonly invoicedOn: string
  readonly dueOn: string
  readonly note: string
  readonly by: number
}

const insert = statement((p: NewInvoice & { at: string }) =>
  db.insertInto('sales_invoice').values({
    number: p.number,
    kind: p.kind,
    state: 'posted',
    order_id: p.orderId,
    return_id: p.returnId,
    customer_id: p.customerId,
    invoiced_on: p.invoicedOn,
    due_on: p.dueOn,
    net_minor: p.netMinor,
    tax_minor: p.taxMinor,
    gross_minor: p.grossMinor,
    currency: p.currency,
    rate_micro: p.rateMicro,
    foreign_net_minor: p.foreignNetMinor,
    foreign_tax_minor: p.foreignTaxMinor,
    note: p.note,
    created_by: p.by,
    created_at: p.at,
  }),
)

export interface InvoiceLine extends LineAmounts {
  readonly orderLineId: number | null
  readonly itemId: number
  readonly quantityMicro: number
  readonly taxCode: string
}

const insertLine = statement((p: InvoiceLine & { invoiceId: number }) =>
  db.insertInto('sales_invoice_line').values({
    invoice_id: p.invoiceId,
    order_line_id: p.orderLineId,
    item_id: p.itemId,
    quantity_micro: p.quantityMicro,
    price_micro: p.priceMicro,
    tax_code: p.taxCode,
    net_minor: p.netMinor,
    tax_minor: p.taxMinor,
    foreign_price_micro: p.foreignPriceMicro,
    gross_price_micro: p.grossPriceMicro,
    foreign_net_minor: p.foreignNetMinor,
    foreign_tax_minor: p.foreignTaxMinor,
  }),
)

const byId = statement((p: { id: number }) => db.selectFrom('sales_invoice').selectAll().where('id', '=', p.id))

const ofReturn = statement((p: { returnId: number }) =>
  db.selectFrom('sales_invoice').selectAll().where('return_id', '=', p.returnId),
)

const linesOf = statement((p: { invoiceId: number }) =>
  db.selectFrom('sales_invoice_line').select(['order_line_id', 'quantity_micro']).where('invoice_id', '=', p.invoiceId),
)

const ORDERS_OF = `
  SELECT DISTINCT l.order_id AS id FROM sales_invoice_line v JOIN sales_order_line l ON l.id = v.order_line_id
  WHERE v.invoice_id = ?`

const setReversed = statement((p: { id: number }) =>
  db.updateTable('sales_invoice').set({ state: 'reversed' }).where('id', '=', p.id),
)

export type InvoiceRow = NonNullable<ReturnType<(typeof byId)['first']>>

export const invoiceStore = {
  insert: (tx: Tx, row: NewInvoice): number => insert.run(tx, { ...row, at: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, invoiceId: number, row: InvoiceLine) => insertLine.run(tx, { ...row, invoiceId }),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  ofReturn: (reader: Reader, returnId: number) => ofReturn.first(reader, { returnId }),
  linesOf: (reader: Reader, invoiceId: number) => linesOf.all(reader, { invoiceId }),
  /** A collective invoice has several. */
  ordersOf: (reader: Reader, invoiceId: number): number[] =>
    reader.all<{ id: number }>(ORDERS_OF, [invoiceId]).map((row) => row.id),
  setReversed: (tx: Tx, id: number) => setReversed.run(tx, { id }),
}
