import type { Layout, Place, Route } from '../layout'
import { depotAisleOf } from '../layout'
import { profileOf } from './section-profile'
import { largestGapLength, sShapeLength } from './tour-length'
import type { WalkPlan } from './walk-plan'
import { emptyPlan, walk } from './walk-plan'

/** The tours people walk by habit in a single block, to compare the shortest one with. Rules: see the length functions. */

const FRONT = 0
const BACK = 1

export function sShapeTour(layout: Layout, stops: readonly Place[]): Route {
  const profile = profileOf(layout, stops)
  const plan = emptyPlan(layout)
  const occupied = occupiedAisles(stops)
  const turnsAtLast = occupied.length % 2 === 1
  for (const [index, aisle] of occupied.entries()) {
    if (turnsAtLast && aisle === occupied.at(-1)) plan.frontReach[aisle] = profile.farthest[aisle]!
    else plan.through[aisle] = 1
    const next = occupied[index + 1]
    if (next !== undefined) walkAcross(plan, index % 2 === 0 ? BACK : FRONT, aisle, next)
  }
  reachFromDepot(layout, plan, occupied)
  return walk(layout, plan, stops, sShapeLength(layout, profile))
}

export function largestGapTour(layout: Layout, stops: readonly Place[]): Route {
  const profile = profileOf(layout, stops)
  const plan = emptyPlan(layout)
  const occupied = occupiedAisles(stops)
  const first = occupied[0]!
  const last = occupied.at(-1)!
  if (first === last) {
    plan.frontReach[first] = profile.farthest[first]!
  } else {
    plan.through[first] = 1
    plan.through[last] = 1
    walkAcross(plan, BACK, first, last)
    for (const aisle of occupied.slice(1, -1)) leaveOutWidest(layout, plan, aisle, stops)
  }
  reachFromDepot(layout, plan, occupied)
  return walk(layout, plan, stops, largestGapLength(layout, profile))
}

function occupiedAisles(stops: readonly Place[]): number[] {
  return [...new Set(stops.map((stop) => stop.aisle))].toSorted((a, b) => a - b)
}

function walkAcross(plan: WalkPlan, crossing: number, from: number, to: number): void {
  for (let aisle = Math.min(from, to); aisle < Math.max(from, to); aisle++) plan.across[2 * aisle + crossing]!++
}

/** Along the front from the depot to the first aisle, and from the last one back. */
function reachFromDepot(layout: Layout, plan: WalkPlan, occupied: readonly number[]): void {
  walkAcross(plan, FRONT, depotAisleOf(layout), occupied[0]!)
  walkAcross(plan, FRONT, occupied.at(-1)!, depotAisleOf(layout))
}

/** Both ends of an aisle up to its widest stretch without a stop, which may lie at either end. */
function leaveOutWidest(layout: Layout, plan: WalkPlan, aisle: number, stops: readonly Place[]): void {
  const positions = stops.filter((stop) => stop.aisle === aisle).map((stop) => stop.y)
  const edges = [0, ...positions.toSorted((a, b) => a - b), layout.aisleLength]
  let above = 1
  for (let index = 2; index < edges.length; index++) {
    if (edges[index]! - edges[index - 1]! > edges[above]! - edges[above - 1]!) above = index
  }
  if (above > 1) plan.frontReach[aisle] = edges[above - 1]!
  if (above < edges.length - 1) plan.backReach[aisle] = edges[above]!
}
