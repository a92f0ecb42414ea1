import type { Reader } from '../../../kernel/db'
import { figure, type Cells, type Column } from '../cells'
import type { Kind } from '../kind'
import { idOf, idOrNull, packOf } from './references-queries'

const share: Column = { name: 'maximumDiscount', type: 'share' }
const minimum: Column = { name: 'minimum', type: 'quantity', isKey: true, whenNew: '0' }
const price: Column = { name: 'price', type: 'price', isNeeded: true }

const listInput = (reader: Reader, cells: Cells) => ({
  customerId: idOrNull(reader, 'partner', cells, 'customer'),
  channelId: idOrNull(reader, 'channel', cells, 'channel'),
  classId: idOrNull(reader, 'class', cells, 'class'),
  code: cells['code'],
  name: cells['name'],
  validFrom: cells['validFrom'],
  validTo: cells['validTo'] === '' ? null : cells['validTo'],
  maximumDiscountMicro: cells['maximumDiscount'] === '' ? null : figure(cells, share, 0),
})

/** Heads of price lists; with a customer they are contracts. */
export const priceLists: Kind = {
  columns: [
    { name: 'code', type: 'text', isKey: true, isNeeded: true },
    { name: 'name', type: 'text', isNeeded: true },
    { name: 'customer', type: 'text' },
    { name: 'channel', type: 'text' },
    { name: 'class', type: 'text' },
    { name: 'validFrom', type: 'date', isNeeded: true },
    { name: 'validTo', type: 'date' },
    share,
  ],
  rows: `
    SELECT l.id, l.active, l.code, l.name, coalesce(p.code, '') AS customer, coalesce(h.code, '') AS channel,
      coalesce(c.code, '') AS class, l.valid_from AS validFrom, l.valid_to AS validTo,
      l.maximum_discount_micro AS maximumDiscount
    FROM v_prices_list l
    LEFT JOIN v_parties_partner p ON p.id = l.customer_id
    LEFT JOIN v_prices_channel h ON h.id = l.channel_id
    LEFT JOIN v_prices_class c ON c.id = l.class_id`,
  byKey: 'l.code = ?1 COLLATE NOCASE',
  shown: 'l.active = 1',
  order: 'l.code',
  give({ reader }, cells, kept) {
    const known = kept === undefined ? {} : { id: kept.id }
    return [{ name: 'prices.saveList', input: { ...known, ...listInput(reader, cells), active: true } }]
  },
  takeBack: ({ reader }, cells, kept) => [
    { name: 'prices.saveList', input: { id: kept.id, ...listInput(reader, cells), active: false } },
  ],
}

/** Prices of the lists: of one base unit, or of a pack where a unit is named; from a quantity in base units on. */
export const prices: Kind = {
  columns: [
    { name: 'list', type: 'text', isKey: true, isNeeded: true },
    { name: 'item', type: 'text', isKey: true, isNeeded: true },
    { name: 'unit', type: 'text', isKey: true },
    minimum,
    price,
  ],
  rows: `
    SELECT n.id, 1 AS active, l.code AS list, i.code AS item, coalesce(k.unit, '') AS unit, n.minimum_micro AS minimum,
      n.price_micro AS price
    FROM v_prices_list_line n JOIN v_prices_list l ON l.id = n.list_id JOIN v_items_item i ON i.id = n.item_id
    LEFT JOIN v_items_pack k ON k.id = n.pack_id`,
  byKey: `l.code = ?1 COLLATE NOCASE AND i.code = ?2 COLLATE NOCASE AND coalesce(k.unit, '') = ?3
    AND n.minimum_micro = ?4`,
  shown: 'l.active = 1 AND i.active = 1',
  order: 'l.code, i.code, n.pack_id, n.minimum_micro',
  give({ reader }, cells) {
    const itemId = idOf(reader, 'item', cells['item'] ?? '', 'item')
    const unit = cells['unit'] ?? ''
    const line = {
      itemId,
      packId: unit === '' ? null : packOf(reader, itemId, unit, 'unit'),
      minimumMicro: figure(cells, minimum, 0),
      priceMicro: figure(cells, price, 0),
    }
    const listId = idOf(reader, 'list', cells['list'] ?? '', 'list')
    return [{ name: 'prices.setPrices', input: { listId, lines: [line] } }]
  },
  takeBack({ reader }, cells, kept) {
    const listId = idOf(reader, 'list', cells['list'] ?? '', 'list')
    return [{ name: 'prices.removePrices', input: { listId, lineIds: [kept.id] } }]
  },
}
