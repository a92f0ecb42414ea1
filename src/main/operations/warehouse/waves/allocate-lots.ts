import { addDays, type BusinessDate } from '../../../../shared/values/date'
import type { AllocationPolicy } from '../tables'

export interface PickableLot {
  readonly binId: number
  readonly lotId: number
  readonly expiresOn: BusinessDate | null
  readonly freeMicro: number
  /** Of lots that are equal otherwise, those at hand go first. */
  readonly isPickFace?: boolean
}

export interface LotWish {
  readonly quantityMicro: number
  readonly minimumRemainingLifeDays: number
}

export interface Allocation<Wish> {
  readonly wish: Wish
  readonly binId: number
  readonly lotId: number
  readonly quantityMicro: number
}

export interface AllocationResult<Wish> {
  readonly allocations: readonly Allocation<Wish>[]
  readonly short: readonly { readonly wish: Wish; readonly missingMicro: number }[]
}

/**
 * Lots for the wishes of one item in the order given: first expired first out (`fefo`), first come first out (`fifo`, by
 * the age of the lot), or each wish from as few places as can be. A lot that is expired on the day, or has less life left
 * than the customer asks, is never taken. `lots` come by expiry, then by bin. Pure.
 */
export function allocateLots<Wish extends LotWish>(
  wishes: readonly Wish[],
  lots: readonly PickableLot[],
  on: BusinessDate,
  policy: AllocationPolicy = 'fefo',
): AllocationResult<Wish> {
  const ordered = lots.toSorted(policy === 'fifo' ? byAge : byExpiry)
  const free = ordered.map((lot) => lot.freeMicro)
  const allocations: Allocation<Wish>[] = []
  const short: { wish: Wish; missingMicro: number }[] = []
  /** Everything before it is used up; wishes with a life rule may have skipped lots, so it moves only over empty ones. */
  let first = 0
  for (const wish of wishes) {
    const mustLastTo = addDays(on, wish.minimumRemainingLifeDays)
    let missingMicro = wish.quantityMicro
    while (first < ordered.length && free[first] === 0) first += 1
    const take = (index: number): void => {
      const lot = ordered[index]!
      const available = free[index]!
      if (available <= 0 || (lot.expiresOn !== null && lot.expiresOn < mustLastTo)) return
      const quantityMicro = Math.min(available, missingMicro)
      allocations.push({ wish, binId: lot.binId, lotId: lot.lotId, quantityMicro })
      free[index] = available - quantityMicro
      missingMicro -= quantityMicro
    }
    if (policy === 'fewest-picks') {
      for (const index of byFit(free, wish.quantityMicro)) if (missingMicro > 0) take(index)
    } else for (let index = first; index < ordered.length && missingMicro > 0; index++) take(index)
    if (missingMicro > 0) short.push({ wish, missingMicro })
  }
  return { allocations, short }
}

const LAST = '9999-12-31'

function byExpiry(a: PickableLot, b: PickableLot): number {
  const [ofA, ofB] = [a.expiresOn ?? LAST, b.expiresOn ?? LAST]
  return ofA === ofB ? atHandFirst(a, b) : ofA < ofB ? -1 : 1
}

/** Lots are numbered as they come in. */
function byAge(a: PickableLot, b: PickableLot): number {
  return a.lotId - b.lotId || atHandFirst(a, b)
}

function atHandFirst(a: PickableLot, b: PickableLot): number {
  return Number(b.isPickFace ?? false) - Number(a.isPickFace ?? false)
}

/** The smallest place that gives all of it, and so on up; then the others, the fullest first. */
function byFit(free: readonly number[], wantedMicro: number): number[] {
  const at = (index: number): number => free[index]!
  return [...free.keys()].sort((a, b) => {
    const [wholeA, wholeB] = [at(a) >= wantedMicro, at(b) >= wantedMicro]
    if (wholeA !== wholeB) return wholeA ? -1 : 1
    return (wholeA ? at(a) - at(b) : at(b) - at(a)) || a - b
  })
}
