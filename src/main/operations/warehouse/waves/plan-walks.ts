import { route } from '../../routing'
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

/** Forms batches of whole orders in their order of urgency, each walked the shortest way. */
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
  const batches: P[][] = []
  for (const ofOrder of picksOfOrder.values()) {
    const last = batches.at(-1)
    if (last !== undefined && last.length + ofOrder.length <= capacity) last.push(...ofOrder)
    else batches.push([...ofOrder])
  }
  return batches.map((batch) => walkOf(warehouse, batch, binOf))
}

/** The shortest walk from the front of the first aisle through every bin and back. Places without an aisle are there. */
function walkOf<P extends Pick>(warehouse: Warehouse, batch: readonly P[], binOf: (binId: number) => Bin): Walk<P> {
  const { aisle_gap_millimetres: aisleGap, aisle_length_millimetres: aisleLength } = warehouse
  const stops = batch.map((pick) => {
    const bin = binOf(pick.binId)
    return { aisle: Math.max(bin.aisle - 1, 0), y: Math.min(bin.y_millimetres, aisleLength) }
  })
  const aisles = Math.max(...stops.map((stop) => stop.aisle)) + 1
  const { length, sequence } = route({ aisles, aisleGap, aisleLength }, stops)
  return { lengthMillimetres: Math.round(length), picks: sequence.map((at) => batch[at]!) }
}
