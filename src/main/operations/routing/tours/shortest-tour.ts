import type { Layout, Place, Route } from '../layout'
import { blockOf, crossingsOf, depotAisleOf } from '../layout'
import type { SectionWalk, TourShapes } from './tour-shapes'
import { SECTION_WALKS, tourShapes } from './tour-shapes'
import type { WalkPlan } from './walk-plan'
import { emptyPlan, walk } from './walk-plan'

/**
 * The shortest tour of any number of blocks, with its walk: Ratliff & Rosenthal's programme, which goes from aisle to
 * aisle and keeps the shortest part of each shape, carried beyond one block. `shortestTourLength` has the length alone.
 */
export function shortestTour(layout: Layout, stops: readonly Place[]): Route {
  const crossings = crossingsOf(layout)
  const blocks = crossings.length - 1
  const shapes = tourShapes(blocks)
  const positions = positionsBySection(layout, stops)
  const occupied = positions.flatMap((section, index) => (section.length > 0 ? [Math.floor(index / blocks)] : []))
  const first = occupied[0]!
  const last = occupied.at(-1)!

  let parts: (Part | undefined)[] = Array(shapes.count)
  parts[0] = { length: 0, section: -1, choice: undefined, aisle: -1, times: undefined, before: undefined }
  for (let aisle = first; aisle <= last; aisle++) {
    if (aisle > first) parts = acrossTo(aisle, parts, shapes, layout.aisleGap)
    for (let block = 0; block < blocks; block++) {
      const section = aisle * blocks + block
      const atDepot = aisle === depotAisleOf(layout) && block === 0
      const choices = choicesOf(positions[section]!, crossings[block]!, crossings[block + 1]!, atDepot)
      parts = throughSection(section, block, parts, shapes, choices)
    }
  }
  const tours = parts.flatMap((part, shape) => (part && shapes.closed[shape] ? [part] : []))
  const shortest = tours.reduce((a, b) => (b.length < a.length ? b : a))
  return walk(layout, planOf(layout, shortest), stops, shortest.length)
}

/** One step of a tour in the making: either a section walked in some way, or the walk to an aisle. */
interface Part {
  readonly length: number
  readonly section: number
  readonly choice: SectionChoice | undefined
  readonly aisle: number
  readonly times: readonly number[] | undefined
  readonly before: Part | undefined
}

interface SectionChoice {
  readonly walk: SectionWalk
  readonly length: number
  /** As y; see WalkPlan. */
  readonly frontReach: number
  readonly backReach: number
}

/** Sorted distinct positions, the depot among them: the tour has to touch it. */
function positionsBySection(layout: Layout, stops: readonly Place[]): number[][] {
  const crossings = crossingsOf(layout)
  const blocks = crossings.length - 1
  const sets = Array.from({ length: layout.aisles * blocks }, () => new Set<number>())
  for (const { aisle, y } of stops) sets[aisle * blocks + blockOf(crossings, y)]!.add(y)
  sets[depotAisleOf(layout) * blocks]!.add(0)
  return sets.map((set) => [...set].toSorted((a, b) => a - b))
}

function choicesOf(positions: readonly number[], front: number, back: number, atDepot: boolean): SectionChoice[] {
  const unreached = { frontReach: -1, backReach: Infinity }
  const choices: SectionChoice[] = [
    { walk: 'through', length: back - front, ...unreached },
    { walk: 'twice', length: 2 * (back - front), ...unreached },
  ]
  const nearest = positions[0]
  const farthest = positions.at(-1)
  if (nearest === undefined || farthest === undefined) return [...choices, { walk: 'none', length: 0, ...unreached }]
  choices.push({ walk: 'from-front', length: 2 * (farthest - front), frontReach: farthest, backReach: Infinity })
  // Reaching the depot from the back is walking the section twice, and left to that choice: a tour starts at a corner.
  if (!atDepot) {
    choices.push({ walk: 'from-back', length: 2 * (back - nearest), frontReach: -1, backReach: nearest })
  }
  let above = 0
  for (let index = 1; index < positions.length; index++) {
    const gap = positions[index]! - positions[index - 1]!
    if (above === 0 || gap > positions[above]! - positions[above - 1]!) above = index
  }
  if (above > 0) {
    const frontReach = positions[above - 1]!
    const backReach = positions[above]!
    choices.push({ walk: 'around-gap', length: 2 * (back - backReach + frontReach - front), frontReach, backReach })
  }
  return choices
}

function throughSection(
  section: number,
  block: number,
  parts: readonly (Part | undefined)[],
  shapes: TourShapes,
  choices: readonly SectionChoice[],
): (Part | undefined)[] {
  const blocks = shapes.afterSection.length / shapes.count / SECTION_WALKS.length
  const extended: (Part | undefined)[] = Array(shapes.count)
  for (const [shape, before] of parts.entries()) {
    if (!before) continue
    for (const choice of choices) {
      const row = (shape * blocks + block) * SECTION_WALKS.length
      const to = shapes.afterSection[row + SECTION_WALKS.indexOf(choice.walk)]!
      const length = before.length + choice.length
      if (extended[to] && extended[to].length <= length) continue
      extended[to] = { length, section, choice, aisle: -1, times: undefined, before }
    }
  }
  return extended
}

function acrossTo(
  aisle: number,
  parts: readonly (Part | undefined)[],
  shapes: TourShapes,
  aisleGap: number,
): (Part | undefined)[] {
  const extended: (Part | undefined)[] = Array(shapes.count)
  for (const { from, to, times, steps } of shapes.crossings) {
    const before = parts[from]
    if (!before) continue
    const length = before.length + steps * aisleGap
    if (extended[to] && extended[to].length <= length) continue
    extended[to] = { length, section: -1, choice: undefined, aisle, times, before }
  }
  return extended
}

function planOf(layout: Layout, tour: Part): WalkPlan {
  const plan = emptyPlan(layout)
  const corners = crossingsOf(layout).length
  for (let part: Part | undefined = tour; part; part = part.before) {
    const { choice, section } = part
    if (choice) {
      plan.through[section] = choice.walk === 'twice' ? 2 : choice.walk === 'through' ? 1 : 0
      plan.frontReach[section] = choice.frontReach
      plan.backReach[section] = choice.backReach
    }
    for (const [crossing, count] of part.times?.entries() ?? []) {
      plan.across[(part.aisle - 1) * corners + crossing] = count
    }
  }
  return plan
}
