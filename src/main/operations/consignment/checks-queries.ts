import { rowCheck, type Check } from '../../kernel/check'

export const checks: readonly Check[] = [
  rowCheck({
    name: 'consignment.placesServeTheirCustomer',
    examined: `SELECT count(*) AS examined FROM v_sales_order o
      JOIN v_warehouse_warehouse w ON w.id = o.warehouse_id WHERE w.customer_id IS NOT NULL`,
    offenders: `
      SELECT coalesce(o.number, 'draft ' || o.id) || ' of ' || p.name || ' takes goods out of ' || w.name AS detail
      FROM v_sales_order o
      JOIN v_warehouse_warehouse w ON w.id = o.warehouse_id
      JOIN v_parties_partner p ON p.id = o.customer_id
      WHERE w.customer_id IS NOT NULL AND w.customer_id <> o.customer_id LIMIT 1`,
  }),
]
