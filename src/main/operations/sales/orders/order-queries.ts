import { substituteStore } from '../substitutes/substitute-store'
import { sql } from 'kysely'
import { localDate } from '../../../../shared/values/date'
import { compiler, type Reader } from '../../../kernel/db'
import { wavesOf } from '../../warehouse'
import type { SalesTables } from '../tables'
import { fillDateOf, promiseDateOf } from '../back-orders/promise-date'
import { requireOrderRow } from './order'
import type { OrderRow } from './order-store'
import { withCustomer, withItem } from '../references'

const db = compiler<SalesTables>()

export interface ListInput {
  readonly offset: number
  readonly limit: number
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly filter: string
}

const SORTS = {
  number: 'o.number',
  state: 'o.state',
  customer: 'p.name',
  orderedOn: 'o.ordered_on',
  promisedOn: 'o.promised_on',
  grossMinor: 'o.gross_minor',
} as const

/** Customers whose code or name holds the text. */
export function customersLike(like: string) {
  return db
    .selectFrom('v_parties_partner')
    .select('id')
    .where((e) => e.or([e('code', 'like', like), e('name', 'like', like)]))
}

export function listOrders(reader: Reader, input: ListInput & { state?: string | undefined }) {
  let matching = db.selectFrom('sales_order as o')
  if (input.state !== undefined) matching = matching.where('o.state', '=', input.state as never)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    matching = matching.where((e) =>
      e.or([
        e('o.number', 'like', like),
        e('o.customer_reference', 'like', like),
        e('o.customer_id', 'in', customersLike(like)),
      ]),
    )
  }
  const [totals] = reader.query(
    matching.select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn.coalesce(e.fn.sum<number>('o.gross_minor'), e.lit(0)).as('grossMinor'),
    ]),
  )
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  const rows = reader.query(
    matching
      .innerJoin('v_parties_partner as p', 'p.id', 'o.customer_id')
      .select([
        'o.id',
        'o.number',
        'o.state',
        'p.id as partnerId',
        'p.code',
        'p.name',
        'o.ordered_on as orderedOn',
        'o.promised_on as promisedOn',
        'o.gross_minor as grossMinor',
        'o.currency',
        sql<number | null>`o.foreign_net_minor + o.foreign_tax_minor`.as('foreignGrossMinor'),
      ])
      .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 'o.id', direction)
      .orderBy('o.id', 'desc')
      .limit(input.limit)
      .offset(input.offset),
  )
  return {
    rows: rows.map(withCustomer),
    total: totals?.total ?? 0,
    sums: { grossMinor: Number(totals?.grossMinor ?? 0) },
  }
}

const LINES = `
  SELECT l.id, l.line_number AS lineNumber, l.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit,
    l.pack_id AS packId, k.unit AS packUnit, k.base_quantity AS packBaseQuantity, l.quantity_micro AS quantityMicro,
    l.price_micro AS priceMicro, l.tax_code AS taxCode, l.net_minor AS netMinor, l.tax_minor AS taxMinor,
    l.shipped_micro AS shippedMicro, l.invoiced_micro AS invoicedMicro, l.cancelled_micro AS cancelledMicro,
    l.backordered_micro AS backorderedMicro, l.direct_micro AS directMicro, l.foreign_price_micro AS foreignPriceMicro, l.gross_price_micro AS grossPriceMicro,
    l.foreign_net_minor AS foreignNetMinor, l.foreign_tax_minor AS foreignTaxMinor
  FROM sales_order_line l
  JOIN v_items_item i ON i.id = l.item_id
  JOIN v_items_pack k ON k.id = l.pack_id
  WHERE l.order_id = ? ORDER BY l.line_number`

interface LineRow {
  id: number
  lineNumber: number
  itemId: number
  code: string
  name: string
  baseUnit: string
  packId: number
  packUnit: string
  packBaseQuantity: number
  quantityMicro: number
  priceMicro: number
  taxCode: string
  netMinor: number
  taxMinor: number
  shippedMicro: number
  invoicedMicro: number
  cancelledMicro: number
  backorderedMicro: number
  directMicro: number
  foreignPriceMicro: number | null
  grossPriceMicro: number | null
  foreignNetMinor: number | null
  foreignTaxMinor: number | null
}

const CUSTOMER = 'SELECT id, code, name FROM v_parties_partner WHERE id = ?'

export function customerOf(reader: Reader, id: number): { id: number; code: string; name: string } {
  return reader.first<{ id: number; code: string; name: string }>(CUSTOMER, [id]) ?? { id, code: '', name: '' }
}

export function getOrder(reader: Reader, input: { id: number }) {
  const order = requireOrderRow(reader, input.id)
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    customer: customerOf(reader, order.customer_id),
    warehouseId: order.warehouse_id,
    orderedOn: order.ordered_on,
    promisedOn: order.promised_on,
    customerReference: order.customer_reference,
    channelId: order.channel_id,
    priority: order.priority,
    holdReason: order.hold_reason,
    isCreditReleased: order.credit_released_minor !== null && order.credit_released_minor >= order.gross_minor,
    note: order.note,
    takesSubstitutes: substituteStore.takes(reader, order.id),
    netMinor: order.net_minor,
    taxMinor: order.tax_minor,
    grossMinor: order.gross_minor,
    currency: order.currency,
    rateMicro: order.rate_micro,
    foreignNetMinor: order.foreign_net_minor,
    foreignTaxMinor: order.foreign_tax_minor,
    lines: reader
      .all<LineRow>(LINES, [order.id])
      .map((line) => ({ ...withItem(line), promiseOn: promised(reader, order, line) })),
    chain: {
      from: originsOf(reader, order.id),
      to: [...wavesOf(reader, { kind: 'sales.order', id: order.id }), ...builtOn(reader, order.id)],
    },
  }
}

/** The day on which the line can leave; null where nothing ordered covers it, or nothing of it is left to do. */
function promised(reader: Reader, order: OrderRow, line: LineRow): string | null {
  const today = localDate(reader.now)
  const openMicro = line.quantityMicro - line.shippedMicro - line.cancelledMicro
  if (openMicro === 0) return null
  if (order.state !== 'draft' && line.backorderedMicro === 0)
    return order.promised_on < today ? today : order.promised_on
  const asked = { warehouseId: order.warehouse_id, itemId: line.itemId, channelId: order.channel_id, today }
  if (order.state === 'draft') return promiseDateOf(reader, { ...asked, quantityMicro: openMicro }) ?? null
  return fillDateOf(reader, { ...asked, lineId: line.id }) ?? null
}

export interface DocumentLink {
  readonly kind: string
  readonly id: number
  readonly number: string | null
  readonly state: string
}

/** The quotation it was made from, and the return that it is in exchange for. */
const ORIGINS = `
  SELECT d.kind, d.id, d.number, d.state FROM v_offers_taken t
  JOIN v_document_link d ON d.kind = 'offers.quotation' AND d.id = t.quotation_id
  WHERE t.order_id = ?1
  UNION ALL SELECT d.kind, d.id, d.number, d.state FROM v_shipping_exchange x
  JOIN v_document_link d ON d.kind = 'shipping.return' AND d.id = x.return_id WHERE x.order_id = ?1`

function originsOf(reader: Reader, orderId: number): DocumentLink[] {
  return reader.all<DocumentLink>(ORIGINS, [orderId])
}

/** Shipments, invoices, returns with credit notes, and payments of an order. */
const BUILT_ON = `
  SELECT 'shipping.shipment' AS kind, id, number, state FROM v_shipping_shipment WHERE order_id = ?1
  UNION ALL SELECT 'sales.invoice', id, number, state FROM sales_invoice WHERE order_id = ?1 OR id IN (
    SELECT v.invoice_id FROM sales_order_line l JOIN sales_invoice_line v ON v.order_line_id = l.id WHERE l.order_id = ?1)
  UNION ALL SELECT 'shipping.return', r.id, r.number, r.state
    FROM v_shipping_return r JOIN v_shipping_shipment s ON s.id = r.shipment_id WHERE s.order_id = ?1
  UNION ALL SELECT d.kind, d.id, d.number, d.state FROM v_document_link d
    WHERE d.kind = 'treasury.payment' AND d.id IN (
      SELECT a.payment_id FROM sales_invoice v
      JOIN v_accounting_open_item o ON o.source_kind = 'sales.invoice' AND o.source_id = v.id
      JOIN v_treasury_application a ON a.open_item_id = o.id
      WHERE v.order_id = ?1)
  UNION ALL SELECT DISTINCT 'purchasing.order', id, number, state FROM v_purchasing_direct WHERE direct_order_id = ?1
  UNION ALL SELECT 'deposits.deposit', id, number, state FROM v_deposits_deposit
    WHERE direction = 'in' AND order_id = ?1`

function builtOn(reader: Reader, orderId: number): DocumentLink[] {
  return reader.all<DocumentLink>(BUILT_ON, [orderId])
}

const LAST_PRICES = `
  SELECT o.number, o.ordered_on AS orderedOn, l.quantity_micro AS quantityMicro, l.price_micro AS priceMicro
  FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id
  WHERE o.customer_id = ?2 AND l.item_id = ?1 AND o.state NOT IN ('draft', 'cancelled')
  ORDER BY o.ordered_on DESC, l.id DESC LIMIT 3`

export interface LastPrice {
  readonly number: string
  readonly orderedOn: string
  readonly quantityMicro: number
  readonly priceMicro: number
}

/** What this customer paid for the item the last three times, newest first. */
export function lastPrices(reader: Reader, itemId: number, customerId: number): LastPrice[] {
  return reader.all<LastPrice>(LAST_PRICES, [itemId, customerId])
}
