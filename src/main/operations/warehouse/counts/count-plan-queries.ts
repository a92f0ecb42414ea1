import { refuse } from '../../../../shared/errors'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'

/** Days between counts of a bin, by the best class of what lies in it. */
const EVERY_DAYS = { A: 30, B: 90, C: 365 } as const

/**
 * Classes by picks of the last 90 days: the items that make the first 80 % of them are A, the next 15 % B. A bin is as
 * urgent as its best item. One that was never counted is due at once.
 */
const DUE = `
  WITH picks AS (
    SELECT item_id, count(*) AS picks FROM warehouse_task
    WHERE kind = 'pick' AND state = 'done' AND warehouse_id = ?1 AND finished_at >= ?2 GROUP BY item_id
  ), ranked AS (
    SELECT item_id, sum(picks) OVER (ORDER BY picks DESC, item_id) - picks AS before, sum(picks) OVER () AS total
    FROM picks
  ), classes AS (
    SELECT item_id, CASE WHEN before * 100 < total * 80 THEN 'A' WHEN before * 100 < total * 95 THEN 'B' ELSE 'C' END AS class
    FROM ranked
  ), bins AS (
    SELECT b.id, b.code, b.aisle, b.y_millimetres, b.level, coalesce(min(c.class), 'C') AS abcClass,
      (SELECT max(n.counted_on) FROM warehouse_count_bin k JOIN warehouse_count n ON n.id = k.count_id
        WHERE k.bin_id = b.id AND n.state = 'approved') AS lastCountedOn,
      EXISTS (SELECT 1 FROM warehouse_recount r WHERE r.bin_id = b.id) AS isDoubtful
    FROM warehouse_bin b
    LEFT JOIN v_inventory_balance s ON s.bin_id = b.id AND s.quantity_micro > 0
    LEFT JOIN classes c ON c.item_id = s.item_id
    WHERE b.warehouse_id = ?1 AND b.kind IN ('storage', 'pick-face') AND (?7 = 0 OR b.zone_id = ?7)
      AND (s.bin_id IS NOT NULL OR EXISTS (SELECT 1 FROM warehouse_recount r WHERE r.bin_id = b.id))
      AND NOT EXISTS (SELECT 1 FROM warehouse_count_bin k JOIN warehouse_count n ON n.id = k.count_id
        WHERE k.bin_id = b.id AND n.state IN ('counting', 'counted'))
    GROUP BY b.id
  ), due AS (
    SELECT *, CASE abcClass WHEN 'A' THEN ?3 WHEN 'B' THEN ?4 ELSE ?5 END AS countedBefore FROM bins
  )
  SELECT id, code, abcClass, lastCountedOn, isDoubtful, lastCountedOn IS NULL OR lastCountedOn <= countedBefore AS isDue,
    count(*) OVER () AS total
  FROM due
  WHERE (?8 = '' OR abcClass = ?8)
    AND (?9 = 1 OR isDoubtful = 1 OR lastCountedOn IS NULL OR lastCountedOn <= countedBefore)
  ORDER BY isDoubtful DESC, abcClass, lastCountedOn IS NOT NULL, lastCountedOn, aisle, y_millimetres, level LIMIT ?6`

interface DueRow {
  id: number
  code: string
  abcClass: 'A' | 'B' | 'C'
  lastCountedOn: string | null
  isDoubtful: number
  isDue: number
  total: number
}

export interface CountsDueInput {
  readonly warehouseId: number
  readonly today: BusinessDate
  readonly limit: number
  readonly zoneId?: number | undefined
  readonly abcClass?: 'A' | 'B' | 'C' | undefined
  /** Those that are not due as well. */
  readonly isAll: boolean
}

export function listCountsDue(reader: Reader, input: CountsDueInput) {
  const { warehouseId, today, limit, zoneId = 0, abcClass = '', isAll } = input
  const before = (days: number): BusinessDate => addDays(today, 0 - days)
  const bound = [
    warehouseId,
    before(90),
    before(EVERY_DAYS.A),
    before(EVERY_DAYS.B),
    before(EVERY_DAYS.C),
    limit,
    zoneId,
    abcClass,
    Number(isAll),
  ]
  const rows = reader.all<DueRow>(DUE, bound)
  return {
    rows: rows.map(({ id, code, lastCountedOn, isDoubtful, isDue, ...row }) => ({
      bin: { id, code },
      reason: isDoubtful === 1 ? ('recount' as const) : isDue === 1 ? ('cycle' as const) : ('none' as const),
      abcClass: row.abcClass,
      lastCountedOn,
    })),
    total: rows[0]?.total ?? 0,
  }
}

/** Counted lines, and looks into bins that should be empty, month by month. */
const ACCURACY = `
  SELECT month, sum(lines) AS lines, sum(rightLines) AS rightLines, sum(looks) AS looks, sum(rightLooks) AS rightLooks,
    sum(valueMinor) AS valueMinor
  FROM (
    SELECT substr(c.counted_on, 1, 7) AS month, 1 AS lines, l.counted_micro = l.expected_micro AS rightLines, 0 AS looks,
      0 AS rightLooks, abs(l.value_minor) AS valueMinor
    FROM warehouse_count c JOIN warehouse_count_line l ON l.count_id = c.id
    WHERE c.warehouse_id = ?1 AND c.state = 'approved'
    UNION ALL
    SELECT substr(e.looked_at, 1, 7), 0, 0, 1, e.is_empty, 0
    FROM warehouse_empty_look e JOIN warehouse_bin b ON b.id = e.bin_id WHERE b.warehouse_id = ?1
  ) GROUP BY month ORDER BY month DESC LIMIT 24`

interface AccuracyRow {
  month: string
  lines: number
  rightLines: number
  looks: number
  rightLooks: number
  valueMinor: number
}

export function countAccuracy(reader: Reader, input: { warehouseId: number }) {
  return { rows: reader.all<AccuracyRow>(ACCURACY, [input.warehouseId]) }
}

export interface CountSettings {
  readonly recountPermille: number | null
  readonly approvalMinor: number | null
  /** Whoever takes the last piece by the books is asked whether the bin is empty. */
  readonly asksWhenEmptied: boolean
}

const SETTINGS = `
  SELECT recount_permille AS recountPermille, approval_minor AS approvalMinor, asks_when_emptied AS asksWhenEmptied
  FROM warehouse_warehouse WHERE id = ?`
const SAVE_SETTINGS = `
  UPDATE warehouse_warehouse SET recount_permille = ?2, approval_minor = ?3, asks_when_emptied = ?4 WHERE id = ?1`

export function countSettings(reader: Reader, input: { warehouseId: number }): CountSettings {
  const row =
    reader.first<Omit<CountSettings, 'asksWhenEmptied'> & { asksWhenEmptied: number }>(SETTINGS, [input.warehouseId]) ??
    refuse('warehouse.warehouseUnknown', {}, 'warehouseId')
  return { ...row, asksWhenEmptied: row.asksWhenEmptied === 1 }
}

export function saveCountSettings(tx: Tx, input: CountSettings & { warehouseId: number }): { done: true } {
  const { warehouseId, recountPermille, approvalMinor, asksWhenEmptied } = input
  if (tx.run(SAVE_SETTINGS, [warehouseId, recountPermille, approvalMinor, Number(asksWhenEmptied)]).changes === 0) {
    refuse('warehouse.warehouseUnknown', {}, 'warehouseId')
  }
  tx.announce({ kind: 'warehouse.countSettingsSaved', id: warehouseId })
  return { done: true }
}
