import type { Reader } from '../../../kernel/db'
import type { GivenCommand } from '../../../kernel/dispatch'
import type { Cells } from '../cells'
import type { Kind } from '../kind'
import { idOf } from './references-queries'

interface PartnerName {
  readonly partnerId: number
  readonly code: string
  readonly name: string
}

const NAMES =
  'SELECT partner_id AS partnerId, code, name FROM v_items_partner_code WHERE item_id = ? ORDER BY partner_id'

function withName(reader: Reader, cells: Cells, isKept: boolean): GivenCommand {
  const itemId = idOf(reader, 'item', cells['item'] ?? '', 'item')
  const partnerId = idOf(reader, 'partner', cells['partner'] ?? '', 'partner')
  const others = reader.all<PartnerName>(NAMES, [itemId]).filter((one) => one.partnerId !== partnerId)
  const own = { partnerId, code: cells['code'] ?? '', name: cells['name'] ?? '' }
  return { name: 'items.setPartnerCodes', input: { itemId, codes: isKept ? [...others, own] : others } }
}

/** What customers and suppliers call an item. */
export const partnerCodes: Kind = {
  columns: [
    { name: 'item', type: 'text', isKey: true, isNeeded: true },
    { name: 'partner', type: 'text', isKey: true, isNeeded: true },
    { name: 'code', type: 'text' },
    { name: 'name', type: 'text' },
  ],
  rows: `
    SELECT i.id, 1 AS active, i.code AS item, p.code AS partner, c.code, c.name
    FROM v_items_partner_code c JOIN v_items_item i ON i.id = c.item_id JOIN v_parties_partner p ON p.id = c.partner_id`,
  byKey: 'i.code = ?1 COLLATE NOCASE AND p.code = ?2 COLLATE NOCASE',
  shown: 'i.active = 1 AND p.active = 1',
  order: 'i.code, p.code',
  give: ({ reader }, cells) => [withName(reader, cells, true)],
  takeBack: ({ reader }, cells) => [withName(reader, cells, false)],
}

const HAS_SUBSTITUTES = 'EXISTS (SELECT 1 FROM v_items_substitute s WHERE s.item_id = i.id)'

const codesOf = (cells: Cells): string[] =>
  (cells['substitutes'] ?? '')
    .split(/[;；,，\s]+/)
    .map((code) => code.trim())
    .filter((code) => code !== '')

/** What may be given instead of an item: codes parted by semicolons, the best first. */
export const substitutes: Kind = {
  columns: [
    { name: 'item', type: 'text', isKey: true, isNeeded: true },
    { name: 'substitutes', type: 'text' },
  ],
  rows: `
    SELECT i.id, 1 AS active, i.code AS item, coalesce((SELECT group_concat(o.code, '; ') FROM
      (SELECT s.substitute_id FROM v_items_substitute s WHERE s.item_id = i.id ORDER BY s.rank) w
      JOIN v_items_item o ON o.id = w.substitute_id), '') AS substitutes
    FROM v_items_item i`,
  byKey: `i.code = ?1 COLLATE NOCASE AND ${HAS_SUBSTITUTES}`,
  shown: `i.active = 1 AND ${HAS_SUBSTITUTES}`,
  order: 'i.code',
  give({ reader }, cells) {
    const itemId = idOf(reader, 'item', cells['item'] ?? '', 'item')
    const substituteIds = codesOf(cells).map((code) => idOf(reader, 'item', code, 'substitutes'))
    return [{ name: 'items.setSubstitutes', input: { itemId, substituteIds } }]
  },
  takeBack: (_context, _cells, kept) => [
    { name: 'items.setSubstitutes', input: { itemId: kept.id, substituteIds: [] } },
  ],
}
