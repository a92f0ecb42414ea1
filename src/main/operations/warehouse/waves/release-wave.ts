import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { allocate } from '../../../ledgers/inventory'
import { packingBin, requireWarehouse } from '../layout/bins'
import { allocateLots, type Allocation } from './allocate-lots'
import { demandStore, type WaitingDemand } from './demand-store'
import { BinsMet, pickableLots } from './pickable-lots'
import { planWalks, type Walk } from './plan-walks'
import { waveStore } from './wave-store'

export interface ReleaseWave {
  readonly warehouseId: number
  /** Empty: all that wait. */
  readonly orderIds: readonly number[]
  readonly releasedOn: BusinessDate
  /** Order lines per batch at most. */
  readonly batchCapacity: number
}

interface Wish extends WaitingDemand {
  readonly quantityMicro: number
}

export type PickPlan = Allocation<Wish>

export interface ReleasedWave {
  readonly waveId: number
  readonly number: string
  readonly batches: { id: number; number: string; tasks: number; walkMillimetres: number }[]
  readonly lines: number
  readonly shortLines: number
}

/** Allocates lots hard, forms batches along short walks, and makes the picks. */
export function releaseWave(tx: Tx, actor: Actor, input: ReleaseWave): ReleasedWave {
  const warehouse = requireWarehouse(tx, input.warehouseId)
  const waiting = demandStore.waiting(tx, input.warehouseId, input.orderIds)
  if (waiting.length === 0) refuse('warehouse.nothingWaiting')
  const bins = new BinsMet(tx)
  const { picks, shortLines } = allocateAll(tx, input, waiting, bins)
  if (picks.length === 0) refuse('warehouse.nothingPickable', { lines: waiting.length })

  const number = nextNumber(tx, 'WV', input.releasedOn)
  const { warehouseId, releasedOn } = input
  const waveId = waveStore.insertWave(tx, { number, warehouseId, releasedOn, by: actor.userId })
  markReleased(tx, picks, waveId)
  const walks = planWalks(warehouse, picks, (binId) => bins.of(binId), input.batchCapacity)
  const toBinId = packingBin(tx, warehouseId)
  const batches = walks.map((walk) => insertBatch(tx, walk, { warehouseId, releasedOn, waveId, toBinId }))
  index(tx, { kind: 'warehouse.wave', id: waveId, title: number, subtitle: releasedOn, words: [] })
  tx.announce({ kind: 'warehouse.waveReleased', id: waveId })
  return { waveId, number, batches, lines: new Set(picks.map((pick) => pick.wish.id)).size, shortLines }
}

function allocateAll(tx: Tx, input: ReleaseWave, waiting: readonly WaitingDemand[], bins: BinsMet) {
  const wishesOfItem = new Map<number, Wish[]>()
  for (const demand of waiting) {
    const wish = { ...demand, quantityMicro: demand.waitingMicro }
    const wishes = wishesOfItem.get(demand.itemId)
    if (wishes === undefined) wishesOfItem.set(demand.itemId, [wish])
    else wishes.push(wish)
  }
  const picks: PickPlan[] = []
  let shortLines = 0
  for (const [itemId, wishes] of wishesOfItem) {
    const lots = pickableLots(tx, input.warehouseId, itemId, bins)
    const { allocations, short } = allocateLots(wishes, lots, input.releasedOn)
    shortLines += short.length
    allocateStock(tx, itemId, allocations)
    picks.push(...allocations)
  }
  return { picks, shortLines }
}

/** One write per bin and lot, however many orders share it. */
function allocateStock(tx: Tx, itemId: number, allocations: readonly PickPlan[]): void {
  const taken = new Map<string, { binId: number; lotId: number; quantityMicro: number }>()
  for (const { binId, lotId, quantityMicro } of allocations) {
    const sum = taken.get(`${binId} ${lotId}`)
    if (sum === undefined) taken.set(`${binId} ${lotId}`, { binId, lotId, quantityMicro })
    else sum.quantityMicro += quantityMicro
  }
  for (const part of taken.values()) allocate(tx, { itemId, status: 'available', ...part })
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
  const id = waveStore.insertBatch(tx, { waveId: common.waveId, number, walk: walk.lengthMillimetres })
  const slots = new Map<number, number>()
  const at = tx.now.toISOString()
  for (const [position, { wish, binId, lotId, quantityMicro }] of walk.picks.entries()) {
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
      },
      at,
    )
  }
  return { id, number, tasks: walk.picks.length, walkMillimetres: walk.lengthMillimetres }
}
