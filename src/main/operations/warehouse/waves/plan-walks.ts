import { planBatches, route, type Layout } from '../../routing'
import { grouped } from '../../../kernel/grouped'
import type { Bin, Warehouse } from '../layout/layout-store'
import { walkwaysOf } from '../layout/walkways'
import type { Picking } from '../tables'

interface Pick {
  readonly wish: { readonly sourceId: number }
  readonly binId: number
}

export interface Walk<P> {
  /** Where one clerk walks a zone only. */
  readonly zoneId: number | null
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

interface WalkRules {
  readonly picking: Picking
  /** Of one walk: order lines, or orders where each has its own tote on the cart. */
  readonly batchCapacity: number
}

/** Forms walks of the wave's picks: order by order, zone by zone, or batches of whole orders. */
export function planWalks<P extends Pick>(
  warehouse: Warehouse,
  picks: readonly P[],
  binOf: (binId: number) => Bin,
  rules: WalkRules,
): Walk<P>[] {
  if (rules.picking !== 'zone') return walksOf(warehouse, picks, binOf, rules, null)
  const byZone = grouped(picks, (pick) => binOf(pick.binId).zone_id)
  return [...byZone].flatMap(([zoneId, inZone]) => walksOf(warehouse, inZone, binOf, rules, zoneId))
}

/** Batches of whole orders that are walked the shortest way; least walk in all, as far as the search goes. */
function walksOf<P extends Pick>(
  warehouse: Warehouse,
  picks: readonly P[],
  binOf: (binId: number) => Bin,
  { picking, batchCapacity: capacity }: WalkRules,
  zoneId: number | null,
): Walk<P>[] {
  const ways = walkwaysOf(warehouse)
  const byOrder = new Map<number, Stop<P>[]>()
  for (const pick of picks) {
    const place = placeOf(binOf(pick.binId), ways.aisleLength)
    const ofOrder = byOrder.get(pick.wish.sourceId)
    // A cart has one tote for an order, however many its lines.
    if (ofOrder !== undefined) ofOrder.push({ pick, ...place, units: picking === 'cluster' ? 0 : 1 })
    else byOrder.set(pick.wish.sourceId, [{ pick, ...place, units: 1 }])
  }
  const stopped = [...byOrder.values()]
  const aisles = Math.max(0, ...stopped.flat().map((stop) => stop.aisle)) + 1
  const layout: Layout = { aisles, ...ways }
  // An order too large for one round is a round of its own.
  const isShared = (stops: readonly Stop<P>[]): boolean =>
    picking !== 'order' && stops.reduce((sum, stop) => sum + stop.units, 0) <= capacity
  const walks = stopped.filter((stops) => !isShared(stops)).map((stops) => alone(layout, stops, zoneId))
  const shared = stopped.filter(isShared)
  for (let from = 0; from < shared.length; from += SEARCHED_TOGETHER) {
    const orders = shared.slice(from, from + SEARCHED_TOGETHER).map((stops, id) => ({ id, stops }))
    const batches = planBatches({ layout, orders, capacity, budget: { iterations: SEARCH_ROUNDS } })
    for (const { length, stops } of batches) {
      walks.push({
        zoneId,
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

function alone<P>(layout: Layout, stops: readonly Stop<P>[], zoneId: number | null): Walk<P> {
  const { length, sequence } = route(layout, stops)
  return { zoneId, lengthMillimetres: Math.round(length), picks: sequence.map((at) => stops[at]!.pick) }
}
