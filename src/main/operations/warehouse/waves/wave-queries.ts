import type { Reader } from '../../../kernel/db'
import type { Picking } from '../tables'

interface OrderRow {
  orderId: number
  orderNumber: string
  dueOn: string
  lines: number
  quantityMicro: number
  isComplete: number
  partnerId: number
  partnerCode: string
  partnerName: string
}

const ORDERS = `
  SELECT d.source_id AS orderId, d.source_number AS orderNumber, min(d.due_on) AS dueOn, count(*) AS lines,
    sum(d.quantity_micro - d.released_micro - d.withdrawn_micro) AS quantityMicro,
    %COMPLETE% AS isComplete, p.id AS partnerId, p.code AS partnerCode, p.name AS partnerName
  FROM warehouse_demand d JOIN v_parties_partner p ON p.id = d.partner_id
  WHERE d.warehouse_id = ? AND %WHICH%
  GROUP BY d.source_kind, d.source_id ORDER BY dueOn, orderId`

const orders = (which: string, complete: string): string =>
  ORDERS.replace('%WHICH%', which).replace('%COMPLETE%', complete)

/** Something stands unpacked; complete once all that was released is picked. */
const TO_PACK = orders('d.shipped_micro < d.released_micro', 'max(d.picked_micro < d.released_micro) = 0').replace(
  'ORDER BY',
  'HAVING max(d.packed_micro < d.picked_micro) = 1 ORDER BY',
)
/** Something is packed and not shipped; complete once all that was released is packed. */
const TO_SHIP = orders('d.shipped_micro < d.released_micro', 'max(d.packed_micro < d.released_micro) = 0').replace(
  'ORDER BY',
  'HAVING max(d.shipped_micro < d.packed_micro) = 1 ORDER BY',
)

function ordersOf(reader: Reader, query: string, warehouseId: number) {
  return reader.all<OrderRow>(query, [warehouseId]).map((row) => ({
    orderId: row.orderId,
    orderNumber: row.orderNumber,
    customer: { id: row.partnerId, code: row.partnerCode, name: row.partnerName },
    dueOn: row.dueOn,
    lines: row.lines,
    quantityMicro: row.quantityMicro,
    isComplete: row.isComplete === 1,
  }))
}

export function listToPack(reader: Reader, input: { warehouseId: number }) {
  return { rows: ordersOf(reader, TO_PACK, input.warehouseId) }
}

/** Orders with packed goods that wait for the carrier. */
export function listToShip(reader: Reader, input: { warehouseId: number }) {
  return { rows: ordersOf(reader, TO_SHIP, input.warehouseId) }
}

const BATCHES = `
  SELECT b.id, b.number, b.state, w.number AS waveNumber, w.picking, z.name AS zoneName,
    b.walk_millimetres AS walkMillimetres,
    (SELECT count(*) FROM warehouse_task t WHERE t.batch_id = b.id) AS tasks,
    (SELECT count(*) FROM warehouse_task t WHERE t.batch_id = b.id AND t.state <> 'open') AS doneTasks,
    u.name AS assignedTo
  FROM warehouse_batch b
  JOIN warehouse_wave w ON w.id = b.wave_id
  LEFT JOIN v_access_user u ON u.id = b.assigned_to
  LEFT JOIN warehouse_zone z ON z.id = b.zone_id
  WHERE b.state = 'open' AND w.warehouse_id = ? ORDER BY b.id`

interface BatchRow {
  id: number
  number: string
  state: string
  waveNumber: string
  picking: Picking
  zoneName: string | null
  walkMillimetres: number
  tasks: number
  doneTasks: number
  assignedTo: string | null
}

/** Batches with something left to pick. */
export function listBatches(reader: Reader, input: { warehouseId: number }) {
  return { rows: reader.all<BatchRow>(BATCHES, [input.warehouseId]) }
}

const WAVES_OF = `
  SELECT DISTINCT w.id, w.number, w.state FROM warehouse_demand d JOIN warehouse_wave w ON w.id = d.wave_id
  WHERE d.source_kind = ? AND d.source_id = ? ORDER BY w.id`

/** Waves that released lines of a document. */
export function wavesOf(reader: Reader, source: { readonly kind: string; readonly id: number }) {
  const rows = reader.all<{ id: number; number: string; state: string }>(WAVES_OF, [source.kind, source.id])
  return rows.map(({ id, number, state }) => ({ kind: 'warehouse.wave', id, number, state }))
}
