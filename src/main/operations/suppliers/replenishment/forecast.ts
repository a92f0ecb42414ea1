import { SEASON, seasonal } from './season'
import { average, smooth, standardDeviation, type Demand, type Forecast } from './smoothing'

/**
 * Croston (1972) for demand with empty periods: sizes and intervals are smoothed where there is demand, the forecast is
 * size / interval. The first interval counts from the beginning.
 */
export function croston(demand: Demand, alpha: number): number {
  const sizes: number[] = []
  const intervals: number[] = []
  let since = 0
  for (const value of demand) {
    since += 1
    if (value <= 0) continue
    sizes.push(value)
    intervals.push(since)
    since = 0
  }
  if (sizes.length === 0) return 0
  return smooth(sizes, alpha).level / smooth(intervals, alpha).level
}

/** Syntetos and Boylan (2005): Croston's forecast less its bias, times 1 - a / 2. */
export function syntetosBoylan(demand: Demand, alpha: number): number {
  return (1 - alpha / 2) * croston(demand, alpha)
}

const ALPHA = 0.2
const INTERMITTENT_ALPHA = 0.1
const WINDOW = 26
/** The rhythm of a month, where no year is known yet. */
const MONTH = 4

export type ForecastName = 'naive' | 'seasonal-naive' | 'mean' | 'ses' | 'seasonal' | 'croston' | 'sba'

function usual(demand: Demand): Forecast {
  const { level, errors } = smooth(demand, ALPHA)
  return { mean: level, deviation: Math.sqrt(average(errors.map((error) => error ** 2))) }
}

/** Each forecast from the past alone. */
export const forecasts: Readonly<Record<ForecastName, (demand: Demand) => Forecast>> = {
  naive: (demand) => {
    const steps = demand.slice(1).map((value, at) => value - (demand[at] ?? 0))
    return { mean: demand.at(-1) ?? 0, deviation: standardDeviation(steps) }
  },
  'seasonal-naive': (demand) => ({
    mean: demand.at(-SEASON) ?? demand.at(-MONTH) ?? demand.at(-1) ?? 0,
    deviation: standardDeviation(demand.slice(-SEASON)),
  }),
  mean: (demand) => {
    const recent = demand.slice(-WINDOW)
    return { mean: average(recent), deviation: standardDeviation(recent) }
  },
  ses: usual,
  seasonal: (demand) => seasonal(demand, ALPHA) ?? usual(demand),
  croston: (demand) => ({
    mean: croston(demand, INTERMITTENT_ALPHA),
    deviation: standardDeviation(demand.slice(-SEASON)),
  }),
  sba: (demand) => ({
    mean: syntetosBoylan(demand, INTERMITTENT_ALPHA),
    deviation: standardDeviation(demand.slice(-SEASON)),
  }),
}

/**
 * The z of a service level: the standard normal quantile by Acklam's rational approximation (relative error below
 * 1.15e-9), for levels between 0.5 and 0.9999.
 */
export function quantile(level: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ]
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572]
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ]
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416]
  const at = (coefficients: readonly number[], x: number): number =>
    coefficients.reduce((value, coefficient) => value * x + coefficient, 0)
  if (level > 0.97575) {
    const q = Math.sqrt(-2 * Math.log(1 - level))
    return -at(c, q) / (at(d, q) * q + 1)
  }
  const q = level - 0.5
  const r = q * q
  return (at(a, r) * q) / (at(b, r) * r + 1)
}

export type Pattern = 'smooth' | 'erratic' | 'intermittent' | 'lumpy'

/** The pattern of demand by Syntetos, Boylan and Croston (2005): mean interval 1.32 and squared variation 0.49. */
export function patternOf(demand: Demand): Pattern {
  const sizes = demand.filter((value) => value > 0)
  if (sizes.length === 0) return 'intermittent'
  const interval = demand.length / sizes.length
  const variation = (standardDeviation(sizes) / average(sizes)) ** 2
  if (interval < 1.32) return variation < 0.49 ? 'smooth' : 'erratic'
  return variation < 0.49 ? 'intermittent' : 'lumpy'
}
