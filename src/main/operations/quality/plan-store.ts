import type { Reader, Tx } from '../../kernel/db'

const PLAN = `
  SELECT p.id, p.name, p.item_id AS itemId, p.category, p.supplier_id AS supplierId, p.sample_permille AS samplePermille,
    p.sample_minimum_micro AS sampleMinimumMicro, p.points, p.asks_photo AS asksPhoto
  FROM quality_plan p WHERE p.active = 1`
const ALL = `${PLAN} ORDER BY p.name`

/** The narrowest plan that matches: an item counts more than a category, that more than a supplier. */
const MATCHING = `
  ${PLAN} AND (p.item_id IS NULL OR p.item_id = ?1) AND (p.category = '' OR p.category = ?2)
    AND (p.supplier_id IS NULL OR p.supplier_id = ?3)
  ORDER BY (p.item_id IS NOT NULL) * 4 + (p.category <> '') * 2 + (p.supplier_id IS NOT NULL) DESC, p.id LIMIT 1`

interface PlanRow {
  readonly id: number
  readonly name: string
  readonly itemId: number | null
  readonly category: string
  readonly supplierId: number | null
  readonly samplePermille: number
  readonly sampleMinimumMicro: number
  readonly points: string
  readonly asksPhoto: number
}

export interface Plan extends Omit<PlanRow, 'points' | 'asksPhoto'> {
  readonly points: readonly string[]
  readonly asksPhoto: boolean
}

export type NewPlan = Omit<Plan, 'id'>

const planOf = (row: PlanRow): Plan => ({ ...row, points: row.points.split('\n'), asksPhoto: row.asksPhoto === 1 })

const INSERT = `
  INSERT INTO quality_plan (name, item_id, category, supplier_id, sample_permille, sample_minimum_micro, points, asks_photo)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
const UPDATE = `
  UPDATE quality_plan SET name = ?2, item_id = ?3, category = ?4, supplier_id = ?5, sample_permille = ?6,
    sample_minimum_micro = ?7, points = ?8, asks_photo = ?9
  WHERE id = ?1 AND active = 1`
const REMOVE = `UPDATE quality_plan SET active = 0, name = name || ' #' || id WHERE id = ? AND active = 1`
const NAMED = 'SELECT id FROM quality_plan WHERE name = ? AND active = 1'

const columns = (plan: NewPlan) => [
  plan.name,
  plan.itemId,
  plan.category,
  plan.supplierId,
  plan.samplePermille,
  plan.sampleMinimumMicro,
  plan.points.join('\n'),
  Number(plan.asksPhoto),
]

export const planStore = {
  all: (reader: Reader): Plan[] => reader.all<PlanRow>(ALL).map(planOf),
  matching(reader: Reader, goods: { itemId: number; category: string; supplierId: number }): Plan | undefined {
    const row = reader.first<PlanRow>(MATCHING, [goods.itemId, goods.category, goods.supplierId])
    return row === undefined ? undefined : planOf(row)
  },
  insert: (tx: Tx, plan: NewPlan): number => tx.run(INSERT, columns(plan)).id,
  update: (tx: Tx, id: number, plan: NewPlan): number => tx.run(UPDATE, [id, ...columns(plan)]).changes,
  remove: (tx: Tx, id: number): number => tx.run(REMOVE, [id]).changes,
  named: (reader: Reader, name: string): number | undefined => reader.first<{ id: number }>(NAMED, [name])?.id,
}
