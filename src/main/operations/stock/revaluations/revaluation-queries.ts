import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { requireRevaluation } from './revalue-stock'

const SORTS: Readonly<Record<string, string>> = { number: 'r.number', state: 'r.state', revaluedOn: 'r.revalued_on' }

const FROM = `
  FROM stock_revaluation r
  JOIN v_items_item i ON i.id = r.item_id
  JOIN v_warehouse_warehouse w ON w.id = r.warehouse_id
  WHERE (?1 = '' OR r.number LIKE ?2 OR r.reason LIKE ?2 OR i.code LIKE ?2 OR i.name LIKE ?2)`

interface Row {
  id: number
  number: string
  state: string
  itemId: number
  code: string
  name: string
  baseUnit: string
  warehouse: string
  revaluedOn: string
  reason: string
  quantityMicro: number
  beforeMinor: number
  afterMinor: number
}

export function listRevaluations(reader: Reader, input: ListInput) {
  const params = [input.filter, `%${input.filter}%`]
  const sort = SORTS[input.sort ?? ''] ?? 'r.id'
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT r.id, r.number, r.state, i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, w.name AS warehouse,
       r.revalued_on AS revaluedOn, r.reason, r.quantity_micro AS quantityMicro, r.before_minor AS beforeMinor,
       r.after_minor AS afterMinor
     ${FROM} ORDER BY ${sort} ${direction}, r.id ${direction} LIMIT ?3 OFFSET ?4`,
    [...params, input.limit, input.offset],
  )
  const total = reader.first<{ total: number }>(`SELECT count(*) AS total ${FROM}`, params)?.total ?? 0
  return {
    rows: rows.map(({ itemId, code, name, baseUnit, ...row }) => ({
      ...row,
      item: { id: itemId, code, name, baseUnit },
    })),
    total,
    sums: {},
  }
}

export function getRevaluation(reader: Reader, id: number) {
  const { warehouseId, itemId, lotId, ...revaluation } = requireRevaluation(reader, id)
  const item = requireItem(reader, itemId)
  const warehouse = reader.first<{ name: string }>('SELECT name FROM v_warehouse_warehouse WHERE id = ?', [warehouseId])
  const lot = reader.first<{ id: number; code: string; expiresOn: string | null }>(
    'SELECT id, code, expires_on AS expiresOn FROM v_inventory_lot WHERE id = ?',
    [lotId],
  )
  return {
    ...revaluation,
    item: { id: itemId, code: item.code, name: item.name, baseUnit: item.baseUnit },
    lot: lot ?? null,
    warehouse: warehouse?.name ?? '',
  }
}
