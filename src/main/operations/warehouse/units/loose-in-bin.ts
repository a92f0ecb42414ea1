import type { Reader } from '../../../kernel/db'
import { unitStore, type UnitGoods } from './unit-store'

/** What of some goods lies in a bin and in no unit there. */
export function looseInBin(reader: Reader, binId: number, goods: Omit<UnitGoods, 'quantityMicro'>): number {
  const held = unitStore.holders(reader, binId, goods).reduce((sum, holder) => sum + holder.quantityMicro, 0)
  return unitStore.balance(reader, binId, goods) - held
}
