import type { Layout, Place, Route } from '../layout'
import { blockOf, crossingsOf, depotAisleOf } from '../layout'

/**
 * A tour as a picture: how often each section and each stretch of cross aisle is walked, without an order. Where the
 * picture is connected and every corner is met an even number of times, it can be walked in one go (Euler), which `walk`
 * does. Sections are numbered aisle by aisle from the front, corners (where an aisle meets a cross aisle) likewise.
 */
export interface WalkPlan {
  /** Times each section is walked from one end to the other. */
  readonly through: number[]
  /** How far, as y, each section is walked from its front end and back again; -1 when it is not. */
  readonly frontReach: number[]
  /** The nearest y each section is walked to from its back end and back again; infinite when it is not. */
  readonly backReach: number[]
  /** Times the stretch of cross aisle from each corner to the next aisle is walked. */
  readonly across: number[]
}

export function emptyPlan(layout: Layout): WalkPlan {
  const corners = layout.aisles * crossingsOf(layout).length
  const sections = corners - layout.aisles
  return {
    through: Array<number>(sections).fill(0),
    frontReach: Array<number>(sections).fill(-1),
    backReach: Array<number>(sections).fill(Infinity),
    across: Array<number>(corners).fill(0),
  }
}

interface Corner {
  readonly aisle: number
  readonly crossing: number
}

/** Walks the plan from the depot to the depot and notes the stops in the order they are reached. */
export function walk(layout: Layout, plan: WalkPlan, stops: readonly Place[], length: number): Route {
  const walker = new Walker(layout, plan, stops)
  let previous: Corner | undefined
  for (const corner of eulerCircuit(layout, plan)) {
    if (previous && previous.aisle === corner.aisle) walker.walkThrough(previous, corner)
    walker.arrive(corner)
    previous = corner
  }
  if (walker.sequence.length !== stops.length) throw new Error('the walk misses a stop')
  return { length, sequence: walker.sequence, path: walker.path }
}

class Walker {
  readonly sequence: number[] = []
  readonly path: Place[] = []
  readonly #plan: WalkPlan
  readonly #stops: readonly Place[]
  readonly #crossings: readonly number[]
  /** Indices of the stops not yet reached, from the front, per section. */
  readonly #waiting: number[][]

  constructor(layout: Layout, plan: WalkPlan, stops: readonly Place[]) {
    this.#plan = plan
    this.#stops = stops
    this.#crossings = crossingsOf(layout)
    this.#waiting = plan.through.map(() => [])
    for (const [index, { aisle, y }] of stops.entries()) {
      this.#waiting[this.#section(aisle, blockOf(this.#crossings, y))]!.push(index)
    }
    for (const indices of this.#waiting) indices.sort((a, b) => stops[a]!.y - stops[b]!.y || a - b)
  }

  /** Turns round inside the sections before and after the corner for what is to be fetched from this end. */
  arrive({ aisle, crossing }: Corner): void {
    const corner = { aisle, y: this.#crossings[crossing]! }
    this.#pass(corner)
    if (crossing > 0) {
      const section = this.#section(aisle, crossing - 1)
      this.#visit(this.#take(section, (y) => y >= this.#plan.backReach[section]!).toReversed())
      this.#pass(corner)
    }
    if (crossing < this.#crossings.length - 1) {
      const section = this.#section(aisle, crossing)
      this.#visit(this.#take(section, (y) => y <= this.#plan.frontReach[section]!))
      this.#pass(corner)
    }
  }

  walkThrough(from: Corner, to: Corner): void {
    const section = this.#section(to.aisle, Math.min(from.crossing, to.crossing))
    const reached = this.#take(section, () => true)
    this.#visit(to.crossing > from.crossing ? reached : reached.toReversed())
  }

  #section(aisle: number, block: number): number {
    return aisle * (this.#crossings.length - 1) + block
  }

  #take(section: number, within: (y: number) => boolean): number[] {
    const waiting = this.#waiting[section]!
    this.#waiting[section] = waiting.filter((index) => !within(this.#stops[index]!.y))
    return waiting.filter((index) => within(this.#stops[index]!.y))
  }

  #visit(reached: readonly number[]): void {
    for (const index of reached) {
      this.sequence.push(index)
      this.#pass({ aisle: this.#stops[index]!.aisle, y: this.#stops[index]!.y })
    }
  }

  #pass(place: Place): void {
    const last = this.path.at(-1)
    if (last?.aisle !== place.aisle || last.y !== place.y) this.path.push(place)
  }
}

/** Hierholzer over the corners. Onward along the aisle is tried first, then back along it, then to the next aisle. */
function eulerCircuit(layout: Layout, plan: WalkPlan): Corner[] {
  const corners = crossingsOf(layout).length
  const through = plan.through.slice()
  const across = plan.across.slice()
  const leave = ({ aisle, crossing }: Corner): Corner | undefined => {
    const section = aisle * (corners - 1) + crossing
    const corner = aisle * corners + crossing
    if (crossing < corners - 1 && through[section]! > 0) {
      through[section]!--
      return { aisle, crossing: crossing + 1 }
    }
    if (crossing > 0 && through[section - 1]! > 0) {
      through[section - 1]!--
      return { aisle, crossing: crossing - 1 }
    }
    if (across[corner]! > 0) {
      across[corner]!--
      return { aisle: aisle + 1, crossing }
    }
    if (aisle > 0 && across[corner - corners]! > 0) {
      across[corner - corners]!--
      return { aisle: aisle - 1, crossing }
    }
    return undefined
  }
  const open: Corner[] = [{ aisle: depotAisleOf(layout), crossing: 0 }]
  const circuit: Corner[] = []
  while (open.length > 0) {
    const onward = leave(open.at(-1)!)
    if (onward) open.push(onward)
    else circuit.push(open.pop()!)
  }
  return circuit.reverse()
}
