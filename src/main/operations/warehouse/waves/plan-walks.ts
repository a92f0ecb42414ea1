import { planBatches } from '../../routing'
import type { Bin, Warehouse } from '../layout/layout-store'

interface Pick {
  readonly wish: { readonly sourceId: number }
  readonly binId: number
}

export interface Walk<P> {
  readonly lengthMillimetres: number
  /** In walking order. */
  readonly picks: readonly P[]
}

/** Steps of the batch search: some tens of milliseconds, and the same plan on every machine. */
const SEARCH_STEPS = 20_000

/** Forms batches of whole orders and the shortest walk through each; the walk starts and ends at the first aisle's front. */
export function planWalks<P extends Pick>(
  warehouse: Warehouse,
  picks: readonly P[],
  binOf: (binId: number) => Bin,
  capacity: number,
): Walk<P>[] {
  const picksOfOrder = new Map<number, P[]>()
  for (const pick of picks) {
    const ofOrder = picksOfOrder.get(pick.wish.sourceId)
    if (ofOrder === undefined) picksOfOrder.set(pick.wish.sourceId, [pick])
    else ofOrder.push(pick)
  }
  let aisles = 1
  const orders = [...picksOfOrder].map(([id, ofOrder]) => ({
    id,
    stops: ofOrder.map((pick) => {
      const bin = binOf(pick.binId)
      aisles = Math.max(aisles, bin.aisle)
      // Staging has no aisle: it is at the front, where the walk starts.
      return {
        aisle: Math.max(bin.aisle - 1, 0),
        y: Math.min(bin.y_millimetres, warehouse.aisle_length_millimetres),
        units: 1,
      }
    }),
  }))
  const layout = {
    aisles,
    aisleGap: warehouse.aisle_gap_millimetres,
    aisleLength: warehouse.aisle_length_millimetres,
  }
  return planBatches({ layout, orders, capacity, budget: { iterations: SEARCH_STEPS } }).map((batch) => ({
    lengthMillimetres: Math.round(batch.length),
    picks: batch.stops.map(({ orderId, index }) => picksOfOrder.get(orderId)![index]!),
  }))
}
