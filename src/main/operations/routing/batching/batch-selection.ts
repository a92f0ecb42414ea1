import type { BatchPool } from './batch-pool'

const FIRST_PRICE_ROUNDS = 150
const LATER_PRICE_ROUNDS = 50
const WIDTH = 500
const NODES = 2000

/**
 * Looks for a shorter plan among the batches of a pool: set partitioning. Prices of orders from a dual ascent say how
 * much longer than ideal each batch is; a depth-first search then spends the gap between the known length and the sum of
 * prices, and gives up after a fixed number of steps. The pool grows between calls and the prices go on from the last.
 */
export class BatchSelection {
  /** What each order is worth at least: no plan from the pool is shorter than their sum. */
  readonly prices: Float64Array
  readonly #pool: BatchPool
  readonly #weights: Float64Array
  readonly #penalty: Float64Array
  #rounds = FIRST_PRICE_ROUNDS

  /** By weight an order bears its part of a batch's length, at first. All weights are above 0, or prices never move. */
  constructor(pool: BatchPool, weights: Float64Array) {
    this.#pool = pool
    this.#weights = weights
    this.prices = new Float64Array(weights.length)
    this.#penalty = new Float64Array(weights.length)
  }

  /** A plan shorter than `known`, as pool indices, or nothing found. */
  shorterThan(known: number): number[] | undefined {
    const gap = known - this.#ascend(known)
    const candidates = this.#pool.members
      .map((orders, batch) => ({ batch, orders, excess: this.#pool.lengths[batch]! - sumOf(this.prices, orders) }))
      .filter(({ excess }) => excess < gap)
      .toSorted((a, b) => a.excess - b.excess || a.batch - b.batch)
      .slice(0, WIDTH)
    const search = new PartitionSearch(candidates, this.prices.length, gap)
    return search.run()?.map((candidate) => candidates[candidate]!.batch)
  }

  /**
   * Sets the prices and returns their sum. Boschetti, Mingozzi & Ricciardelli, "A dual ascent procedure for the set
   * partitioning problem", Discrete Optimization 5 (2008): an order is priced by the batch that serves it cheapest;
   * penalties then push orders that are served too often or too seldom. Every round's prices are a valid bound.
   */
  #ascend(known: number): number {
    const pool = flattened(this.#pool, this.#weights)
    const count = this.#weights.length
    const penalty = this.#penalty.slice()
    const served = new Float64Array(count)
    let bound = -Infinity
    let stride = 0.5
    let idle = 0
    for (let round = 0; round < this.#rounds && stride > 0.001; round++) {
      const { price, cheapest } = priced(pool, this.#weights, penalty)
      let total = 0
      for (let order = 0; order < count; order++) total += price[order]!
      idle = total > bound + Math.abs(bound) * 1e-4 ? 0 : idle + 1
      if (total > bound) {
        bound = total
        this.prices.set(price)
        this.#penalty.set(penalty)
      }
      if (idle > 15) {
        stride *= 0.6
        idle = 0
      }
      served.fill(0)
      for (let order = 0; order < count; order++) {
        const batch = cheapest[order]!
        const part = this.#weights[order]! / pool.weight[batch]!
        for (let at = pool.start[batch]!; at < pool.start[batch + 1]!; at++) served[pool.orders[at]!]! += part
      }
      let imbalance = 0
      for (let order = 0; order < count; order++) imbalance += (1 - served[order]!) ** 2
      if (imbalance < 1e-12) break
      const step = (stride * Math.max(known * 1.002 - total, known * 0.0005)) / imbalance
      for (let order = 0; order < count; order++) penalty[order]! += step * (1 - served[order]!)
    }
    this.#rounds = LATER_PRICE_ROUNDS
    return bound
  }
}

function sumOf(values: Float64Array, orders: Int32Array): number {
  let sum = 0
  for (const order of orders) sum += values[order]!
  return sum
}

/** The pool in arrays that are quick to run over: orders of a batch from `start[batch]` to `start[batch + 1]`. */
interface FlatPool {
  readonly start: Int32Array
  readonly orders: Int32Array
  readonly length: Float64Array
  readonly weight: Float64Array
}

function flattened(pool: BatchPool, weights: Float64Array): FlatPool {
  const start = new Int32Array(pool.members.length + 1)
  for (const [batch, members] of pool.members.entries()) start[batch + 1] = start[batch]! + members.length
  const orders = new Int32Array(start[pool.members.length]!)
  for (const [batch, members] of pool.members.entries()) orders.set(members, start[batch])
  const weight = Float64Array.from(pool.members, (members) => sumOf(weights, members))
  return { start, orders, length: Float64Array.from(pool.lengths), weight }
}

/** The price of each order and the batch that sets it. */
function priced(pool: FlatPool, weights: Float64Array, penalty: Float64Array) {
  const { start, orders, length, weight } = pool
  const price = new Float64Array(weights.length).fill(Infinity)
  const cheapest = new Int32Array(weights.length)
  for (let batch = 0; batch < length.length; batch++) {
    const end = start[batch + 1]!
    let rest = length[batch]!
    for (let at = start[batch]!; at < end; at++) rest -= penalty[orders[at]!]!
    const share = rest / weight[batch]!
    for (let at = start[batch]!; at < end; at++) {
      const order = orders[at]!
      if (share < price[order]!) {
        price[order] = share
        cheapest[order] = batch
      }
    }
  }
  for (let order = 0; order < weights.length; order++) price[order] = weights[order]! * price[order]! + penalty[order]!
  return { price, cheapest }
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
