import type { Reader, Tx } from '../../../kernel/db'
import type { Unit, UnitGoods } from './unit-store'

/** A putaway as it was before a move of a unit completed it, and how much of it that was. */
export interface CompletedPutaway {
  readonly taskId: number
  readonly quantityMicro: number
  readonly toBinId: number
  readonly reasonCode: string
  readonly reasonParams: string
}

export interface UnitStep {
  readonly unitId: number
  readonly binId: number
  readonly parentId: number | null
  /** What the step put in, took out, moved or laid loose. */
  readonly goods: readonly UnitGoods[]
  /** Units that stood in a broken one. */
  readonly inside: readonly number[]
  readonly putaways: readonly CompletedPutaway[]
}

const INSERT = `
  INSERT INTO warehouse_unit_step (scan_id, unit_id, bin_id, parent_id, goods, inside, putaways)
  VALUES (?, ?, ?, ?, ?, ?, ?)`
const BY_SCAN = `
  SELECT unit_id AS unitId, bin_id AS binId, parent_id AS parentId, goods, inside, putaways
  FROM warehouse_unit_step WHERE scan_id = ?`
const LATER = `
  SELECT 1 FROM warehouse_unit_step s WHERE s.unit_id = ?1 AND s.scan_id > ?2
    AND NOT EXISTS (SELECT 1 FROM warehouse_scan u WHERE u.step = 'undo' AND u.subject_id = s.scan_id) LIMIT 1`

interface StepRow extends Pick<UnitStep, 'unitId' | 'binId' | 'parentId'> {
  readonly goods: string
  readonly inside: string
  readonly putaways: string
}

export const unitStepStore = {
  insert: (tx: Tx, scanId: number, unit: Unit, changed: Pick<UnitStep, 'goods' | 'inside' | 'putaways'>) =>
    tx.run(INSERT, [
      scanId,
      unit.id,
      unit.binId,
      unit.parentId,
      JSON.stringify(changed.goods),
      JSON.stringify(changed.inside),
      JSON.stringify(changed.putaways),
    ]),
  byScan(reader: Reader, scanId: number): UnitStep | undefined {
    const row = reader.first<StepRow>(BY_SCAN, [scanId])
    if (row === undefined) return undefined
    return {
      ...row,
      goods: JSON.parse(row.goods) as UnitGoods[],
      inside: JSON.parse(row.inside) as number[],
      putaways: JSON.parse(row.putaways) as CompletedPutaway[],
    }
  },
  /** Whether something that stands was done with the unit afterwards. */
  isFollowed: (reader: Reader, unitId: number, scanId: number): boolean =>
    reader.first(LATER, [unitId, scanId]) !== undefined,
}
