import { multiplyDivide } from '../../../../shared/values/integers'

/** Shares an amount by weights; each share is counted from the whole, so that all of them add up to it exactly. */
export function spread(amountMinor: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let untilHere = 0
  let placedMinor = 0
  return weights.map((weight) => {
    untilHere += weight
    const untilHereMinor = multiplyDivide(amountMinor, untilHere, total)
    const share = untilHereMinor - placedMinor
    placedMinor = untilHereMinor
    return share
  })
}
