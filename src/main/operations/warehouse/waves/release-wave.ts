import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { allocate } from '../../../ledgers/inventory'
import { packingBin, requireWarehouse } from '../layout/bins'
import { demandStore } from './demand-store'
import { linesOf, planWave, type PickPlan, type WaveInput, type WavePlan } from './plan-wave'
import type { Walk } from './plan-walks'
import { waveStore } from './wave-store'

export interface ReleasedWave {
  readonly waveId: number
  readonly number: string
  readonly batches: { id: number; number: string; tasks: number; walkMillimetres: number }[]
  readonly lines: number
  readonly shortLines: number
}

/** Allocates lots hard, forms batches along short walks, and makes the picks. */
export function releaseWave(tx: Tx, actor: Actor, input: WaveInput): ReleasedWave {
  const warehouse = requireWarehouse(tx, input.warehouseId)
  const waiting = demandStore.waiting(tx, input.warehouseId, input.orderIds)
  if (waiting.length === 0) refuse('warehouse.nothingWaiting')
  const plan = planWave(tx, warehouse, input, waiting)
  if (plan.picks.length === 0) refuse('warehouse.nothingPickable', { lines: waiting.length })
  const { waveId, number, batches } = openWave(tx, actor, input, plan)
  return { waveId, number, batches, lines: linesOf(plan), shortLines: plan.short.length }
}

/** What is planned becomes a wave: stock is allocated hard, its batches and picks are made. */
export function openWave(
  tx: Tx,
  actor: Actor,
  { warehouseId, releasedOn, picking }: Pick<WaveInput, 'warehouseId' | 'releasedOn' | 'picking'>,
  { picks, walks }: Pick<WavePlan, 'picks' | 'walks'>,
): Pick<ReleasedWave, 'waveId' | 'number' | 'batches'> {
  allocateStock(tx, picks)
  const number = nextNumber(tx, 'WV', releasedOn)
  const waveId = waveStore.insertWave(tx, { number, warehouseId, releasedOn, picking, by: actor.userId })
  markReleased(tx, picks, waveId)
  const toBinId = packingBin(tx, warehouseId)
  const batches = walks.map((walk) => insertBatch(tx, walk, { warehouseId, releasedOn, waveId, toBinId }))
  index(tx, { kind: 'warehouse.wave', id: waveId, title: number, subtitle: releasedOn, words: [] })
  tx.announce({ kind: 'warehouse.waveReleased', id: waveId })
  return { waveId, number, batches }
}

/** One write per item, bin and lot, however many orders share it. */
function allocateStock(tx: Tx, picks: readonly PickPlan[]): void {
  const taken = new Map<string, { itemId: number; binId: number; lotId: number; quantityMicro: number }>()
  for (const { wish, binId, lotId, quantityMicro } of picks) {
    const key = `${wish.itemId} ${binId} ${lotId}`
    const sum = taken.get(key)
    if (sum === undefined) taken.set(key, { itemId: wish.itemId, binId, lotId, quantityMicro })
    else sum.quantityMicro += quantityMicro
  }
  for (const part of taken.values()) allocate(tx, { status: 'available', ...part })
}

function markReleased(tx: Tx, picks: readonly PickPlan[], waveId: number): void {
  const released = new Map<number, number>()
  for (const { wish, quantityMicro } of picks) released.set(wish.id, (released.get(wish.id) ?? 0) + quantityMicro)
  for (const [demandId, quantity] of released) demandStore.release(tx, demandId, quantity, waveId)
}

function insertBatch(
  tx: Tx,
  walk: Walk<PickPlan>,
  common: { warehouseId: number; releasedOn: BusinessDate; waveId: number; toBinId: number },
) {
  const number = nextNumber(tx, 'BT', common.releasedOn)
  const { lengthMillimetres, zoneId } = walk
  const id = waveStore.insertBatch(tx, { waveId: common.waveId, number, walk: lengthMillimetres, zoneId })
  const slots = new Map<number, number>()
  const at = tx.now.toISOString()
  for (const [position, { wish, binId, lotId, quantityMicro, reason }] of walk.picks.entries()) {
    let slot = slots.get(wish.sourceId)
    if (slot === undefined) slots.set(wish.sourceId, (slot = slots.size + 1))
    waveStore.insertPick(
      tx,
      {
        warehouseId: common.warehouseId,
        itemId: wish.itemId,
        lotId,
        quantityMicro,
        fromBinId: binId,
        toBinId: common.toBinId,
        waveId: common.waveId,
        demandId: wish.id,
        batchId: id,
        sequence: position + 1,
        slot,
        ...(reason === undefined ? {} : { reason }),
      },
      at,
    )
  }
  return { id, number, tasks: walk.picks.length, walkMillimetres: lengthMillimetres }
}
