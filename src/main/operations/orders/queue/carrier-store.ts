import type { Reader, Tx } from '../../../kernel/db'

const CARRIER = `
  SELECT c.carrier FROM v_items_item i JOIN orders_carrier c ON c.category = i.category WHERE i.id = ?`
const CLIMATE = 'SELECT temperature FROM v_warehouse_item_climate WHERE item_id = ?'
/** What lies at a customer's place is for that customer. */
const WAREHOUSES = 'SELECT id FROM v_warehouse_warehouse WHERE customer_id IS NULL ORDER BY id'
const CATEGORIES = `
  SELECT k.category, coalesce(c.carrier, '') AS carrier, k.items FROM (
    SELECT category, count(*) AS items FROM v_items_item WHERE active = 1 AND kind = 'stock' GROUP BY category
  ) k LEFT JOIN orders_carrier c ON c.category = k.category ORDER BY k.category`
const CARRIERS_OF = `
  SELECT DISTINCT c.carrier FROM orders_request_line l JOIN v_items_item i ON i.id = l.item_id
  JOIN orders_carrier c ON c.category = i.category WHERE l.request_id = ?`

export const carrierOfItem = (reader: Reader, itemId: number): string =>
  reader.first<{ carrier: string }>(CARRIER, [itemId])?.carrier ?? ''

/** Empty: room temperature. */
export const temperatureOfItem = (reader: Reader, itemId: number): string =>
  reader.first<{ temperature: string }>(CLIMATE, [itemId])?.temperature ?? ''

export const warehouseIds = (reader: Reader): number[] => reader.all<{ id: number }>(WAREHOUSES).map(({ id }) => id)

/** Who fetches an order: as it was split, else whoever its goods name, where they agree. */
export function carrierOfRequest(reader: Reader, request: { readonly id: number; readonly carrier: string }): string {
  if (request.carrier !== '') return request.carrier
  const [only, other] = reader.all<{ carrier: string }>(CARRIERS_OF, [request.id])
  return only !== undefined && other === undefined ? only.carrier : ''
}

export const listCarriers = (reader: Reader) => ({
  rows: reader.all<{ category: string; carrier: string; items: number }>(CATEGORIES),
})

/** An empty carrier takes the rule away. */
export function setCarrier(tx: Tx, input: { category: string; carrier: string }): { done: true } {
  if (input.carrier === '') tx.run('DELETE FROM orders_carrier WHERE category = ?', [input.category])
  else {
    tx.run('INSERT INTO orders_carrier (category, carrier) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET carrier = ?2', [
      input.category,
      input.carrier,
    ])
  }
  tx.announce({ kind: 'orders.carrierSet' })
  return { done: true }
}
