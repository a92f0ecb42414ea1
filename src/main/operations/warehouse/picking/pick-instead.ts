import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { assert } from '../../../kernel/assert'
import type { Reader, Tx } from '../../../kernel/db'
import { allocate } from '../../../ledgers/inventory'
import { allocateLots } from '../waves/allocate-lots'
import { demandStore } from '../waves/demand-store'
import { BinsMet, pickableLots } from '../waves/pickable-lots'
import { waveStore } from '../waves/wave-store'
import { pickStore } from './pick-store'

export interface ShortOfPick {
  readonly taskId: number
  readonly demandId: number
  readonly itemId: number
  readonly source: { readonly kind: string; readonly id: number }
  readonly sourceLineId: number
  /** Of its order line, asked for and with no wave. */
  readonly waitingMicro: number
}

/** The order line of a pick that came up short. */
export function shortOfPick(reader: Reader, taskId: number): ShortOfPick | undefined {
  const pick = pickStore.byId(reader, taskId)
  const demand = pick?.state === 'short' ? demandStore.byId(reader, pick.demandId) : undefined
  if (demand === undefined) return undefined
  return {
    taskId,
    demandId: demand.id,
    itemId: demand.item_id,
    source: { kind: demand.source_kind, id: demand.source_id },
    sourceLineId: demand.source_line_id,
    waitingMicro: demand.quantity_micro - demand.released_micro - demand.withdrawn_micro,
  }
}

/** How many of an item clerks could pick right now. */
export function pickableMicro(reader: Reader, warehouseId: number, itemId: number): number {
  return pickableLots(reader, warehouseId, itemId, new BinsMet(reader)).reduce((sum, lot) => sum + lot.freeMicro, 0)
}

/** What waits of an order line is given up. */
export function withdrawWaiting(tx: Tx, demandId: number, quantityMicro: number): void {
  demandStore.withdraw(tx, demandId, quantityMicro)
}

/**
 * What an order asked for in place of short goods joins the walk on which they were missed. Refuses
 * `warehouse.nothingPickable` where some of it cannot be picked after all: too short a life, say.
 */
export function pickInstead(
  tx: Tx,
  short: ShortOfPick,
  instead: { readonly source: { readonly kind: string; readonly id: number }; readonly sourceLineId: number },
): number[] {
  const pick = pickStore.byId(tx, short.taskId)
  const demand = demandStore
    .ofSource(tx, instead.source.kind, instead.source.id)
    .find((known) => known.source_line_id === instead.sourceLineId)
  assert(pick !== undefined && demand !== undefined, 'what is picked instead was asked for')
  const quantityMicro = demand.quantity_micro
  const wish = { quantityMicro, minimumRemainingLifeDays: demand.minimum_remaining_life_days }
  const lots = pickableLots(tx, pick.warehouseId, demand.item_id, new BinsMet(tx))
  const { allocations, short: missing } = allocateLots([wish], lots, localDate(tx.now))
  if (missing.length > 0) refuse('warehouse.nothingPickable', { lines: 1 })
  demandStore.release(tx, demand.id, quantityMicro, pick.waveId)
  const { warehouseId, toBinId, waveId, batchId, slot } = pick
  let sequence = waveStore.lastSequence(tx, batchId)
  const at = tx.now.toISOString()
  const taskIds = allocations.map(({ binId, lotId, quantityMicro: part }) => {
    allocate(tx, { itemId: demand.item_id, binId, lotId, status: 'available', quantityMicro: part })
    sequence += 1
    const place = { itemId: demand.item_id, lotId, quantityMicro: part, fromBinId: binId, toBinId }
    return waveStore.insertPick(tx, { warehouseId, waveId, demandId: demand.id, batchId, slot, sequence, ...place }, at)
  })
  waveStore.reopen(tx, batchId)
  return taskIds
}
