import { refuse } from '../../../../shared/errors'
import { compiler, type Reader } from '../../../kernel/db'
import { listToShip, wavesOf } from '../../warehouse'
import type { ShippingTables } from '../tables'
import { shipmentStore, type ShipmentRow } from './shipment-store'
import { withCustomer } from '../references'

const db = compiler<ShippingTables>()

export interface ListInput {
  readonly offset: number
  readonly limit: number
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly filter: string
}

export interface DocumentLink {
  readonly kind: string
  readonly id: number
  readonly number: string | null
  readonly state: string
}

/** Orders whose goods are packed and wait for the carrier. */
export function listReady(reader: Reader, input: { warehouseId: number }) {
  return {
    rows: listToShip(reader, input).rows.map(({ orderId, orderNumber, customer, dueOn, lines, isComplete }) => ({
      orderId,
      orderNumber,
      customer,
      promisedOn: dueOn,
      lines,
      isComplete,
    })),
  }
}

const SORTS = {
  number: 's.number',
  state: 's.state',
  customer: 'p.name',
  orderId: 's.order_id',
  shippedOn: 's.shipped_on',
  carrier: 's.carrier',
  cartons: 's.cartons',
} as const

/** Customers whose code or name holds the text. */
export function customersLike(like: string) {
  return db
    .selectFrom('v_parties_partner')
    .select('id')
    .where((e) => e.or([e('code', 'like', like), e('name', 'like', like)]))
}

export function listShipments(reader: Reader, input: ListInput) {
  let matching = db.selectFrom('shipping_shipment as s')
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    matching = matching.where((e) =>
      e.or([e('s.number', 'like', like), e('s.carrier', 'like', like), e('s.customer_id', 'in', customersLike(like))]),
    )
  }
  const total = reader.query(matching.select((e) => e.fn.countAll<number>().as('total')))[0]?.total ?? 0
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  const rows = reader.query(
    matching
      .innerJoin('v_parties_partner as p', 'p.id', 's.customer_id')
      .select((e) => [
        's.id',
        's.number',
        's.state',
        'p.id as partnerId',
        'p.code',
        'p.name',
        's.order_id as orderId',
        's.shipped_on as shippedOn',
        's.carrier',
        's.cartons',
        e
          .selectFrom('shipping_shipment_line as l')
          .whereRef('l.shipment_id', '=', 's.id')
          .select((l) => l.fn.sum<number>('l.cost_minor').as('cost'))
          .as('costMinor'),
      ])
      .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 's.id', direction)
      .orderBy('s.id', 'desc')
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
  SELECT l.id, l.item_id AS itemId, i.code, i.name, i.other_name AS otherName, i.base_unit AS baseUnit,
    l.lot_id AS lotId, o.code AS lotCode, o.expires_on AS expiresOn, l.quantity_micro AS quantityMicro,
    l.returned_micro AS returnedMicro, s.price_micro AS priceMicro, g.gross_price_micro AS grossPriceMicro,
    l.cost_minor AS costMinor,
    (SELECT -sum(p.pieces) FROM v_inventory_piece_entry p WHERE p.source_kind = 'shipping.shipment'
      AND p.source_id = l.shipment_id AND p.source_line_id = l.order_line_id AND p.lot_id = l.lot_id
      AND p.bin_id = l.bin_id AND p.pieces < 0) AS pieces, c.unit AS pieceUnit
  FROM shipping_shipment_line l
  LEFT JOIN v_items_catch_weight c ON c.item_id = l.item_id
  JOIN v_items_item i ON i.id = l.item_id
  JOIN v_sales_order_line s ON s.id = l.order_line_id
  LEFT JOIN v_sales_order_line_with_tax g ON g.id = s.id
  LEFT JOIN v_inventory_lot o ON o.id = l.lot_id
  WHERE l.shipment_id = ? ORDER BY l.id`

export interface ShippedLineRow {
  id: number
  itemId: number
  code: string
  name: string
  otherName: string
  baseUnit: string
  lotId: number
  lotCode: string | null
  expiresOn: string | null
  quantityMicro: number
  returnedMicro: number
  priceMicro: number
  grossPriceMicro: number | null
  costMinor: number
  /** of goods that are paid by weight */
  pieces: number | null
  pieceUnit: string | null
}

export function shippedLines(reader: Reader, shipmentId: number): ShippedLineRow[] {
  return reader.all<ShippedLineRow>(LINES, [shipmentId])
}

export function requireShipment(reader: Reader, id: number): ShipmentRow {
  return shipmentStore.byId(reader, id) ?? refuse('shipping.shipmentUnknown', {}, 'id')
}

const CUSTOMER = 'SELECT id, code, name FROM v_parties_partner WHERE id = ?'

export function customerOf(reader: Reader, id: number): { id: number; code: string; name: string } {
  return reader.first<{ id: number; code: string; name: string }>(CUSTOMER, [id]) ?? { id, code: '', name: '' }
}

export function getShipment(reader: Reader, input: { id: number }) {
  const shipment = requireShipment(reader, input.id)
  return {
    id: shipment.id,
    number: shipment.number,
    state: shipment.state,
    customer: customerOf(reader, shipment.customer_id),
    orderId: shipment.order_id,
    shippedOn: shipment.shipped_on,
    carrier: shipment.carrier,
    cartons: shipment.cartons,
    weightGrams: shipment.weight_grams,
    note: shipment.note,
    lines: shippedLines(reader, shipment.id).map((row) => ({
      id: row.id,
      item: { id: row.itemId, code: row.code, name: row.name, baseUnit: row.baseUnit },
      lot: row.lotCode === null ? null : { id: row.lotId, code: row.lotCode, expiresOn: row.expiresOn },
      quantityMicro: row.quantityMicro,
      pieces: row.pieces,
      returnedMicro: row.returnedMicro,
      priceMicro: row.priceMicro,
      grossPriceMicro: row.grossPriceMicro,
      costMinor: row.costMinor,
    })),
    chain: chainOf(reader, shipment),
  }
}

const ORDER = `SELECT 'sales.order' AS kind, id, number, state FROM v_sales_order WHERE id = ?`
const SUPPLY = `SELECT 'purchasing.order' AS kind, id, number, state FROM v_purchasing_direct WHERE shipment_id = ?`

const TO = `
  SELECT 'sales.invoice' AS kind, id, number, state FROM v_sales_invoice WHERE order_id = ?1 AND kind = 'invoice'
  UNION ALL SELECT 'shipping.return', id, number, state FROM shipping_return WHERE shipment_id = ?2
  UNION ALL SELECT 'sales.invoice', v.id, v.number, v.state FROM shipping_return r
    JOIN v_sales_invoice v ON v.return_id = r.id WHERE r.shipment_id = ?2`

function chainOf(reader: Reader, shipment: ShipmentRow) {
  const order = { kind: 'sales.order', id: shipment.order_id }
  return {
    from: [
      ...reader.all<DocumentLink>(ORDER, [order.id]),
      ...reader.all<DocumentLink>(SUPPLY, [shipment.id]),
      ...wavesOf(reader, order),
    ],
    to: reader.all<DocumentLink>(TO, [order.id, shipment.id]),
  }
}
