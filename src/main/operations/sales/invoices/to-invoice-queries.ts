import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'

const DELIVERED = `
  SELECT s.order_id AS orderId, l.order_line_id AS orderLineId, sum(l.quantity_micro) AS quantityMicro
  FROM v_shipping_shipment s JOIN v_shipping_shipment_line l ON l.shipment_id = s.id
  WHERE s.id = ? AND s.state = 'posted' GROUP BY l.order_line_id`

/** What a delivery brought, by order line. */
export function deliveredLines(reader: Reader, shipmentId: number) {
  return reader.all<{ orderId: number; orderLineId: number; quantityMicro: number }>(DELIVERED, [shipmentId])
}

const OPEN = `
  FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id
  WHERE o.state IN ('confirmed', 'partly-shipped', 'shipped') AND l.shipped_micro > l.invoiced_micro`

/** An order counts by its last delivery; one of services alone by the day it was ordered. */
const LAST_DAY = `coalesce((SELECT max(s.shipped_on) FROM v_shipping_shipment s
  WHERE s.order_id = o.id AND s.state = 'posted'), o.ordered_on)`

const ORDERS = `SELECT DISTINCT o.id ${OPEN} AND o.customer_id = ?1 AND ${LAST_DAY} <= ?2 ORDER BY o.id`

export function ordersToInvoice(reader: Reader, customerId: number, until: string): number[] {
  return reader.all<{ id: number }>(ORDERS, [customerId, until]).map((row) => row.id)
}

const BY_CUSTOMER = `
  SELECT o.customer_id AS id, p.code, p.name, count(DISTINCT o.id) AS orders, min(o.ordered_on) AS since,
    cast(sum(round(l.net_minor * ((l.shipped_micro - l.invoiced_micro) * 1.0 / l.quantity_micro))) AS INTEGER) AS netMinor
  FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id JOIN v_parties_partner p ON p.id = o.customer_id
  WHERE o.state IN ('confirmed', 'partly-shipped', 'shipped') AND l.shipped_micro > l.invoiced_micro
    AND (?1 = '' OR p.code LIKE ?2 OR p.name LIKE ?2)
  GROUP BY o.customer_id`

interface CustomerRow {
  id: number
  code: string
  name: string
  orders: number
  since: string
  netMinor: number
}

/** Customers who got goods that no invoice has, with about how much it is. */
export function listToInvoice(reader: Reader, input: ListInput) {
  const filter = [input.filter, `%${input.filter}%`]
  const all = reader.first<{ total: number; netMinor: number | null }>(
    `SELECT count(*) AS total, sum(netMinor) AS netMinor FROM (${BY_CUSTOMER})`,
    filter,
  )
  const rows = reader.all<CustomerRow>(`${BY_CUSTOMER} ORDER BY p.name, o.customer_id LIMIT ?3 OFFSET ?4`, [
    ...filter,
    input.limit,
    input.offset,
  ])
  return {
    rows: rows.map(({ code, name, ...row }) => ({ ...row, customer: { id: row.id, code, name } })),
    total: all?.total ?? 0,
    sums: { netMinor: all?.netMinor ?? 0 },
  }
}
