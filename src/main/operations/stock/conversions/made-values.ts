import { multiplyDivide } from '../../../../shared/values/integers'

export interface MadeGoods {
  /** Its weight against the other goods made; the value is shared in this proportion. */
  readonly weight: number
  readonly quantityMicro: number
  readonly expectedMicro: number | null
}

export interface MadeValues {
  readonly valuesMinor: readonly number[]
  readonly lossMinor: number
}

/**
 * Shares the value of what was used among what was made. An abnormal loss first takes the part of each that is missing
 * against expectation; a normal one stays in the cost of what there is. Values and loss add up to the whole.
 */
export function shareValue(totalMinor: number, made: readonly MadeGoods[], lossIsAbnormal: boolean): MadeValues {
  const weights = made.map(({ weight }) => weight)
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0)
  let untilHere = 0
  let placedMinor = 0
  let lossMinor = 0
  const valuesMinor = made.map(({ weight, quantityMicro, expectedMicro }) => {
    untilHere += weight
    const untilHereMinor = multiplyDivide(totalMinor, untilHere, totalWeight)
    const shareMinor = untilHereMinor - placedMinor
    placedMinor = untilHereMinor
    if (!lossIsAbnormal || expectedMicro === null || expectedMicro <= quantityMicro) return shareMinor
    const lost = multiplyDivide(shareMinor, expectedMicro - quantityMicro, expectedMicro)
    lossMinor += lost
    return shareMinor - lost
  })
  return { valuesMinor, lossMinor }
}
