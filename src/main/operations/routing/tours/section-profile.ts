import type { Layout, Place } from '../layout'
import { blockOf, crossingsOf } from '../layout'

/**
 * All that the length of a tour depends on: per section (aisle times number of blocks, plus block) the nearest and the
 * farthest stop, measured from the front end of the section, and the widest stretch between two neighbouring stops.
 * One profile is filled again and again by the batch search, so nothing here allocates.
 */
export interface SectionProfile {
  /** 1 where the section has a stop. Other fields of a section count only there. */
  readonly occupied: Uint8Array
  readonly nearest: Float64Array
  readonly farthest: Float64Array
  /** 0 when the section has a single position. */
  readonly widestGap: Float64Array
  /** First and last aisle with a stop; `last` is -1 when there is no stop at all. */
  first: number
  last: number
}

export function emptyProfile(layout: Layout): SectionProfile {
  const sections = layout.aisles * (crossingsOf(layout).length - 1)
  return {
    occupied: new Uint8Array(sections),
    nearest: new Float64Array(sections),
    farthest: new Float64Array(sections),
    widestGap: new Float64Array(sections),
    first: layout.aisles,
    last: -1,
  }
}

export function profileOf(layout: Layout, stops: readonly Place[]): SectionProfile {
  const profile = emptyProfile(layout)
  const crossings = crossingsOf(layout)
  const sorted = stops.toSorted((a, b) => a.aisle - b.aisle || a.y - b.y)
  for (const { aisle, y } of sorted) {
    const block = blockOf(crossings, y)
    const section = aisle * (crossings.length - 1) + block
    const within = y - crossings[block]!
    if (profile.occupied[section]) {
      profile.widestGap[section] = Math.max(profile.widestGap[section]!, within - profile.farthest[section]!)
    } else {
      profile.occupied[section] = 1
      profile.nearest[section] = within
    }
    profile.farthest[section] = within
    profile.first = Math.min(profile.first, aisle)
    profile.last = Math.max(profile.last, aisle)
  }
  return profile
}
