import type { Reader } from '../../kernel/db'

interface DocumentLink {
  readonly kind: string
  readonly id: number
  readonly number: string | null
  readonly state: string
}

export const linksOf = (reader: Reader, sql: string, id: number): DocumentLink[] => reader.all<DocumentLink>(sql, [id])

interface LineRow {
  readonly id: number
  readonly itemId: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
  readonly packId: number
  readonly packUnit: string
  readonly packBaseQuantity: number
  readonly quantityMicro: number
}

export function linesWithItems(reader: Reader, kind: 'request' | 'enquiry', id: number) {
  const rows = reader.all<LineRow>(
    `SELECT l.id, l.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit, l.pack_id AS packId, k.unit AS packUnit,
       k.base_quantity AS packBaseQuantity, l.quantity_micro AS quantityMicro
     FROM sourcing_${kind}_line l JOIN v_items_item i ON i.id = l.item_id JOIN v_items_pack k ON k.id = l.pack_id
     WHERE l.${kind}_id = ? ORDER BY l.line_number`,
    [id],
  )
  return rows.map(({ itemId, code, name, baseUnit, ...line }) => ({
    ...line,
    item: { id: itemId, code, name, baseUnit },
  }))
}
