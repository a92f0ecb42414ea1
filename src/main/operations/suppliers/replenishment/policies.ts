import { forecasts } from './forecast'
import { expectedIn, type Demand, type Forecast } from './smoothing'

/** When to order again and up to how much, in the units of demand. */
export interface Levels {
  /** order when what is there and coming falls to this */
  readonly reorder: number
  /** order up to this */
  readonly target: number
  /** the part of it that is there for errors */
  readonly safety: number
  readonly forecast: Forecast
}

export interface Circumstances {
  /** of delivery, in periods, with its spread */
  readonly leadPeriods: number
  readonly leadDeviation: number
  /** the standard normal quantile of the service level */
  readonly z: number
}

export const METHODS = ['min-max', 'reorder-point', 'periodic', 'ses', 'seasonal', 'croston', 'sba'] as const
export type Method = (typeof METHODS)[number]
/** What every method is measured against. */
export const BENCHMARKS = ['naive', 'seasonal-naive'] as const
export type Policy = Method | (typeof BENCHMARKS)[number]

/** Periods that one order of the periodic method covers. */
export const COVER = 4
const RECENT = 26

/** Levels from the past alone. */
export function levelsOf(policy: Policy, demand: Demand, circumstances: Circumstances): Levels {
  switch (policy) {
    case 'min-max':
      return minMax(demand, circumstances)
    case 'reorder-point':
      return withSafety(forecasts.mean(demand), circumstances, 1)
    case 'periodic':
      return withSafety(forecasts.mean(demand), circumstances, COVER)
    default:
      return withSafety(forecasts[policy](demand), circumstances, 1)
  }
}

/**
 * The most that was wanted while a delivery took its time, and a period more. Knows nothing of chance, and is what people
 * set by hand.
 */
function minMax(demand: Demand, { leadPeriods }: Circumstances): Levels {
  const recent = demand.slice(-RECENT)
  const span = Math.max(1, Math.ceil(leadPeriods) + 1)
  const forecast = forecasts.mean(demand)
  let most = 0
  for (let at = 0; at < recent.length; at += 1) {
    most = Math.max(
      most,
      recent.slice(at, at + span).reduce((sum, value) => sum + value, 0),
    )
  }
  const expected = forecast.mean * (leadPeriods + 1)
  return { reorder: most, target: most + forecast.mean, safety: Math.max(most - expected, 0), forecast }
}

/** Demand until the order after this one arrives, and safety against its error and the delivery's. */
function withSafety(forecast: Forecast, { leadPeriods, leadDeviation, z }: Circumstances, review: number): Levels {
  const span = leadPeriods + 1
  const { mean, deviation } = forecast
  const safety = z * Math.sqrt(span * deviation ** 2 + (mean * leadDeviation) ** 2)
  const target = expectedIn(forecast, span + review) + safety
  return { reorder: expectedIn(forecast, span) + safety, target, safety, forecast }
}
