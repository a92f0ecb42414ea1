import type { BatchProblem } from './batch-problem'
import { PartitionSearch } from './partition-search'

/** Batches to choose from, in arrays that are quick to run over: orders from `start[batch]` to `start[batch + 1]`. */
export interface BatchChoice {
  readonly start: Int32Array
  readonly orders: Int32Array
  readonly lengths: Float64Array
}

export interface SelectionEffort {
  readonly priceRounds: number
  /** Batches looked at, the nearest to ideal first. */
  readonly width: number
  /** Steps of the search. */
  readonly nodes: number
}

export interface Selection {
  /** A plan shorter than the known one, or nothing found. */
  readonly plan: Int32Array[] | undefined
  /** No other plan from these batches is shorter. */
  readonly isProven: boolean
  /** The batches that may still be part of a shorter plan. */
  readonly remaining: BatchChoice
}

/**
 * Looks for a shorter plan among given batches: set partitioning. Prices of orders from a dual ascent say how much longer
 * than ideal each batch is; a depth-first search then spends the gap between the known length and the sum of prices.
 * Called again as the known length falls or batches are added, the prices go on from the last.
 */
export class BatchSelection {
  /** What each order is worth at least: no plan from the batches last given is shorter than their sum. */
  readonly prices: Float64Array
  readonly #weights: Float64Array
  readonly #penalty: Float64Array

  /** By weight an order bears its part of a batch's length, at first. All weights are above 0, or prices never move. */
  constructor(weights: Float64Array) {
    this.#weights = weights
    this.prices = new Float64Array(weights.length)
    this.#penalty = new Float64Array(weights.length)
  }

  shorterThan(known: number, batches: BatchChoice, effort: SelectionEffort): Selection {
    const gap = known - this.#ascend(known, batches, effort.priceRounds)
    const excess = batches.lengths.map((length, batch) => length - sumOf(this.prices, ordersOf(batches, batch)))
    const within = [...excess.keys()].filter((batch) => excess[batch]! < gap)
    const remaining = chosenFrom(batches, within)
    const candidates = within
      .toSorted((a, b) => excess[a]! - excess[b]! || a - b)
      .slice(0, effort.width)
      .map((batch) => ({ orders: ordersOf(batches, batch), excess: excess[batch]! }))
    const search = new PartitionSearch(candidates, this.prices.length, gap, effort.nodes)
    const plan = search.run()?.map((candidate) => candidates[candidate]!.orders)
    return { plan, isProven: search.isComplete && within.length <= effort.width, remaining }
  }

  /**
   * Sets the prices and returns their sum. Boschetti, Mingozzi & Ricciardelli, "A dual ascent procedure for the set
   * partitioning problem", Discrete Optimization 5 (2008): an order is priced by the batch that serves it cheapest;
   * penalties then push orders that are served too often or too seldom. Every round's prices are a valid bound.
   */
  #ascend(known: number, batches: BatchChoice, rounds: number): number {
    const weightOf = batches.lengths.map((_, batch) => sumOf(this.#weights, ordersOf(batches, batch)))
    const count = this.#weights.length
    const penalty = this.#penalty.slice()
    const served = new Float64Array(count)
    let bound = -Infinity
    let stride = 0.5
    let idle = 0
    for (let round = 0; round < rounds && stride > 0.001; round++) {
      const { price, cheapest } = priced(batches, weightOf, this.#weights, penalty)
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
        const part = this.#weights[order]! / weightOf[batch]!
        for (let at = batches.start[batch]!; at < batches.start[batch + 1]!; at++) served[batches.orders[at]!]! += part
      }
      let imbalance = 0
      for (let order = 0; order < count; order++) imbalance += (1 - served[order]!) ** 2
      if (imbalance < 1e-12) break
      const step = (stride * Math.max(known * 1.002 - total, known * 0.0005)) / imbalance
      for (let order = 0; order < count; order++) penalty[order]! += step * (1 - served[order]!)
    }
    return bound
  }
}

function ordersOf(batches: BatchChoice, batch: number): Int32Array {
  return batches.orders.subarray(batches.start[batch], batches.start[batch + 1])
}

function sumOf(values: Float64Array, orders: Int32Array): number {
  let sum = 0
  for (const order of orders) sum += values[order]!
  return sum
}

function chosenFrom(batches: BatchChoice, chosen: readonly number[]): BatchChoice {
  return choiceOf(
    chosen.map((batch) => ordersOf(batches, batch)),
    chosen.map((batch) => batches.lengths[batch]!),
  )
}

export function choiceOf(members: readonly ArrayLike<number>[], lengths: readonly number[]): BatchChoice {
  const start = new Int32Array(members.length + 1)
  for (const [batch, orders] of members.entries()) start[batch + 1] = start[batch]! + orders.length
  const orders = new Int32Array(start[members.length]!)
  for (const [batch, held] of members.entries()) orders.set(held, start[batch])
  return { start, orders, lengths: Float64Array.from(lengths) }
}

/** Every batch that fits, measured; nothing when there are more than `limit`. */
export function everyBatch(problem: BatchProblem, limit: number): BatchChoice | undefined {
  const members: number[][] = []
  const extend = (orders: number[], load: number): void => {
    for (let order = (orders.at(-1) ?? -1) + 1; order < problem.count && members.length <= limit; order++) {
      const units = load + problem.units[order]!
      if (units > problem.capacity) continue
      const extended = [...orders, order]
      members.push(extended)
      extend(extended, units)
    }
  }
  extend([], 0)
  if (members.length > limit) return undefined
  return choiceOf(
    members,
    members.map((orders) => problem.lengthOf(orders)),
  )
}

/** The price of each order and the batch that sets it. */
function priced(batches: BatchChoice, weightOf: Float64Array, weights: Float64Array, penalty: Float64Array) {
  const { start, orders, lengths } = batches
  const price = new Float64Array(weights.length).fill(Infinity)
  const cheapest = new Int32Array(weights.length)
  for (let batch = 0; batch < lengths.length; batch++) {
    const end = start[batch + 1]!
    let rest = lengths[batch]!
    for (let at = start[batch]!; at < end; at++) rest -= penalty[orders[at]!]!
    const share = rest / weightOf[batch]!
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
