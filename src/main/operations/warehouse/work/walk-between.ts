export interface Spot {
  readonly aisle: number
  readonly xMillimetres: number
  readonly yMillimetres: number
}

/** Before the first aisle: where goods come in and go out. */
export const DEPOT: Spot = { aisle: 0, xMillimetres: 0, yMillimetres: 0 }

interface Ways {
  readonly aisleLength: number
  readonly crossAisles: readonly number[]
}

/** The walk from one place to another: along the aisle, or round by its front, its back or a cross aisle, whichever is nearest. */
export function walkBetween(a: Spot, b: Spot, { aisleLength, crossAisles }: Ways): number {
  if (a.aisle === b.aisle && a.xMillimetres === b.xMillimetres) return Math.abs(a.yMillimetres - b.yMillimetres)
  const across = Math.abs(a.xMillimetres - b.xMillimetres)
  const back = Math.max(aisleLength, a.yMillimetres, b.yMillimetres)
  const along = [0, ...crossAisles, back].map((at) => Math.abs(a.yMillimetres - at) + Math.abs(b.yMillimetres - at))
  return across + Math.min(...along)
}
