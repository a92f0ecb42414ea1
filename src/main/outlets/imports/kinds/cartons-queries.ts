import { figure, type Column } from '../cells'
import type { Kind } from '../kind'

const volume: Column = { name: 'volumeMillilitres', type: 'count', isNeeded: true }
const most: Column = { name: 'maximumGrams', type: 'count', whenNew: '0' }
const tare: Column = { name: 'tareGrams', type: 'count', whenNew: '0' }

/** Cartons that orders are packed into. */
export const cartons: Kind = {
  columns: [
    { name: 'code', type: 'text', isKey: true, isNeeded: true },
    { name: 'name', type: 'text', isNeeded: true },
    volume,
    most,
    tare,
  ],
  rows: `
    SELECT k.id, 1 AS active, k.code, k.name, k.volume_millilitres AS volumeMillilitres,
      k.maximum_grams AS maximumGrams, k.tare_grams AS tareGrams
    FROM v_warehouse_carton_kind_card k`,
  byKey: 'k.code = ?1 COLLATE NOCASE AND k.active = 1',
  shown: 'k.active = 1',
  order: 'k.code',
  give(_context, cells, kept) {
    const input = {
      code: cells['code'],
      name: cells['name'],
      volumeMillilitres: figure(cells, volume, 0),
      maximumGrams: figure(cells, most, 0),
      tareGrams: figure(cells, tare, 0),
    }
    return [{ name: 'warehouse.saveCartonKind', input: kept === undefined ? input : { id: kept.id, ...input } }]
  },
  takeBack: (_context, _cells, kept) => [{ name: 'warehouse.removeCartonKind', input: { id: kept.id } }],
}
