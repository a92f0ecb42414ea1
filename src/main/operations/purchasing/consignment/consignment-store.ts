import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { listed } from '../../../kernel/list-queries'

/** A consigned delivery of which something is neither used nor gone back. */
export interface OpenDelivery {
  readonly lineId: number
  readonly orderId: number
  readonly orderLineId: number
  readonly openMicro: number
  /** In the order's currency. */
  readonly priceMicro: number
  readonly currency: string | null
}

const OPEN = `
  SELECT l.id AS lineId, r.order_id AS orderId, l.order_line_id AS orderLineId,
    l.quantity_micro - l.invoiced_micro AS openMicro, coalesce(o.foreign_price_micro, o.price_micro) AS priceMicro,
    h.currency
  FROM purchasing_receipt r
  JOIN purchasing_receipt_line l ON l.receipt_id = r.id
  JOIN purchasing_order_line o ON o.id = l.order_line_id
  JOIN purchasing_order h ON h.id = o.order_id
  WHERE r.terms = 'consigned' AND r.supplier_id = ?1 AND r.state = 'posted' AND r.warehouse_id = ?2 AND l.item_id = ?3
    AND l.lot_id = ?4 AND l.invoiced_micro < l.quantity_micro
  ORDER BY r.received_on, l.id`

interface Row {
  readonly id: number
  readonly supplierId: number
  readonly supplierCode: string
  readonly supplierName: string
  readonly itemId: number
  readonly itemCode: string
  readonly itemName: string
  readonly baseUnit: string
  readonly warehouse: string
  readonly receiptId: number
  readonly receiptNumber: string
  readonly receivedOn: string
  readonly lotCode: string | null
  readonly broughtMicro: number
  readonly usedMicro: number
  readonly returnedMicro: number
  readonly hereMicro: number
  readonly unbilledMicro: number
  readonly priceMicro: number
  readonly currency: string | null
}

const USED = `
  SELECT coalesce(sum(u.quantity_micro), 0) FROM purchasing_receipt_line u
  JOIN purchasing_receipt e ON e.id = u.receipt_id AND e.state = 'posted' WHERE u.used_of_id = l.id`
const UNBILLED = `
  SELECT coalesce(sum(u.quantity_micro - u.invoiced_micro), 0) FROM purchasing_receipt_line u
  JOIN purchasing_receipt e ON e.id = u.receipt_id AND e.state = 'posted' WHERE u.used_of_id = l.id`
const COLUMNS = `
  l.id, p.id AS supplierId, p.code AS supplierCode, p.name AS supplierName, i.id AS itemId, i.code AS itemCode,
  i.name AS itemName, i.base_unit AS baseUnit, w.name AS warehouse, r.id AS receiptId, r.number AS receiptNumber,
  r.received_on AS receivedOn, t.code AS lotCode, l.quantity_micro AS broughtMicro, (${USED}) AS usedMicro,
  l.invoiced_micro - (${USED}) AS returnedMicro, l.quantity_micro - l.invoiced_micro AS hereMicro,
  (${UNBILLED}) AS unbilledMicro, coalesce(o.foreign_price_micro, o.price_micro) AS priceMicro, h.currency`
const FROM = `
  FROM purchasing_receipt r
  JOIN purchasing_receipt_line l ON l.receipt_id = r.id
  JOIN purchasing_order_line o ON o.id = l.order_line_id
  JOIN purchasing_order h ON h.id = o.order_id
  JOIN v_parties_partner p ON p.id = r.supplier_id
  JOIN v_items_item i ON i.id = l.item_id
  JOIN v_warehouse_warehouse w ON w.id = r.warehouse_id
  LEFT JOIN v_inventory_lot t ON t.id = l.lot_id
  WHERE r.terms = 'consigned' AND r.state = 'posted'
    AND (?1 = '' OR p.code LIKE ?2 OR p.name LIKE ?2 OR i.code LIKE ?2 OR i.name LIKE ?2 OR r.number LIKE ?2)
    AND (?3 = 0 OR l.invoiced_micro < l.quantity_micro OR (${UNBILLED}) > 0)`
const SORTS = { supplier: 'p.name', item: 'i.code', receivedOn: 'r.received_on', receipt: 'r.number' } as const

export const consignmentStore = {
  /** Deliveries of an item that stand here, oldest first. */
  open: (
    reader: Reader,
    goods: { ownerId: number; warehouseId: number; itemId: number; lotId: number },
  ): OpenDelivery[] => reader.all<OpenDelivery>(OPEN, [goods.ownerId, goods.warehouseId, goods.itemId, goods.lotId]),
  list: (reader: Reader, input: ListInput & { readonly onlyOpen: boolean }) =>
    listed<Row>(reader, input, {
      columns: COLUMNS,
      from: FROM,
      sorts: SORTS,
      byId: 'l.id',
      params: [input.filter, `%${input.filter}%`, input.onlyOpen ? 1 : 0],
    }),
}
