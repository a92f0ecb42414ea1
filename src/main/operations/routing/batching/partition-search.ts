export interface Candidate {
  readonly orders: Int32Array
  /** Length above the prices of its orders: what choosing it costs of the gap. */
  readonly excess: number
}

/** Depth-first: the order with the fewest batches left that fit comes next; batches by rising excess. */
export class PartitionSearch {
  readonly #candidates: readonly Candidate[]
  /** Candidates of each order, by rising excess as the candidates themselves. */
  readonly #serving: number[][]
  readonly #covered: Uint8Array
  readonly #path: number[] = []
  #gap: number
  #nodes: number
  #best: number[] | undefined

  constructor(candidates: readonly Candidate[], orders: number, gap: number, nodes: number) {
    this.#candidates = candidates
    this.#serving = Array.from({ length: orders }, () => [])
    for (const [index, candidate] of candidates.entries()) {
      for (const order of candidate.orders) this.#serving[order]!.push(index)
    }
    this.#covered = new Uint8Array(orders)
    this.#gap = gap
    this.#nodes = nodes
  }

  /** Whether nothing was left untried. */
  get isComplete(): boolean {
    return this.#nodes >= 0
  }

  /** Candidates that hold every order once and spend the least of the gap, or nothing found. */
  run(): number[] | undefined {
    this.#descend(0, this.#covered.length)
    return this.#best
  }

  #descend(spent: number, left: number): void {
    if (this.#nodes-- <= 0) return
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
      if (spent + excess >= this.#gap || this.#nodes < 0) return
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
