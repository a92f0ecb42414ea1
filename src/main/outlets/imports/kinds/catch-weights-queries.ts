import { figure, type Column } from '../cells'
import type { Kind } from '../kind'
import { idOf } from './references-queries'

const nominal: Column = { name: 'nominal', type: 'quantity', isNeeded: true }
const tolerance: Column = { name: 'tolerancePercent', type: 'count', whenNew: '10' }

/** Goods that are counted in pieces and paid by weight. */
export const catchWeights: Kind = {
  columns: [
    { name: 'item', type: 'text', isKey: true, isNeeded: true },
    { name: 'unit', type: 'text', isNeeded: true },
    nominal,
    tolerance,
  ],
  rows: `
    SELECT c.item_id AS id, 1 AS active, i.code AS item, c.unit, c.nominal_micro AS nominal,
      c.tolerance_percent AS tolerancePercent
    FROM v_items_catch_weight c JOIN v_items_item i ON i.id = c.item_id`,
  byKey: 'i.code = ?1 COLLATE NOCASE',
  shown: 'i.active = 1',
  order: 'i.code',
  give: ({ reader }, cells) => [
    {
      name: 'items.setCatchWeight',
      input: {
        itemId: idOf(reader, 'item', cells['item'] ?? '', 'item'),
        terms: {
          unit: cells['unit'],
          nominalMicro: figure(cells, nominal, 0),
          tolerancePercent: figure(cells, tolerance, 0),
        },
      },
    },
  ],
  takeBack: (_context, _cells, kept) => [{ name: 'items.setCatchWeight', input: { itemId: kept.id, terms: null } }],
}
