/** Demand per period, oldest first. */
export type Demand = readonly number[]

export interface Forecast {
  /** expected demand of one period */
  readonly mean: number
  /** standard deviation of the error of that */
  readonly deviation: number
  /** of each of the periods to come, where they differ */
  readonly coming?: Demand
}

/** What is expected in so many periods to come, a part of the last one with it. */
export function expectedIn({ mean, coming }: Forecast, periods: number): number {
  if (coming === undefined) return mean * periods
  const whole = Math.floor(periods)
  return sum(coming.slice(0, whole)) + (coming[whole] ?? mean) * (periods - whole)
}

export const sum = (values: Demand): number => values.reduce((total, value) => total + value, 0)
export const average = (values: Demand): number => (values.length === 0 ? 0 : sum(values) / values.length)

export function standardDeviation(values: Demand): number {
  const mean = average(values)
  return values.length < 2 ? 0 : Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1))
}

/**
 * Simple exponential smoothing (Brown 1956): l(1) = y(1), l(t) = a y(t) + (1 - a) l(t-1); the forecast is the last level.
 * `errors` are the one-step errors on the way.
 */
export function smooth(demand: Demand, alpha: number): { level: number; errors: number[] } {
  const [first = 0, ...rest] = demand
  let level = first
  const errors = rest.map((value) => {
    const error = value - level
    level += alpha * error
    return error
  })
  return { level, errors }
}
