import { figure, type Column } from '../cells'
import type { Kind } from '../kind'
import { idOf } from './references-queries'

const price: Column = { name: 'price', type: 'price', isNeeded: true }
const leadDays: Column = { name: 'leadDays', type: 'count', whenNew: '0' }
const minimum: Column = { name: 'minimum', type: 'quantity', whenNew: '0' }
const multiple: Column = { name: 'multiple', type: 'quantity', whenNew: '0' }

/** Price lists of suppliers, with lead time, minimum and multiple. */
export const supplierPrices: Kind = {
  columns: [
    { name: 'supplier', type: 'text', isKey: true, isNeeded: true },
    { name: 'item', type: 'text', isKey: true, isNeeded: true },
    { name: 'validFrom', type: 'date', isKey: true, isNeeded: true },
    price,
    leadDays,
    minimum,
    multiple,
    { name: 'supplierCode', type: 'text' },
    { name: 'isPreferred', type: 'yesNo', whenNew: 'no' },
  ],
  rows: `
    SELECT t.id, 1 AS active, p.code AS supplier, i.code AS item, t.valid_from AS validFrom, t.price_micro AS price,
      t.lead_days AS leadDays, t.minimum_micro AS minimum, t.multiple_micro AS multiple,
      t.supplier_code AS supplierCode, t.is_preferred AS isPreferred
    FROM v_suppliers_price t JOIN v_parties_partner p ON p.id = t.supplier_id JOIN v_items_item i ON i.id = t.item_id`,
  byKey: 'p.code = ?1 COLLATE NOCASE AND i.code = ?2 COLLATE NOCASE AND t.valid_from = ?3',
  shown: 'p.active = 1 AND i.active = 1',
  order: 'p.code, i.code, t.valid_from',
  tellsCost: true,
  give({ reader }, cells, kept) {
    const input = {
      supplierId: idOf(reader, 'partner', cells['supplier'] ?? '', 'supplier'),
      itemId: idOf(reader, 'item', cells['item'] ?? '', 'item'),
      validFrom: cells['validFrom'],
      priceMicro: figure(cells, price, 0),
      leadDays: figure(cells, leadDays, 0),
      minimumMicro: figure(cells, minimum, 0),
      multipleMicro: figure(cells, multiple, 0),
      supplierCode: cells['supplierCode'],
      isPreferred: cells['isPreferred'] === 'yes',
    }
    return [{ name: 'suppliers.saveTerm', input: kept === undefined ? input : { id: kept.id, ...input } }]
  },
  takeBack: (_context, _cells, kept) => [{ name: 'suppliers.removeTerm', input: { id: kept.id } }],
}
