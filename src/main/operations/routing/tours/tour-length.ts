import { blocksTourLength } from './blocks-tour-length'
import type { SectionProfile } from './section-profile'
import type { Layout, RoutingPolicy } from '../layout'
import { depotAisleOf } from '../layout'

export type TourLength = (layout: Layout, profile: SectionProfile) => number

/**
 * Shortest tour: for one block the dynamic programme of Ratliff & Rosenthal (Operations Research 31, 1983), one pass over
 * the aisles with five numbers and no allocation, because the batch search asks for it all the time. Each number is the
 * least walk that serves every stop so far and leaves what was walked as
 *   odd     one piece, met an odd number of times at the front and at the back
 *   front   one piece, met at the front only        back   the same at the back
 *   joined  one piece, met twice at both ends       split  two pieces, one at the front and one at the back
 * `shortestTour` is the same programme for any number of blocks, with a memory of its choices.
 */
export function shortestTourLength(layout: Layout, profile: SectionProfile): number {
  if (layout.crossAisles?.length) return blocksTourLength(layout, profile)
  const { aisleLength, aisleGap } = layout
  const { occupied, nearest, farthest, widestGap } = profile
  const depot = depotAisleOf(layout)
  const start = profile.first < depot ? profile.first : depot
  const end = profile.last > depot ? profile.last : depot
  const twice = 2 * aisleLength
  const step = 2 * aisleGap
  let odd = Infinity
  let front = Infinity
  let back = Infinity
  let joined = Infinity
  let split = Infinity
  for (let aisle = start; aisle <= end; aisle++) {
    // Walks that turn round in the aisle: from the front, from the back, from both leaving out the widest gap.
    let fromFront = 0
    let fromBack = 0
    let aroundGap = 0
    if (occupied[aisle] === 1) {
      fromFront = 2 * farthest[aisle]!
      fromBack = twice - 2 * nearest[aisle]!
      aroundGap = twice - 2 * widestGap[aisle]!
    }
    if (aisle === depot) {
      // The depot is a stop at the very front.
      const gap = occupied[aisle] === 1 ? Math.max(widestGap[aisle]!, nearest[aisle]!) : 0
      fromBack = twice
      aroundGap = twice - 2 * gap
    }
    if (aisle === start) {
      odd = aisleLength
      front = fromFront
      back = fromBack
      joined = twice
      split = aroundGap
      continue
    }
    const frontHere = Math.min(front, joined) + step
    const backHere = Math.min(back, joined) + step
    const oddHere = odd + step
    const joinedHere = joined + 2 * step
    const splitHere = split + 2 * step
    const turning = Math.min(fromFront, fromBack, aroundGap)
    const apart = Math.min(frontHere, backHere, splitHere)
    odd = Math.min(oddHere + turning, Math.min(apart, joinedHere) + aisleLength)
    front = frontHere + fromFront
    back = backHere + fromBack
    joined = Math.min(oddHere + aisleLength, joinedHere + turning, apart + twice)
    split = Math.min(
      splitHere + turning,
      backHere + Math.min(fromFront, aroundGap),
      frontHere + Math.min(fromBack, aroundGap),
    )
  }
  return Math.min(front, back, joined)
}

/** Every aisle with stops is walked through; the last one is left where it was entered when their number is odd. */
export function sShapeLength(layout: Layout, profile: SectionProfile): number {
  if (profile.last < 0) return 0
  let walkedThrough = 0
  for (let aisle = profile.first; aisle <= profile.last; aisle++) walkedThrough += profile.occupied[aisle]!
  const across = crossAisleWalk(layout, profile)
  if (walkedThrough % 2 === 0) return across + walkedThrough * layout.aisleLength
  return across + (walkedThrough - 1) * layout.aisleLength + 2 * profile.farthest[profile.last]!
}

/**
 * The first and the last aisle with stops are walked through; the others are entered from both ends up to their widest
 * stretch without a stop. A single aisle is entered from the front only.
 */
export function largestGapLength(layout: Layout, profile: SectionProfile): number {
  if (profile.last < 0) return 0
  const across = crossAisleWalk(layout, profile)
  const { aisleLength } = layout
  if (profile.first === profile.last) return across + 2 * profile.farthest[profile.last]!
  let walk = across + 2 * aisleLength
  for (let aisle = profile.first + 1; aisle < profile.last; aisle++) {
    if (profile.occupied[aisle] === 1) walk += 2 * (aisleLength - widestUnwalked(layout, profile, aisle))
  }
  return walk
}

/** The widest stretch of an aisle without a stop, the stretches to both ends included. */
export function widestUnwalked(layout: Layout, profile: SectionProfile, aisle: number): number {
  return Math.max(profile.widestGap[aisle]!, profile.nearest[aisle]!, layout.aisleLength - profile.farthest[aisle]!)
}

/** Along the cross aisles there and back: from the depot over every occupied aisle. */
function crossAisleWalk(layout: Layout, profile: SectionProfile): number {
  const depot = depotAisleOf(layout)
  return 2 * layout.aisleGap * (Math.max(profile.last, depot) - Math.min(profile.first, depot))
}

export const tourLengthOf: Record<RoutingPolicy, TourLength> = {
  optimal: shortestTourLength,
  's-shape': sShapeLength,
  'largest-gap': largestGapLength,
}
