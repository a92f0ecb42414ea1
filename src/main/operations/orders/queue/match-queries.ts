import { findSubjects } from '../../../foundation/search'
import type { Reader } from '../../../kernel/db'
import { nameKey } from '../text/read-text'
import { requestStore } from './request-store'

const MOST_GUESSED = 500

export interface ItemMatch {
  readonly itemId: number
  /** The pack the text itself means (a barcode, a nickname); else by the unit. */
  readonly packId: number | null
  readonly by: 'nickname' | 'code' | 'barcode' | 'name' | 'guess'
}

const BY_CODE = 'SELECT id FROM v_items_item WHERE code = ? AND active = 1'
const BY_BARCODE = 'SELECT item_id AS itemId, pack_id AS packId FROM v_items_barcode WHERE barcode = ?'
const BY_NAME = 'SELECT id FROM v_items_item WHERE name = ? AND active = 1 LIMIT 2'

/** Of the items found: what this customer bought before first, then the shortest name. */
const GUESSES = `
  SELECT i.id FROM v_items_item i
  WHERE i.active = 1 AND i.id IN (SELECT value FROM json_each(?1))
  ORDER BY EXISTS (SELECT 1 FROM v_sales_order o JOIN v_sales_order_line l ON l.order_id = o.id
    WHERE o.customer_id = ?2 AND l.item_id = i.id) DESC, length(i.name), i.id LIMIT 1`

/** Which item a text means: the customer's own word first, then code, barcode, name. */
export function matchItem(reader: Reader, customerId: number | null, text: string): ItemMatch | undefined {
  const wanted = text.trim()
  if (wanted === '') return undefined
  const key = nameKey(wanted)
  const nickname =
    (customerId === null ? undefined : requestStore.nickname(reader, customerId, key)) ??
    requestStore.nickname(reader, 0, key)
  if (nickname !== undefined) return { ...nickname, by: 'nickname' }
  const code = reader.first<{ id: number }>(BY_CODE, [wanted])
  if (code !== undefined) return { itemId: code.id, packId: null, by: 'code' }
  const barcode = reader.first<{ itemId: number; packId: number }>(BY_BARCODE, [wanted])
  if (barcode !== undefined) return { ...barcode, by: 'barcode' }
  const [name, other] = reader.all<{ id: number }>(BY_NAME, [wanted])
  if (name !== undefined && other === undefined) return { itemId: name.id, packId: null, by: 'name' }
  return undefined
}

/** What it might mean: for a person to confirm, never taken by itself. */
export function guessItem(reader: Reader, customerId: number | null, text: string): ItemMatch | undefined {
  if (nameKey(text) === '') return undefined
  const written = findSubjects(reader, 'items.item', text, MOST_GUESSED)
  // People write cola500ml for what the list calls Cola 500ml.
  const parted = text.replaceAll(/(\p{L})(\d)/gu, '$1 $2')
  const ids = written.length > 0 ? written : findSubjects(reader, 'items.item', parted, MOST_GUESSED)
  if (ids.length === 0) return undefined
  const found = reader.first<{ id: number }>(GUESSES, [JSON.stringify(ids), customerId ?? 0])
  return found === undefined ? undefined : { itemId: found.id, packId: null, by: 'guess' }
}

const PACKS =
  'SELECT id, unit, base_quantity AS baseQuantity FROM v_items_pack WHERE item_id = ? ORDER BY base_quantity, id'

/** The pack a unit means; without a unit the base unit; undefined where the item has no such pack. */
export function matchPack(
  reader: Reader,
  itemId: number,
  unitText: string,
): { id: number; unit: string; baseQuantity: number } | undefined {
  const packs = reader.all<{ id: number; unit: string; baseQuantity: number }>(PACKS, [itemId])
  const wanted = nameKey(unitText)
  if (wanted === '') return packs[0]
  return packs.find((pack) => nameKey(pack.unit) === wanted || `${nameKey(pack.unit)}s` === wanted)
}

const CUSTOMER_BY_CODE = 'SELECT id FROM v_parties_partner WHERE code = ? AND is_customer = 1 AND active = 1'
const CUSTOMER_BY_NAME = 'SELECT id FROM v_parties_partner WHERE name = ? AND is_customer = 1 AND active = 1 LIMIT 2'

/** The customer of this code, or of this very name where only one has it. */
export function matchCustomer(reader: Reader, text: string): number | null {
  const wanted = text.trim()
  const code = reader.first<{ id: number }>(CUSTOMER_BY_CODE, [wanted])
  if (code !== undefined) return code.id
  const [name, other] = reader.all<{ id: number }>(CUSTOMER_BY_NAME, [wanted])
  return name !== undefined && other === undefined ? name.id : null
}
