import type { Reader, Tx } from '../../../kernel/db'

export type PlanState = 'open' | 'done' | 'cancelled'
export type ConversionKind = 'assembly' | 'disassembly' | 'repack'

export interface Plan {
  readonly id: number
  readonly number: string
  readonly state: PlanState
  readonly kind: ConversionKind
  readonly warehouseId: number
  readonly plannedOn: string
  readonly note: string
  readonly conversionId: number | null
}

export interface PlanLine {
  readonly id: number
  readonly side: 'used' | 'made'
  readonly itemId: number
  readonly quantityMicro: number
  readonly doneMicro: number
}

const PLAN = `
  SELECT id, number, state, kind, warehouse_id AS warehouseId, planned_on AS plannedOn, note,
    conversion_id AS conversionId
  FROM stock_plan`
const INSERT = `
  INSERT INTO stock_plan (number, state, kind, warehouse_id, planned_on, note, created_by, created_at)
  SELECT 'CP-' || printf('%06d', coalesce(max(id), 0) + 1), 'open', ?, ?, ?, ?, ?, ? FROM stock_plan`
const INSERT_LINE = 'INSERT INTO stock_plan_line (plan_id, side, item_id, quantity_micro) VALUES (?, ?, ?, ?)'
const LINES = `
  SELECT id, side, item_id AS itemId, quantity_micro AS quantityMicro, done_micro AS doneMicro
  FROM stock_plan_line WHERE plan_id = ? ORDER BY id`
const CANCEL = `UPDATE stock_plan SET state = 'cancelled' WHERE id = ?`
const FINISH = `UPDATE stock_plan SET state = 'done', conversion_id = ?2, done_by = ?3 WHERE id = ?1`
const SET_DONE = 'UPDATE stock_plan_line SET done_micro = ?2 WHERE id = ?1'

export const planStore = {
  byId: (reader: Reader, id: number) => reader.first<Plan>(`${PLAN} WHERE id = ?`, [id]),
  lines: (reader: Reader, id: number) => reader.all<PlanLine>(LINES, [id]),
  insert: (tx: Tx, row: Pick<Plan, 'kind' | 'warehouseId' | 'plannedOn' | 'note'>, by: number): number =>
    tx.run(INSERT, [row.kind, row.warehouseId, row.plannedOn, row.note, by, tx.now.toISOString()]).id,
  insertLine: (tx: Tx, planId: number, line: Pick<PlanLine, 'side' | 'itemId' | 'quantityMicro'>) =>
    tx.run(INSERT_LINE, [planId, line.side, line.itemId, line.quantityMicro]),
  cancel: (tx: Tx, id: number) => tx.run(CANCEL, [id]),
  finish: (tx: Tx, id: number, conversionId: number | null, by: number) => tx.run(FINISH, [id, conversionId, by]),
  setDone: (tx: Tx, lineId: number, doneMicro: number) => tx.run(SET_DONE, [lineId, doneMicro]),
  list(reader: Reader, input: { warehouseId: number; state: PlanState | ''; limit: number; offset: number }) {
    const where = `WHERE (?1 = 0 OR warehouse_id = ?1) AND (?2 = '' OR state = ?2)`
    const params = [input.warehouseId, input.state]
    const total =
      reader.first<{ total: number }>(`SELECT count(*) AS total FROM stock_plan ${where}`, params)?.total ?? 0
    const rows = reader.all<Plan>(`${PLAN} ${where} ORDER BY state = 'open' DESC, planned_on, id LIMIT ?3 OFFSET ?4`, [
      ...params,
      input.limit,
      input.offset,
    ])
    return { rows, total }
  },
}
