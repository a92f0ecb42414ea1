import { sql } from 'kysely'
import { refuse } from '../../../../shared/errors'
import { compiler, type Reader } from '../../../kernel/db'
import { openItemOf } from '../../../ledgers/accounting'
import { customerOf, customersLike, type DocumentLink, type ListInput } from '../orders/order-queries'
import type { SalesTables } from '../tables'
import { invoiceStore, type InvoiceRow } from './invoice-store'
import { withCustomer, withItem } from '../references'

const db = compiler<SalesTables>()

const SORTS = {
  number: 'v.number',
  kind: 'v.kind',
  state: 'v.state',
  customer: 'p.name',
  invoicedOn: 'v.invoiced_on',
  dueOn: 'v.due_on',
  grossMinor: 'v.gross_minor',
} as const

export function listInvoices(reader: Reader, input: ListInput & { kind: 'invoice' | 'credit-note' | 'any' }) {
  let matching = db.selectFrom('sales_invoice as v')
  if (input.kind !== 'any') matching = matching.where('v.kind', '=', input.kind)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    matching = matching.where((e) => e.or([e('v.number', 'like', like), e('v.customer_id', 'in', customersLike(like))]))
  }
  const [totals] = reader.query(
    matching.select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn.coalesce(e.fn.sum<number>('v.gross_minor'), e.lit(0)).as('grossMinor'),
    ]),
  )
  // From the few items that are open, not from all invoices.
  const [open] = reader.query(
    db
      .selectFrom('v_accounting_open_item as o')
      .where('o.role', '=', 'receivable')
      .where('o.open_minor', '<>', sql.lit(0))
      .where('o.source_kind', '=', 'sales.invoice')
      .where('o.source_id', 'in', matching.select('v.id'))
      .select((e) => e.fn.coalesce(e.fn.sum<number>('o.open_minor'), e.lit(0)).as('openMinor')),
  )
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  const rows = reader.query(
    matching
      .innerJoin('v_parties_partner as p', 'p.id', 'v.customer_id')
      .leftJoin('v_accounting_open_item as o', (join) =>
        join.onRef('o.source_id', '=', 'v.id').on('o.source_kind', '=', 'sales.invoice'),
      )
      .select((e) => [
        'v.id',
        'v.number',
        'v.kind',
        'v.state',
        'p.id as partnerId',
        'p.code',
        'p.name',
        'v.invoiced_on as invoicedOn',
        'v.due_on as dueOn',
        'v.gross_minor as grossMinor',
        e.fn.coalesce('o.open_minor', sql<number>`0`).as('openMinor'),
        'v.currency',
        sql<number | null>`v.foreign_net_minor + v.foreign_tax_minor`.as('foreignGrossMinor'),
      ])
      .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 'v.id', direction)
      .orderBy('v.id', 'desc')
      .limit(input.limit)
      .offset(input.offset),
  )
  return {
    rows: rows.map(withCustomer),
    total: totals?.total ?? 0,
    sums: { grossMinor: Number(totals?.grossMinor ?? 0), openMinor: Number(open?.openMinor ?? 0) },
  }
}

const LINES = `
  SELECT l.id, l.item_id AS itemId, i.code, i.name, i.other_name AS otherName, i.base_unit AS baseUnit,
    l.quantity_micro AS quantityMicro, l.price_micro AS priceMicro, l.tax_code AS taxCode, l.net_minor AS netMinor,
    l.tax_minor AS taxMinor, l.foreign_price_micro AS foreignPriceMicro, l.gross_price_micro AS grossPriceMicro, l.foreign_net_minor AS foreignNetMinor,
    l.foreign_tax_minor AS foreignTaxMinor
  FROM sales_invoice_line l JOIN v_items_item i ON i.id = l.item_id
  WHERE l.invoice_id = ? ORDER BY l.id`

export interface InvoiceLineRow {
  id: number
  itemId: number
  code: string
  name: string
  otherName: string
  baseUnit: string
  quantityMicro: number
  priceMicro: number
  taxCode: string
  netMinor: number
  taxMinor: number
  foreignPriceMicro: number | null
  grossPriceMicro: number | null
  foreignNetMinor: number | null
  foreignTaxMinor: number | null
}

export function invoiceLines(reader: Reader, invoiceId: number): InvoiceLineRow[] {
  return reader.all<InvoiceLineRow>(LINES, [invoiceId])
}

export function requireInvoice(reader: Reader, id: number): InvoiceRow {
  return invoiceStore.byId(reader, id) ?? refuse('sales.invoiceUnknown', {}, 'id')
}

export function getInvoice(reader: Reader, input: { id: number }) {
  const invoice = requireInvoice(reader, input.id)
  const item = openItemOf(reader, { kind: 'sales.invoice', id: invoice.id })
  return {
    id: invoice.id,
    number: invoice.number,
    kind: invoice.kind,
    state: invoice.state,
    customer: customerOf(reader, invoice.customer_id),
    invoicedOn: invoice.invoiced_on,
    dueOn: invoice.due_on,
    note: invoice.note,
    netMinor: invoice.net_minor,
    taxMinor: invoice.tax_minor,
    grossMinor: invoice.gross_minor,
    currency: invoice.currency,
    rateMicro: invoice.rate_micro,
    foreignNetMinor: invoice.foreign_net_minor,
    foreignTaxMinor: invoice.foreign_tax_minor,
    openMinor: item?.openMinor ?? 0,
    foreignOpenMinor: item?.foreignOpenMinor ?? null,
    lines: invoiceLines(reader, invoice.id).map(({ otherName: _other, ...line }) => withItem(line)),
    chain: chainOf(reader, invoice),
  }
}

/** An invoice comes from its order and its shipments, a credit note from its return. */
const FROM = `
  SELECT 'sales.order' AS kind, id, number, state FROM sales_order WHERE id = ?1 OR id IN (
    SELECT l.order_id FROM sales_invoice_line v JOIN sales_order_line l ON l.id = v.order_line_id WHERE v.invoice_id = ?3)
  UNION ALL SELECT 'shipping.shipment', id, number, state FROM v_shipping_shipment WHERE order_id = ?1 AND ?2 IS NULL
  UNION ALL SELECT 'shipping.return', id, number, state FROM v_shipping_return WHERE id = ?2`

const TO = `
  SELECT d.kind, d.id, d.number, d.state FROM v_document_link d
  WHERE d.kind = 'treasury.payment' AND d.id IN (
    SELECT a.payment_id FROM v_accounting_open_item o JOIN v_treasury_application a ON a.open_item_id = o.id
    WHERE o.source_kind = 'sales.invoice' AND o.source_id = ?)`

function chainOf(reader: Reader, invoice: InvoiceRow) {
  return {
    from: reader.all<DocumentLink>(FROM, [invoice.order_id, invoice.return_id, invoice.id]),
    to: reader.all<DocumentLink>(TO, [invoice.id]),
  }
}

const NUMBERS_BEHIND = `
  SELECT o.number AS orderNumber, o.customer_reference AS customerReference, r.number AS returnNumber
  FROM (SELECT ?1 AS order_id, ?2 AS return_id) v
  LEFT JOIN sales_order o ON o.id = v.order_id
  LEFT JOIN v_shipping_return r ON r.id = v.return_id`

interface NumbersBehind {
  orderNumber: string | null
  customerReference: string | null
  returnNumber: string | null
}

/** What the customer knows the invoice by. */
export function numbersBehind(reader: Reader, invoice: InvoiceRow): NumbersBehind {
  const none = { orderNumber: null, customerReference: null, returnNumber: null }
  return reader.first<NumbersBehind>(NUMBERS_BEHIND, [invoice.order_id, invoice.return_id]) ?? none
}
