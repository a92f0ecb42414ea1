import type { EntryLookup, LookupItem } from '../../ui'
import { engine } from '../engine'

const MOST = 12

/** Items by code, barcode, words of the name or initials of its pinyin. The key is the item's id. */
async function searchItems(text: string, signal: AbortSignal): Promise<LookupItem[]> {
  const wanted = text.trim()
  const { rows } = await engine.items.findItems({ text: wanted, limit: MOST }, { signal })
  const choices = rows.map((row) => ({ key: String(row.id), code: row.code, name: row.name, detail: row.baseUnit }))
  return choices.length === 0 ? await scanned(wanted, signal) : choices
}

/** A code that is on no list may still mean an item: GS1 content, or the shop's own with weight or price inside. */
async function scanned(text: string, signal: AbortSignal): Promise<LookupItem[]> {
  if (!/^(\][A-Za-z]\d)?[(\d].{7,}$/s.test(text)) return []
  const { item } = await engine.items.readScan({ scan: text }, { signal }).catch(() => ({ item: null }))
  return item === null
    ? []
    : [{ key: String(item.id), code: item.code, name: item.name, detail: item.baseUnit, aliases: [text], scan: text }]
}

/** The item column of an entry grid. */
export function itemLookup<Line>(options: Pick<EntryLookup<Line>, 'choose' | 'clear'>): EntryLookup<Line> {
  return { search: searchItems, ...options }
}
