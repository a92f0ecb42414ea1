import { addDays, type BusinessDate } from '../../../../shared/values/date'
import type { Reader } from '../../../kernel/db'
import type { BinKind } from '../tables'
import { requireWarehouse } from './bins'
import { walkwaysOf } from './walkways'

/** One pass over the bins; what lies in them, who fetched from them and when something came are gathered beside it. */
const MAP = `
  WITH content AS (
    SELECT s.bin_id, count(DISTINCT s.item_id) AS items,
      sum((s.quantity_micro * i.volume_millilitres + 999999) / 1000000) AS millilitres,
      sum((s.quantity_micro * i.weight_grams + 999999) / 1000000) AS grams,
      min(l.expires_on) AS expires_on, min(v.class) AS class
    FROM v_inventory_balance s
    JOIN v_items_item i ON i.id = s.item_id
    LEFT JOIN v_inventory_lot l ON l.id = s.lot_id
    LEFT JOIN warehouse_velocity v ON v.item_id = s.item_id AND v.warehouse_id = ?1
    WHERE s.warehouse_id = ?1 AND s.quantity_micro > 0 GROUP BY s.bin_id
  ), fetched AS (
    SELECT t.from_bin_id AS bin_id, count(*) AS picks
    FROM warehouse_wave w
    JOIN warehouse_batch k ON k.wave_id = w.id
    JOIN warehouse_task t ON t.batch_id = k.id
    WHERE w.warehouse_id = ?1 AND w.released_on > ?2 AND w.released_on <= ?3 AND t.done_micro > 0 GROUP BY t.from_bin_id
  )
  SELECT b.id, b.code, b.kind, z.code AS zoneCode, b.aisle, b.bay, b.level, b.x_millimetres AS xMillimetres,
    b.y_millimetres AS yMillimetres, b.blocked, coalesce(c.items, 0) AS items,
    CASE
      WHEN c.items IS NULL THEN 0
      WHEN b.capacity_millilitres = 0 AND b.capacity_grams = 0 THEN NULL
      ELSE max(
        CASE WHEN b.capacity_millilitres > 0 THEN c.millilitres * 100 / b.capacity_millilitres ELSE 0 END,
        CASE WHEN b.capacity_grams > 0 THEN c.grams * 100 / b.capacity_grams ELSE 0 END)
    END AS fillPercent,
    c.expires_on AS expiresOn, c.class, coalesce(f.picks, 0) AS picks,
    CASE WHEN c.items IS NULL THEN NULL ELSE (
      SELECT substr(max(t.finished_at), 1, 10) FROM warehouse_task t
      WHERE t.to_bin_id = b.id AND t.kind IN ('putaway', 'move') AND t.state = 'done') END AS filledOn,
    EXISTS (SELECT 1 FROM warehouse_recount r WHERE r.bin_id = b.id) AS recount
  FROM warehouse_bin b
  JOIN warehouse_zone z ON z.id = b.zone_id
  LEFT JOIN content c ON c.bin_id = b.id
  LEFT JOIN fetched f ON f.bin_id = b.id
  WHERE b.warehouse_id = ?1 ORDER BY b.aisle, b.bay, b.level, b.id`

interface MapRow {
  readonly id: number
  readonly code: string
  readonly kind: BinKind
  readonly zoneCode: string
  readonly aisle: number
  readonly bay: number
  readonly level: number
  readonly xMillimetres: number
  readonly yMillimetres: number
  readonly blocked: number
  readonly items: number
  readonly fillPercent: number | null
  readonly expiresOn: string | null
  readonly class: 'A' | 'B' | 'C' | null
  readonly picks: number
  readonly filledOn: string | null
  readonly recount: number
}

/** Every bin of a house as the plan draws it. Picks are those of `days`, so many such periods back. */
export function floorMap(
  reader: Reader,
  input: {
    readonly warehouseId: number
    readonly today: BusinessDate
    readonly days: number
    readonly periodsBack: number
  },
) {
  const { warehouseId, days } = input
  const until = addDays(input.today, 0 - days * input.periodsBack)
  const { aisleGap, aisleLength, crossAisles } = walkwaysOf(requireWarehouse(reader, warehouseId))
  const rows = reader.all<MapRow>(MAP, [warehouseId, addDays(until, 0 - days), until])
  return {
    bins: rows.map((row) => ({ ...row, blocked: row.blocked === 1, recount: row.recount === 1 })),
    aisleGapMillimetres: aisleGap,
    aisleLengthMillimetres: aisleLength,
    crossAislesMillimetres: [...crossAisles],
  }
}

const BINS_OF_ITEM = `
  SELECT b.id, b.code, sum(s.quantity_micro) AS quantityMicro FROM v_inventory_balance s
  JOIN warehouse_bin b ON b.id = s.bin_id
  WHERE s.item_id = ? AND s.warehouse_id = ? AND s.quantity_micro > 0 GROUP BY b.id ORDER BY b.distance_millimetres, b.code`

/** Where an item lies, the nearest first. */
export function findItem(reader: Reader, input: { readonly warehouseId: number; readonly itemId: number }) {
  const rows = reader.all<{ id: number; code: string; quantityMicro: number }>(BINS_OF_ITEM, [
    input.itemId,
    input.warehouseId,
  ])
  return { rows: rows.map(({ id, code, quantityMicro }) => ({ bin: { id, code }, quantityMicro })) }
}
