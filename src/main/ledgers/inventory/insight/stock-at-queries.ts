import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'

export interface StockAtInput extends ListInput {
  readonly on: string
  readonly warehouseId?: number | undefined
  readonly by: 'item' | 'bin' | 'lot'
}

interface Row {
  itemId: number
  code: string
  name: string
  baseUnit: string
  warehouseId: number
  binId: number | null
  binCode: string | null
  lotId: number | null
  lotCode: string | null
  expiresOn: string | null
  quantityMicro: number
  valueMinor: number
}

/**
 * Stock as the books had it at the end of a day. An item's value in a warehouse is exact; a bin or lot is worth its part
 * of it by quantity.
 */
const HELD = `
  WITH moved AS (
    SELECT warehouse_id, item_id, lot_id, to_bin_id AS bin_id, quantity_micro AS quantity,
      CASE WHEN from_bin_id IS NULL THEN value_minor ELSE 0 END AS value
    FROM inventory_movement WHERE to_bin_id IS NOT NULL AND posted_on <= ?1
    UNION ALL
    SELECT warehouse_id, item_id, lot_id, from_bin_id, -quantity_micro,
      CASE WHEN to_bin_id IS NULL THEN -value_minor ELSE 0 END
    FROM inventory_movement WHERE from_bin_id IS NOT NULL AND posted_on <= ?1
    UNION ALL
    SELECT warehouse_id, item_id, 0, NULL, 0, value_minor FROM inventory_revaluation WHERE posted_on <= ?1
  ), item_held AS (
    SELECT warehouse_id, item_id, sum(quantity) AS quantity, sum(value) AS value FROM moved
    WHERE ?2 IS NULL OR warehouse_id = ?2
    GROUP BY warehouse_id, item_id HAVING sum(quantity) <> 0 OR sum(value) <> 0
  )`
const BY: Readonly<Record<StockAtInput['by'], string>> = {
  item: `SELECT warehouse_id, item_id, NULL AS bin_id, NULL AS lot_id, quantity, value FROM item_held`,
  bin: `SELECT m.warehouse_id, m.item_id, m.bin_id, m.lot_id, sum(m.quantity) AS quantity,
      round(1.0 * h.value * sum(m.quantity) / h.quantity) AS value
    FROM moved m JOIN item_held h ON h.warehouse_id = m.warehouse_id AND h.item_id = m.item_id AND h.quantity <> 0
    WHERE m.bin_id IS NOT NULL GROUP BY m.warehouse_id, m.item_id, m.bin_id, m.lot_id HAVING sum(m.quantity) <> 0`,
  lot: `SELECT m.warehouse_id, m.item_id, NULL AS bin_id, m.lot_id, sum(m.quantity) AS quantity,
      round(1.0 * h.value * sum(m.quantity) / h.quantity) AS value
    FROM moved m JOIN item_held h ON h.warehouse_id = m.warehouse_id AND h.item_id = m.item_id AND h.quantity <> 0
    WHERE m.bin_id IS NOT NULL GROUP BY m.warehouse_id, m.item_id, m.lot_id HAVING sum(m.quantity) <> 0`,
}

const SORTS: Readonly<Record<string, string>> = {
  item: 'i.code',
  bin: 'b.code',
  lot: 'o.code',
  quantityMicro: 'g.quantity',
  valueMinor: 'g.value',
}

export function stockAt(reader: Reader, input: StockAtInput) {
  const from = `${HELD} SELECT %COLUMNS% FROM (${BY[input.by]}) g
    JOIN v_items_item i ON i.id = g.item_id
    LEFT JOIN v_warehouse_bin b ON b.id = g.bin_id
    LEFT JOIN inventory_lot o ON o.id = g.lot_id
    WHERE ?3 = '' OR i.code LIKE ?4 OR i.name LIKE ?4 OR o.code LIKE ?4 OR b.code LIKE ?4`
  const params = [input.on, input.warehouseId ?? null, input.filter, `%${input.filter}%`]
  const sort = SORTS[input.sort ?? ''] ?? 'i.code'
  const direction = input.descending ? 'DESC' : 'ASC'
  const columns = `i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, g.warehouse_id AS warehouseId, b.id AS binId,
    b.code AS binCode, o.id AS lotId, o.code AS lotCode, o.expires_on AS expiresOn, g.quantity AS quantityMicro,
    CAST(g.value AS INTEGER) AS valueMinor`
  const rows = reader.all<Row>(
    `${from.replace('%COLUMNS%', columns)} ORDER BY ${sort} ${direction}, i.id, g.warehouse_id, b.code, o.code LIMIT ?5 OFFSET ?6`,
    [...params, input.limit, input.offset],
  )
  const sums = reader.first<{ total: number; valueMinor: number | null }>(
    from.replace('%COLUMNS%', 'count(*) AS total, CAST(sum(g.value) AS INTEGER) AS valueMinor'),
    params,
  )
  return {
    rows: rows.map((row) => ({
      item: { id: row.itemId, code: row.code, name: row.name, baseUnit: row.baseUnit },
      warehouseId: row.warehouseId,
      bin: row.binId === null ? null : { id: row.binId, code: row.binCode ?? '' },
      lot: row.lotId === null ? null : { id: row.lotId, code: row.lotCode ?? '', expiresOn: row.expiresOn },
      quantityMicro: row.quantityMicro,
      valueMinor: row.valueMinor,
    })),
    total: sums?.total ?? 0,
    sums: { valueMinor: sums?.valueMinor ?? 0 },
  }
}
