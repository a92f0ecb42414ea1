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
    JOIN v_inventory_balance s ON s.bin_id = b.id AND s.quantity_micro > 0
    LEFT JOIN classes c ON c.item_id = s.item_id
    WHERE b.warehouse_id = ?1 AND b.kind IN ('storage', 'pick-face')
      AND NOT EXISTS (SELECT 1 FROM warehouse_count_bin k JOIN warehouse_count n ON n.id = k.count_id
        WHERE k.bin_id = b.id AND n.state IN ('counting', 'counted'))
    GROUP BY b.id
  ), due AS (
    SELECT *, CASE abcClass WHEN 'A' THEN ?3 WHEN 'B' THEN ?4 ELSE ?5 END AS countedBefore FROM bins
  )
  SELECT id, code, abcClass, lastCountedOn, isDoubtful, count(*) OVER () AS total FROM due
  WHERE isDoubtful = 1 OR lastCountedOn IS NULL OR lastCountedOn <= countedBefore
  ORDER BY isDoubtful DESC, abcClass, lastCountedOn IS NOT NULL, lastCountedOn, aisle, y_millimetres, level LIMIT ?6`

interface DueRow {
  id: number
  code: string
  abcClass: 'A' | 'B' | 'C'
  lastCountedOn: string | null
  isDoubtful: number
  total: number
}

export function listCountsDue(reader: Reader, input: { warehouseId: number; today: BusinessDate; limit: number }) {
  const { warehouseId, today, limit } = input
  const before = (days: number): BusinessDate => addDays(today, 0 - days)
  const bound = [warehouseId, before(90), before(EVERY_DAYS.A), before(EVERY_DAYS.B), before(EVERY_DAYS.C), limit]
  const rows = reader.all<DueRow>(DUE, bound)
  return {
    rows: rows.map(({ id, code, abcClass, lastCountedOn, isDoubtful }) => ({
      bin: { id, code },
      reason: isDoubtful === 1 ? ('recount' as const) : ('cycle' as const),
      abcClass,
      lastCountedOn,
    })),
    total: rows[0]?.total ?? 0,
  }
}

const ACCURACY = `
  SELECT substr(c.counted_on, 1, 7) AS month, count(*) AS lines, sum(l.counted_micro = l.expected_micro) AS rightLines
  FROM warehouse_count c JOIN warehouse_count_line l ON l.count_id = c.id
  WHERE c.warehouse_id = ? AND c.state = 'approved' GROUP BY month ORDER BY month DESC LIMIT 24`

export function countAccuracy(reader: Reader, input: { warehouseId: number }) {
  return { rows: reader.all<{ month: string; lines: number; rightLines: number }>(ACCURACY, [input.warehouseId]) }
}

export interface CountSettings {
  readonly recountPermille: number | null
  readonly approvalMinor: number | null
}

const SETTINGS = `
  SELECT recount_permille AS recountPermille, approval_minor AS approvalMinor FROM warehouse_warehouse WHERE id = ?`
const SAVE_SETTINGS = 'UPDATE warehouse_warehouse SET recount_permille = ?2, approval_minor = ?3 WHERE id = ?1'

export function countSettings(reader: Reader, input: { warehouseId: number }): CountSettings {
  return (
    reader.first<CountSettings>(SETTINGS, [input.warehouseId]) ??
    refuse('warehouse.warehouseUnknown', {}, 'warehouseId')
  )
}

export function saveCountSettings(tx: Tx, input: CountSettings & { warehouseId: number }): { done: true } {
  const { warehouseId, recountPermille, approvalMinor } = input
  if (tx.run(SAVE_SETTINGS, [warehouseId, recountPermille, approvalMinor]).changes === 0) {
    refuse('warehouse.warehouseUnknown', {}, 'warehouseId')
  }
  tx.announce({ kind: 'warehouse.countSettingsSaved', id: warehouseId })
  return { done: true }
}
