import type { BusinessDate } from '../../../../shared/values/date'
import type { Reader } from '../../../kernel/db'
import { grouped } from '../../../kernel/grouped'
import type { Warehouse } from '../layout/layout-store'
import type { AllocationPolicy, Picking } from '../tables'
import { allocateLots, type Allocation } from './allocate-lots'
import type { WaitingDemand } from './demand-store'
import { BinsMet, pickableLots } from './pickable-lots'
import { planWalks, type Walk } from './plan-walks'
import type { PickReason } from './wave-store'

export interface WaveInput {
  readonly warehouseId: number
  /** Empty: all that wait. */
  readonly orderIds: readonly number[]
  readonly releasedOn: BusinessDate
  readonly picking: Picking
  readonly allocation: AllocationPolicy
  /** Per batch at most: order lines, or orders where a cart has a tote for each. */
  readonly batchCapacity: number
}

export interface Wish extends WaitingDemand {
  readonly quantityMicro: number
}

export interface PickPlan extends Allocation<Wish> {
  /** Why it is taken from there, where that is no matter of course. */
  readonly reason?: PickReason
}

export interface WavePlan {
  readonly picks: readonly PickPlan[]
  readonly short: readonly { readonly wish: Wish; readonly missingMicro: number }[]
  readonly walks: readonly Walk<PickPlan>[]
}

/** What a wave of these lines would take where, and who would walk how. Reads only: a simulation and a release plan alike. */
export function planWave(
  reader: Reader,
  warehouse: Warehouse,
  input: WaveInput,
  waiting: readonly WaitingDemand[],
): WavePlan {
  const bins = new BinsMet(reader)
  const wishes = waiting.map((demand) => ({ ...demand, quantityMicro: demand.waitingMicro }))
  const picks: PickPlan[] = []
  const short: WavePlan['short'][number][] = []
  for (const [itemId, ofItem] of grouped(wishes, (wish) => wish.itemId)) {
    const lots = pickableLots(reader, input.warehouseId, itemId, bins)
    const result = allocateLots(ofItem, lots, input.releasedOn, input.allocation)
    picks.push(...result.allocations)
    short.push(...result.short)
  }
  return { picks, short, walks: planWalks(warehouse, picks, (binId) => bins.of(binId), input) }
}

/** Distinct order lines that get something. */
export function linesOf(plan: WavePlan): number {
  return new Set(plan.picks.map((pick) => pick.wish.id)).size
}
