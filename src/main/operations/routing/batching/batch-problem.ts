import type { Layout, Place, RoutingPolicy } from '../layout'
import { blockOf, checkLayout, checkPlace, crossingsOf } from '../layout'
import type { SectionProfile } from '../tours/section-profile'
import { emptyProfile } from '../tours/section-profile'
import type { TourLength } from '../tours/tour-length'
import { tourLengthOf } from '../tours/tour-length'

export interface BatchOrder {
  /** What the order takes of the capacity: pieces, litres, totes, in the same unit. 0 or more. */
  readonly units: number
  readonly stops: readonly Place[]
}

/**
 * The orders as the search wants them. The distinct positions of a section are numbered from its front, and an order
 * is the set of its positions as bits, so that a batch is the union of its orders and its profile a scan over set bits.
 * Orders are ranges of one shared array (`entryStart[order]` to `entryStart[order + 1]`).
 */
export class BatchProblem {
  readonly layout: Layout
  readonly capacity: number
  readonly count: number
  readonly units: Float64Array
  readonly #tourLength: TourLength
  readonly #blocks: number
  /** As the profile wants them, from the front of the section: 32 for each word. */
  readonly #positions: Float64Array
  readonly #wordStart: Int32Array
  readonly #entryStart: Int32Array
  readonly #entryWord: Int32Array
  readonly #entryBits: Int32Array
  readonly #union: Int32Array
  readonly #profile: SectionProfile

  constructor(layout: Layout, orders: readonly BatchOrder[], capacity: number, policy: RoutingPolicy) {
    checkLayout(layout, policy)
    this.layout = layout
    this.capacity = capacity
    this.count = orders.length
    this.units = Float64Array.from(orders, (order) => order.units)
    this.#tourLength = tourLengthOf[policy]
    this.#profile = emptyProfile(layout)

    const crossings = crossingsOf(layout)
    this.#blocks = crossings.length - 1
    const sectionOf = ({ aisle, y }: Place): number => aisle * this.#blocks + blockOf(crossings, y)

    const ranks = ranksBySection(layout, orders, layout.aisles * this.#blocks, sectionOf)
    this.#wordStart = new Int32Array(ranks.length + 1)
    for (const [section, rankOf] of ranks.entries()) {
      this.#wordStart[section + 1] = this.#wordStart[section]! + Math.ceil(rankOf.size / 32)
    }
    const words = this.#wordStart[ranks.length]!
    this.#union = new Int32Array(words)
    this.#positions = new Float64Array(words * 32)
    for (const [section, rankOf] of ranks.entries()) {
      const start = this.#wordStart[section]!
      const front = crossings[section % this.#blocks]!
      for (const [y, rank] of rankOf) this.#positions[start * 32 + rank] = y - front
    }

    const entries = orders.map(({ stops }) => bitsByWord(stops, ranks, this.#wordStart, sectionOf))
    this.#entryStart = new Int32Array(orders.length + 1)
    for (const [order, bits] of entries.entries()) this.#entryStart[order + 1] = this.#entryStart[order]! + bits.size
    this.#entryWord = new Int32Array(this.#entryStart[orders.length]!)
    this.#entryBits = new Int32Array(this.#entryStart[orders.length]!)
    let entry = 0
    for (const bits of entries) {
      for (const [word, value] of [...bits].toSorted((a, b) => a[0] - b[0])) {
        this.#entryWord[entry] = word
        this.#entryBits[entry++] = value
      }
    }
  }

  /** Adds an order to the batch being measured. Call for each order, then `measure` once. */
  include(order: number): void {
    const union = this.#union
    const words = this.#entryWord
    const bits = this.#entryBits
    const end = this.#entryStart[order + 1]!
    for (let entry = this.#entryStart[order]!; entry < end; entry++) union[words[entry]!]! |= bits[entry]!
  }

  /** Tour length of the orders included since the last call. */
  measure(): number {
    const profile = this.#profile
    profile.first = this.layout.aisles
    profile.last = -1
    for (let aisle = 0, section = 0; aisle < this.layout.aisles; aisle++) {
      for (let block = 0; block < this.#blocks; block++, section++) {
        if (!this.#profileSection(section)) continue
        if (profile.last < 0) profile.first = aisle
        profile.last = aisle
      }
    }
    return this.#tourLength(this.layout, profile)
  }

  lengthOf(orders: Iterable<number>): number {
    for (const order of orders) this.include(order)
    return this.measure()
  }

  /** Whether there is a stop in the section. Empties its part of the union. */
  #profileSection(section: number): boolean {
    const profile = this.#profile
    const union = this.#union
    const positions = this.#positions
    let previous = -1
    let widest = 0
    const end = this.#wordStart[section + 1]!
    for (let word = this.#wordStart[section]!; word < end; word++) {
      let bits = union[word]!
      if (bits === 0) continue
      union[word] = 0
      const base = word << 5
      while (bits !== 0) {
        const position = positions[base + 31 - Math.clz32(bits & -bits)]!
        bits &= bits - 1
        if (previous < 0) profile.nearest[section] = position
        else if (position - previous > widest) widest = position - previous
        previous = position
      }
    }
    profile.occupied[section] = previous < 0 ? 0 : 1
    profile.farthest[section] = previous
    profile.widestGap[section] = widest
    return previous >= 0
  }
}

function ranksBySection(
  layout: Layout,
  orders: readonly BatchOrder[],
  sections: number,
  sectionOf: (place: Place) => number,
): Map<number, number>[] {
  const positions = Array.from({ length: sections }, () => new Set<number>())
  for (const order of orders) {
    for (const stop of order.stops) {
      checkPlace(layout, stop)
      positions[sectionOf(stop)]!.add(stop.y)
    }
  }
  return positions.map((set) => new Map([...set].toSorted((a, b) => a - b).map((y, rank) => [y, rank])))
}

function bitsByWord(
  stops: readonly Place[],
  ranks: readonly Map<number, number>[],
  wordStart: Int32Array,
  sectionOf: (place: Place) => number,
): Map<number, number> {
  const bits = new Map<number, number>()
  for (const stop of stops) {
    const section = sectionOf(stop)
    const rank = ranks[section]!.get(stop.y)!
    const word = wordStart[section]! + (rank >> 5)
    bits.set(word, (bits.get(word) ?? 0) | (1 << (rank & 31)))
  }
  return bits
}
