import { barcodesOfItems } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'

interface TaskRow {
  id: number
  kind: 'putaway' | 'pick' | 'move'
  state: string
  itemId: number
  itemCode: string
  itemName: string
  baseUnit: string
  lotId: number
  lotCode: string | null
  expiresOn: string | null
  fromBinId: number
  fromBinCode: string
  toBinId: number
  toBinCode: string
  quantityMicro: number
  doneMicro: number
  reasonCode: string
  reasonParams: string
  batchNumber: string | null
  orderNumber: string | null
  slot: number | null
  units: string
}

const TASKS = `
  SELECT t.id, t.kind, t.state, t.item_id AS itemId, i.code AS itemCode, i.name AS itemName, i.base_unit AS baseUnit,
    t.lot_id AS lotId, l.code AS lotCode, l.expires_on AS expiresOn, t.from_bin_id AS fromBinId, f.code AS fromBinCode,
    t.to_bin_id AS toBinId, g.code AS toBinCode, t.quantity_micro AS quantityMicro, t.done_micro AS doneMicro,
    t.reason_code AS reasonCode, t.reason_params AS reasonParams, b.number AS batchNumber,
    d.source_number AS orderNumber, t.slot,
    CASE WHEN t.kind = 'pick' AND t.state = 'open' THEN (
      SELECT json_group_array(u.code) FROM warehouse_unit u JOIN warehouse_unit_line k ON k.unit_id = u.id
      WHERE u.bin_id = t.from_bin_id AND u.state = 'here' AND k.item_id = t.item_id AND k.lot_id = t.lot_id
        AND k.status = 'available') ELSE '[]' END AS units
  FROM warehouse_task t
  JOIN v_items_item i ON i.id = t.item_id
  JOIN warehouse_bin f ON f.id = t.from_bin_id
  JOIN warehouse_bin g ON g.id = t.to_bin_id
  LEFT JOIN v_inventory_lot l ON l.id = t.lot_id
  LEFT JOIN warehouse_batch b ON b.id = t.batch_id
  LEFT JOIN warehouse_demand d ON d.id = t.demand_id`

const OF_BATCH = `${TASKS} WHERE t.batch_id = ? ORDER BY t.sequence, t.id`

const OPEN_PUTAWAY = `${TASKS}
  WHERE t.kind = 'putaway' AND t.state = 'open' AND t.warehouse_id = ? ORDER BY t.sequence, t.id LIMIT ?`

const OPEN_MOVES = `${TASKS}
  WHERE t.kind = 'move' AND t.state = 'open' AND t.warehouse_id = ? ORDER BY t.sequence, f.aisle, f.y_millimetres, t.id LIMIT ?`

const OPEN_MOVES_COUNT = `
  SELECT count(*) AS total FROM warehouse_task WHERE kind = 'move' AND state = 'open' AND warehouse_id = ?`

const OPEN_PUTAWAY_COUNT = `
  SELECT count(*) AS total FROM warehouse_task WHERE kind = 'putaway' AND state = 'open' AND warehouse_id = ?`

export type TaskView = ReturnType<typeof withBarcodes>[number]

function withBarcodes(reader: Reader, rows: readonly TaskRow[]) {
  const barcodes = barcodesOfItems(reader, [...new Set(rows.map((row) => row.itemId))])
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    item: { id: row.itemId, code: row.itemCode, name: row.itemName, baseUnit: row.baseUnit },
    barcodes: barcodes.get(row.itemId) ?? [],
    lot: row.lotCode === null ? null : { id: row.lotId, code: row.lotCode, expiresOn: row.expiresOn },
    fromBin: { id: row.fromBinId, code: row.fromBinCode },
    toBin: { id: row.toBinId, code: row.toBinCode },
    quantityMicro: row.quantityMicro,
    doneMicro: row.doneMicro,
    reasonCode: row.reasonCode,
    reasonParams: JSON.parse(row.reasonParams) as Record<string, string | number>,
    batchNumber: row.batchNumber,
    orderNumber: row.orderNumber,
    slot: row.slot,
    units: JSON.parse(row.units) as string[],
  }))
}

export function tasksOfBatch(reader: Reader, batchId: number): TaskView[] {
  return withBarcodes(reader, reader.all<TaskRow>(OF_BATCH, [batchId]))
}

export function openPutaway(reader: Reader, input: { warehouseId: number; limit: number }) {
  const total = reader.first<{ total: number }>(OPEN_PUTAWAY_COUNT, [input.warehouseId])?.total ?? 0
  return { tasks: withBarcodes(reader, reader.all<TaskRow>(OPEN_PUTAWAY, [input.warehouseId, input.limit])), total }
}

export function openMoves(reader: Reader, input: { warehouseId: number; limit: number }) {
  const total = reader.first<{ total: number }>(OPEN_MOVES_COUNT, [input.warehouseId])?.total ?? 0
  return { tasks: withBarcodes(reader, reader.all<TaskRow>(OPEN_MOVES, [input.warehouseId, input.limit])), total }
}
