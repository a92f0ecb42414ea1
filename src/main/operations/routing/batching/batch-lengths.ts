import type { BatchProblem } from './batch-problem'
import type { Random } from './random'

const SLOTS = 1 << 18

/**
 * Remembers the tour length of batches by a 64-bit key: the exclusive-or of one random word pair per order, so the key
 * of a batch with an order more or less is one operation away. The table is direct-mapped and simply overwritten: it
 * never grows. Two batches share a key once in some 10^13 searches; the plan that is handed out is measured anew.
 */
export class BatchLengths {
  readonly keyLow: Int32Array
  readonly keyHigh: Int32Array
  readonly #slotLow = new Int32Array(SLOTS)
  readonly #slotHigh = new Int32Array(SLOTS)
  readonly #lengths = new Float64Array(SLOTS)

  constructor(problem: BatchProblem, random: Random) {
    this.keyLow = Int32Array.from({ length: problem.count }, () => random.word())
    this.keyHigh = Int32Array.from({ length: problem.count }, () => random.word())
  }

  /** The remembered length, or -1. The key of the empty batch is 0, 0, and its length 0 is what a new table says. */
  find(low: number, high: number): number {
    const slot = low & (SLOTS - 1)
    return this.#slotLow[slot] === low && this.#slotHigh[slot] === high ? this.#lengths[slot]! : -1
  }

  remember(low: number, high: number, length: number): void {
    const slot = low & (SLOTS - 1)
    this.#slotLow[slot] = low
    this.#slotHigh[slot] = high
    this.#lengths[slot] = length
  }
}
