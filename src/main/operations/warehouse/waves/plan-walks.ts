import { planBatches, route, type Layout } from '../../routing'
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

interface Stop<P> {
  readonly pick: P
  readonly aisle: number
  readonly y: number
  readonly units: number
}

/** Rounds of search for less walking; counted, not timed, so that the same orders always make the same batches. */
const SEARCH_ROUNDS = 2000
/** Above this many orders at once they are batched in their order of urgency, so many at a time. */
const SEARCHED_TOGETHER = 200

/** Forms batches of whole orders that are walked the shortest way; least walk in all, as far as the search goes. */
export function planWalks<P extends Pick>(
  warehouse: Warehouse,
  picks: readonly P[],
  binOf: (binId: number) => Bin,
  capacity: number,
): Walk<P>[] {
  const { aisle_gap_millimetres: aisleGap, aisle_length_millimetres: aisleLength } = warehouse
  const byOrder = new Map<number, Stop<P>[]>()
  for (const pick of picks) {
    const stop = { pick, ...placeOf(binOf(pick.binId), aisleLength), units: 1 }
    const ofOrder = byOrder.get(pick.wish.sourceId)
    if (ofOrder === undefined) byOrder.set(pick.wish.sourceId, [stop])
    else ofOrder.push(stop)
  }
  const stopped = [...byOrder.values()]
  const aisles = Math.max(0, ...stopped.flat().map((stop) => stop.aisle)) + 1
  const layout: Layout = { aisles, aisleGap, aisleLength }
  // An order too large for one round is a round of its own.
  const walks = stopped.filter((stops) => stops.length > capacity).map((stops) => alone(layout, stops))
  const shared = stopped.filter((stops) => stops.length <= capacity)
  for (let from = 0; from < shared.length; from += SEARCHED_TOGETHER) {
    const orders = shared.slice(from, from + SEARCHED_TOGETHER).map((stops, id) => ({ id, stops }))
    const batches = planBatches({ layout, orders, capacity, budget: { iterations: SEARCH_ROUNDS } })
    for (const { length, stops } of batches) {
      walks.push({
        lengthMillimetres: Math.round(length),
        picks: stops.map(({ orderId, index }) => orders[orderId]!.stops[index]!.pick),
      })
    }
  }
  return walks
}

/** Places without an aisle are at the front of the first one. */
function placeOf(bin: Bin, aisleLength: number): { aisle: number; y: number } {
  return { aisle: Math.max(bin.aisle - 1, 0), y: Math.min(bin.y_millimetres, aisleLength) }
}

function alone<P>(layout: Layout, stops: readonly Stop<P>[]): Walk<P> {
  const { length, sequence } = route(layout, stops)
  return { lengthMillimetres: Math.round(length), picks: sequence.map((at) => stops[at]!.pick) }
}
