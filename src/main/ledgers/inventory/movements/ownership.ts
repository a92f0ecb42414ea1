import { refuse } from '../../../../shared/errors'
import { formatQuantity } from '../../../../shared/values/format'
import { requireItem } from '../../../foundation/items'
import { assert } from '../../../kernel/assert'
import type { Reader, Tx } from '../../../kernel/db'
import { Watchers } from '../../../kernel/watchers'
import type { MovementDraft, Place, Posting } from './post-movements'
import { ownershipStore, type Consigned } from './ownership-store'

/** Goods of a supplier that leave as ours: they have to be bought first. */
export interface UsedGoods extends Consigned {
  readonly place: Place
  readonly usedOn: Posting['postedOn']
}

/** Told before others' goods leave as ours; whoever listens takes them over with `takeOver`. */
export const othersGoodsUsed = new Watchers<UsedGoods>()

/** What of a lot in a warehouse is ours. */
export function ownOfLot(reader: Reader, warehouseId: number, itemId: number, lotId: number): number {
  const others = ownershipStore.ofLot(reader, warehouseId, itemId, lotId)
  const othersMicro = others.reduce((sum, row) => sum + row.quantityMicro, 0)
  return ownershipStore.lotOnHand(reader, warehouseId, itemId, lotId) - othersMicro
}

/**
 * Our own goods leave first. What goes beyond them belongs to a supplier and is bought in this moment, whichever
 * document lets it leave: it can't be passed by.
 */
export function buyWhatLeaves(tx: Tx, posting: Posting, drafts: readonly MovementDraft[]): void {
  if (!ownershipStore.isAny(tx)) return
  const ownLeft = new Map<string, number>()
  for (const { from, to, ownerId, warehouseId, itemId, lotId, quantityMicro } of drafts) {
    if (from === undefined || to !== undefined || ownerId !== undefined) continue
    const key = `${warehouseId}/${itemId}/${lotId}`
    const own = ownLeft.get(key) ?? ownOfLot(tx, warehouseId, itemId, lotId)
    let missing = Math.max(0, quantityMicro - own)
    ownLeft.set(key, Math.max(0, own - quantityMicro))
    if (missing === 0) continue
    for (const row of ownershipStore.ofLot(tx, warehouseId, itemId, lotId)) {
      const taken = Math.min(row.quantityMicro, missing)
      if (taken === 0) break
      assert(posting.by !== undefined, 'whoever lets goods leave is known')
      othersGoodsUsed.tell(tx, posting.by, { ...row, quantityMicro: taken, place: from, usedOn: posting.postedOn })
      missing -= taken
    }
  }
}

/** Keeps whose goods are here, as a movement brings or takes them. */
export function followOwner(tx: Tx, { ownerId, warehouseId, itemId, lotId, quantityMicro, from }: MovementDraft): void {
  if (ownerId === undefined) return
  const row = { ownerId, warehouseId, itemId, lotId, quantityMicro }
  if (from === undefined) return ownershipStore.add(tx, row)
  if (ownershipStore.take(tx, row)) return
  const { code, name } = requireItem(tx, itemId)
  const here = ownershipStore.ofLot(tx, warehouseId, itemId, lotId).find((one) => one.ownerId === ownerId)
  refuse('inventory.notConsigned', {
    item: `${code} ${name}`,
    wanted: formatQuantity(quantityMicro, { group: false }),
    here: formatQuantity(here?.quantityMicro ?? 0, { group: false }),
  })
}
