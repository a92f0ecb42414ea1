import { figure, type Cells, type Column } from '../cells'
import type { Kind } from '../kind'
import { idOf, idOrNull } from './references-queries'

const discount: Column = { name: 'discount', type: 'share', whenNew: '0' }

/** Ways in which customers order. */
export const channels: Kind = {
  columns: [
    { name: 'code', type: 'text', isKey: true, isNeeded: true },
    { name: 'name', type: 'text', isNeeded: true },
  ],
  rows: 'SELECT h.id, h.active, h.code, h.name FROM v_prices_channel h',
  byKey: 'h.code = ?1 COLLATE NOCASE',
  shown: 'h.active = 1',
  order: 'h.code',
  give: (_context, { code, name }, kept) => [
    { name: 'prices.saveChannel', input: { ...(kept === undefined ? {} : { id: kept.id }), code, name } },
  ],
  takeBack: (_context, { code, name }, kept) => [
    { name: 'prices.saveChannel', input: { id: kept.id, code, name, active: false } },
  ],
}

const classInput = (cells: Cells) => ({
  code: cells['code'],
  name: cells['name'],
  discountMicro: figure(cells, discount, 0),
})

/** Classes of customers, with the discount that all of a class have. */
export const classes: Kind = {
  columns: [
    { name: 'code', type: 'text', isKey: true, isNeeded: true },
    { name: 'name', type: 'text', isNeeded: true },
    discount,
  ],
  rows: 'SELECT c.id, c.active, c.code, c.name, c.discount_micro AS discount FROM v_prices_class_card c',
  byKey: 'c.code = ?1 COLLATE NOCASE',
  shown: 'c.active = 1',
  order: 'c.code',
  give: (_context, cells, kept) => [
    { name: 'prices.saveClass', input: { ...(kept === undefined ? {} : { id: kept.id }), ...classInput(cells) } },
  ],
  takeBack: (_context, cells, kept) => [
    { name: 'prices.saveClass', input: { id: kept.id, ...classInput(cells), active: false } },
  ],
}

const HAS_TERMS = '(t.class_id IS NOT NULL OR t.channel_id IS NOT NULL)'

/** The class and the channel of each customer. */
export const customerTerms: Kind = {
  columns: [
    { name: 'customer', type: 'text', isKey: true, isNeeded: true },
    { name: 'class', type: 'text' },
    { name: 'channel', type: 'text' },
  ],
  rows: `
    SELECT p.id, 1 AS active, p.code AS customer, coalesce(c.code, '') AS class, coalesce(h.code, '') AS channel
    FROM v_prices_customer_terms t JOIN v_parties_partner p ON p.id = t.customer_id
    LEFT JOIN v_prices_class c ON c.id = t.class_id
    LEFT JOIN v_prices_channel h ON h.id = t.channel_id`,
  byKey: `p.code = ?1 COLLATE NOCASE AND ${HAS_TERMS}`,
  shown: `p.active = 1 AND ${HAS_TERMS}`,
  order: 'p.code',
  give: ({ reader }, cells) => [
    {
      name: 'prices.setCustomerTerms',
      input: {
        customerId: idOf(reader, 'partner', cells['customer'] ?? '', 'customer'),
        classId: idOrNull(reader, 'class', cells, 'class'),
        channelId: idOrNull(reader, 'channel', cells, 'channel'),
      },
    },
  ],
  takeBack: (_context, _cells, kept) => [
    { name: 'prices.setCustomerTerms', input: { customerId: kept.id, classId: null, channelId: null } },
  ],
}
