import type { Layout } from '../layout'
import { crossingsOf, depotAisleOf } from '../layout'
import type { SectionProfile } from './section-profile'
import { SECTION_WALKS, tourShapes } from './tour-shapes'

/** The length of the shortest tour of several blocks: `shortestTour` without its walk. */
export function blocksTourLength(layout: Layout, profile: SectionProfile): number {
  const crossings = crossingsOf(layout)
  const blocks = crossings.length - 1
  const shapes = tourShapes(blocks)
  const depot = depotAisleOf(layout)
  const start = Math.min(profile.first, depot)
  const end = Math.max(profile.last, depot)
  let [lengths, extended] = scratch(shapes.count)
  lengths.fill(Infinity)
  lengths[0] = 0
  for (let aisle = start; aisle <= end; aisle++) {
    if (aisle > start) {
      extended.fill(Infinity)
      for (const { from, to, steps } of shapes.crossings) {
        const length = lengths[from]! + steps * layout.aisleGap
        if (length < extended[to]!) extended[to] = length
      }
      ;[lengths, extended] = [extended, lengths]
    }
    for (let block = 0; block < blocks; block++) {
      const length = crossings[block + 1]! - crossings[block]!
      sectionCosts(profile, aisle * blocks + block, length, aisle === depot && block === 0)
      extended.fill(Infinity)
      for (let shape = 0; shape < shapes.count; shape++) {
        const before = lengths[shape]!
        if (before === Infinity) continue
        const row = (shape * blocks + block) * SECTION_WALKS.length
        for (let choice = 0; choice < SECTION_WALKS.length; choice++) {
          const to = shapes.afterSection[row + choice]!
          if (before + costs[choice]! < extended[to]!) extended[to] = before + costs[choice]!
        }
      }
      ;[lengths, extended] = [extended, lengths]
    }
  }
  return lengths.reduce(
    (shortest, length, shape) => (shapes.closed[shape] ? Math.min(shortest, length) : shortest),
    Infinity,
  )
}

/** The lengths of all shapes before and after a step; lent out again at the next tour. */
function scratch(shapes: number): [Float64Array, Float64Array] {
  const pair = scratches.get(shapes) ?? [new Float64Array(shapes), new Float64Array(shapes)]
  scratches.set(shapes, pair)
  return pair
}

const scratches = new Map<number, [Float64Array, Float64Array]>()
const costs = new Float64Array(SECTION_WALKS.length)

/** Sets the cost of each way to walk a section, in the order of SECTION_WALKS; infinite where it would not serve the stops. */
function sectionCosts(profile: SectionProfile, section: number, length: number, atDepot: boolean): void {
  const occupied = profile.occupied[section] === 1
  const nearest = atDepot ? 0 : profile.nearest[section]!
  const gap = atDepot ? Math.max(profile.widestGap[section]!, profile.nearest[section]!) : profile.widestGap[section]!
  costs[0] = occupied || atDepot ? Infinity : 0
  costs[1] = length
  costs[2] = 2 * length
  costs[3] = occupied ? 2 * profile.farthest[section]! : atDepot ? 0 : Infinity
  costs[4] = occupied ? 2 * (length - nearest) : Infinity
  costs[5] = occupied ? 2 * (length - gap) : Infinity
}
