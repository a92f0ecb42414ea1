import type { BatchLengths } from './batch-lengths'
import type { BatchProblem } from './batch-problem'

const NONE = -1

/**
 * A plan under change: every order in exactly one batch, batches as linked lists in typed arrays, with load, key and
 * length of each. There are as many batch slots as orders, so an empty one is always at hand.
 */
export class BatchState {
  readonly problem: BatchProblem
  readonly lengths: BatchLengths
  readonly batchOf: Int32Array
  readonly head: Int32Array
  readonly next: Int32Array
  readonly #previous: Int32Array
  readonly load: Float64Array
  readonly length: Float64Array
  readonly keyLow: Int32Array
  readonly keyHigh: Int32Array
  total = 0

  constructor(problem: BatchProblem, lengths: BatchLengths) {
    const count = problem.count
    this.problem = problem
    this.lengths = lengths
    this.batchOf = new Int32Array(count).fill(NONE)
    this.next = new Int32Array(count).fill(NONE)
    this.#previous = new Int32Array(count).fill(NONE)
    this.head = new Int32Array(count + 1).fill(NONE)
    this.load = new Float64Array(count + 1)
    this.length = new Float64Array(count + 1)
    this.keyLow = new Int32Array(count + 1)
    this.keyHigh = new Int32Array(count + 1)
  }

  /** Length of a batch as it would be without one order and with another; NONE (-1) for neither. */
  lengthAfter(batch: number, without: number, added: number): number {
    let low = this.keyLow[batch]!
    let high = this.keyHigh[batch]!
    if (without !== NONE) {
      low ^= this.lengths.keyLow[without]!
      high ^= this.lengths.keyHigh[without]!
    }
    if (added !== NONE) {
      low ^= this.lengths.keyLow[added]!
      high ^= this.lengths.keyHigh[added]!
    }
    const known = this.lengths.find(low, high)
    if (known >= 0) return known
    const { problem, next } = this
    for (let order = this.head[batch]!; order !== NONE; order = next[order]!) {
      if (order !== without) problem.include(order)
    }
    if (added !== NONE) problem.include(added)
    const length = problem.measure()
    this.lengths.remember(low, high, length)
    return length
  }

  insert(order: number, batch: number): void {
    const first = this.head[batch]!
    this.batchOf[order] = batch
    this.next[order] = first
    this.#previous[order] = NONE
    if (first !== NONE) this.#previous[first] = order
    this.head[batch] = order
    this.#account(order, batch, 1)
  }

  remove(order: number): void {
    const batch = this.batchOf[order]!
    const before = this.#previous[order]!
    const after = this.next[order]!
    if (before === NONE) this.head[batch] = after
    else this.next[before] = after
    if (after !== NONE) this.#previous[after] = before
    this.batchOf[order] = NONE
    this.#account(order, batch, -1)
  }

  /** Takes over a length that `lengthAfter` gave, after the orders were moved. */
  settle(batch: number, length: number): void {
    this.total += length - this.length[batch]!
    this.length[batch] = length
  }

  /** Replaces the whole plan: the batch of each order. */
  restore(batchOf: Int32Array): void {
    this.head.fill(NONE)
    this.load.fill(0)
    this.length.fill(0)
    this.keyLow.fill(0)
    this.keyHigh.fill(0)
    this.total = 0
    for (const [order, batch] of batchOf.entries()) this.insert(order, batch)
    for (let batch = 0; batch < this.head.length; batch++) this.settle(batch, this.lengthAfter(batch, NONE, NONE))
  }

  assign(batches: Iterable<Iterable<number>>): void {
    const batchOf = new Int32Array(this.problem.count)
    let batch = 0
    for (const orders of batches) {
      for (const order of orders) batchOf[order] = batch
      batch++
    }
    this.restore(batchOf)
  }

  emptyBatch(): number {
    return this.head.indexOf(NONE)
  }

  ordersIn(batch: number): number[] {
    const orders: number[] = []
    for (let order = this.head[batch]!; order !== NONE; order = this.next[order]!) orders.push(order)
    return orders
  }

  batches(): number[][] {
    const all = Array.from(this.head, (_, batch) => this.ordersIn(batch))
    return all.filter((orders) => orders.length > 0)
  }

  #account(order: number, batch: number, sign: 1 | -1): void {
    this.load[batch]! += sign * this.problem.units[order]!
    this.keyLow[batch]! ^= this.lengths.keyLow[order]!
    this.keyHigh[batch]! ^= this.lengths.keyHigh[order]!
  }
}
