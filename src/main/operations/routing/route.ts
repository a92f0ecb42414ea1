import { largestGapTour, sShapeTour } from './tours/customary-tours'
import type { Layout, Place, Route, RoutingPolicy } from './layout'
import { checkLayout, checkPlace, depotAisleOf } from './layout'
import { profileOf } from './tours/section-profile'
import { shortestTour } from './tours/shortest-tour'
import { tourLengthOf } from './tours/tour-length'

const TOURS: Record<RoutingPolicy, (layout: Layout, stops: readonly Place[]) => Route> = {
  optimal: shortestTour,
  's-shape': sShapeTour,
  'largest-gap': largestGapTour,
}

/**
 * Tour from the depot through all stops and back; `optimal` is proven shortest, of any number of blocks, the other
 * policies are for a single one. Stops may repeat a place.
 */
export function route(layout: Layout, stops: readonly Place[], policy: RoutingPolicy = 'optimal'): Route {
  check(layout, stops, policy)
  if (stops.length === 0) return { length: 0, sequence: [], path: [{ aisle: depotAisleOf(layout), y: 0 }] }
  return TOURS[policy](layout, stops)
}

/** The length of `route` without its path: one pass over the aisles. */
export function routeLength(layout: Layout, stops: readonly Place[], policy: RoutingPolicy = 'optimal'): number {
  check(layout, stops, policy)
  return tourLengthOf[policy](layout, profileOf(layout, stops))
}

function check(layout: Layout, stops: readonly Place[], policy: RoutingPolicy): void {
  checkLayout(layout, policy)
  for (const stop of stops) checkPlace(layout, stop)
}
