import { multiplyDivide } from '../../../shared/values/integers'
import type { ExpiringLot } from './owner-queries'

/** Value of lots: the share of each in its item's value, by quantity, rounded half away from zero per lot. */
export function valueOf(lots: readonly ExpiringLot[]): number {
  let value = 0
  for (const lot of lots) {
    if (lot.onHandMicro > 0) value += multiplyDivide(lot.valueMinor, lot.quantityMicro, lot.onHandMicro)
  }
  return value
}
