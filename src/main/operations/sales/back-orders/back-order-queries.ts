import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'

const COLUMNS = `
  l.id, l.order_id AS orderId, l.item_id AS itemId, l.backordered_micro AS backorderedMicro, o.channel_id AS channelId`

const BY_PRIORITY = 'ORDER BY o.priority DESC, o.promised_on, o.id, l.line_number'

const WAITING = `
  SELECT ${COLUMNS} FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id
  WHERE l.backordered_micro > 0 AND o.warehouse_id = ?1 ${BY_PRIORITY}`

const WAITING_FOR = `
  SELECT ${COLUMNS} FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id
  WHERE l.backordered_micro > 0 AND o.warehouse_id = ?1 AND l.item_id IN (SELECT value FROM json_each(?2)) ${BY_PRIORITY}`

interface WaitingLine {
  readonly id: number
  readonly orderId: number
  readonly itemId: number
  readonly backorderedMicro: number
  readonly channelId: number | null
}

export function waitingLines(reader: Reader, warehouseId: number, itemIds?: readonly number[]): WaitingLine[] {
  return itemIds === undefined
    ? reader.all<WaitingLine>(WAITING, [warehouseId])
    : reader.all<WaitingLine>(WAITING_FOR, [warehouseId, JSON.stringify(itemIds)])
}

const LIST = `
  FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id
  JOIN v_items_item i ON i.id = l.item_id JOIN v_parties_partner p ON p.id = o.customer_id
  WHERE l.backordered_micro > 0 AND (?1 = '' OR o.number LIKE ?2 OR p.name LIKE ?2 OR i.code LIKE ?2 OR i.name LIKE ?2)`

const ROWS = `
  SELECT l.id, o.id AS orderId, o.number, o.priority, o.promised_on AS promisedOn, o.warehouse_id AS warehouseId,
    p.id AS partnerId, p.code AS partnerCode, p.name AS partnerName, i.id AS itemId, i.code, i.name,
    i.base_unit AS baseUnit, l.backordered_micro AS backorderedMicro ${LIST} ${BY_PRIORITY} LIMIT ?3 OFFSET ?4`

interface Row {
  id: number
  orderId: number
  number: string
  priority: number
  promisedOn: string
  warehouseId: number
  partnerId: number
  partnerCode: string
  partnerName: string
  itemId: number
  code: string
  name: string
  baseUnit: string
  backorderedMicro: number
}

/** Lines that wait for stock, in the order in which they get it. */
export function listBackOrders(reader: Reader, input: ListInput) {
  const like = `%${input.filter}%`
  const total = reader.first<{ total: number }>(`SELECT count(*) AS total ${LIST}`, [input.filter, like])?.total ?? 0
  const rows = reader.all<Row>(ROWS, [input.filter, like, input.limit, input.offset])
  return {
    rows: rows.map(({ partnerId, partnerCode, partnerName, itemId, code, name, baseUnit, ...row }) => ({
      ...row,
      customer: { id: partnerId, code: partnerCode, name: partnerName },
      item: { id: itemId, code, name, baseUnit },
    })),
    total,
    sums: {},
  }
}

/** What comes in of an item, by day, and what waits for it. */
const INCOMING = `
  SELECT expected_on AS day, sum(open_micro) AS quantityMicro FROM v_purchasing_incoming
  WHERE item_id = ? AND warehouse_id = ? GROUP BY expected_on ORDER BY expected_on`

const WAITING_SUM = `
  SELECT coalesce(sum(l.backordered_micro), 0) AS quantityMicro
  FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id
  WHERE l.backordered_micro > 0 AND l.item_id = ? AND o.warehouse_id = ?`

export function incomingOf(reader: Reader, itemId: number, warehouseId: number) {
  return reader.all<{ day: string; quantityMicro: number }>(INCOMING, [itemId, warehouseId])
}

export function waitingMicro(reader: Reader, itemId: number, warehouseId: number): number {
  return Number(reader.first<{ quantityMicro: number }>(WAITING_SUM, [itemId, warehouseId])?.quantityMicro ?? 0)
}
