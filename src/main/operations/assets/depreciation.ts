import { divideRounded, toSafeNumber } from '../../../shared/values/integers'

/** 年限平均法, 双倍余额递减法, 年数总和法, 工作量法 (小企业会计准则 第三十条; IAS 16.62 names the same families). */
export type Method = 'straight-line' | 'double-declining' | 'sum-of-digits' | 'units'

export interface Plan {
  readonly method: Method
  readonly costMinor: number
  readonly residualMinor: number
  readonly lifeMonths: number
}

/** What may be depreciated in all. */
const base = ({ costMinor, residualMinor }: Plan): number => costMinor - residualMinor

/**
 * What is depreciated after `months` of its life, by time. Rounded once, half away from zero, so that the months of a
 * life add up to exactly its base.
 */
export function accumulatedAfter(plan: Plan, months: number): number {
  if (months <= 0) return 0
  if (months >= plan.lifeMonths) return base(plan)
  if (plan.method === 'double-declining') return doubleDeclining(plan, months)
  if (plan.method === 'sum-of-digits') return sumOfDigits(plan, months)
  return share(base(plan), months, plan.lifeMonths)
}

const share = (amountMinor: number, part: number, whole: number): number =>
  toSafeNumber(divideRounded(BigInt(amountMinor) * BigInt(part), BigInt(whole)))

/** Twice the straight rate of what is left, year by year; the last two years share what then remains above the residual. */
function doubleDeclining(plan: Plan, months: number): number {
  const years = plan.lifeMonths / 12
  let valueMinor = plan.costMinor
  for (let year = 1; year <= years; year += 1) {
    const isLastTwo = year > years - 2
    const open = valueMinor - plan.residualMinor
    const wanted = isLastTwo ? share(open, 1, years - year + 1) : share(valueMinor, 2, years)
    // Never below the residual: a high residual ends it early.
    const yearMinor = Math.max(0, Math.min(wanted, open))
    const passed = months - (year - 1) * 12
    if (passed <= 12) return plan.costMinor - valueMinor + share(yearMinor, passed, 12)
    valueMinor -= yearMinor
  }
  return base(plan)
}

/** The years that remain over the sum of all years. */
function sumOfDigits(plan: Plan, months: number): number {
  const years = plan.lifeMonths / 12
  const digits = (years * (years + 1)) / 2
  const whole = Math.floor(months / 12)
  // Weights of the years gone, and of the months of the running one, over 12 times the digits.
  const gone = whole * years - (whole * (whole - 1)) / 2
  return share(base(plan), gone * 12 + (years - whole) * (months % 12), digits * 12)
}

/** Methods that count in years need whole ones. */
export function fitsLife(method: Method, lifeMonths: number): boolean {
  return method === 'straight-line' || method === 'units' || (lifeMonths % 12 === 0 && lifeMonths >= 24)
}

/** Whole months from the one of `from` to the one of `to`. */
export function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

/** What the books say of an asset before a month. */
export interface Standing {
  readonly plan: Plan
  readonly inServiceOn: string
  readonly openingMonths: number
  /** Depreciated and impaired so far, what came into the books with it included. */
  readonly accumulatedMinor: number
  /** The month of the last impairment, and what was accumulated after it. */
  readonly impairment: { readonly month: string; readonly accumulatedMinor: number } | undefined
  readonly unitsTotal: number | null
  /** Used in the month; for `units` only. */
  readonly units: number
}

/**
 * What a month takes. The month after the one of its first use is the first (当月增加的固定资产，当月不计提). The last
 * month takes what is left above the residual, so that a life ends exactly there.
 */
export function depreciationOf(standing: Standing, month: string): number {
  const { plan, inServiceOn, openingMonths, accumulatedMinor, impairment } = standing
  const at = monthsBetween(inServiceOn, month) + openingMonths
  const left = base(plan) - accumulatedMinor
  if (at < openingMonths + 1 || left <= 0) return 0
  if (plan.method === 'units') {
    const wanted = share(base(plan), standing.units, standing.unitsTotal ?? 1)
    return Math.min(left, wanted)
  }
  if (at >= plan.lifeMonths) return left
  if (impairment === undefined) {
    return Math.min(left, accumulatedAfter(plan, at) - accumulatedAfter(plan, at - 1))
  }
  // What is left after an impairment spreads evenly over the months that are left.
  const since = monthsBetween(impairment.month, month)
  const monthsLeft = plan.lifeMonths - (at - since)
  const spread = base(plan) - impairment.accumulatedMinor
  return Math.min(left, share(spread, since, monthsLeft) - share(spread, since - 1, monthsLeft))
}
