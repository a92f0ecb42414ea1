import { refuse } from '../../../../shared/errors'
import type { Cells } from '../cells'
import type { Kind } from '../kind'
import { idOf } from './references-queries'

const CLIMATES = new Set(['', 'cool', 'chilled', 'frozen'])

function inputOf({ name, categories = '', temperature = '' }: Cells) {
  if (!CLIMATES.has(temperature)) refuse('imports.cell.climate', {}, 'temperature')
  const named = categories.split(';').map((category) => category.trim())
  return { name, temperature, categories: named.filter((category) => category !== '') }
}

/** Parts of the warehouses, and what belongs there. */
export const zones: Kind = {
  columns: [
    { name: 'warehouse', type: 'text', isKey: true, isNeeded: true },
    { name: 'code', type: 'text', isKey: true, isNeeded: true },
    { name: 'name', type: 'text', isNeeded: true },
    { name: 'categories', type: 'text' },
    { name: 'temperature', type: 'text' },
  ],
  rows: `
    SELECT z.id, 1 AS active, w.code AS warehouse, z.code, z.name, replace(z.categories, char(10), '; ') AS categories,
      z.temperature
    FROM v_warehouse_zone z JOIN v_warehouse_warehouse w ON w.id = z.warehouse_id`,
  byKey: 'w.code = ?1 COLLATE NOCASE AND z.code = ?2 COLLATE NOCASE',
  shown: 'w.customer_id IS NULL',
  order: 'w.code, z.code',
  give({ reader }, cells, kept) {
    const input = inputOf(cells)
    if (kept !== undefined) return [{ name: 'warehouse.saveZone', input: { zoneId: kept.id, ...input } }]
    const warehouseId = idOf(reader, 'warehouse', cells['warehouse'] ?? '', 'warehouse')
    return [{ name: 'warehouse.addZone', input: { warehouseId, code: cells['code'], ...input } }]
  },
  takeBack: (_context, _cells, kept) => [{ name: 'warehouse.removeZone', input: { zoneId: kept.id } }],
}
