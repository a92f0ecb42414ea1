import type { Reader } from '../../../kernel/db'

export interface LotFacts {
  readonly id: number
  readonly code: string
  readonly expiresOn: string | null
  readonly itemId: number
  readonly itemCode: string
  readonly itemName: string
  readonly baseUnit: string
}

const LOT = `
  SELECT o.id, o.code, o.expires_on AS expiresOn, i.id AS itemId, i.code AS itemCode, i.name AS itemName,
    i.base_unit AS baseUnit
  FROM v_inventory_lot o JOIN v_items_item i ON i.id = o.item_id`

const EVENTS = `
  SELECT m.id, m.posted_on AS postedOn, m.source_kind AS sourceKind, m.source_id AS sourceId,
    (SELECT d.number FROM v_document_link d WHERE d.kind = m.source_kind AND d.id = m.source_id) AS number,
    w.name AS warehouse, f.code AS fromBin, t.code AS toBin, m.from_status AS fromStatus, m.to_status AS toStatus,
    m.quantity_micro AS quantityMicro
  FROM v_inventory_movement m
  LEFT JOIN v_warehouse_warehouse w ON w.id = m.warehouse_id
  LEFT JOIN v_warehouse_bin f ON f.id = m.from_bin_id
  LEFT JOIN v_warehouse_bin t ON t.id = m.to_bin_id
  WHERE m.item_id = ? AND m.lot_id = ? ORDER BY m.id`

export interface TraceEvent {
  readonly id: number
  readonly postedOn: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly number: string | null
  readonly warehouse: string | null
  readonly fromBin: string | null
  readonly toBin: string | null
  readonly fromStatus: string | null
  readonly toStatus: string | null
  readonly quantityMicro: number
  /** from the supplier to the customer, through no bin of ours */
  readonly isDirect: boolean
}

type DirectEvent = Pick<TraceEvent, 'id' | 'postedOn' | 'sourceKind' | 'sourceId' | 'number' | 'quantityMicro'>
const NOWHERE = { warehouse: null, fromBin: null, toBin: null, fromStatus: null, toStatus: null, isDirect: true }

const ON_HAND = `
  SELECT w.name AS warehouse, n.code AS bin, b.status, b.quantity_micro AS quantityMicro
  FROM v_inventory_balance b
  JOIN v_warehouse_bin n ON n.id = b.bin_id
  JOIN v_warehouse_warehouse w ON w.id = b.warehouse_id
  WHERE b.item_id = ? AND b.lot_id = ? ORDER BY n.code, b.status`

const RECEIVED = `
  SELECT r.supplier_id AS partnerId, r.id, r.number, r.received_on AS postedOn,
    sum(CASE WHEN m.from_bin_id IS NULL THEN m.quantity_micro ELSE -m.quantity_micro END) AS quantityMicro
  FROM v_inventory_movement m JOIN v_purchasing_receipt r ON r.id = m.source_id
  WHERE m.item_id = ? AND m.lot_id = ? AND m.source_kind = 'purchasing.receipt'
    AND (m.from_bin_id IS NULL OR m.to_bin_id IS NULL)
  GROUP BY r.id HAVING quantityMicro <> 0 ORDER BY r.id`

const SHIPPED = `
  SELECT o.customer_id AS partnerId, s.id, s.number, s.shipped_on AS postedOn,
    sum(CASE WHEN m.to_bin_id IS NULL THEN m.quantity_micro ELSE -m.quantity_micro END) AS quantityMicro
  FROM v_inventory_movement m
  JOIN v_shipping_shipment s ON s.id = m.source_id
  JOIN v_sales_order o ON o.id = s.order_id
  WHERE m.item_id = ? AND m.lot_id = ? AND m.source_kind = 'shipping.shipment'
    AND (m.from_bin_id IS NULL OR m.to_bin_id IS NULL)
  GROUP BY s.id HAVING quantityMicro <> 0 ORDER BY s.id`

const RETURNED = `
  SELECT o.customer_id AS partnerId,
    sum(CASE WHEN m.from_bin_id IS NULL THEN m.quantity_micro ELSE -m.quantity_micro END) AS quantityMicro
  FROM v_inventory_movement m
  JOIN v_shipping_return t ON t.id = m.source_id
  JOIN v_shipping_shipment s ON s.id = t.shipment_id
  JOIN v_sales_order o ON o.id = s.order_id
  WHERE m.item_id = ? AND m.lot_id = ? AND m.source_kind = 'shipping.return'
    AND (m.from_bin_id IS NULL OR m.to_bin_id IS NULL)
  GROUP BY o.customer_id`

const SENT_BACK = `
  SELECT l.supplier_id AS partnerId,
    sum(CASE WHEN m.to_bin_id IS NULL THEN m.quantity_micro ELSE -m.quantity_micro END) AS quantityMicro
  FROM v_inventory_movement m JOIN v_purchasing_return_line l ON l.id = m.source_line_id
  WHERE m.item_id = ? AND m.lot_id = ? AND m.source_kind = 'purchasing.return'
    AND (m.from_bin_id IS NULL OR m.to_bin_id IS NULL)
  GROUP BY l.supplier_id HAVING quantityMicro <> 0`

/** What a supplier sent straight to a customer: its two documents, that no movement of ours stands behind. */
const DIRECT_EVENTS = `
  SELECT id, received_on AS postedOn, 'purchasing.receipt' AS sourceKind, receipt_id AS sourceId, number,
    quantity_micro AS quantityMicro
  FROM v_purchasing_direct_lot WHERE item_id = ?1 AND lot_id = ?2
  UNION ALL
  SELECT id, shipped_on, 'shipping.shipment', shipment_id, number, quantity_micro
  FROM v_shipping_direct_lot WHERE item_id = ?1 AND lot_id = ?2
  ORDER BY postedOn, sourceKind, id`

const SENT_BY_SUPPLIER = `
  SELECT supplier_id AS partnerId, receipt_id AS id, number, received_on AS postedOn,
    sum(quantity_micro) AS quantityMicro
  FROM v_purchasing_direct_lot WHERE item_id = ? AND lot_id = ? GROUP BY receipt_id ORDER BY receipt_id`

const SENT_TO_CUSTOMER = `
  SELECT customer_id AS partnerId, shipment_id AS id, number, shipped_on AS postedOn,
    sum(quantity_micro) AS quantityMicro
  FROM v_shipping_direct_lot WHERE item_id = ? AND lot_id = ? GROUP BY shipment_id ORDER BY shipment_id`

/** Lots on the other side of the conversions that this lot was on one side of. */
const BEYOND = `
  SELECT DISTINCT other.item_id AS itemId, other.lot_id AS lotId
  FROM v_stock_conversion_line own JOIN v_stock_conversion_line other ON other.conversion_id = own.conversion_id
  WHERE own.lot_id = ?1 AND own.side = ?2 AND other.side <> ?2 AND own.state = 'posted' AND other.lot_id <> 0`

export interface DocumentOfPartner {
  readonly partnerId: number
  readonly id: number
  readonly number: string
  readonly postedOn: string
  readonly quantityMicro: number
}

export const traceQueries = {
  lotsByCode: (reader: Reader, code: string) =>
    reader.all<LotFacts>(`${LOT} WHERE o.code = ? ORDER BY i.code LIMIT 50`, [code]),
  lot: (reader: Reader, id: number) => reader.first<LotFacts>(`${LOT} WHERE o.id = ?`, [id]),
  events: (reader: Reader, lot: LotFacts): TraceEvent[] => [
    ...reader.all<Omit<TraceEvent, 'isDirect'>>(EVENTS, [lot.itemId, lot.id]).map((event) => ({
      ...event,
      isDirect: false,
    })),
    ...reader.all<DirectEvent>(DIRECT_EVENTS, [lot.itemId, lot.id]).map((event) => ({ ...NOWHERE, ...event })),
  ],
  onHand: (reader: Reader, lot: LotFacts) =>
    reader.all<{ warehouse: string; bin: string; status: string; quantityMicro: number }>(ON_HAND, [
      lot.itemId,
      lot.id,
    ]),
  received: (reader: Reader, lot: LotFacts) =>
    [RECEIVED, SENT_BY_SUPPLIER].flatMap((text) => reader.all<DocumentOfPartner>(text, [lot.itemId, lot.id])),
  shipped: (reader: Reader, lot: LotFacts) =>
    [SHIPPED, SENT_TO_CUSTOMER].flatMap((text) => reader.all<DocumentOfPartner>(text, [lot.itemId, lot.id])),
  returned: (reader: Reader, lot: LotFacts) =>
    reader.all<{ partnerId: number; quantityMicro: number }>(RETURNED, [lot.itemId, lot.id]),
  sentBack: (reader: Reader, lot: LotFacts) =>
    reader.all<{ partnerId: number; quantityMicro: number }>(SENT_BACK, [lot.itemId, lot.id]),
  /** What was made of this lot (`used`), or what it was made of (`made`). */
  beyond: (reader: Reader, lotId: number, side: 'used' | 'made') =>
    reader.all<{ itemId: number; lotId: number }>(BEYOND, [lotId, side]).map((row) => row.lotId),
}
