import type { Reader } from '../../kernel/db'
import { settlementPdf, type LaidGoods, type SettlementInput, type UsedAt } from '../sales'

/** By the movements of the place at the customer's: deliveries used it, transfers brought it and took it back. */
const GOODS = `
  WITH moved AS (
    SELECT m.item_id, m.posted_on, m.source_kind LIKE 'shipping.%' AS is_used,
      ((m.to_bin_id IS NOT NULL) - (m.from_bin_id IS NOT NULL)) * m.quantity_micro AS micro
    FROM v_inventory_movement m JOIN v_warehouse_warehouse w ON w.id = m.warehouse_id
    WHERE w.customer_id = ?1 AND m.posted_on <= ?3
  )
  SELECT i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit,
    coalesce(sum(micro) FILTER (WHERE posted_on < ?2), 0) AS openingMicro,
    coalesce(sum(micro) FILTER (WHERE posted_on >= ?2 AND NOT is_used AND micro > 0), 0) AS broughtMicro,
    coalesce(0 - sum(micro) FILTER (WHERE posted_on >= ?2 AND is_used), 0) AS usedMicro,
    coalesce(0 - sum(micro) FILTER (WHERE posted_on >= ?2 AND NOT is_used AND micro < 0), 0) AS backMicro
  FROM moved JOIN v_items_item i ON i.id = moved.item_id
  GROUP BY i.id HAVING sum(abs(micro)) > 0 AND (openingMicro <> 0 OR max(posted_on) >= ?2) ORDER BY i.code`

const USED = `
  SELECT s.item_id AS itemId, sum(s.quantity_micro) AS quantityMicro, l.price_micro AS priceMicro, NULL AS currency
  FROM v_shipping_shipment_line s
  JOIN v_sales_order_line l ON l.id = s.order_line_id
  JOIN v_sales_order o ON o.id = l.order_id
  JOIN v_warehouse_warehouse w ON w.id = o.warehouse_id
  WHERE w.customer_id = ? AND s.state = 'posted' AND s.shipped_on BETWEEN ? AND ?
  GROUP BY s.item_id, l.price_micro`

/** What our goods at a customer's did through a span of days: he pays what was used. */
export function placedPdf(reader: Reader, input: SettlementInput): { fileName: string; pdf: string } {
  const params = [input.partnerId, input.from, input.to]
  const goods = reader.all<LaidGoods>(GOODS, params)
  return settlementPdf(reader, 'customer', input, goods, reader.all<UsedAt>(USED, params))
}
