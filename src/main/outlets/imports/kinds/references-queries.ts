import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import type { Cells } from '../cells'

/** What a cell names by its code. An unknown one is refused at its column. */
const IDS = {
  item: 'SELECT id FROM v_items_item WHERE code = ? COLLATE NOCASE',
  partner: 'SELECT id FROM v_parties_partner WHERE code = ? COLLATE NOCASE',
  channel: 'SELECT id FROM v_prices_channel WHERE code = ? COLLATE NOCASE',
  class: 'SELECT id FROM v_prices_class WHERE code = ? COLLATE NOCASE',
  warehouse: 'SELECT id FROM v_warehouse_warehouse WHERE code = ? COLLATE NOCASE',
  list: 'SELECT id FROM v_prices_list WHERE code = ? COLLATE NOCASE',
} as const

export function idOf(reader: Reader, noun: keyof typeof IDS, code: string, column: string): number {
  const found = reader.first<{ id: number }>(IDS[noun], [code])
  return found?.id ?? refuse(`imports.unknown.${noun}`, { code }, column)
}

/** As idOf; null where the cell is empty. */
export function idOrNull(reader: Reader, noun: keyof typeof IDS, cells: Cells, column: string): number | null {
  const code = cells[column] ?? ''
  return code === '' ? null : idOf(reader, noun, code, column)
}

/** The pack of an item by its unit. */
export function packOf(reader: Reader, itemId: number, unit: string, column: string): number {
  const found = reader.first<{ id: number }>('SELECT id FROM v_items_pack WHERE item_id = ? AND unit = ?', [
    itemId,
    unit,
  ])
  return found?.id ?? refuse('imports.unknown.unit', { code: unit }, column)
}
