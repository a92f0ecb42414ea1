import type { Reader } from '../../../kernel/db'

export interface OpenReceiptLine {
  readonly receiptLineId: number
  readonly itemId: number
  readonly receiptNumber: string
  readonly orderNumber: string
  readonly openMicro: number
  readonly agreedMicro: number
}

const OPEN = `
  SELECT l.id AS receiptLineId, l.item_id AS itemId, r.number AS receiptNumber, h.number AS orderNumber,
    l.quantity_micro - l.invoiced_micro AS openMicro, o.price_micro AS agreedMicro
  FROM purchasing_receipt r
  JOIN purchasing_receipt_line l ON l.receipt_id = r.id AND l.invoiced_micro < l.quantity_micro
  JOIN purchasing_order_line o ON o.id = l.order_line_id
  JOIN purchasing_order h ON h.id = o.order_id
  WHERE r.supplier_id = ? AND r.state = 'posted' AND r.terms <> 'consigned'
  ORDER BY r.received_on, l.id`

/** What of a supplier came and has no invoice, oldest first. */
export function openReceiptLines(reader: Reader, supplierId: number): OpenReceiptLine[] {
  return reader.all<OpenReceiptLine>(OPEN, [supplierId])
}

const SUPPLIER = `
  SELECT id, code, name FROM v_parties_partner WHERE (code = ?1 OR name = ?1) AND is_supplier = 1
  ORDER BY code = ?1 DESC LIMIT 1`

export interface NamedSupplier {
  readonly id: number
  readonly code: string
  readonly name: string
}

export function supplierByText(reader: Reader, text: string): NamedSupplier | undefined {
  return reader.first<NamedSupplier>(SUPPLIER, [text])
}

const ITEM = `
  SELECT id FROM v_items_item WHERE code = ?1 AND kind = 'stock'
  UNION ALL SELECT item_id FROM v_items_barcode WHERE barcode = ?1
  UNION ALL SELECT item_id FROM v_suppliers_item_code WHERE supplier_id = ?2 AND supplier_code = ?1
  LIMIT 1`

/** By our code, a barcode, or what this supplier calls it. */
export function itemByText(reader: Reader, text: string, supplierId: number): number | undefined {
  return reader.first<{ id: number }>(ITEM, [text, supplierId])?.id
}

const ITEM_REF = 'SELECT id, code, name, base_unit AS baseUnit FROM v_items_item WHERE id = ?'

export interface ItemRef {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
}

export function itemRef(reader: Reader, id: number): ItemRef {
  return reader.first<ItemRef>(ITEM_REF, [id]) ?? { id, code: '', name: '', baseUnit: '' }
}

const TAKEN = `
  SELECT 1 AS taken FROM purchasing_invoice WHERE supplier_id = ?1 AND supplier_reference = ?2 AND state = 'posted'
  UNION ALL SELECT 1 FROM purchasing_bill WHERE supplier_id = ?1 AND supplier_reference = ?2 AND state = 'waiting'
  LIMIT 1`

export function isReferenceTaken(reader: Reader, supplierId: number, reference: string): boolean {
  return reader.first<{ taken: number }>(TAKEN, [supplierId, reference]) !== undefined
}

export interface BillRow {
  readonly id: number
  readonly state: 'waiting' | 'posted' | 'dropped'
  readonly supplierId: number
  readonly reference: string
  readonly invoicedOn: string
  readonly netMinor: number
}

const BILL = `
  SELECT id, state, supplier_id AS supplierId, supplier_reference AS reference, invoiced_on AS invoicedOn,
    net_minor AS netMinor FROM purchasing_bill`

export function billById(reader: Reader, id: number): BillRow | undefined {
  return reader.first<BillRow>(`${BILL} WHERE id = ?`, [id])
}

/** Oldest first: whoever asked first gets what came first. */
export function waitingBills(reader: Reader): BillRow[] {
  return reader.all<BillRow>(`${BILL} WHERE state = 'waiting' ORDER BY invoiced_on, id`)
}

export interface BillLine {
  readonly document: string
  readonly itemId: number
  readonly quantityMicro: number
  readonly priceMicro: number
}

export function billLines(reader: Reader, billId: number): BillLine[] {
  return reader.all<BillLine>(
    `SELECT document_number AS document, item_id AS itemId, quantity_micro AS quantityMicro, price_micro AS priceMicro
     FROM purchasing_bill_line WHERE bill_id = ? ORDER BY line_number`,
    [billId],
  )
}

const WAITING = `
  FROM purchasing_bill b JOIN v_parties_partner p ON p.id = b.supplier_id
  WHERE b.state = 'waiting' AND (?1 = '' OR b.supplier_reference LIKE ?2 OR p.code LIKE ?2 OR p.name LIKE ?2)`

const SORTS: Readonly<Record<string, string>> = {
  supplier: 'p.name',
  reference: 'b.supplier_reference',
  invoicedOn: 'b.invoiced_on',
  netMinor: 'b.net_minor',
}

interface ListedBill {
  readonly id: number
  readonly supplierId: number
  readonly code: string
  readonly name: string
  readonly reference: string
  readonly invoicedOn: string
  readonly netMinor: number
}

interface Page {
  readonly filter: string
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly limit: number
  readonly offset: number
}

export function waitingPage(reader: Reader, input: Page) {
  const params = [input.filter, `%${input.filter}%`]
  const direction = input.descending ? 'DESC' : 'ASC'
  return {
    rows: reader.all<ListedBill>(
      `SELECT b.id, p.id AS supplierId, p.code, p.name, b.supplier_reference AS reference, b.invoiced_on AS invoicedOn,
         b.net_minor AS netMinor
       ${WAITING} ORDER BY ${SORTS[input.sort ?? ''] ?? 'b.invoiced_on'} ${direction}, b.id LIMIT ?3 OFFSET ?4`,
      [...params, input.limit, input.offset],
    ),
    totals: reader.first<{ total: number; netMinor: number }>(
      `SELECT count(*) AS total, coalesce(sum(b.net_minor), 0) AS netMinor ${WAITING}`,
      params,
    ) ?? { total: 0, netMinor: 0 },
  }
}
