import type { EntryLookup, LookupItem } from '../../ui'
import { engine } from '../engine'

const MOST = 12

/** Items by code, name or barcode from the list, by pinyin initials from the search index. The key is the item's id. */
async function searchItems(text: string, signal: AbortSignal): Promise<LookupItem[]> {
  const wanted = text.trim()
  const [{ rows }, { hits }] = await Promise.all([
    engine.items.listItems({ filter: wanted, limit: MOST, offset: 0 }, { signal }),
    wanted === '' ? { hits: [] } : engine.search.find({ text: wanted, limit: 30 }, { signal }),
  ])
  const choices: LookupItem[] = rows.map((row) => ({
    key: String(row.id),
    code: row.code,
    name: row.name,
    detail: row.baseUnit,
  }))
  for (const hit of hits) {
    const key = String(hit.id)
    if (hit.kind !== 'items.item' || choices.some((choice) => choice.key === key)) continue
    choices.push({ key, code: hit.subtitle, name: hit.title })
  }
  return choices.length === 0 ? await scanned(wanted, signal) : choices.slice(0, MOST)
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
