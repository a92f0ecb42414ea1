/**
 * Parallel aisles joined by a front and a back cross aisle, and by any cross aisles between them, which divide the hall
 * into blocks and each aisle into sections. All lengths share one unit of the caller's choice (metres, cells, steps) and
 * may be fractions.
 */
export interface Layout {
  readonly aisles: number
  /** Walk between neighbouring aisles, along either cross aisle. */
  readonly aisleGap: number
  /** Walk from the front end of an aisle to its back end. */
  readonly aisleLength: number
  /** Where along the aisles there are more cross aisles, from the front: none is a single block. */
  readonly crossAisles?: readonly number[]
  /** The tour starts and ends at the front end of this aisle; 0 when left out. */
  readonly depotAisle?: number
}

/** `y` is the walk from the front end of the aisle; left and right shelf of an aisle are the same place. */
export interface Place {
  readonly aisle: number
  readonly y: number
}

/** `s-shape` and `largest-gap` are what people walk without help: they are here to compare with. */
export type RoutingPolicy = 'optimal' | 's-shape' | 'largest-gap'

export interface Route {
  /** Walk from the depot through every stop and back to the depot. */
  readonly length: number
  /** Index into the stops that were asked for, in the order they are reached. */
  readonly sequence: number[]
  /** Every corner passed and every stop, from depot to depot. Neighbours share an aisle or a cross aisle. */
  readonly path: Place[]
}

export function depotAisleOf(layout: Layout): number {
  return layout.depotAisle ?? 0
}

/** Positions of all cross aisles, the front and the back one included: one more than there are blocks. */
export function crossingsOf(layout: Layout): number[] {
  return [0, ...(layout.crossAisles ?? []), layout.aisleLength]
}

/** A position on a cross aisle counts to the section before it. */
export function blockOf(crossings: readonly number[], y: number): number {
  let block = 0
  while (y > crossings[block + 1]!) block++
  return block
}

/** The exact programme's work grows about fivefold with each block; beyond this it is no longer a matter of moments. */
const MOST_BLOCKS = 5

/** No hall has more; each costs memory and time before the first stop is looked at. */
const MOST_AISLES = 10_000

/** Throws a RangeError naming the first thing that cannot be walked. */
export function checkLayout(layout: Layout, policy: RoutingPolicy): void {
  const { aisles, aisleGap, aisleLength } = layout
  if (!Number.isInteger(aisles) || aisles < 1) throw new RangeError(`aisles must be a positive integer, not ${aisles}`)
  if (aisles > MOST_AISLES) throw new RangeError(`more than ${MOST_AISLES} aisles`)
  if (!(aisleGap >= 0 && Number.isFinite(aisleGap)))
    throw new RangeError(`aisle gap must be 0 or more, not ${aisleGap}`)
  if (!(aisleLength >= 0 && Number.isFinite(aisleLength))) {
    throw new RangeError(`aisle length must be 0 or more, not ${aisleLength}`)
  }
  const crossings = crossingsOf(layout)
  if (crossings.length - 1 > MOST_BLOCKS) throw new RangeError(`more than ${MOST_BLOCKS} blocks`)
  if (layout.crossAisles?.some((y, index) => !(y > crossings[index]! && y < aisleLength))) {
    throw new RangeError(`cross aisles must lie in rising order within an aisle of ${aisleLength}`)
  }
  if (policy !== 'optimal' && crossings.length > 2) throw new RangeError(`${policy} walks a single block only`)
  const depotAisle = depotAisleOf(layout)
  if (!Number.isInteger(depotAisle) || depotAisle < 0 || depotAisle >= aisles) {
    throw new RangeError(`depot aisle ${depotAisle} is not one of ${aisles} aisles`)
  }
}

export function checkPlace(layout: Layout, place: Place): void {
  if (!Number.isInteger(place.aisle) || place.aisle < 0 || place.aisle >= layout.aisles) {
    throw new RangeError(`aisle ${place.aisle} is not one of ${layout.aisles} aisles`)
  }
  if (!(place.y >= 0 && place.y <= layout.aisleLength)) {
    throw new RangeError(`position ${place.y} is not within an aisle of ${layout.aisleLength}`)
  }
}
