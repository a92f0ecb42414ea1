import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { requireTransfer } from './transfer'

const SORTS: Readonly<Record<string, string>> = {
  number: 't.number',
  state: 't.state',
  sentOn: 't.sent_on',
  arrivedOn: 't.arrived_on',
}

const FROM = `
  FROM stock_transfer t
  JOIN v_warehouse_warehouse f ON f.id = t.from_warehouse_id
  JOIN v_warehouse_warehouse w ON w.id = t.to_warehouse_id
  WHERE (?1 IS NULL OR t.state = ?1) AND (?2 = '' OR t.number LIKE ?3 OR f.name LIKE ?3 OR w.name LIKE ?3 OR t.note LIKE ?3)`

interface Row {
  id: number
  number: string
  state: string
  fromWarehouse: string
  toWarehouse: string
  sentOn: string
  arrivedOn: string | null
  lines: number
  valueMinor: number
}

export function listTransfers(reader: Reader, input: ListInput & { readonly state?: string | undefined }) {
  const params = [input.state ?? null, input.filter, `%${input.filter}%`]
  const sort = SORTS[input.sort ?? ''] ?? 't.id'
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT t.id, t.number, t.state, f.name AS fromWarehouse, w.name AS toWarehouse, t.sent_on AS sentOn,
       t.arrived_on AS arrivedOn,
       (SELECT count(*) FROM stock_transfer_line l WHERE l.transfer_id = t.id) AS lines,
       (SELECT coalesce(sum(l.value_minor), 0) FROM stock_transfer_line l WHERE l.transfer_id = t.id) AS valueMinor
     ${FROM} ORDER BY ${sort} ${direction}, t.id ${direction} LIMIT ?4 OFFSET ?5`,
    [...params, input.limit, input.offset],
  )
  const sums = reader.first<{ total: number; valueMinor: number | null }>(
    `SELECT count(*) AS total, sum((SELECT sum(l.value_minor) FROM stock_transfer_line l WHERE l.transfer_id = t.id)) AS valueMinor
     ${FROM}`,
    params,
  )
  return { rows, total: sums?.total ?? 0, sums: { valueMinor: sums?.valueMinor ?? 0 } }
}

const LINES = `
  SELECT l.id, i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, o.id AS lotId, o.code AS lotCode,
    o.expires_on AS expiresOn, b.id AS binId, b.code AS binCode, l.quantity_micro AS quantityMicro,
    l.value_minor AS valueMinor, l.arrived_micro AS arrivedMicro, l.difference_minor AS differenceMinor
  FROM stock_transfer_line l
  JOIN v_items_item i ON i.id = l.item_id
  JOIN v_warehouse_bin b ON b.id = l.from_bin_id
  LEFT JOIN v_inventory_lot o ON o.id = l.lot_id
  WHERE l.transfer_id = ? ORDER BY l.id`

interface LineRow {
  id: number
  itemId: number
  code: string
  name: string
  baseUnit: string
  lotId: number | null
  lotCode: string | null
  expiresOn: string | null
  binId: number
  binCode: string
  quantityMicro: number
  valueMinor: number
  arrivedMicro: number | null
  differenceMinor: number
}

export function getTransfer(reader: Reader, id: number) {
  const transfer = requireTransfer(reader, id)
  const nameOf = (warehouseId: number): string =>
    reader.first<{ name: string }>('SELECT name FROM v_warehouse_warehouse WHERE id = ?', [warehouseId])?.name ?? ''
  return {
    id,
    number: transfer.number,
    state: transfer.state,
    fromWarehouse: { id: transfer.fromWarehouseId, name: nameOf(transfer.fromWarehouseId) },
    toWarehouse: { id: transfer.toWarehouseId, name: nameOf(transfer.toWarehouseId) },
    sentOn: transfer.sentOn,
    arrivedOn: transfer.arrivedOn,
    note: transfer.note,
    lines: reader.all<LineRow>(LINES, [id]).map((row) => ({
      id: row.id,
      item: { id: row.itemId, code: row.code, name: row.name, baseUnit: row.baseUnit },
      lot: row.lotId === null ? null : { id: row.lotId, code: row.lotCode ?? '', expiresOn: row.expiresOn },
      fromBin: { id: row.binId, code: row.binCode },
      quantityMicro: row.quantityMicro,
      valueMinor: row.valueMinor,
      arrivedMicro: row.arrivedMicro,
      differenceMinor: row.differenceMinor,
    })),
    chain: { from: [], to: [] },
  }
}
