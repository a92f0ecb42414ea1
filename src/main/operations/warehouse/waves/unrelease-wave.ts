import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { deallocate } from '../../../ledgers/inventory'
import { planPutaway } from '../putaway/plan-putaway'
import { demandStore } from './demand-store'
import { waveStore, type PickReason } from './wave-store'

export interface UnreleaseWave {
  readonly waveId: number
  /** Empty: all of the wave. */
  readonly orderIds: readonly number[]
}

/**
 * Takes back what nobody has picked: the promise of bin and lot ends, the order lines wait for another wave. What is
 * picked already goes its way. Refuses `warehouse.nothingToUnrelease`.
 */
export function unreleaseWave(tx: Tx, actor: Actor, input: UnreleaseWave): { picks: number } {
  const wave = waveStore.waveById(tx, input.waveId) ?? refuse('warehouse.waveUnknown', {}, 'waveId')
  const wanted = new Set(input.orderIds)
  const open = waveStore.openPicks(tx, wave.id).filter((pick) => wanted.size === 0 || wanted.has(pick.orderId))
  if (open.length === 0) refuse('warehouse.nothingToUnrelease', { wave: wave.number }, 'waveId')
  for (const pick of open) {
    const { id, itemId, binId, lotId, demandId, leftMicro } = pick
    deallocate(tx, { itemId, binId, lotId, status: 'available', quantityMicro: leftMicro })
    demandStore.addReleased(tx, demandId, 0 - leftMicro)
    demandStore.leaveWave(tx, demandId)
    waveStore.cancelPick(tx, id)
    if (pick.reasonCode === 'crossDock') putAwayAfterAll(tx, pick)
  }
  for (const batchId of new Set(open.map((pick) => pick.batchId))) waveStore.finishIfPicked(tx, batchId)
  waveStore.noteUnreleased(tx, wave.id, actor.userId)
  tx.announce({ kind: 'warehouse.waveUnreleased', id: wave.id })
  return { picks: open.length }
}

/** Goods at the dock that no order takes any more go to the shelves as if none had wanted them. */
function putAwayAfterAll(tx: Tx, pick: ReturnType<typeof waveStore.openPicks>[number]): void {
  const { sourceKind: kind, sourceId: id, sourceLineId } = JSON.parse(pick.reasonParams) as PickReason
  const { warehouseId, itemId, lotId, binId: fromBinId, leftMicro: quantityMicro } = pick
  planPutaway(tx, {
    warehouseId,
    source: { kind, id },
    lines: [{ sourceLineId, itemId, lotId, quantityMicro, fromBinId }],
  })
}
