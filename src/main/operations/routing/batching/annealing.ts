import type { BatchPool } from './batch-pool'
import type { BatchState } from './batch-state'
import type { Random } from './random'

const NONE = -1
/** Shares of the moves tried between two batches; the rest swaps one order for one. */
const RELOCATE = 0.5
const TWO_FOR_ONE = 0.3
/** One in this many draws of two orders of the same batch tries to give the first a batch of its own. */
const SPLIT_EVERY = 20
/** Batches met while it is colder than this, as a multiple of the last temperature, go into the pool. */
const POOL_BELOW = 3

/** How far a run is, 0 to 1, asked every few moves. */
export type Progress = () => number

/**
 * Simulated annealing over plans that respect the capacity: an order moves to another batch, changes place with one
 * order, or with two. Always two batches change, and their lengths come from the memory most of the time.
 */
export class Annealing {
  readonly best: Int32Array
  bestTotal: number
  readonly #state: BatchState
  readonly #random: Random
  readonly #pool: BatchPool
  #temperature = 0
  #moved: [number, number] = [NONE, NONE]

  constructor(state: BatchState, random: Random, pool: BatchPool) {
    this.#state = state
    this.#random = random
    this.#pool = pool
    this.best = state.batchOf.slice()
    this.bestTotal = state.total
  }

  /** Cools from one temperature to the other, in units of length, from the plan at hand. */
  run(from: number, to: number, progress: Progress): void {
    const cooling = to / from
    for (let move = 0; ; move++) {
      if ((move & 255) === 0) {
        const done = progress()
        if (done >= 1) return
        this.#temperature = from * cooling ** done
      }
      if (!this.#tryMove()) continue
      if (this.#state.total < this.bestTotal - 1e-9) this.keep()
      if (this.#temperature < to * POOL_BELOW) {
        this.#pool.add(this.#state, this.#moved[0])
        this.#pool.add(this.#state, this.#moved[1])
      }
    }
  }

  /** Makes the plan at hand the best one. */
  keep(): void {
    this.bestTotal = this.#state.total
    this.best.set(this.#state.batchOf)
  }

  #tryMove(): boolean {
    const state = this.#state
    const random = this.#random
    const order = random.below(state.problem.count)
    const other = random.below(state.problem.count)
    const from = state.batchOf[order]!
    const to = state.batchOf[other]!
    if (from === to) {
      return (
        random.below(SPLIT_EVERY) === 0 &&
        state.next[state.head[from]!] !== NONE &&
        this.#relocate(order, from, state.emptyBatch())
      )
    }
    const kind = random.fraction()
    if (kind < RELOCATE && state.load[to]! + state.problem.units[order]! <= state.problem.capacity) {
      return this.#relocate(order, from, to)
    }
    if (kind < 1 - TWO_FOR_ONE) return this.#swap(order, from, other, to)
    return this.#swapTwo(order, from, other, to)
  }

  /** The longest the two changed batches may become together: worse by a random amount that cools down (Metropolis). */
  #allowed(from: number, to: number): number {
    const worse = -this.#temperature * Math.log(this.#random.fraction() + Number.MIN_VALUE)
    return this.#state.length[from]! + this.#state.length[to]! + worse
  }

  #relocate(order: number, from: number, to: number): boolean {
    const state = this.#state
    const allowed = this.#allowed(from, to)
    const lengthFrom = state.lengthAfter(from, order, NONE)
    const lengthTo = state.lengthAfter(to, NONE, order)
    if (lengthFrom + lengthTo > allowed) return false
    state.remove(order)
    state.insert(order, to)
    return this.#settle(from, lengthFrom, to, lengthTo)
  }

  #swap(order: number, from: number, other: number, to: number): boolean {
    const state = this.#state
    const { units, capacity } = state.problem
    const more = units[order]! - units[other]!
    if (state.load[to]! + more > capacity || state.load[from]! - more > capacity) return false
    const allowed = this.#allowed(from, to)
    const lengthFrom = state.lengthAfter(from, order, other)
    if (lengthFrom > allowed) return false
    const lengthTo = state.lengthAfter(to, other, order)
    if (lengthFrom + lengthTo > allowed) return false
    state.remove(order)
    state.remove(other)
    state.insert(order, to)
    state.insert(other, from)
    return this.#settle(from, lengthFrom, to, lengthTo)
  }

  /** The order and the one after it in its batch, for the other. */
  #swapTwo(order: number, from: number, other: number, to: number): boolean {
    const state = this.#state
    const { units, capacity } = state.problem
    const next = state.next[order]!
    const second = next === NONE ? state.head[from]! : next
    if (second === order) return false
    const more = units[order]! + units[second]! - units[other]!
    if (state.load[to]! + more > capacity || state.load[from]! - more > capacity) return false
    const allowed = this.#allowed(from, to)
    state.remove(second)
    state.insert(second, to)
    const lengthFrom = state.lengthAfter(from, order, other)
    const lengthTo = lengthFrom > allowed ? Infinity : state.lengthAfter(to, other, order)
    if (lengthFrom + lengthTo > allowed) {
      state.remove(second)
      state.insert(second, from)
      return false
    }
    state.remove(order)
    state.remove(other)
    state.insert(order, to)
    state.insert(other, from)
    return this.#settle(from, lengthFrom, to, lengthTo)
  }

  #settle(from: number, lengthFrom: number, to: number, lengthTo: number): true {
    this.#state.settle(from, lengthFrom)
    this.#state.settle(to, lengthTo)
    this.#moved[0] = from
    this.#moved[1] = to
    return true
  }
}
