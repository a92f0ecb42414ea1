import { MICRO } from '../../../../shared/values/integers'

export interface BinLimits {
  /** 0 = no limit */
  readonly capacityMillilitres: number
  readonly capacityGrams: number
}

export interface BinLoad {
  readonly millilitres: number
  readonly grams: number
}

/** Per base unit; 0 = unknown, takes no room. */
export interface GoodsSize {
  readonly volumeMillilitres: number
  readonly weightGrams: number
}

/** How much more fits, micro of the base unit, in whole base units; Infinity where nothing limits it. */
export function roomMicro(limits: BinLimits, load: BinLoad, size: GoodsSize): number {
  return Math.min(
    unitsThatFit(limits.capacityMillilitres, load.millilitres, size.volumeMillilitres),
    unitsThatFit(limits.capacityGrams, load.grams, size.weightGrams),
  )
}

function unitsThatFit(capacity: number, used: number, perUnit: number): number {
  if (capacity === 0 || perUnit === 0) return Infinity
  return Math.max(0, Math.floor((capacity - used) / perUnit)) * MICRO
}

/** Whether a bin takes next to nothing more: less than a twentieth of a limit is left. */
export function isNearlyFull(limits: BinLimits, load: BinLoad): boolean {
  const full = (capacity: number, used: number): boolean => capacity > 0 && used * 20 > capacity * 19
  return full(limits.capacityMillilitres, load.millilitres) || full(limits.capacityGrams, load.grams)
}

export function isLimited(limits: BinLimits): boolean {
  return limits.capacityMillilitres > 0 || limits.capacityGrams > 0
}
