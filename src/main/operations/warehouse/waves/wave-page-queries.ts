import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { Picking } from '../tables'

/** A wave of which nothing was picked before it was taken back is shown as given up. */
const STATE = `CASE WHEN w.unreleased_at IS NOT NULL AND w.state = 'closed' THEN 'cancelled' ELSE w.state END`
const TASKS = 'FROM warehouse_batch b JOIN warehouse_task t ON t.batch_id = b.id WHERE b.wave_id = w.id'

interface WaveRow {
  id: number
  number: string
  state: string
  releasedOn: string
  releasedBy: string
  orders: number
  walkMillimetres: number
  lines: number
  tasks: number
  doneTasks: number
}

const SORTS: Readonly<Record<string, string>> = { number: 'w.number', state: 'state', releasedOn: 'w.released_on' }
const MATCHES = `w.warehouse_id = ?1 AND (?2 = '' OR w.number LIKE '%' || ?2 || '%' OR u.name LIKE '%' || ?2 || '%')`

export function listWaves(reader: Reader, input: ListInput & { readonly warehouseId: number }) {
  const order = `${SORTS[input.sort ?? ''] ?? 'w.id'} ${input.descending || input.sort === undefined ? 'DESC' : 'ASC'}`
  const rows = reader.all<WaveRow>(
    `SELECT w.id, w.number, ${STATE} AS state, w.released_on AS releasedOn, coalesce(u.name, '') AS releasedBy,
      (SELECT count(DISTINCT d.source_id) FROM warehouse_batch b JOIN warehouse_task t ON t.batch_id = b.id
        JOIN warehouse_demand d ON d.id = t.demand_id WHERE b.wave_id = w.id) AS orders,
      (SELECT coalesce(sum(b.walk_millimetres), 0) FROM warehouse_batch b WHERE b.wave_id = w.id) AS walkMillimetres,
      (SELECT count(DISTINCT t.demand_id) ${TASKS}) AS lines,
      (SELECT count(*) ${TASKS}) AS tasks,
      (SELECT count(*) ${TASKS} AND t.state <> 'open') AS doneTasks
    FROM warehouse_wave w LEFT JOIN v_access_user u ON u.id = w.released_by
    WHERE ${MATCHES} ORDER BY ${order}, w.id DESC LIMIT ?3 OFFSET ?4`,
    [input.warehouseId, input.filter, input.limit, input.offset],
  )
  const count = `SELECT count(*) AS total FROM warehouse_wave w LEFT JOIN v_access_user u ON u.id = w.released_by WHERE ${MATCHES}`
  return {
    rows,
    total: reader.first<{ total: number }>(count, [input.warehouseId, input.filter])?.total ?? 0,
    sums: {},
  }
}

const HEAD = `
  SELECT w.id, w.number, ${STATE} AS state, w.warehouse_id AS warehouseId, w.released_on AS releasedOn, w.picking,
    coalesce(u.name, '') AS releasedBy
  FROM warehouse_wave w LEFT JOIN v_access_user u ON u.id = w.released_by WHERE w.id = ?`

const BATCHES = `
  SELECT b.id, b.number, b.state, z.name AS zoneName, b.walk_millimetres AS walkMillimetres, u.name AS assignedTo,
    (SELECT count(*) FROM warehouse_task t WHERE t.batch_id = b.id) AS tasks,
    (SELECT count(*) FROM warehouse_task t WHERE t.batch_id = b.id AND t.state <> 'open') AS doneTasks,
    (SELECT count(*) FROM warehouse_task t WHERE t.batch_id = b.id AND t.state = 'short') AS shortTasks
  FROM warehouse_batch b
  LEFT JOIN v_access_user u ON u.id = b.assigned_to
  LEFT JOIN warehouse_zone z ON z.id = b.zone_id
  WHERE b.wave_id = ? ORDER BY b.id`

/** What this wave released of each order; how far the order is counts all waves. */
const ORDERS = `
  SELECT d.source_id AS orderId, d.source_number AS orderNumber, min(d.due_on) AS dueOn, count(*) AS lines,
    sum(t.released) AS releasedMicro, sum(t.picked) AS pickedMicro, sum(min(t.picked, d.packed_micro)) AS packedMicro,
    sum(min(t.picked, d.shipped_micro)) AS shippedMicro, p.id AS partnerId, p.code AS partnerCode, p.name AS partnerName
  FROM (
    SELECT t.demand_id, sum(CASE WHEN t.state = 'open' THEN t.quantity_micro ELSE t.done_micro END) AS released,
      sum(t.done_micro) AS picked
    FROM warehouse_batch b JOIN warehouse_task t ON t.batch_id = b.id WHERE b.wave_id = ? GROUP BY t.demand_id
  ) t
  JOIN warehouse_demand d ON d.id = t.demand_id
  JOIN v_parties_partner p ON p.id = d.partner_id
  GROUP BY d.source_kind, d.source_id ORDER BY dueOn, orderId`

interface Head {
  id: number
  number: string
  state: string
  warehouseId: number
  releasedOn: string
  releasedBy: string
  picking: Picking
}

interface BatchRow {
  id: number
  number: string
  state: string
  zoneName: string | null
  walkMillimetres: number
  assignedTo: string | null
  tasks: number
  doneTasks: number
  shortTasks: number
}

interface OrderRow {
  orderId: number
  orderNumber: string
  dueOn: string
  lines: number
  releasedMicro: number
  pickedMicro: number
  packedMicro: number
  shippedMicro: number
  partnerId: number
  partnerCode: string
  partnerName: string
}

/** One wave: who walks what of it, and how far its orders are. */
export function getWave(reader: Reader, input: { id: number }) {
  const head = reader.first<Head>(HEAD, [input.id]) ?? refuse('warehouse.waveUnknown', {}, 'id')
  return {
    ...head,
    batches: reader.all<BatchRow>(BATCHES, [input.id]),
    orders: reader.all<OrderRow>(ORDERS, [input.id]).map(({ partnerId, partnerCode, partnerName, ...order }) => ({
      ...order,
      customer: { id: partnerId, code: partnerCode, name: partnerName },
    })),
  }
}
