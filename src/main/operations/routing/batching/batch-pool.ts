import type { BatchProblem } from './batch-problem'
import { choiceOf, type BatchChoice } from './batch-selection'
import type { BatchState } from './batch-state'

const TABLE = 1 << 15
const LIMIT = 8000
const KEPT = 2000

/** Good batches met on the way, each once, from which a better plan may be put together (see batch-selection). */
export class BatchPool {
  readonly #members: Int32Array[] = []
  readonly #lengths: number[] = []
  readonly #problem: BatchProblem
  #keysLow: number[] = []
  #keysHigh: number[] = []
  /** Open addressing on the batch keys; holds index + 1, 0 is free. */
  readonly #table = new Int32Array(TABLE)

  constructor(problem: BatchProblem) {
    this.#problem = problem
  }

  get isFull(): boolean {
    return this.#members.length >= LIMIT
  }

  add(state: BatchState, batch: number): void {
    if (this.isFull || state.head[batch] === -1) return
    const low = state.keyLow[batch]!
    const high = state.keyHigh[batch]!
    const slot = this.#slotOf(low, high)
    if (this.#table[slot] !== 0) return
    this.#members.push(Int32Array.from(state.ordersIn(batch)))
    this.#lengths.push(state.length[batch]!)
    this.#keysLow.push(low)
    this.#keysHigh.push(high)
    this.#table[slot] = this.#members.length
  }

  addAll(state: BatchState): void {
    for (let batch = 0; batch <= this.#problem.count; batch++) this.add(state, batch)
  }

  choice(): BatchChoice {
    return choiceOf(this.#members, this.#lengths)
  }

  /** Makes room when full: keeps the batches that are cheapest by the prices of their orders. */
  thin(prices: Float64Array): void {
    if (!this.isFull) return
    const excess = this.#members.map((orders, batch) => {
      let rest = this.#lengths[batch]!
      for (const order of orders) rest -= prices[order]!
      return { batch, rest }
    })
    const kept = excess
      .toSorted((a, b) => a.rest - b.rest || a.batch - b.batch)
      .slice(0, KEPT)
      .map(({ batch }) => ({
        orders: this.#members[batch]!,
        length: this.#lengths[batch]!,
        low: this.#keysLow[batch]!,
        high: this.#keysHigh[batch]!,
      }))
    this.#members.length = 0
    this.#lengths.length = 0
    this.#keysLow = []
    this.#keysHigh = []
    this.#table.fill(0)
    for (const { orders, length, low, high } of kept) {
      this.#members.push(orders)
      this.#lengths.push(length)
      this.#keysLow.push(low)
      this.#keysHigh.push(high)
      this.#table[this.#slotOf(low, high)] = this.#members.length
    }
  }

  #slotOf(low: number, high: number): number {
    let slot = (low ^ Math.imul(high, 31)) & (TABLE - 1)
    for (;;) {
      const held = this.#table[slot]! - 1
      if (held < 0 || (this.#keysLow[held] === low && this.#keysHigh[held] === high)) return slot
      slot = (slot + 1) & (TABLE - 1)
    }
  }
}
