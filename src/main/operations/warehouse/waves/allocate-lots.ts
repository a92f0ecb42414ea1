import { addDays, type BusinessDate } from '../../../../shared/values/date'

export interface PickableLot {
  readonly binId: number
  readonly lotId: number
  readonly expiresOn: BusinessDate | null
  readonly freeMicro: number
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
 * First expired, first out, for the wishes of one item in the order given. `lots` come in FEFO order. A lot that is
 * expired on the day, or has less life left than the customer asks, is never taken. Pure.
 */
export function allocateLots<Wish extends LotWish>(
  wishes: readonly Wish[],
  lots: readonly PickableLot[],
  on: BusinessDate,
): AllocationResult<Wish> {
  const free = lots.map((lot) => lot.freeMicro)
  const allocations: Allocation<Wish>[] = []
  const short: { wish: Wish; missingMicro: number }[] = []
  /** Everything before it is used up; wishes with a life rule may have skipped lots, so it moves only over empty ones. */
  let first = 0
  for (const wish of wishes) {
    const mustLastTo = addDays(on, wish.minimumRemainingLifeDays)
    let missingMicro = wish.quantityMicro
    while (first < lots.length && free[first] === 0) first += 1
    for (let index = first; index < lots.length && missingMicro > 0; index++) {
      const lot = lots[index]!
      const available = free[index]!
      if (available <= 0 || (lot.expiresOn !== null && lot.expiresOn < mustLastTo)) continue
      const quantityMicro = Math.min(available, missingMicro)
      allocations.push({ wish, binId: lot.binId, lotId: lot.lotId, quantityMicro })
      free[index] = available - quantityMicro
      missingMicro -= quantityMicro
    }
    if (missingMicro > 0) short.push({ wish, missingMicro })
  }
  return { allocations, short }
}
