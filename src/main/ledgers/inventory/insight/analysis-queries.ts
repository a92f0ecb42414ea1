import type { Reader } from '../../../kernel/db'

export interface HeldItem {
  readonly itemId: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
  readonly category: string
  readonly onHandMicro: number
  readonly valueMinor: number
}

/** Everything on hand, and everything that was sold since a day. */
const ITEMS = `
  SELECT i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, i.category,
    coalesce(sum(s.on_hand_micro), 0) AS onHandMicro, coalesce(sum(s.value_minor), 0) AS valueMinor
  FROM v_items_item i LEFT JOIN inventory_stock s ON s.item_id = i.id
  WHERE i.kind = 'stock' AND (?1 = '' OR i.code LIKE ?2 OR i.name LIKE ?2 OR i.category LIKE ?2)
  GROUP BY i.id
  HAVING onHandMicro > 0
    OR EXISTS (SELECT 1 FROM inventory_movement m WHERE m.item_id = i.id AND m.to_bin_id IS NULL AND m.posted_on >= ?3)`

/** What was sold, month by month; what came back or was reversed counts against it. */
const SOLD = `
  SELECT item_id AS itemId, substr(posted_on, 1, 7) AS month,
    sum(CASE WHEN to_bin_id IS NULL THEN quantity_micro ELSE -quantity_micro END) AS quantityMicro,
    sum(CASE WHEN to_bin_id IS NULL THEN value_minor ELSE -value_minor END) AS costMinor
  FROM inventory_movement
  WHERE posted_on > ?1 AND posted_on <= ?2 AND (source_kind LIKE 'shipping.%' OR source_kind LIKE 'sales.%')
    AND (from_bin_id IS NULL OR to_bin_id IS NULL)
  GROUP BY item_id, month`

const LAST_SOLD = `
  SELECT item_id AS itemId, max(posted_on) AS postedOn FROM inventory_movement
  WHERE to_bin_id IS NULL AND posted_on <= ? AND (source_kind LIKE 'shipping.%' OR source_kind LIKE 'sales.%')
  GROUP BY item_id`

/** What came in, newest first: the youngest receipts are taken to be what is still here. */
const CAME = `
  SELECT item_id AS itemId, posted_on AS postedOn, sum(quantity_micro) AS quantityMicro
  FROM inventory_movement
  WHERE from_bin_id IS NULL AND posted_on <= ? AND source_kind NOT IN ('stock.transfer', 'shipping.shipment')
  GROUP BY item_id, posted_on ORDER BY item_id, posted_on DESC`

export const analysisQueries = {
  items: (reader: Reader, filter: string, soldSince: string) =>
    reader.all<HeldItem>(ITEMS, [filter, `%${filter}%`, soldSince]),
  sold: (reader: Reader, after: string, until: string) =>
    reader.all<{ itemId: number; month: string; quantityMicro: number; costMinor: number }>(SOLD, [after, until]),
  lastSold: (reader: Reader, until: string) => reader.all<{ itemId: number; postedOn: string }>(LAST_SOLD, [until]),
  came: (reader: Reader, until: string) =>
    reader.all<{ itemId: number; postedOn: string; quantityMicro: number }>(CAME, [until]),
}
