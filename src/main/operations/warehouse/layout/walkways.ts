import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import { requireWarehouse } from './bins'
import { layoutStore, type Warehouse } from './layout-store'

/** How one walks a house: the gap between aisles, their length, and where they can be crossed beside both ends. */
export interface Walkways {
  readonly aisleGap: number
  readonly aisleLength: number
  readonly crossAisles: readonly number[]
}

export function walkwaysOf(warehouse: Warehouse): Walkways {
  return {
    aisleGap: warehouse.aisle_gap_millimetres,
    aisleLength: warehouse.aisle_length_millimetres,
    crossAisles: JSON.parse(warehouse.cross_aisles_millimetres) as number[],
  }
}

/** For a house whose bins came from a table, or that was rebuilt. Walks planned from now on go this way. */
export function saveWalkways(
  tx: Tx,
  input: {
    readonly warehouseId: number
    readonly aisleGapMillimetres: number
    readonly aisleLengthMillimetres: number
    readonly crossAislesMillimetres: readonly number[]
  },
): { done: true } {
  const { id } = requireWarehouse(tx, input.warehouseId)
  const crossAisles = input.crossAislesMillimetres.toSorted((a, b) => a - b)
  const length = input.aisleLengthMillimetres
  if (new Set(crossAisles).size < crossAisles.length || crossAisles.some((at) => at >= length)) {
    refuse('warehouse.crossAisleOutside', { length }, 'crossAislesMillimetres')
  }
  layoutStore.setWalkways(tx, id, { aisleGap: input.aisleGapMillimetres, aisleLength: length, crossAisles })
  tx.announce({ kind: 'warehouse.walkwaysSaved', id })
  return { done: true }
}
