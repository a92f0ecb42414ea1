import type { Layout, Place, Route } from './layout'
import { depotAisleOf } from './layout'

/**
 * A tour as a picture: how often each stretch of aisle and cross aisle is walked, without an order. Where the picture is
 * connected and every corner is met an even number of times, it can be walked in one go (Euler), which `walk` does.
 */
export interface WalkPlan {
  /** Times each aisle is walked from one end to the other. */
  readonly through: number[]
  /** How far each aisle is walked from the front and back again; negative when it is not. */
  readonly frontReach: number[]
  /** The nearest position each aisle is walked to from the back and back again; infinite when it is not. */
  readonly backReach: number[]
  /** Times the stretch from an aisle to the next is walked along the front and along the back cross aisle. */
  readonly frontCross: number[]
  readonly backCross: number[]
}

export function emptyPlan(aisles: number): WalkPlan {
  return {
    through: Array<number>(aisles).fill(0),
    frontReach: Array<number>(aisles).fill(-1),
    backReach: Array<number>(aisles).fill(Infinity),
    frontCross: Array<number>(aisles).fill(0),
    backCross: Array<number>(aisles).fill(0),
  }
}

interface Corner {
  readonly aisle: number
  readonly atBack: boolean
}

/** Walks the plan from the depot to the depot and notes the stops in the order they are reached. */
export function walk(layout: Layout, plan: WalkPlan, stops: readonly Place[], length: number): Route {
  const walker = new Walker(layout, plan, stops)
  let previous: Corner | undefined
  for (const corner of eulerCircuit(layout, plan)) {
    if (previous && previous.aisle === corner.aisle) walker.walkThrough(corner)
    walker.arrive(corner)
    previous = corner
  }
  if (walker.sequence.length !== stops.length) throw new Error('the walk misses a stop')
  return { length, sequence: walker.sequence, path: walker.path }
}

class Walker {
  readonly sequence: number[] = []
  readonly path: Place[] = []
  readonly #layout: Layout
  readonly #plan: WalkPlan
  readonly #stops: readonly Place[]
  /** Indices of the stops not yet reached, from the front, per aisle. */
  readonly #waiting: number[][]

  constructor(layout: Layout, plan: WalkPlan, stops: readonly Place[]) {
    this.#layout = layout
    this.#plan = plan
    this.#stops = stops
    this.#waiting = Array.from({ length: layout.aisles }, () => [])
    for (const [index, stop] of stops.entries()) this.#waiting[stop.aisle]!.push(index)
    for (const indices of this.#waiting) indices.sort((a, b) => stops[a]!.y - stops[b]!.y || a - b)
  }

  /** Turns round inside the aisle for what is to be fetched from this end, when there is something left of it. */
  arrive({ aisle, atBack }: Corner): void {
    const reach = atBack ? this.#plan.backReach[aisle]! : this.#plan.frontReach[aisle]!
    const within = (index: number): boolean =>
      atBack ? this.#stops[index]!.y >= reach : this.#stops[index]!.y <= reach
    const reached = this.#waiting[aisle]!.filter(within)
    this.#waiting[aisle] = this.#waiting[aisle]!.filter((index) => !within(index))
    this.#passCorner(aisle, atBack)
    this.#visit(atBack ? reached.toReversed() : reached)
    this.#passCorner(aisle, atBack)
  }

  walkThrough(towards: Corner): void {
    const reached = this.#waiting[towards.aisle]!
    this.#waiting[towards.aisle] = []
    this.#visit(towards.atBack ? reached : reached.toReversed())
  }

  #passCorner(aisle: number, atBack: boolean): void {
    this.#pass({ aisle, y: atBack ? this.#layout.aisleLength : 0 })
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

/** Hierholzer over the corners. Straight through the aisle is tried first, then onward, then back. */
function eulerCircuit(layout: Layout, plan: WalkPlan): Corner[] {
  const left = {
    through: plan.through.slice(),
    frontCross: plan.frontCross.slice(),
    backCross: plan.backCross.slice(),
  }
  const leave = ({ aisle, atBack }: Corner): Corner | undefined => {
    const cross = atBack ? left.backCross : left.frontCross
    if (left.through[aisle]! > 0) {
      left.through[aisle]!--
      return { aisle, atBack: !atBack }
    }
    if (cross[aisle]! > 0) {
      cross[aisle]!--
      return { aisle: aisle + 1, atBack }
    }
    if (aisle > 0 && cross[aisle - 1]! > 0) {
      cross[aisle - 1]!--
      return { aisle: aisle - 1, atBack }
    }
    return undefined
  }
  const open: Corner[] = [{ aisle: depotAisleOf(layout), atBack: false }]
  const circuit: Corner[] = []
  while (open.length > 0) {
    const onward = leave(open.at(-1)!)
    if (onward) open.push(onward)
    else circuit.push(open.pop()!)
  }
  return circuit.reverse()
}
