import { refuse } from '../../../shared/errors'
import { formatQuantity } from '../../../shared/values/format'
import { requireItem, type Item } from '../../foundation/items'
import type { Reader, Tx } from '../../kernel/db'
import { ensureLot, findLot, pickable } from '../../ledgers/inventory'
import type { GoodsLine } from './tables'

export interface FreeGoods {
  readonly itemId: number
  readonly lotId: number
  readonly binId: number
  readonly quantityMicro: number
}

export function requireStockItem(reader: Reader, itemId: number, field: string): Item {
  const item = requireItem(reader, itemId)
  if (item.kind !== 'stock') refuse('stock.notAStockItem', { item: `${item.code} ${item.name}` }, `${field}.itemId`)
  return item
}

/** Where a line's goods are taken from: free stock, first expired first; a named lot or bin only from itself. */
export function takeFree(
  reader: Reader,
  warehouseId: number,
  line: GoodsLine,
  taken: Map<string, number>,
  field: string,
): FreeGoods[] {
  const item = requireStockItem(reader, line.itemId, field)
  const lot = line.lotCode === undefined ? undefined : findLot(reader, item.id, line.lotCode)
  if (line.lotCode !== undefined && lot === undefined) {
    refuse('stock.lotUnknown', { item: `${item.code} ${item.name}`, lot: line.lotCode }, `${field}.lotCode`)
  }
  let rest = line.quantityMicro
  const goods: FreeGoods[] = []
  for (const place of pickable(reader, { warehouseId, itemId: item.id })) {
    if (lot !== undefined && place.lotId !== lot.id) continue
    if (line.binId !== undefined && place.binId !== line.binId) continue
    const key = `${item.id}/${place.lotId}/${place.binId}`
    const quantityMicro = Math.min(place.freeMicro - (taken.get(key) ?? 0), rest)
    if (quantityMicro <= 0) continue
    goods.push({ itemId: item.id, lotId: place.lotId, binId: place.binId, quantityMicro })
    taken.set(key, (taken.get(key) ?? 0) + quantityMicro)
    rest -= quantityMicro
  }
  if (rest > 0) {
    const text = (micro: number): string => formatQuantity(micro, { group: false })
    const params = {
      item: `${item.code} ${item.name}`,
      wanted: text(line.quantityMicro),
      free: text(line.quantityMicro - rest),
    }
    refuse('stock.notEnoughFree', params, `${field}.quantityMicro`)
  }
  return goods
}

/** The lot that goods being made get; 0 for an item that is not kept by lot. */
export function lotOfMade(
  tx: Tx,
  item: Item,
  made: { readonly lotCode?: string | undefined; readonly expiresOn?: string | undefined },
  field: string,
): number {
  if (!item.lotTracked) return 0
  if (made.lotCode === undefined) refuse('stock.lotNeeded', { item: `${item.code} ${item.name}` }, `${field}.lotCode`)
  return ensureLot(tx, {
    itemId: item.id,
    code: made.lotCode,
    expiresOn: made.expiresOn ?? null,
    supplierId: null,
  })
}
