import { planBatches } from './plan-batches'
import type { RoutingPolicy } from './layout'

/** The order batching problem as it is written in files: `orders` holds `[aisle, y, units]` per pick. */
export interface BatchInstance {
  readonly id: string
  readonly capacity: number
  readonly aisles: number
  readonly aisle_gap: number
  readonly aisle_length: number
  readonly orders: readonly (readonly (readonly [aisle: number, y: number, units: number])[])[]
}

export interface SolvedInstance {
  readonly id: string
  /** Order indices. */
  readonly batches: number[][]
  /** Walk of all batches, rounded to six decimals: sums of fractions are not exact beyond. */
  readonly length: number
  /** Time taken. */
  readonly seconds: number
}

export interface SolveOptions {
  readonly seconds: number
  readonly routing: RoutingPolicy
}

/** Takes what a file held: the shape is checked first, with a RangeError that names the field. */
export function solveInstance(written: unknown, { seconds, routing }: SolveOptions): SolvedInstance {
  const started = performance.now()
  const { id, capacity, aisles, aisle_gap, aisle_length, orders } = checkedInstance(written)
  const batches = planBatches({
    layout: { aisles, aisleGap: aisle_gap, aisleLength: aisle_length },
    orders: orders.map((picks, index) => ({
      id: index,
      stops: picks.map(([aisle, y, units]) => ({ aisle, y, units })),
    })),
    capacity,
    budget: { seconds },
    routing,
  })
  const length = batches.reduce((sum, batch) => sum + batch.length, 0)
  return {
    id,
    batches: batches.map(({ orderIds }) => orderIds),
    length: Math.round(length * 1e6) / 1e6,
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

function checkedInstance(written: unknown): BatchInstance {
  const fields = (typeof written === 'object' && written !== null ? written : {}) as Record<string, unknown>
  if (typeof fields['id'] !== 'string') throw new RangeError('instance: id must be a text')
  for (const field of ['capacity', 'aisles', 'aisle_gap', 'aisle_length']) {
    if (!Number.isFinite(fields[field])) throw new RangeError(`instance: ${field} must be a number`)
  }
  const orders = fields['orders']
  if (!Array.isArray(orders)) throw new RangeError('instance: orders must be a list')
  for (const [index, picks] of (orders as unknown[]).entries()) {
    if (!Array.isArray(picks) || !picks.every(isPick)) {
      throw new RangeError(`instance: order ${index} must be a list of [aisle, y, units]`)
    }
  }
  return fields as unknown as BatchInstance
}

function isPick(pick: unknown): boolean {
  return Array.isArray(pick) && pick.length === 3 && pick.every((part) => Number.isFinite(part))
}
