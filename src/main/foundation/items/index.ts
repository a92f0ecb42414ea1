/**
 * Items with pack levels and barcodes; what a scan means.
 * Invariants: codes and barcodes are unique; the first pack is the base unit with ratio 1; base unit and pack ratios
 * never change once documents may refer to them; an import is all or nothing and can be taken back.
 * Tables: items_item, items_pack, items_barcode, items_kit_part, items_family, items_variant, items_image, items_substitute,
 * items_partner_code, items_catch_weight, items_import, items_import_row.
 */
import { refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import { itemStore } from './item-store'

export { handlers } from './handlers'
export { beforeTrackingChanges, piecesAreKnownBy, type KnownPiece } from './elsewhere'
export { requireItem, type Item } from './item'
export { catchWeightOf, requireLikelyWeight } from './catch-weight'
export { kitParts, type KitPart } from './kits'
export { inputOf as itemAsEntered } from './imports/check-import'
export { namesFor, substitutesOf } from './kinship'
export { interpretScan, type ScanReading } from './interpret-scan'

export interface Pack {
  readonly id: number
  readonly unit: string
  readonly baseQuantity: number
}

export function requirePack(reader: Reader, itemId: number, packId: number): Pack {
  const row = itemStore.packById(reader, itemId, packId) ?? refuse('items.packUnknown')
  return { id: row.id, unit: row.unit, baseQuantity: row.base_quantity }
}

/** The pack that is the item's base unit. */
export function requireBasePack(reader: Reader, itemId: number, field?: string): number {
  const [base] = itemStore.packsOf(reader, itemId)
  return base?.id ?? refuse('items.packUnknown', {}, field)
}

/** Barcodes of many items at once, by item. */
export function barcodesOfItems(reader: Reader, itemIds: readonly number[]): Map<number, string[]> {
  const byItem = new Map<number, string[]>()
  for (const row of itemStore.barcodesOfItems(reader, itemIds)) {
    const codes = byItem.get(row.item_id)
    if (codes === undefined) byItem.set(row.item_id, [row.barcode])
    else codes.push(row.barcode)
  }
  return byItem
}
