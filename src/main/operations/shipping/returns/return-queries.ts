import { sql } from 'kysely'
import { refuse } from '../../../../shared/errors'
import { compiler, type Reader } from '../../../kernel/db'
import { customerOf, customersLike, type DocumentLink, type ListInput } from '../shipments/shipment-queries'
import type { ShippingTables } from '../tables'
import { inspectionStore } from './inspection-store'
import { returnStore, type ReturnRow } from './return-store'
import { withCustomer } from '../references'

const db = compiler<ShippingTables>()

const SORTS = {
  number: 'r.number',
  state: 'r.state',
  customer: 'p.name',
  returnedOn: 'r.returned_on',
  reason: 'r.reason',
} as const

const NET = sql<number>`(SELECT coalesce(sum(l.net_minor), 0) FROM shipping_return_line l WHERE l.return_id = r.id)`

export function listReturns(reader: Reader, input: ListInput) {
  let matching = db.selectFrom('shipping_return as r')
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    matching = matching.where((e) =>
      e.or([e('r.number', 'like', like), e('r.reason', 'like', like), e('r.customer_id', 'in', customersLike(like))]),
    )
  }
  const total = reader.query(matching.select((e) => e.fn.countAll<number>().as('total')))[0]?.total ?? 0
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  const rows = reader.query(
    matching
      .innerJoin('v_parties_partner as p', 'p.id', 'r.customer_id')
      .select([
        'r.id',
        'r.number',
        'r.state',
        'p.id as partnerId',
        'p.code',
        'p.name',
        'r.returned_on as returnedOn',
        'r.reason',
        NET.as('netMinor'),
      ])
      .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 'r.id', direction)
      .orderBy('r.id', 'desc')
      .limit(input.limit)
      .offset(input.offset),
  )
  return {
    rows: rows.map(withCustomer),
    total,
    sums: {},
  }
}

const LINES = `
  SELECT l.id, l.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit, l.lot_id AS lotId, o.code AS lotCode,
    o.expires_on AS expiresOn, l.status, l.quantity_micro AS quantityMicro, l.price_micro AS priceMicro,
    l.net_minor AS netMinor, l.tax_minor AS taxMinor, l.cost_minor AS costMinor
  FROM shipping_return_line l
  JOIN v_items_item i ON i.id = l.item_id
  LEFT JOIN v_inventory_lot o ON o.id = l.lot_id
  WHERE l.return_id = ? ORDER BY l.id`

interface LineRow {
  id: number
  itemId: number
  code: string
  name: string
  baseUnit: string
  lotId: number
  lotCode: string | null
  expiresOn: string | null
  status: string
  quantityMicro: number
  priceMicro: number
  netMinor: number
  taxMinor: number
  costMinor: number
}

export function getReturn(reader: Reader, input: { id: number }) {
  const document = returnStore.byId(reader, input.id) ?? refuse('shipping.returnUnknown', {}, 'id')
  const held = new Map(inspectionStore.held(reader, document.id).map((line) => [line.id, line.heldMicro]))
  return {
    id: document.id,
    number: document.number,
    state: document.state,
    customer: customerOf(reader, document.customer_id),
    returnedOn: document.returned_on,
    reason: document.reason,
    inspections: inspectionsOf(reader, document.id),
    isExchanged: inspectionStore.exchangeOf(reader, document.id) !== undefined,
    lines: reader.all<LineRow>(LINES, [document.id]).map((line) => ({
      id: line.id,
      heldMicro: document.state === 'reversed' ? 0 : (held.get(line.id) ?? 0),
      item: { id: line.itemId, code: line.code, name: line.name, baseUnit: line.baseUnit },
      lot: line.lotCode === null ? null : { id: line.lotId, code: line.lotCode, expiresOn: line.expiresOn },
      status: line.status,
      quantityMicro: line.quantityMicro,
      priceMicro: line.priceMicro,
      netMinor: line.netMinor,
      taxMinor: line.taxMinor,
      costMinor: line.costMinor,
    })),
    chain: chainOf(reader, document),
  }
}

const INSPECTIONS = `
  SELECT n.id, n.number, n.inspected_on AS inspectedOn, n.finding, sum(l.restocked_micro) AS restockedMicro,
    sum(l.scrapped_micro) AS scrappedMicro
  FROM shipping_inspection n JOIN shipping_inspection_line l ON l.inspection_id = n.id
  WHERE n.return_id = ? GROUP BY n.id ORDER BY n.id`

interface InspectionRow {
  id: number
  number: string
  inspectedOn: string
  finding: string
  restockedMicro: number
  scrappedMicro: number
}

const inspectionsOf = (reader: Reader, returnId: number): InspectionRow[] =>
  reader.all<InspectionRow>(INSPECTIONS, [returnId])

const FROM = `
  SELECT 'sales.order' AS kind, o.id, o.number, o.state
    FROM shipping_shipment s JOIN v_sales_order o ON o.id = s.order_id WHERE s.id = ?1
  UNION ALL SELECT 'shipping.shipment', id, number, state FROM shipping_shipment WHERE id = ?1`

const TO = `
  SELECT 'sales.invoice' AS kind, id, number, state FROM v_sales_invoice WHERE return_id = ?1
  UNION ALL SELECT d.kind, d.id, d.number, d.state FROM shipping_inspection n
    JOIN v_document_link d ON d.kind = 'warehouse.adjustment' AND d.id = n.adjustment_id WHERE n.return_id = ?1
  UNION ALL SELECT d.kind, d.id, d.number, d.state FROM shipping_exchange x
    JOIN v_document_link d ON d.kind = 'sales.order' AND d.id = x.order_id WHERE x.return_id = ?1
  UNION ALL SELECT d.kind, d.id, d.number, d.state FROM v_document_link d
    WHERE d.kind = 'treasury.payment' AND d.id IN (
      SELECT a.payment_id FROM v_sales_invoice v
      JOIN v_accounting_open_item o ON o.source_kind = 'sales.invoice' AND o.source_id = v.id
      JOIN v_treasury_application a ON a.open_item_id = o.id
      WHERE v.return_id = ?1)`

function chainOf(reader: Reader, document: ReturnRow) {
  return {
    from: reader.all<DocumentLink>(FROM, [document.shipment_id]),
    to: reader.all<DocumentLink>(TO, [document.id]),
  }
}

const EXCHANGED = `
  SELECT item_id AS itemId, sum(quantity_micro) AS quantityMicro, max(price_micro) AS priceMicro
  FROM shipping_return_line WHERE return_id = ? GROUP BY item_id ORDER BY min(id)`

/** What came back, item by item, at the price that was credited. */
export const exchangedLines = (reader: Reader, returnId: number) =>
  reader.all<{ itemId: number; quantityMicro: number; priceMicro: number }>(EXCHANGED, [returnId])

/** Undefined: the draft was thrown away. */
export const orderStateOf = (reader: Reader, orderId: number): string | undefined =>
  reader.first<{ state: string }>('SELECT state FROM v_sales_order WHERE id = ?', [orderId])?.state
