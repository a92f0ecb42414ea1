import type { Layout, Place, Route } from './layout'
import { depotAisleOf } from './layout'
import type { WalkPlan } from './walk-plan'
import { emptyPlan, walk } from './walk-plan'

/**
 * Ratliff & Rosenthal, "Order-picking in a rectangular warehouse: a solvable case of the traveling salesman problem",
 * Operations Research 31 (1983) 507-521, with their tables I and II below. The shapes are their equivalence classes
 * UU1C, 0E1C, E01C, EE1C and EE2C; `shortestTourLength` explains them and is the same programme made fast.
 */
type Shape = 'odd' | 'front' | 'back' | 'joined' | 'split'
type AisleWalk = 'through' | 'from-front' | 'from-back' | 'around-gap' | 'twice' | 'none'

const FIRST_AISLE: Partial<Record<AisleWalk, Shape>> = {
  through: 'odd',
  'from-front': 'front',
  'from-back': 'back',
  'around-gap': 'split',
  twice: 'joined',
}

/** What a shape becomes when the next aisle is walked in one of six ways. */
const AFTER_AISLE: Record<Shape, Record<AisleWalk, Shape>> = {
  odd: { through: 'joined', 'from-front': 'odd', 'from-back': 'odd', 'around-gap': 'odd', twice: 'odd', none: 'odd' },
  front: {
    through: 'odd',
    'from-front': 'front',
    'from-back': 'split',
    'around-gap': 'split',
    twice: 'joined',
    none: 'front',
  },
  back: {
    through: 'odd',
    'from-front': 'split',
    'from-back': 'back',
    'around-gap': 'split',
    twice: 'joined',
    none: 'back',
  },
  joined: {
    through: 'odd',
    'from-front': 'joined',
    'from-back': 'joined',
    'around-gap': 'joined',
    twice: 'joined',
    none: 'joined',
  },
  split: {
    through: 'odd',
    'from-front': 'split',
    'from-back': 'split',
    'around-gap': 'split',
    twice: 'joined',
    none: 'split',
  },
}

interface Crossing {
  readonly shape: Shape
  readonly front: number
  readonly back: number
}

/** How a shape can be carried to the next aisle: times walked along the front and along the back. */
const CROSSINGS: Record<Shape, readonly Crossing[]> = {
  odd: [{ shape: 'odd', front: 1, back: 1 }],
  front: [{ shape: 'front', front: 2, back: 0 }],
  back: [{ shape: 'back', front: 0, back: 2 }],
  joined: [
    { shape: 'front', front: 2, back: 0 },
    { shape: 'back', front: 0, back: 2 },
    { shape: 'joined', front: 2, back: 2 },
  ],
  split: [{ shape: 'split', front: 2, back: 2 }],
}

/** A shape can be closed into one tour when it is one piece and every corner is met an even number of times. */
const CLOSED: readonly Shape[] = ['front', 'back', 'joined']

interface PartialTour {
  readonly length: number
  readonly walk: AisleWalk
  readonly frontReach: number
  readonly backReach: number
  readonly crossing: Crossing | undefined
  readonly before: PartialTour | undefined
}

type PartialTours = Partial<Record<Shape, PartialTour>>

interface AisleChoice {
  readonly walk: AisleWalk
  readonly length: number
  readonly frontReach: number
  readonly backReach: number
}

export function shortestTour(layout: Layout, stops: readonly Place[]): Route {
  const positions = positionsByAisle(layout, stops)
  const occupied = [...positions.keys()].filter((aisle) => positions[aisle]!.length > 0)
  const first = occupied[0]!
  const last = occupied.at(-1)!

  let tours: PartialTours = {}
  for (const choice of aisleChoices(layout, positions, first)) {
    keepShorter(tours, FIRST_AISLE[choice.walk], { ...choice, crossing: undefined, before: undefined })
  }
  for (let aisle = first + 1; aisle <= last; aisle++)
    tours = extend(tours, aisleChoices(layout, positions, aisle), layout.aisleGap)

  const closed = CLOSED.flatMap((shape) => tours[shape] ?? [])
  const best = closed.reduce((a, b) => (b.length < a.length ? b : a))
  return walk(layout, planOf(layout, best, last), stops, best.length)
}

/** Sorted distinct positions, the depot among them: the tour has to touch it. */
function positionsByAisle(layout: Layout, stops: readonly Place[]): number[][] {
  const sets = Array.from({ length: layout.aisles }, () => new Set<number>())
  for (const { aisle, y } of stops) sets[aisle]!.add(y)
  sets[depotAisleOf(layout)]!.add(0)
  return sets.map((set) => [...set].toSorted((a, b) => a - b))
}

function aisleChoices(layout: Layout, positionsOf: readonly number[][], aisle: number): AisleChoice[] {
  const { aisleLength } = layout
  const positions = positionsOf[aisle]!
  const not = { frontReach: -1, backReach: Infinity }
  const choices: AisleChoice[] = [
    { walk: 'through', length: aisleLength, ...not },
    { walk: 'twice', length: 2 * aisleLength, ...not },
  ]
  const nearest = positions[0]
  const farthest = positions.at(-1)
  if (nearest === undefined || farthest === undefined) return [...choices, { walk: 'none', length: 0, ...not }]
  choices.push({ walk: 'from-front', length: 2 * farthest, frontReach: farthest, backReach: Infinity })
  // Reaching the depot from the back is walking the aisle twice, and is left to that choice: a tour starts at a corner.
  if (aisle !== depotAisleOf(layout)) {
    choices.push({ walk: 'from-back', length: 2 * (aisleLength - nearest), frontReach: -1, backReach: nearest })
  }
  let above = 0
  for (let index = 1; index < positions.length; index++) {
    const gap = positions[index]! - positions[index - 1]!
    if (above === 0 || gap > positions[above]! - positions[above - 1]!) above = index
  }
  if (above > 0) {
    const frontReach = positions[above - 1]!
    const backReach = positions[above]!
    choices.push({ walk: 'around-gap', length: 2 * (aisleLength - backReach + frontReach), frontReach, backReach })
  }
  return choices
}

function extend(tours: PartialTours, choices: readonly AisleChoice[], aisleGap: number): PartialTours {
  const extended: PartialTours = {}
  for (const [shape, before] of Object.entries(tours) as [Shape, PartialTour][]) {
    for (const crossing of CROSSINGS[shape]) {
      const arrived = before.length + (crossing.front + crossing.back) * aisleGap
      for (const choice of choices) {
        const length = arrived + choice.length
        keepShorter(extended, AFTER_AISLE[crossing.shape][choice.walk], { ...choice, length, crossing, before })
      }
    }
  }
  return extended
}

function keepShorter(tours: PartialTours, shape: Shape | undefined, tour: PartialTour): void {
  if (shape && !(tours[shape] && tours[shape].length <= tour.length)) tours[shape] = tour
}

function planOf(layout: Layout, tour: PartialTour, last: number): WalkPlan {
  const plan = emptyPlan(layout.aisles)
  let aisle = last
  for (let part: PartialTour | undefined = tour; part; part = part.before, aisle--) {
    plan.through[aisle] = part.walk === 'twice' ? 2 : part.walk === 'through' ? 1 : 0
    plan.frontReach[aisle] = part.frontReach
    plan.backReach[aisle] = part.backReach
    if (part.crossing) {
      plan.frontCross[aisle - 1] = part.crossing.front
      plan.backCross[aisle - 1] = part.crossing.back
    }
  }
  return plan
}
