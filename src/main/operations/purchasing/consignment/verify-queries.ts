import { rowCheck, type Check } from '../../../kernel/check'

/** What verify proves about goods of suppliers that stand here. */
export const consignmentChecks: readonly Check[] = [
  rowCheck({
    name: 'purchasing.consignedIsSettledOrHere',
    examined: `SELECT count(*) AS examined FROM purchasing_receipt_line l
      JOIN purchasing_receipt r ON r.id = l.receipt_id WHERE r.terms = 'consigned'`,
    offenders: `
      WITH used AS (
        SELECT u.used_of_id AS id, sum(u.quantity_micro) AS quantity FROM purchasing_receipt_line u
        JOIN purchasing_receipt e ON e.id = u.receipt_id AND e.state = 'posted'
        WHERE u.used_of_id IS NOT NULL GROUP BY u.used_of_id
      ), gone AS (
        SELECT n.receipt_line_id AS id, sum(n.sent_micro) AS quantity FROM purchasing_return_line n
        JOIN purchasing_return h ON h.id = n.return_id AND h.state NOT IN ('cancelled', 'reversed')
        WHERE n.receipt_line_id IS NOT NULL GROUP BY n.receipt_line_id
      ), owed AS (
        SELECT l.item_id, r.warehouse_id, l.lot_id, r.supplier_id, sum(l.quantity_micro - l.invoiced_micro) AS quantity
        FROM purchasing_receipt r JOIN purchasing_receipt_line l ON l.receipt_id = r.id
        WHERE r.terms = 'consigned' AND r.state = 'posted'
        GROUP BY l.item_id, r.warehouse_id, l.lot_id, r.supplier_id HAVING sum(l.quantity_micro - l.invoiced_micro) <> 0
      )
      SELECT r.number || ', line ' || l.id || ': ' || l.invoiced_micro || ' settled kept, ' || coalesce(u.quantity, 0)
        || ' used and ' || coalesce(g.quantity, 0) || ' gone back, worth ' || l.value_minor AS detail
      FROM purchasing_receipt r JOIN purchasing_receipt_line l ON l.receipt_id = r.id
      LEFT JOIN used u ON u.id = l.id LEFT JOIN gone g ON g.id = l.id
      WHERE r.terms = 'consigned' AND r.state = 'posted'
        AND (l.invoiced_micro <> coalesce(u.quantity, 0) + coalesce(g.quantity, 0) OR l.value_minor <> 0)
      UNION ALL
      SELECT 'item ' || coalesce(o.item_id, c.item_id) || ' of supplier ' || coalesce(o.supplier_id, c.owner_id) || ': '
        || coalesce(o.quantity, 0) || ' open of its deliveries, ' || coalesce(c.quantity_micro, 0) || ' here'
      FROM owed o FULL JOIN v_inventory_consigned c ON c.item_id = o.item_id AND c.warehouse_id = o.warehouse_id
        AND c.lot_id = o.lot_id AND c.owner_id = o.supplier_id
      WHERE coalesce(o.quantity, 0) <> coalesce(c.quantity_micro, 0) LIMIT 1`,
  }),
]
