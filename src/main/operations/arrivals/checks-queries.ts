import { rowCheck, type Check } from '../../kernel/check'

/**
 * Of a unit that came every line is on a receipt, of which one at least stands, and of one that did not none is; a
 * notice is as far as its units.
 */
const unitsThatCame = rowCheck({
  name: 'arrivals.units that came are on receipts',
  examined: 'SELECT count(*) AS examined FROM arrivals_unit',
  offenders: `
    SELECT n.number || ': ' || u.code || CASE WHEN u.unit_id IS NULL THEN ' is expected and on a receipt'
      ELSE ' has come and is on no receipt' END AS detail
    FROM arrivals_line l JOIN arrivals_unit u ON u.id = l.unit_id JOIN arrivals_notice n ON n.id = u.notice_id
    WHERE (l.receipt_id IS NULL) <> (u.unit_id IS NULL)
    UNION ALL
    SELECT n.number || ': ' || u.code || ' has come and its receipts are reversed'
    FROM arrivals_unit u JOIN arrivals_notice n ON n.id = u.notice_id
    JOIN arrivals_line l ON l.unit_id = u.id JOIN v_purchasing_receipt r ON r.id = l.receipt_id
    WHERE u.unit_id IS NOT NULL GROUP BY u.id HAVING min(r.state) = 'reversed'
    UNION ALL
    SELECT n.number || ' is ' || n.state || ' and has ' || u.units || ' units, ' || u.came || ' of them here'
    FROM arrivals_notice n JOIN (
      SELECT notice_id, count(*) AS units, count(unit_id) AS came FROM arrivals_unit GROUP BY notice_id
    ) u ON u.notice_id = n.id
    WHERE n.state <> CASE WHEN n.state = 'cancelled' AND u.came = 0 THEN 'cancelled' WHEN u.came = u.units THEN 'received'
      WHEN u.came > 0 THEN 'partly-received' ELSE 'expected' END
    LIMIT 1`,
})

/** What a line announced is what its receipt took in for that order line and item, all lines of it together. */
const announcedReceipts = rowCheck({
  name: 'arrivals.receipts hold what was announced',
  examined: 'SELECT count(*) AS examined FROM arrivals_line WHERE receipt_id IS NOT NULL',
  offenders: `
    SELECT r.number || ': ' || a.quantity || ' announced and received, ' || coalesce(b.quantity, 0) || ' on the receipt'
      AS detail
    FROM (
      SELECT receipt_id, order_line_id, item_id, sum(quantity_micro) AS quantity FROM arrivals_line
      WHERE receipt_id IS NOT NULL GROUP BY receipt_id, order_line_id, item_id
    ) a
    JOIN v_purchasing_receipt r ON r.id = a.receipt_id
    LEFT JOIN (
      SELECT receipt_id, order_line_id, item_id, sum(quantity_micro) AS quantity FROM v_purchasing_receipt_line
      GROUP BY receipt_id, order_line_id, item_id
    ) b ON b.receipt_id = a.receipt_id AND b.order_line_id = a.order_line_id AND b.item_id = a.item_id
    WHERE coalesce(b.quantity, 0) <> a.quantity LIMIT 1`,
})

/** What was counted blind is on its receipts, item by item, once it is settled; before that it is on none. */
const blindArrivals = rowCheck({
  name: 'arrivals.blind arrivals became receipts whole',
  examined: 'SELECT count(*) AS examined FROM arrivals_blind',
  offenders: `
    WITH counted AS (
      SELECT b.id, b.number, b.state, l.item_id, sum(l.quantity_micro) AS quantity
      FROM arrivals_blind b JOIN arrivals_blind_line l ON l.blind_id = b.id GROUP BY b.id, l.item_id
    ), received AS (
      SELECT x.blind_id, l.item_id, sum(l.quantity_micro) AS quantity
      FROM arrivals_blind_receipt x JOIN v_purchasing_receipt_line l ON l.receipt_id = x.receipt_id
      GROUP BY x.blind_id, l.item_id
    )
    SELECT c.number || ' is ' || c.state || ': ' || c.quantity || ' counted, ' || coalesce(r.quantity, 0) || ' received'
      AS detail
    FROM counted c LEFT JOIN received r ON r.blind_id = c.id AND r.item_id = c.item_id
    WHERE coalesce(r.quantity, 0) <> CASE WHEN c.state IN ('matched', 'unordered') THEN c.quantity ELSE 0 END LIMIT 1`,
})

export const checks: readonly Check[] = [unitsThatCame, announcedReceipts, blindArrivals]
