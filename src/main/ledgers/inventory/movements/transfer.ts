import type { Tx } from '../../../kernel/db'
import { buyWhatLeaves } from './ownership'
import { writeMovements, type Place, type Posting, type PostedMovement } from './post-movements'

export interface TransferDraft {
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly from: Place & { readonly warehouseId: number }
  readonly to: Place & { readonly warehouseId: number }
  readonly sourceLineId?: number
}

/**
 * Moves goods to another warehouse: they leave the one at their cost there and come into the other at the same cost,
 * layer by layer where stock is kept in layers. Returns what came in.
 */
export function transferMovements(tx: Tx, posting: Posting, drafts: readonly TransferDraft[]): PostedMovement[] {
  return drafts.flatMap(({ itemId, lotId, quantityMicro, from, to, sourceLineId }) => {
    const base = { itemId, lotId, quantityMicro, ...(sourceLineId === undefined ? {} : { sourceLineId }) }
    const { warehouseId: fromWarehouse, ...leaves } = from
    const { warehouseId: toWarehouse, ...arrives } = to
    const leaving = { ...base, warehouseId: fromWarehouse, from: leaves }
    buyWhatLeaves(tx, posting, [leaving])
    const [left] = writeMovements(tx, posting, [leaving])
    if (left === undefined) return []
    return writeMovements(tx, posting, [
      { ...base, warehouseId: toWarehouse, to: arrives, valueMinor: left.valueMinor, carries: left.id },
    ])
  })
}
