import { levelsOf, METHODS, type Circumstances, type Method, type Policy } from './policies'
import type { Demand } from './smoothing'

export interface Outcome {
  readonly policy: Policy
  /** periods that were played */
  readonly periods: number
  readonly wanted: number
  /** what could not be delivered from stock, and was lost */
  readonly missed: number
  readonly averageStock: number
  readonly orders: number
  /** sum of absolute errors of the forecast of the next period */
  readonly absoluteError: number
}

/** Periods that a method must have seen before it is judged. */
const LEARNING = 13
const PLAYED = 26

/**
 * Plays the last periods of an item's own history, each decision from what was known then: stock at the end of each
 * period is reviewed, an order arrives after the lead time, what is not there is not sold.
 */
export function play(
  policy: Policy,
  demand: Demand,
  circumstances: Circumstances,
  start = Math.max(LEARNING, demand.length - PLAYED),
): Outcome {
  const lead = Math.max(1, Math.round(circumstances.leadPeriods))
  const coming = new Map<number, number>()
  let stock = levelsOf(policy, demand.slice(0, start), circumstances).target
  let onTheWay = 0
  let wanted = 0
  let missed = 0
  let held = 0
  let orders = 0
  let absoluteError = 0
  for (let at = start; at < demand.length; at += 1) {
    const arrived = coming.get(at) ?? 0
    stock += arrived
    onTheWay -= arrived
    const { forecast } = levelsOf(policy, demand.slice(0, at), circumstances)
    const now = Math.max(demand[at] ?? 0, 0)
    absoluteError += Math.abs(now - forecast.mean)
    const sold = Math.min(stock, now)
    wanted += now
    missed += now - sold
    stock -= sold
    held += stock
    const { reorder, target } = levelsOf(policy, demand.slice(0, at + 1), circumstances)
    if (stock + onTheWay <= reorder && target > stock + onTheWay) {
      const ordered = target - stock - onTheWay
      coming.set(at + lead, (coming.get(at + lead) ?? 0) + ordered)
      onTheWay += ordered
      orders += 1
    }
  }
  const periods = Math.max(demand.length - start, 0)
  return { policy, periods, wanted, missed, averageStock: periods === 0 ? 0 : held / periods, orders, absoluteError }
}

/** Of a unit's value: keeping it for a week (25 % a year), and not having it when it is wanted. */
const HOLDING = 0.25 / 52
const MISSING = 0.3

export function costOf({ missed, averageStock, periods }: Outcome): number {
  return missed * MISSING + averageStock * periods * HOLDING
}

export interface Choice {
  readonly method: Method
  /** how the chosen one did; undefined where history is too short to tell */
  readonly outcome: Outcome | undefined
}

/** Does best over all items: another must cost this much less on an item's own history to be more than luck. */
const USUAL: Method = 'ses'
const CLEARLY_LESS = 0.75

/** The usual method, or the one that would have cost clearly less on this item's own history. */
export function chooseMethod(demand: Demand, circumstances: Circumstances): Choice {
  if (demand.length < LEARNING + 4 || demand.every((value) => value <= 0)) return { method: USUAL, outcome: undefined }
  const usual = { method: USUAL, outcome: play(USUAL, demand, circumstances) }
  return METHODS.filter((method) => method !== USUAL)
    .map((method) => ({ method, outcome: play(method, demand, circumstances) }))
    .filter(({ outcome }) => costOf(outcome) < costOf(usual.outcome) * CLEARLY_LESS)
    .reduce((best, one) => (costOf(one.outcome) < costOf(best.outcome) ? one : best), usual)
}
