import { rowCheck, type Check } from '../../kernel/check'

const returned = rowCheck({
  name: 'shipping.returned equals returns',
  examined: 'SELECT count(*) AS examined FROM shipping_shipment_line',
  offenders: `
    SELECT s.number || ', line ' || l.id || ': back ' || l.returned_micro || ' worth ' || l.returned_cost_minor
      || ', returns say ' || coalesce(r.quantity, 0) || ' worth ' || coalesce(r.cost, 0) AS detail
    FROM shipping_shipment_line l
    JOIN shipping_shipment s ON s.id = l.shipment_id
    LEFT JOIN (
      SELECT n.shipment_line_id, sum(n.quantity_micro) AS quantity, sum(n.cost_minor) AS cost
      FROM shipping_return_line n JOIN shipping_return d ON d.id = n.return_id
      WHERE n.shipment_line_id IS NOT NULL AND d.state = 'posted' GROUP BY n.shipment_line_id
    ) r ON r.shipment_line_id = l.id
    WHERE l.returned_micro <> coalesce(r.quantity, 0) OR l.returned_cost_minor <> coalesce(r.cost, 0)
    LIMIT 1`,
})

const credited = rowCheck({
  name: 'shipping.returns equal their credit notes',
  examined: 'SELECT count(*) AS examined FROM shipping_return',
  offenders: `
    SELECT r.number || ': ' || coalesce(l.net, 0) || ' and tax ' || coalesce(l.tax, 0) || ', credited '
      || coalesce(0 - v.net_minor, 0) || ' and ' || coalesce(0 - v.tax_minor, 0)
      || ', ' || r.state || ' with a credit note ' || coalesce(v.state, 'that is missing') AS detail
    FROM shipping_return r
    LEFT JOIN (
      SELECT return_id, sum(net_minor) AS net, sum(tax_minor) AS tax FROM shipping_return_line GROUP BY return_id
    ) l ON l.return_id = r.id
    LEFT JOIN v_sales_invoice v ON v.return_id = r.id
    WHERE coalesce(l.net, 0) <> coalesce(0 - v.net_minor, 0) OR coalesce(l.tax, 0) <> coalesce(0 - v.tax_minor, 0)
      OR r.state <> v.state
    LIMIT 1`,
})

/** What left the warehouse for an order is what shipments of it carry. */
const shipped = rowCheck({
  name: 'shipping.shipments equal what the warehouse gave out',
  examined: `SELECT count(*) AS examined FROM v_warehouse_demand WHERE source_kind = 'sales.order'`,
  offenders: `
    SELECT 'order line ' || d.source_line_id || ': given out ' || d.shipped_micro || ', shipments say '
      || coalesce(s.quantity, 0) AS detail
    FROM v_warehouse_demand d
    LEFT JOIN (
      SELECT l.order_line_id, sum(l.quantity_micro) AS quantity
      FROM shipping_shipment_line l JOIN shipping_shipment h ON h.id = l.shipment_id
      WHERE h.state = 'posted' AND l.bin_id IS NOT NULL GROUP BY l.order_line_id
    ) s ON s.order_line_id = d.source_line_id
    WHERE d.source_kind = 'sales.order' AND d.shipped_micro <> coalesce(s.quantity, 0)
    LIMIT 1`,
})

const inspected = rowCheck({
  name: 'shipping.inspections decide no more than came back',
  examined: 'SELECT count(*) AS examined FROM shipping_inspection_line',
  offenders: `
    SELECT r.number || ', line ' || l.id || ': ' || l.quantity_micro || ' held, ' || sum(n.restocked_micro)
      || ' sold again and ' || sum(n.scrapped_micro) || ' written off; ' || r.state AS detail
    FROM shipping_inspection_line n JOIN shipping_return_line l ON l.id = n.return_line_id
    JOIN shipping_return r ON r.id = l.return_id
    GROUP BY l.id
    HAVING sum(n.restocked_micro + n.scrapped_micro) > l.quantity_micro OR l.status = 'available'
      OR r.state = 'reversed' LIMIT 1`,
})

const writtenOff = rowCheck({
  name: 'shipping.inspections write off what they say',
  examined: 'SELECT count(*) AS examined FROM shipping_inspection',
  offenders: `
    SELECT n.number || ': ' || sum(l.scrapped_micro) || ' to write off, '
      || coalesce((SELECT 0 - sum(a.quantity_micro) FROM v_warehouse_adjustment_line a
        WHERE a.adjustment_id = n.adjustment_id), 0) || ' written off' AS detail
    FROM shipping_inspection n JOIN shipping_inspection_line l ON l.inspection_id = n.id
    GROUP BY n.id
    HAVING sum(l.scrapped_micro) <> coalesce((SELECT 0 - sum(a.quantity_micro) FROM v_warehouse_adjustment_line a
      WHERE a.adjustment_id = n.adjustment_id), 0) LIMIT 1`,
})

export const checks: readonly Check[] = [returned, credited, shipped, inspected, writtenOff]
