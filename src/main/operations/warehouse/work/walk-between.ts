export interface Spot {
  readonly aisle: number
  readonly xMillimetres: number
  readonly yMillimetres: number
}

/** Before the first aisle: where goods come in and go out. */
export const DEPOT: Spot = { aisle: 0, xMillimetres: 0, yMillimetres: 0 }

/** The walk from one place to another: along the aisle, or round by its front or its back, whichever is nearer. */
export function walkBetween(a: Spot, b: Spot, aisleLength: number): number {
  if (a.aisle === b.aisle && a.xMillimetres === b.xMillimetres) return Math.abs(a.yMillimetres - b.yMillimetres)
  const across = Math.abs(a.xMillimetres - b.xMillimetres)
  const byFront = a.yMillimetres + b.yMillimetres
  return across + Math.min(byFront, Math.max(0, 2 * aisleLength - byFront))
}
