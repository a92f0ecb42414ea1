import type { Reader } from '../../kernel/db'

export interface StockRow {
  readonly itemId: number
  readonly itemCode: string
  readonly itemName: string
  readonly binCode: string
  readonly lotCode: string | null
  readonly expiresOn: string | null
  readonly status: string
  readonly quantityMicro: number
}

export interface StockItem {
  readonly itemId: number
  readonly itemCode: string
  readonly itemName: string
  readonly quantityMicro: number
  readonly valueMinor: number
}

const placed = (balances: string): string => `
  SELECT i.id AS itemId, i.code AS itemCode, i.name AS itemName, b.code AS binCode, l.code AS lotCode,
    l.expires_on AS expiresOn, s.status, s.quantity_micro AS quantityMicro
  FROM (${balances}) s
  JOIN v_items_item i ON i.id = s.item_id
  JOIN v_warehouse_bin b ON b.id = s.bin_id
  LEFT JOIN v_inventory_lot l ON l.id = s.lot_id AND s.lot_id <> 0
  ORDER BY i.code, b.code, l.expires_on, l.code, s.status`

const STOCK_NOW = placed(`
  SELECT item_id, bin_id, lot_id, status, quantity_micro FROM v_inventory_balance WHERE quantity_micro <> 0`)

/**
 * What lies there now less what moved there after the day, plus what moved away: a recent day needs few movements, and
 * `verify` proves that what lies there is the sum of all movements.
 */
const STOCK_ON = placed(`
  SELECT item_id, bin_id, lot_id, status, sum(quantity_micro) AS quantity_micro
  FROM (SELECT item_id, bin_id, lot_id, status, quantity_micro FROM v_inventory_balance
        UNION ALL
        SELECT item_id, to_bin_id, lot_id, to_status, -quantity_micro
        FROM v_inventory_movement WHERE posted_on > @on AND to_bin_id IS NOT NULL
        UNION ALL
        SELECT item_id, from_bin_id, lot_id, from_status, quantity_micro
        FROM v_inventory_movement WHERE posted_on > @on AND from_bin_id IS NOT NULL)
  GROUP BY item_id, bin_id, lot_id, status HAVING sum(quantity_micro) <> 0`)

const VALUE_NOW = `
  SELECT i.id AS itemId, i.code AS itemCode, i.name AS itemName, sum(s.on_hand_micro - s.consigned_micro) AS quantityMicro,
    sum(s.value_minor) AS valueMinor
  FROM v_inventory_stock s JOIN v_items_item i ON i.id = s.item_id
  WHERE s.on_hand_micro <> s.consigned_micro OR s.value_minor <> 0
  GROUP BY i.id ORDER BY i.code`

/** The same backwards: what crossed the border to the outside world after the day, and what was revalued. */
const VALUE_ON = `
  SELECT i.id AS itemId, i.code AS itemCode, i.name AS itemName, t.quantityMicro, t.valueMinor
  FROM (SELECT item_id, sum(quantity_micro) AS quantityMicro, sum(value_minor) AS valueMinor
        FROM (SELECT item_id, on_hand_micro - consigned_micro AS quantity_micro, value_minor FROM v_inventory_stock
              UNION ALL
              SELECT item_id,
                CASE WHEN from_bin_id IS NULL THEN -quantity_micro ELSE quantity_micro END,
                CASE WHEN from_bin_id IS NULL THEN -value_minor ELSE value_minor END
              FROM v_inventory_movement
              WHERE posted_on > @on AND (from_bin_id IS NULL OR to_bin_id IS NULL) AND owner_id = 0
              UNION ALL
              SELECT item_id, 0, -value_minor FROM v_inventory_revaluation WHERE posted_on > @on)
        GROUP BY item_id HAVING sum(quantity_micro) <> 0 OR sum(value_minor) <> 0) t
  JOIN v_items_item i ON i.id = t.item_id ORDER BY i.code`

export const stockQueries = {
  stockNow: (reader: Reader) => reader.all<StockRow>(STOCK_NOW),
  stockOn: (reader: Reader, on: string) => reader.all<StockRow>(STOCK_ON, [{ on }]),
  valueNow: (reader: Reader) => reader.all<StockItem>(VALUE_NOW),
  valueOn: (reader: Reader, on: string) => reader.all<StockItem>(VALUE_ON, [{ on }]),
}
