import type { Reader } from '../../kernel/db'
import { findSubjects } from '../search'
import { itemStore, type ItemListInput, type ItemRow } from './item-store'

/**
 * Items as one types: what the text is whole (code, barcode), then codes that begin with it, then what the search index
 * knows by its words, characters and initials. Reads no more than it shows, however many items there are.
 */
export function findItems(reader: Reader, input: { readonly text: string; readonly limit: number }): ItemRow[] {
  const { text, limit } = input
  if (text === '') return itemStore.beginning(reader, '', limit)
  const found = new Map<number, ItemRow>()
  const add = (row: ItemRow | undefined): void => {
    if (row !== undefined && row.active === 1 && found.size < limit) found.set(row.id, row)
  }
  add(itemStore.byCode(reader, text))
  const barcode = itemStore.barcode(reader, text)
  if (barcode !== undefined) add(itemStore.byId(reader, barcode.item_id))
  for (const row of itemStore.beginning(reader, text, limit)) add(row)
  if (found.size === limit) return [...found.values()]
  for (const id of findSubjects(reader, 'items.item', text, limit)) {
    if (!found.has(id)) add(itemStore.byId(reader, id))
  }
  return [...found.values()]
}

/** More than there can be of items: a list pages through all that its filter finds. */
const ALL = 10_000_000

/** A page of the list, filtered by the search index: words, characters and initials, codes of partners, barcodes. */
export function itemPage(
  reader: Reader,
  input: ItemListInput & { readonly filter: string },
): { rows: ItemRow[]; total: number } {
  const filter = input.filter.trim()
  const found = filter === '' ? undefined : findSubjects(reader, 'items.item', filter, ALL)
  const asked = { ...input, found }
  return { rows: itemStore.page(reader, asked), total: itemStore.count(reader, asked) }
}
