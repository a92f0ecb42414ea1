/** Ages of stock in days: up to each of these, and older. */
export const AGE_LIMITS = [30, 90, 180, 365] as const

export type ValueClass = 'A' | 'B' | 'C'
export type SteadinessClass = 'X' | 'Y' | 'Z'

/** A carries the first 80 % of what sales cost, B the next 15 %, C the rest; what did not sell is C. */
export function valueClasses(
  costs: readonly { readonly id: number; readonly costMinor: number }[],
): Map<number, ValueClass> {
  const total = costs.reduce((sum, { costMinor }) => sum + Math.max(costMinor, 0), 0)
  const classes = new Map<number, ValueClass>()
  let before = 0
  for (const { id, costMinor } of costs.toSorted((a, b) => b.costMinor - a.costMinor || a.id - b.id)) {
    const share = total === 0 ? 1 : before / total
    classes.set(id, costMinor <= 0 || share >= 0.95 ? 'C' : share >= 0.8 ? 'B' : 'A')
    before += Math.max(costMinor, 0)
  }
  return classes
}

/** By the coefficient of variation of monthly demand: X up to 0.5, Y up to 1, Z above or without demand. */
export function steadinessOf(monthly: readonly number[]): SteadinessClass {
  const mean = monthly.reduce((sum, value) => sum + value, 0) / monthly.length
  if (!(mean > 0)) return 'Z'
  const variance = monthly.reduce((sum, value) => sum + (value - mean) ** 2, 0) / monthly.length
  const variation = Math.sqrt(variance) / mean
  return variation <= 0.5 ? 'X' : variation <= 1 ? 'Y' : 'Z'
}

/**
 * How much of what is on hand is how old: the youngest receipts are taken to be what is left. What no receipt explains
 * counts as the oldest. One amount per limit and one for older.
 */
export function ageBuckets(
  onHandMicro: number,
  received: readonly { readonly ageDays: number; readonly quantityMicro: number }[],
): number[] {
  const buckets = [...AGE_LIMITS.map(() => 0), 0]
  let rest = onHandMicro
  for (const { ageDays, quantityMicro } of received) {
    const here = Math.min(rest, quantityMicro)
    const found = AGE_LIMITS.findIndex((limit) => ageDays <= limit)
    const at = found < 0 ? AGE_LIMITS.length : found
    buckets[at] = (buckets[at] ?? 0) + here
    rest -= here
    if (rest === 0) break
  }
  buckets[AGE_LIMITS.length] = (buckets[AGE_LIMITS.length] ?? 0) + rest
  return buckets
}
