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

/** Forms batches of whole orders in their order of urgency, each walked aisle by aisle, up one and down the next. */
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

function walkOf<P extends Pick>(warehouse: Warehouse, batch: readonly P[], binOf: (binId: number) => Bin): Walk<P> {
  const { aisle_gap_millimetres: gap, aisle_length_millimetres: length } = warehouse
  const aisles = [...new Set(batch.map((pick) => binOf(pick.binId).aisle))].toSorted((a, b) => a - b)
  const isDownwards = new Map(aisles.map((aisle, at) => [aisle, at % 2 === 1]))
  const walked = batch.toSorted((a, b) => {
    const [from, to] = [binOf(a.binId), binOf(b.binId)]
    if (from.aisle !== to.aisle) return from.aisle - to.aisle
    return (isDownwards.get(from.aisle) ? -1 : 1) * (from.y_millimetres - to.y_millimetres)
  })
  const across = 2 * gap * Math.max((aisles.at(-1) ?? 1) - 1, 0)
  return { lengthMillimetres: across + length * (aisles.length + (aisles.length % 2)), picks: walked }
}
