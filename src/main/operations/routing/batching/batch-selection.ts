import type { BatchPool } from './batch-pool'

const PRICE_ROUNDS = 150
const WIDTH = 500
const NODES = 2000

export interface Selection {
  /** What each order is worth at least: no plan from the pool is shorter than their sum. */
  readonly prices: Float64Array
  /** Pool indices of a plan shorter than the one known, or nothing found. */
  readonly chosen: number[] | undefined
}

/**
 * Looks for a plan shorter than `known` among the batches of a pool: set partitioning. Prices of orders from a dual
 * ascent say how much longer than ideal each batch is; a depth-first search then spends the gap between the known
 * length and the sum of prices, and gives up after a fixed number of steps.
 */
export function selectBatches(pool: BatchPool, weights: Float64Array, known: number): Selection {
  const { prices, bound } = ascend(pool, weights, known)
  const gap = known - bound
  const candidates = pool.members
    .map((orders, batch) => ({ batch, orders, excess: pool.lengths[batch]! - sumOf(prices, orders) }))
    .filter(({ excess }) => excess < gap)
    .toSorted((a, b) => a.excess - b.excess || a.batch - b.batch)
    .slice(0, WIDTH)
  const search = new PartitionSearch(candidates, prices.length, gap)
  return { prices, chosen: search.run()?.map((candidate) => candidates[candidate]!.batch) }
}

function sumOf(prices: Float64Array, orders: Int32Array): number {
  let sum = 0
  for (const order of orders) sum += prices[order]!
  return sum
}

/**
 * Boschetti, Mingozzi & Ricciardelli, "A dual ascent procedure for the set partitioning problem", Discrete Optimization
 * 5 (2008): an order is priced by the batch that serves it cheapest, the length of a batch being shared by weight;
 * penalties then push orders that are served too often or too seldom. Every round's prices are a valid bound.
 */
function ascend(pool: BatchPool, weights: Float64Array, known: number): { prices: Float64Array; bound: number } {
  const orders = weights.length
  const shareOf = pool.members.map((members) => sumOf(weights, members))
  const penalty = new Float64Array(orders)
  const price = new Float64Array(orders)
  const cheapest = new Int32Array(orders)
  const served = new Float64Array(orders)
  let prices = new Float64Array(orders)
  let bound = -Infinity
  let stride = 0.5
  let idle = 0
  for (let round = 0; round < PRICE_ROUNDS && stride > 0.001; round++) {
    price.fill(Infinity)
    for (const [batch, members] of pool.members.entries()) {
      const share = (pool.lengths[batch]! - sumOf(penalty, members)) / shareOf[batch]!
      for (const order of members) {
        if (share < price[order]!) {
          price[order] = share
          cheapest[order] = batch
        }
      }
    }
    let total = 0
    for (let order = 0; order < orders; order++) {
      price[order] = weights[order]! * price[order]! + penalty[order]!
      total += price[order]!
    }
    idle = total > bound + Math.abs(bound) * 1e-4 ? 0 : idle + 1
    if (total > bound) {
      bound = total
      prices = price.slice()
    }
    if (idle > 15) {
      stride *= 0.6
      idle = 0
    }
    served.fill(0)
    for (let order = 0; order < orders; order++) {
      const batch = cheapest[order]!
      const part = weights[order]! / shareOf[batch]!
      for (const other of pool.members[batch]!) served[other]! += part
    }
    const imbalance = served.reduce((sum, part) => sum + (1 - part) ** 2, 0)
    if (imbalance < 1e-12) break
    const step = (stride * Math.max(known * 1.002 - total, known * 0.0005)) / imbalance
    for (let order = 0; order < orders; order++) penalty[order]! += step * (1 - served[order]!)
  }
  return { prices, bound }
}

interface Candidate {
  readonly orders: Int32Array
  /** Length above the prices of its orders. */
  readonly excess: number
}

/** Depth-first: the order with the fewest batches left that fit comes next; batches by rising excess. */
class PartitionSearch {
  readonly #candidates: readonly Candidate[]
  /** Candidates of each order, by rising excess as the candidates themselves. */
  readonly #serving: number[][]
  readonly #covered: Uint8Array
  readonly #path: number[] = []
  #gap: number
  #nodes = 0
  #best: number[] | undefined

  constructor(candidates: readonly Candidate[], orders: number, gap: number) {
    this.#candidates = candidates
    this.#serving = Array.from({ length: orders }, () => [])
    for (const [index, candidate] of candidates.entries()) {
      for (const order of candidate.orders) this.#serving[order]!.push(index)
    }
    this.#covered = new Uint8Array(orders)
    this.#gap = gap
  }

  run(): number[] | undefined {
    this.#descend(0, this.#covered.length)
    return this.#best
  }

  #descend(spent: number, left: number): void {
    if (this.#nodes++ > NODES) return
    if (left === 0) {
      // A plan as long as the known one is no news.
      if (spent < this.#gap - 1e-7) {
        this.#gap = spent
        this.#best = this.#path.slice()
      }
      return
    }
    const order = this.#hardest(spent)
    if (order < 0) return
    for (const index of this.#serving[order]!) {
      const { orders, excess } = this.#candidates[index]!
      if (spent + excess >= this.#gap || this.#nodes > NODES) return
      if (!this.#fits(orders)) continue
      for (const member of orders) this.#covered[member] = 1
      this.#path.push(index)
      this.#descend(spent + excess, left - orders.length)
      this.#path.pop()
      for (const member of orders) this.#covered[member] = 0
    }
  }

  /** The uncovered order with the fewest fitting batches, or -1 where one has none. */
  #hardest(spent: number): number {
    let hardest = -1
    let fewest = Infinity
    for (const [order, serving] of this.#serving.entries()) {
      if (this.#covered[order]) continue
      let fitting = 0
      for (const index of serving) {
        const { orders, excess } = this.#candidates[index]!
        if (spent + excess >= this.#gap || fitting >= fewest) break
        if (this.#fits(orders)) fitting++
      }
      if (fitting === 0) return -1
      if (fitting < fewest) {
        fewest = fitting
        hardest = order
      }
    }
    return hardest
  }

  #fits(orders: Int32Array): boolean {
    for (const order of orders) if (this.#covered[order]) return false
    return true
  }
}
