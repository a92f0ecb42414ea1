import { requirePartner } from '../../../foundation/parties'
import { grouped } from '../../../kernel/grouped'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { requireReturn } from './plan-return'

const SORTS: Readonly<Record<string, string>> = {
  number: 'r.number',
  supplier: 'p.name',
  plannedOn: 'r.planned_on',
  state: 'r.state',
}

const OPEN_CREDIT = `coalesce((SELECT sum(l.expected_minor - l.credited_expected_minor)
  FROM purchasing_return_line l WHERE l.return_id = r.id AND r.state IN ('planned', 'sent')), 0)`

const FROM = `
  FROM purchasing_return r JOIN v_parties_partner p ON p.id = r.supplier_id
  WHERE (?1 = '' OR r.number LIKE ?2 OR r.reason LIKE ?2 OR p.code LIKE ?2 OR p.name LIKE ?2)
    AND (?3 IS NULL OR r.state = ?3)`

interface Row {
  id: number
  number: string
  state: string
  supplierId: number
  code: string
  name: string
  plannedOn: string
  reason: string
  expectedMinor: number
}

export function listReturns(reader: Reader, input: ListInput & { state?: string | undefined }) {
  const params = [input.filter, `%${input.filter}%`, input.state ?? null]
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT r.id, r.number, r.state, p.id AS supplierId, p.code, p.name, r.planned_on AS plannedOn, r.reason,
       ${OPEN_CREDIT} AS expectedMinor
     ${FROM} ORDER BY ${SORTS[input.sort ?? ''] ?? 'r.id'} ${direction}, r.id DESC LIMIT ?4 OFFSET ?5`,
    [...params, input.limit, input.offset],
  )
  const totals = reader.first<{ total: number; expectedMinor: number }>(
    `SELECT count(*) AS total, coalesce(sum(${OPEN_CREDIT}), 0) AS expectedMinor ${FROM}`,
    params,
  )
  return {
    rows: rows.map(({ supplierId, code, name, ...row }) => ({ ...row, supplier: { id: supplierId, code, name } })),
    total: totals?.total ?? 0,
    sums: { expectedMinor: totals?.expectedMinor ?? 0 },
  }
}

const LINES = `
  SELECT l.id, l.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit, t.code AS lotCode,
    l.quantity_micro AS quantityMicro, l.sent_micro AS sentMicro, l.uninvoiced_micro AS uninvoicedMicro,
    l.credited_micro AS creditedMicro, l.price_micro AS priceMicro, o.gross_price_micro AS grossPriceMicro,
    h.currency, o.foreign_price_micro AS foreignPriceMicro,
    l.tax_code AS taxCode, l.cost_minor AS costMinor, l.expected_minor - l.credited_expected_minor AS expectedMinor
  FROM purchasing_return_line l JOIN v_items_item i ON i.id = l.item_id
  LEFT JOIN purchasing_receipt_line p ON p.id = l.receipt_line_id
  LEFT JOIN purchasing_order_line o ON o.id = p.order_line_id
  LEFT JOIN purchasing_order h ON h.id = o.order_id
  LEFT JOIN v_inventory_lot t ON t.id = l.lot_id
  WHERE l.return_id = ? ORDER BY l.line_number`

interface LineRow {
  id: number
  itemId: number
  code: string
  name: string
  baseUnit: string
  lotCode: string | null
  quantityMicro: number
  sentMicro: number
  uninvoicedMicro: number
  creditedMicro: number
  priceMicro: number
  currency: string | null
  foreignPriceMicro: number | null
  grossPriceMicro: number | null
  taxCode: string
  costMinor: number
  expectedMinor: number
}

interface Link {
  kind: string
  id: number
  number: string
  state: string
}

const RECEIPTS = `
  SELECT DISTINCT 'purchasing.receipt' AS kind, r.id, r.number, r.state FROM purchasing_return_line l
  JOIN purchasing_receipt_line p ON p.id = l.receipt_line_id JOIN purchasing_receipt r ON r.id = p.receipt_id
  WHERE l.return_id = ? ORDER BY r.id`

const CREDITS = `SELECT 'purchasing.credit' AS kind, id, number, state FROM purchasing_credit WHERE return_id = ? ORDER BY id`

export function getReturn(reader: Reader, input: { id: number }) {
  const { supplierId, ...head } = requireReturn(reader, input.id)
  const { id, code, name } = requirePartner(reader, supplierId)
  return {
    ...head,
    supplier: { id, code, name },
    lines: reader.all<LineRow>(LINES, [head.id]).map((line) => {
      const { itemId, code: itemCode, name: itemName, baseUnit, ...rest } = line
      return { ...rest, item: { id: itemId, code: itemCode, name: itemName, baseUnit } }
    }),
    chain: { from: reader.all<Link>(RECEIPTS, [head.id]), to: reader.all<Link>(CREDITS, [head.id]) },
  }
}

const RETURNABLE = `
  SELECT l.id AS receiptLineId, r.id AS receiptId, r.number AS receiptNumber, r.received_on AS receivedOn,
    r.warehouse_id AS warehouseId, i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, t.code AS lotCode,
    o.price_micro AS priceMicro, l.quantity_micro - coalesce((
      SELECT sum(CASE WHEN h.state = 'planned' THEN n.quantity_micro ELSE n.sent_micro END)
      FROM purchasing_return_line n JOIN purchasing_return h ON h.id = n.return_id
      WHERE n.receipt_line_id = l.id AND h.state NOT IN ('cancelled', 'reversed')), 0) - coalesce((
      SELECT sum(u.quantity_micro) FROM purchasing_receipt_line u
      JOIN purchasing_receipt e ON e.id = u.receipt_id AND e.state = 'posted'
      WHERE u.used_of_id = l.id), 0) AS returnableMicro
  FROM purchasing_receipt r
  JOIN purchasing_receipt_line l ON l.receipt_id = r.id
  JOIN purchasing_order_line o ON o.id = l.order_line_id
  JOIN v_items_item i ON i.id = l.item_id
  LEFT JOIN v_inventory_lot t ON t.id = l.lot_id
  WHERE r.supplier_id = ? AND r.state = 'posted' AND r.terms <> 'direct'
  ORDER BY r.received_on DESC, l.id DESC LIMIT 500`

interface ReturnableRow {
  receiptLineId: number
  receiptId: number
  receiptNumber: string
  receivedOn: string
  warehouseId: number
  itemId: number
  code: string
  name: string
  baseUnit: string
  lotCode: string | null
  priceMicro: number
  returnableMicro: number
}

/** What of a supplier's deliveries may still go back, the last ones first. */
export function returnableLines(reader: Reader, input: { supplierId: number }) {
  return {
    rows: reader
      .all<ReturnableRow>(RETURNABLE, [input.supplierId])
      .filter((row) => row.returnableMicro > 0)
      .map(({ itemId, code, name, baseUnit, ...row }) => ({ ...row, item: { id: itemId, code, name, baseUnit } })),
  }
}

const TO_SEND = `
  SELECT l.id, r.id AS returnId, r.number, p.id AS supplierId, p.code AS supplierCode, p.name AS supplierName,
    i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, t.code AS lotCode,
    l.quantity_micro - l.sent_micro AS openMicro
  FROM purchasing_return r
  JOIN purchasing_return_line l ON l.return_id = r.id AND l.sent_micro < l.quantity_micro
  JOIN v_parties_partner p ON p.id = r.supplier_id
  JOIN v_items_item i ON i.id = l.item_id
  LEFT JOIN v_inventory_lot t ON t.id = l.lot_id
  WHERE r.state = 'planned' AND r.warehouse_id = ? ORDER BY r.id, l.line_number`

const PLACES = `
  SELECT l.id AS lineId, n.id AS binId, n.code AS binCode, b.status, b.quantity_micro - b.allocated_micro AS quantityMicro
  FROM purchasing_return r
  JOIN purchasing_return_line l ON l.return_id = r.id AND l.sent_micro < l.quantity_micro
  JOIN v_inventory_balance b ON b.item_id = l.item_id AND b.lot_id = l.lot_id AND b.warehouse_id = r.warehouse_id
  JOIN v_warehouse_bin n ON n.id = b.bin_id
  WHERE r.state = 'planned' AND r.warehouse_id = ? AND b.quantity_micro > b.allocated_micro
    AND b.status <> 'in-transit'
  ORDER BY l.id, CASE b.status WHEN 'damaged' THEN 0 WHEN 'quarantine' THEN 1 ELSE 2 END, n.code`

interface ToSendRow {
  id: number
  returnId: number
  number: string
  supplierId: number
  supplierCode: string
  supplierName: string
  itemId: number
  code: string
  name: string
  baseUnit: string
  lotCode: string | null
  openMicro: number
}

interface PlaceRow {
  lineId: number
  binId: number
  binCode: string
  status: string
  quantityMicro: number
}

/** What the station is to scan out, and where it lies. */
export function returnsToSend(reader: Reader, input: { warehouseId: number }) {
  const places = grouped(reader.all<PlaceRow>(PLACES, [input.warehouseId]), (place) => place.lineId)
  const returns = grouped(reader.all<ToSendRow>(TO_SEND, [input.warehouseId]), (row) => row.returnId)
  return {
    rows: [...returns.entries()].flatMap(([id, lines]) => {
      const [head] = lines
      if (head === undefined) return []
      const { number, supplierId, supplierCode, supplierName } = head
      return [
        {
          id,
          number,
          supplier: { id: supplierId, code: supplierCode, name: supplierName },
          lines: lines.map((line) => ({
            id: line.id,
            item: { id: line.itemId, code: line.code, name: line.name, baseUnit: line.baseUnit },
            lotCode: line.lotCode,
            openMicro: line.openMicro,
            places: (places.get(line.id) ?? []).map(({ binId, binCode, status, quantityMicro }) => ({
              bin: { id: binId, code: binCode },
              status,
              quantityMicro,
            })),
          })),
        },
      ]
    }),
  }
}
