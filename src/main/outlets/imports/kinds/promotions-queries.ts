import type { Reader } from '../../../kernel/db'
import { figure, type Cells, type Column } from '../cells'
import type { Kind } from '../kind'
import { idOrNull } from './references-queries'

const minimum: Column = { name: 'minimum', type: 'quantity', whenNew: '0' }
const discount: Column = { name: 'discount', type: 'share' }
const price: Column = { name: 'price', type: 'price' }

const inputOf = (reader: Reader, cells: Cells) => ({
  name: cells['name'],
  validFrom: cells['validFrom'],
  validTo: cells['validTo'],
  itemId: idOrNull(reader, 'item', cells, 'item'),
  category: cells['category'],
  channelId: idOrNull(reader, 'channel', cells, 'channel'),
  classId: idOrNull(reader, 'class', cells, 'class'),
  minimumMicro: figure(cells, minimum, 0),
  discountMicro: cells['discount'] === '' ? null : figure(cells, discount, 0),
  priceMicro: cells['price'] === '' ? null : figure(cells, price, 0),
  isAlone: cells['isAlone'] === 'yes',
})

/** Dated promotions: of an item, a category or everything; a discount or a price. */
export const promotions: Kind = {
  columns: [
    { name: 'name', type: 'text', isKey: true, isNeeded: true },
    { name: 'validFrom', type: 'date', isKey: true, isNeeded: true },
    { name: 'item', type: 'text', isKey: true },
    { name: 'category', type: 'text', isKey: true },
    { name: 'validTo', type: 'date', isNeeded: true },
    { name: 'channel', type: 'text' },
    { name: 'class', type: 'text' },
    minimum,
    discount,
    price,
    { name: 'isAlone', type: 'yesNo', whenNew: 'no' },
  ],
  rows: `
    SELECT o.id, o.active, o.name, o.valid_from AS validFrom, coalesce(i.code, '') AS item, o.category,
      o.valid_to AS validTo, coalesce(h.code, '') AS channel, coalesce(c.code, '') AS class,
      o.minimum_micro AS minimum, o.discount_micro AS discount, o.price_micro AS price, o.is_alone AS isAlone
    FROM v_prices_promotion o
    LEFT JOIN v_items_item i ON i.id = o.item_id
    LEFT JOIN v_prices_channel h ON h.id = o.channel_id
    LEFT JOIN v_prices_class c ON c.id = o.class_id`,
  byKey: `o.name = ?1 AND o.valid_from = ?2 AND coalesce(i.code, '') = ?3 COLLATE NOCASE AND o.category = ?4`,
  shown: 'o.active = 1',
  order: 'o.name, o.valid_from, i.code, o.category, o.id',
  give: ({ reader }, cells, kept) => [
    {
      name: 'prices.savePromotion',
      input: { ...(kept === undefined ? {} : { id: kept.id }), ...inputOf(reader, cells) },
    },
  ],
  takeBack: ({ reader }, cells, kept) => [
    { name: 'prices.savePromotion', input: { id: kept.id, ...inputOf(reader, cells), active: false } },
  ],
}
