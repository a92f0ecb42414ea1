/** Quantities by weight: goods that are counted in kilograms, and pieces counted by the weight of one. */
import { gramsMicro, type Weight } from './weight'

/** Micrograms in one unit of mass, by the words that items are counted in. */
const MASS: Readonly<Record<string, number>> = {
  mg: 1000,
  g: 1_000_000,
  克: 1_000_000,
  kg: 1_000_000_000,
  千克: 1_000_000_000,
  公斤: 1_000_000_000,
  斤: 500_000_000,
  市斤: 500_000_000,
  两: 50_000_000,
  t: 1_000_000_000_000,
  吨: 1_000_000_000_000,
  lb: 453_592_370,
  磅: 453_592_370,
}

/** A piece may differ from the sample; a rest beyond this share of one piece is another thing on the scale. */
const WHOLE_PERCENT = 25

export const isMassUnit = (unit: string): boolean => MASS[unit.trim().toLowerCase()] !== undefined

/** What lies on the scale in this unit, millionths, rounded half up; undefined for a unit that is no mass. */
export function quantityOfWeight(weight: Weight, unit: string): number | undefined {
  const unitMicrograms = MASS[unit.trim().toLowerCase()]
  if (unitMicrograms === undefined || weight.value < 0) return undefined
  const [micrograms, one] = [BigInt(gramsMicro(weight)), BigInt(unitMicrograms)]
  return Number((micrograms * 1_000_000n * 2n + one) / (2n * one))
}

/** Of one piece, from so many of them on the scale; undefined where they weigh nothing. */
export function pieceMicrograms(weight: Weight, pieces: number): number | undefined {
  const each = Math.round(gramsMicro(weight) / pieces)
  return pieces > 0 && each > 0 ? each : undefined
}

/** How many pieces lie there; undefined where their weight is no whole number of them. */
export function piecesOfWeight(weight: Weight, eachMicrograms: number): number | undefined {
  const all = gramsMicro(weight)
  const pieces = Math.round(all / eachMicrograms)
  // The sample's own rounding grows with the count: half a display step for each of its pieces.
  return pieces > 0 && Math.abs(all - pieces * eachMicrograms) * 100 <= eachMicrograms * WHOLE_PERCENT
    ? pieces
    : undefined
}
