import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { requireConversion } from './convert-goods'

const SORTS: Readonly<Record<string, string>> = {
  number: 'c.number',
  state: 'c.state',
  kind: 'c.kind',
  convertedOn: 'c.converted_on',
  valueMinor: 'c.value_minor',
}

const MADE = `coalesce((SELECT group_concat(i.name, ', ') FROM stock_conversion_line l
  JOIN v_items_item i ON i.id = l.item_id WHERE l.conversion_id = c.id AND l.side = 'made'), '')`
const FROM = `FROM stock_conversion c WHERE (?1 = '' OR c.number LIKE ?2 OR c.note LIKE ?2 OR ${MADE} LIKE ?2)`

interface Row {
  id: number
  number: string
  state: string
  kind: string
  convertedOn: string
  made: string
  valueMinor: number
  lossMinor: number
}

export function listConversions(reader: Reader, input: ListInput) {
  const params = [input.filter, `%${input.filter}%`]
  const sort = SORTS[input.sort ?? ''] ?? 'c.id'
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT c.id, c.number, c.state, c.kind, c.converted_on AS convertedOn, ${MADE} AS made, c.value_minor AS valueMinor,
       c.loss_minor AS lossMinor ${FROM} ORDER BY ${sort} ${direction}, c.id ${direction} LIMIT ?3 OFFSET ?4`,
    [...params, input.limit, input.offset],
  )
  const sums = reader.first<{ total: number; valueMinor: number | null; lossMinor: number | null }>(
    `SELECT count(*) AS total, sum(CASE WHEN c.state = 'posted' THEN c.value_minor END) AS valueMinor,
       sum(CASE WHEN c.state = 'posted' THEN c.loss_minor END) AS lossMinor ${FROM}`,
    params,
  )
  return {
    rows,
    total: sums?.total ?? 0,
    sums: { valueMinor: sums?.valueMinor ?? 0, lossMinor: sums?.lossMinor ?? 0 },
  }
}

const LINES = `
  SELECT l.id, l.side, i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit, o.id AS lotId, o.code AS lotCode,
    o.expires_on AS expiresOn, b.id AS binId, b.code AS binCode, l.quantity_micro AS quantityMicro,
    l.expected_micro AS expectedMicro, l.value_minor AS valueMinor
  FROM stock_conversion_line l
  JOIN v_items_item i ON i.id = l.item_id
  JOIN v_warehouse_bin b ON b.id = l.bin_id
  LEFT JOIN v_inventory_lot o ON o.id = l.lot_id
  WHERE l.conversion_id = ? ORDER BY l.id`

interface LineRow {
  id: number
  side: 'used' | 'made'
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
  expectedMicro: number | null
  valueMinor: number
}

export function getConversion(reader: Reader, id: number) {
  const { warehouseId, ...conversion } = requireConversion(reader, id)
  const warehouse = reader.first<{ name: string }>('SELECT name FROM v_warehouse_warehouse WHERE id = ?', [warehouseId])
  return {
    ...conversion,
    warehouse: warehouse?.name ?? '',
    lines: reader.all<LineRow>(LINES, [id]).map((row) => ({
      id: row.id,
      side: row.side,
      item: { id: row.itemId, code: row.code, name: row.name, baseUnit: row.baseUnit },
      lot: row.lotId === null ? null : { id: row.lotId, code: row.lotCode ?? '', expiresOn: row.expiresOn },
      bin: { id: row.binId, code: row.binCode },
      quantityMicro: row.quantityMicro,
      expectedMicro: row.expectedMicro,
      valueMinor: row.valueMinor,
    })),
    chain: { from: [], to: [] },
  }
}
