import { average, smooth, sum, type Demand, type Forecast } from './smoothing'

/** Periods of a year. */
export const SEASON = 52
/** A year, and a quarter more to tell the level by. */
const ENOUGH = SEASON + 13
/** Periods around one that tell its season with it: a feast or a school holiday is not in the same week each year. */
const AROUND = 2
/** A period in which next to nothing is wanted tells nothing of the level. */
const LEAST = 0.1

/**
 * The seasonal index of the coming 52 periods: each with its neighbours against the average of its year, over the one or
 * two whole years that are known (ratio to average; Makridakis, Wheelwright and Hyndman, Forecasting, chapter 3).
 */
export function seasonOf(demand: Demand): number[] {
  const years = Math.min(2, Math.floor(demand.length / SEASON))
  const known = Array.from({ length: years }, (_, back) => {
    const end = demand.length - back * SEASON
    return demand.slice(end - SEASON, end)
  })
  return Array.from({ length: SEASON }, (_, at) => {
    const ratios = known.map((year) => {
      const usual = average(year)
      const near = Array.from({ length: 2 * AROUND + 1 }, (_none, step) => {
        return year[(at + step - AROUND + SEASON) % SEASON] ?? 0
      })
      return usual <= 0 ? 1 : average(near) / usual
    })
    return ratios.length === 0 ? 1 : average(ratios)
  })
}

/**
 * Demand freed of its season is smoothed, and the season put on again for the periods to come. Undefined where less than
 * a year and a quarter is known.
 */
export function seasonal(demand: Demand, alpha: number): Forecast | undefined {
  if (demand.length < ENOUGH) return undefined
  const season = seasonOf(demand)
  const indexOf = (at: number): number => {
    const place = (((at - demand.length) % SEASON) + SEASON) % SEASON
    return Math.max(season[place] ?? 1, LEAST)
  }
  const { level, errors } = smooth(
    demand.map((value, at) => value / indexOf(at)),
    alpha,
  )
  // The first error is that of the second period.
  const squares = errors.map((error, at) => (error * indexOf(at + 1)) ** 2)
  // A period had its own part in its index: what it would have been off without is larger by that.
  const own = 1 / ((2 * AROUND + 1) * Math.min(2, Math.floor(demand.length / SEASON)))
  const deviation = Math.sqrt(sum(squares) / squares.length) / (1 - own)
  const coming = season.map((index) => level * index)
  return { mean: coming[0] ?? level, deviation, coming }
}
