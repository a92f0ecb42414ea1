import type { Reader } from '../../../kernel/db'
import type { GivenCommand } from '../../../kernel/dispatch'
import { figure, type Cells, type Column } from '../cells'
import type { Kind } from '../kind'
import { idOf } from './references-queries'

const quantity: Column = { name: 'quantity', type: 'quantity', isNeeded: true }

interface Part {
  readonly itemId: number
  readonly quantityMicro: number
}

const PARTS =
  'SELECT item_id AS itemId, quantity_micro AS quantityMicro FROM v_items_kit_part WHERE kit_id = ? ORDER BY item_id'

function withPart(reader: Reader, cells: Cells, isKept: boolean): GivenCommand {
  const kitId = idOf(reader, 'item', cells['kit'] ?? '', 'kit')
  const itemId = idOf(reader, 'item', cells['item'] ?? '', 'item')
  const others = reader.all<Part>(PARTS, [kitId]).filter((part) => part.itemId !== itemId)
  const own = { itemId, quantityMicro: figure(cells, quantity, 0) }
  return { name: 'items.setKitParts', input: { itemId: kitId, parts: isKept ? [...others, own] : others } }
}

/** What one of a kit is made of, in base units of the parts. */
export const kits: Kind = {
  columns: [
    { name: 'kit', type: 'text', isKey: true, isNeeded: true },
    { name: 'item', type: 'text', isKey: true, isNeeded: true },
    quantity,
  ],
  rows: `
    SELECT k.id, 1 AS active, k.code AS kit, i.code AS item, t.quantity_micro AS quantity
    FROM v_items_kit_part t JOIN v_items_item k ON k.id = t.kit_id JOIN v_items_item i ON i.id = t.item_id`,
  byKey: 'k.code = ?1 COLLATE NOCASE AND i.code = ?2 COLLATE NOCASE',
  shown: 'k.active = 1',
  order: 'k.code, i.code',
  give: ({ reader }, cells) => [withPart(reader, cells, true)],
  takeBack: ({ reader }, cells) => [withPart(reader, cells, false)],
}
