import type { Layout, Place } from './layout'

/**
 * All that the length of a tour depends on: per aisle the nearest and the farthest stop and the widest stretch between
 * two neighbouring stops. One profile is filled again and again by the batch search, so nothing here allocates.
 */
export interface AisleProfile {
  /** 1 where the aisle has a stop. Other fields of an aisle count only there. */
  readonly occupied: Uint8Array
  readonly nearest: Float64Array
  readonly farthest: Float64Array
  /** 0 when the aisle has a single position. */
  readonly widestGap: Float64Array
  /** First and last occupied aisle; `first` is above `last` when there is no stop at all. */
  first: number
  last: number
}

export function emptyProfile(aisles: number): AisleProfile {
  return {
    occupied: new Uint8Array(aisles),
    nearest: new Float64Array(aisles),
    farthest: new Float64Array(aisles),
    widestGap: new Float64Array(aisles),
    first: aisles,
    last: -1,
  }
}

export function profileOf(layout: Layout, stops: readonly Place[]): AisleProfile {
  const profile = emptyProfile(layout.aisles)
  const sorted = stops.toSorted((a, b) => a.aisle - b.aisle || a.y - b.y)
  for (const { aisle, y } of sorted) {
    if (profile.occupied[aisle]) {
      profile.widestGap[aisle] = Math.max(profile.widestGap[aisle]!, y - profile.farthest[aisle]!)
    } else {
      profile.occupied[aisle] = 1
      profile.nearest[aisle] = y
    }
    profile.farthest[aisle] = y
    profile.first = Math.min(profile.first, aisle)
    profile.last = Math.max(profile.last, aisle)
  }
  return profile
}
