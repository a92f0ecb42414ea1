import { refuse } from '../../../../shared/errors'
import { itemAsEntered } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import type { GivenCommand } from '../../../kernel/dispatch'
import type { Cells } from '../cells'
import type { Kind } from '../kind'
import { idOf } from './references-queries'

/** The item as it is, with this barcode at that pack and at no other; without a unit at none. */
function withBarcode(reader: Reader, cells: Cells, unit: string | undefined): GivenCommand {
  const { barcode = '', item: code = '' } = cells
  const id = idOf(reader, 'item', code, 'item')
  const item = itemAsEntered(reader, id)
  if (unit !== undefined && !item.packs.some((pack) => pack.unit === unit)) {
    refuse('imports.unknown.unit', { code: unit }, 'unit')
  }
  const packs = item.packs.map((pack) => {
    const others = pack.barcodes.filter((one) => one !== barcode)
    return { ...pack, barcodes: pack.unit === unit ? [...others, barcode] : others }
  })
  return { name: 'items.changeItem', input: { id, ...item, packs } }
}

/** Barcodes of the items' packs. One that belongs to another item is refused: two items are never one scan. */
export const barcodes: Kind = {
  columns: [
    { name: 'barcode', type: 'text', isKey: true, isNeeded: true },
    { name: 'item', type: 'text', isNeeded: true },
    { name: 'unit', type: 'text', isNeeded: true },
  ],
  rows: `
    SELECT i.id, i.active, b.barcode, i.code AS item, k.unit
    FROM v_items_barcode b JOIN v_items_item i ON i.id = b.item_id JOIN v_items_pack k ON k.id = b.pack_id`,
  byKey: 'b.barcode = ?1',
  shown: 'i.active = 1',
  order: 'i.code, k.base_quantity, b.barcode',
  give: ({ reader }, cells) => [withBarcode(reader, cells, cells['unit'])],
  takeBack: ({ reader }, cells) => [withBarcode(reader, cells, undefined)],
}
