import { refuse } from '../../../../shared/errors'
import { assert } from '../../../kernel/assert'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import { allocate, deallocate, findLot } from '../../../ledgers/inventory'
import { pickStore, type OpenPick } from './pick-store'

/**
 * Pieces with serial numbers are alike until one is taken: any free one of the bin takes the place of the one that was
 * planned, and a piece planned for another pick changes places with it. Refuses `warehouse.serialWanted` where the scan
 * tells no serial number, `warehouse.serialUnknown` where nobody knows it.
 */
export function pieceInHand(tx: Tx, pick: OpenPick, serial: string | null): OpenPick {
  const { code, name, serialTracked } = requireItem(tx, pick.itemId)
  if (!serialTracked) return pick
  const item = `${code} ${name}`
  if (serial === null) refuse('warehouse.serialWanted', { item }, 'itemScan')
  if (serial === pick.lotCode) return pick
  const lot = findLot(tx, pick.itemId, serial) ?? refuse('warehouse.serialUnknown', { item, serial }, 'itemScan')
  const other = pickStore.openPickOfLot(tx, pick.itemId, lot.id, pick.fromBinId)
  if (other === undefined) {
    const place = { itemId: pick.itemId, binId: pick.fromBinId, status: 'available' as const }
    const quantityMicro = pick.quantityMicro - pick.doneMicro
    allocate(tx, { ...place, lotId: lot.id, quantityMicro })
    deallocate(tx, { ...place, lotId: pick.lotId, quantityMicro })
  } else pickStore.setLot(tx, other.id, pick.lotId)
  pickStore.setLot(tx, pick.id, lot.id)
  const changed = pickStore.byId(tx, pick.id)
  assert(changed !== undefined, 'the pick is still there')
  return changed
}

/** What packs and hands over goods kept by serial names each piece. */
export function requireSerialNamed(tx: Tx, itemId: number, serial: string | null): void {
  const { code, name, serialTracked } = requireItem(tx, itemId)
  if (serialTracked && serial === null) refuse('warehouse.serialWanted', { item: `${code} ${name}` }, 'itemScan')
}
