import { rowCheck, type Check } from '../../kernel/check'

/** Nothing is lost or doubled on its way: what was placed is on the sales order, item by item. */
const placed = rowCheck({
  name: 'orders.placed equal their sales orders',
  examined: `SELECT count(*) AS examined FROM orders_request WHERE state = 'placed'`,
  offenders: `
    SELECT r.external_number || ', item ' || x.item_id || ': the channel wants ' || sum(x.wanted) || ', the sales order has '
      || sum(x.ordered) AS detail
    FROM (
      SELECT q.id AS request_id, l.item_id, l.count_micro * k.base_quantity AS wanted, 0 AS ordered
      FROM orders_request q JOIN orders_request_line l ON l.request_id = q.id JOIN v_items_pack k ON k.id = l.pack_id
      WHERE q.state = 'placed'
      UNION ALL
      SELECT q.id, s.item_id, 0, s.quantity_micro
      FROM orders_request q JOIN v_sales_order_line s ON s.order_id = q.order_id WHERE q.state = 'placed'
    ) x JOIN orders_request r ON r.id = x.request_id
    GROUP BY x.request_id, x.item_id HAVING sum(x.wanted) <> sum(x.ordered) LIMIT 1`,
})

const once = rowCheck({
  name: 'orders.each sales order is of one request',
  examined: 'SELECT count(*) AS examined FROM orders_request WHERE order_id IS NOT NULL',
  offenders: `
    SELECT 'sales order ' || order_id || ' of ' || count(*) || ' requests' AS detail
    FROM orders_request WHERE order_id IS NOT NULL GROUP BY order_id HAVING count(*) > 1 LIMIT 1`,
})

const merged = rowCheck({
  name: 'orders.merged requests left nothing behind',
  examined: `SELECT count(*) AS examined FROM orders_request WHERE state = 'merged'`,
  offenders: `
    SELECT r.external_number || ' is merged into ' || coalesce(t.external_number, 'nothing') || ' (' || t.state || ') and has '
      || (SELECT count(*) FROM orders_request_line l WHERE l.request_id = r.id) || ' lines' AS detail
    FROM orders_request r JOIN orders_request t ON t.id = r.merged_into
    WHERE t.state = 'merged' OR EXISTS (SELECT 1 FROM orders_request_line l WHERE l.request_id = r.id) LIMIT 1`,
})

const places = rowCheck({
  name: 'orders.placed goods leave from where their request says',
  examined: `SELECT count(*) AS examined FROM orders_request WHERE state = 'placed'`,
  offenders: `
    SELECT r.external_number || ': warehouse ' || r.warehouse_id || ', its sales order ' || o.warehouse_id AS detail
    FROM orders_request r JOIN v_sales_order o ON o.id = r.order_id
    WHERE r.state = 'placed' AND o.warehouse_id <> r.warehouse_id LIMIT 1`,
})

export const checks: readonly Check[] = [placed, once, merged, places]
