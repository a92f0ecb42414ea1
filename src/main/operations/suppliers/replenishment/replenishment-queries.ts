import type { Reader } from '../../../kernel/db'

export interface ReplenishableItem {
  readonly itemId: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
  readonly shelfLifeDays: number | null
  readonly supplierId: number | null
  readonly usualPriceMicro: number
  readonly availableMicro: number
  readonly reservedMicro: number
}

const ITEMS = `
  SELECT i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, i.shelf_life_days AS shelfLifeDays,
    i.supplier_id AS supplierId, i.purchase_price_micro AS usualPriceMicro,
    coalesce(s.available_micro, 0) AS availableMicro, coalesce(s.reserved_micro, 0) AS reservedMicro
  FROM v_items_replenishable i
  LEFT JOIN v_inventory_stock s ON s.item_id = i.id AND s.warehouse_id = ?1
  WHERE (?2 = '' OR i.code LIKE ?3 OR i.name LIKE ?3 OR i.category LIKE ?3)
  ORDER BY i.code`

/** Demand week by week, the last week first (0); what came back or was reversed counts against it. */
const DEMAND = `
  SELECT item_id AS itemId, CAST((julianday(?2) - julianday(posted_on)) / 7 AS INTEGER) AS weeksAgo,
    sum(CASE WHEN to_bin_id IS NULL THEN quantity_micro ELSE -quantity_micro END) AS quantityMicro
  FROM v_inventory_movement
  WHERE warehouse_id = ?1 AND posted_on > ?3 AND posted_on <= ?2
    AND (source_kind LIKE 'shipping.%' OR source_kind LIKE 'sales.%') AND (from_bin_id IS NULL OR to_bin_id IS NULL)
  GROUP BY item_id, weeksAgo`

const FIRST_SEEN = `
  SELECT item_id AS itemId, CAST((julianday(?2) - julianday(min(posted_on))) / 7 AS INTEGER) AS weeksAgo
  FROM v_inventory_movement WHERE warehouse_id = ?1 AND from_bin_id IS NULL GROUP BY item_id`

const ON_ORDER = `
  SELECT l.item_id AS itemId, sum(l.quantity_micro - l.received_micro) AS quantityMicro
  FROM v_purchasing_order o JOIN v_purchasing_order_line l ON l.order_id = o.id
  WHERE o.warehouse_id = ? AND o.state IN ('draft', 'confirmed', 'partly-received')
    AND l.received_micro < l.quantity_micro
  GROUP BY l.item_id`

const IN_TRANSIT = `
  SELECT item_id AS itemId, sum(quantity_micro) AS quantityMicro FROM v_inventory_balance
  WHERE warehouse_id = ? AND status = 'in-transit' GROUP BY item_id`

/** The terms in force on a day: of each supplier and item the latest. */
const TERMS = `
  SELECT t.item_id AS itemId, t.supplier_id AS supplierId, t.price_micro AS priceMicro, t.lead_days AS leadDays,
    t.minimum_micro AS minimumMicro, t.multiple_micro AS multipleMicro, t.is_preferred AS isPreferred
  FROM v_suppliers_term t
  WHERE t.valid_from <= ?1 AND NOT EXISTS (
    SELECT 1 FROM v_suppliers_term n WHERE n.supplier_id = t.supplier_id AND n.item_id = t.item_id
      AND n.valid_from <= ?1 AND n.valid_from > t.valid_from)`

export interface TermInForce {
  readonly itemId: number
  readonly supplierId: number
  readonly priceMicro: number
  readonly leadDays: number
  readonly minimumMicro: number
  readonly multipleMicro: number
  readonly isPreferred: number
}

interface ItemQuantity {
  readonly itemId: number
  readonly quantityMicro: number
}

export const replenishmentQueries = {
  items: (reader: Reader, warehouseId: number, filter: string) =>
    reader.all<ReplenishableItem>(ITEMS, [warehouseId, filter, `%${filter}%`]),
  demand: (reader: Reader, warehouseId: number, on: string, after: string) =>
    reader.all<ItemQuantity & { weeksAgo: number }>(DEMAND, [warehouseId, on, after]),
  firstSeen: (reader: Reader, warehouseId: number, on: string) =>
    reader.all<{ itemId: number; weeksAgo: number }>(FIRST_SEEN, [warehouseId, on]),
  onOrder: (reader: Reader, warehouseId: number) => reader.all<ItemQuantity>(ON_ORDER, [warehouseId]),
  inTransit: (reader: Reader, warehouseId: number) => reader.all<ItemQuantity>(IN_TRANSIT, [warehouseId]),
  terms: (reader: Reader, on: string) => reader.all<TermInForce>(TERMS, [on]),
}
