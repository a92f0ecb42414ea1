import type { Tx } from '../../../kernel/db'
import type { MovementDraft } from '../../../ledgers/inventory'
import { unitStore } from './unit-store'

/**
 * After goods left a place: units there hold no more than lies there. What was taken without naming a unit was loose as
 * long as there was something loose, then came out of the emptiest unit. Goods whose status changes where they lie
 * change it in their unit.
 */
export function settleUnits(tx: Tx, draft: MovementDraft): void {
  const { from, to, itemId, lotId } = draft
  if (
    from === undefined ||
    (from.status !== 'available' && from.status !== 'quarantine' && from.status !== 'damaged')
  ) {
    return
  }
  const goods = { itemId, lotId, status: from.status }
  const holders = unitStore.holders(tx, from.binId, goods)
  if (holders.length === 0) return
  const held = holders.reduce((sum, holder) => sum + holder.quantityMicro, 0)
  let over = held - unitStore.balance(tx, from.binId, goods)
  const staysThere = to?.binId === from.binId && to.status !== 'in-transit' ? to.status : undefined
  for (const { unitId, quantityMicro: inUnit } of holders) {
    if (over <= 0) return
    const quantityMicro = Math.min(inUnit, over)
    unitStore.takeOut(tx, unitId, { ...goods, quantityMicro })
    if (staysThere !== undefined) unitStore.putIn(tx, unitId, { itemId, lotId, status: staysThere, quantityMicro })
    over -= quantityMicro
  }
}
