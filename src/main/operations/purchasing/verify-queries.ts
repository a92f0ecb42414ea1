import { pricesWithTaxCheck } from '../../foundation/currencies'
import { rowCheck, type Check } from '../../kernel/check'
import { agreementChecks } from './agreements/verify-queries'
import { consignmentChecks } from './consignment/verify-queries'
import { returnChecks } from './returns/verify-queries'

/** A price is for what the paper asks for, which may be a little more than came. */
const BILLED = { order: 'l.quantity_micro', invoice: 'coalesce(l.billed_micro, l.quantity_micro)' } as const

/** What verify proves about purchasing, each by one set-based query from the documents up. */
const priced = (kind: 'order' | 'invoice'): string => `
  SELECT coalesce(d.number, 'draft ' || d.id) AS document, d.currency, ${BILLED[kind]} AS quantityMicro,
    l.gross_price_micro AS grossPriceMicro,
    coalesce(l.foreign_net_minor, l.net_minor) + coalesce(l.foreign_tax_minor, l.tax_minor) AS grossMinor
  FROM purchasing_${kind}_line l JOIN purchasing_${kind} d ON d.id = l.${kind}_id WHERE l.gross_price_micro IS NOT NULL`
const pricesWithTax = pricesWithTaxCheck(
  'purchasing.pricesWithTaxMakeTheGross',
  `${priced('order')} UNION ALL ${priced('invoice')} UNION ALL
   SELECT c.number, c.currency, l.quantity_micro, l.gross_price_micro,
     coalesce(l.foreign_net_minor, l.net_minor) + coalesce(l.foreign_tax_minor, l.tax_minor)
   FROM purchasing_credit_line l JOIN purchasing_credit c ON c.id = l.credit_id WHERE l.gross_price_micro IS NOT NULL`,
)

export const checks: readonly Check[] = [
  pricesWithTax,
  rowCheck({
    name: 'purchasing.receivedFollowsReceipts',
    examined: 'SELECT count(*) AS examined FROM purchasing_order_line',
    offenders: `
      WITH derived AS (
        -- What was used of goods on consignment came before; a consigned line is settled by its uses, not invoiced.
        SELECT l.order_line_id, sum(CASE WHEN r.terms = 'used' THEN 0 ELSE l.quantity_micro END) AS received,
          sum(l.invoiced_micro - CASE WHEN r.terms <> 'consigned' THEN 0 ELSE coalesce((
            SELECT sum(u.quantity_micro) FROM purchasing_receipt_line u
            JOIN purchasing_receipt e ON e.id = u.receipt_id AND e.state = 'posted' WHERE u.used_of_id = l.id), 0) END
          ) AS invoiced, sum(l.over_micro) AS over
        FROM purchasing_receipt_line l JOIN purchasing_receipt r ON r.id = l.receipt_id
        WHERE r.state = 'posted' GROUP BY l.order_line_id
      )
      SELECT coalesce(h.number, 'draft ' || h.id) || ', line ' || o.line_number || ': ' || o.received_micro
        || ' received and ' || o.invoiced_micro || ' invoiced kept, ' || coalesce(d.received, 0) || ' and '
        || coalesce(d.invoiced, 0) || ' by its receipts, ' || o.quantity_micro || ' ordered' AS detail
      FROM purchasing_order_line o JOIN purchasing_order h ON h.id = o.order_id
      LEFT JOIN derived d ON d.order_line_id = o.id
      WHERE o.received_micro <> coalesce(d.received, 0) OR o.invoiced_micro <> coalesce(d.invoiced, 0)
        OR o.received_micro > o.quantity_micro + coalesce(d.over, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'purchasing.invoicedFollowsInvoices',
    examined: 'SELECT count(*) AS examined FROM purchasing_receipt_line',
    offenders: `
      WITH derived AS (
        SELECT m.receipt_line_id, sum(m.quantity_micro) AS quantity, sum(m.received_value_minor) AS value
        FROM purchasing_invoice_line m JOIN purchasing_invoice i ON i.id = m.invoice_id
        WHERE i.state = 'posted' GROUP BY m.receipt_line_id
      ), gone AS (
        -- What went back before it was invoiced is settled as well: no invoice will ask for it.
        SELECT n.receipt_line_id, sum(n.uninvoiced_micro) AS quantity, sum(n.uninvoiced_value_minor) AS value
        FROM purchasing_return_line n JOIN purchasing_return h ON h.id = n.return_id
        WHERE h.state NOT IN ('cancelled', 'reversed') AND n.receipt_line_id IS NOT NULL GROUP BY n.receipt_line_id
      ), used AS (
        SELECT u.used_of_id, sum(u.quantity_micro) AS quantity FROM purchasing_receipt_line u
        JOIN purchasing_receipt e ON e.id = u.receipt_id AND e.state = 'posted'
        WHERE u.used_of_id IS NOT NULL GROUP BY u.used_of_id
      )
      SELECT r.number || ', line ' || l.id || ': ' || l.invoiced_micro || ' worth ' || l.invoiced_value_minor
        || ' invoiced kept, ' || coalesce(d.quantity, 0) || ' worth ' || coalesce(d.value, 0) || ' by its invoices, '
        || coalesce(g.quantity, 0) || ' worth ' || coalesce(g.value, 0) || ' by its returns' AS detail
      FROM purchasing_receipt_line l JOIN purchasing_receipt r ON r.id = l.receipt_id
      LEFT JOIN derived d ON d.receipt_line_id = l.id
      LEFT JOIN gone g ON g.receipt_line_id = l.id
      LEFT JOIN used s ON s.used_of_id = l.id
      WHERE l.invoiced_micro <> coalesce(d.quantity, 0) + coalesce(g.quantity, 0) + coalesce(s.quantity, 0)
        OR l.invoiced_value_minor <> coalesce(d.value, 0) + coalesce(g.value, 0)
        OR (l.invoiced_micro = l.quantity_micro AND l.invoiced_value_minor <> l.value_minor) LIMIT 1`,
  }),
  rowCheck({
    name: 'purchasing.invoiceTotalsFollowLines',
    examined: 'SELECT count(*) AS examined FROM purchasing_invoice_line',
    offenders: `
      SELECT i.number || ': ' || i.net_minor || ' + ' || i.tax_minor || ' = ' || i.gross_minor || ' kept, ' || d.net
        || ' + ' || d.tax || ' by its lines' AS detail
      FROM purchasing_invoice i JOIN (
        SELECT invoice_id, sum(net_minor) AS net, sum(tax_minor) AS tax FROM purchasing_invoice_line GROUP BY invoice_id
      ) d ON d.invoice_id = i.id
      WHERE i.net_minor <> d.net OR i.tax_minor <> d.tax OR i.gross_minor <> d.net + d.tax LIMIT 1`,
  }),
  rowCheck({
    name: 'purchasing.landedCostsAreSpread',
    examined: 'SELECT count(*) AS examined FROM purchasing_landed_cost',
    offenders: `
      SELECT c.number || ': ' || c.net_minor || ' to spread, ' || coalesce(d.amount, 0) || ' spread, '
        || coalesce(v.value, 0) || ' of ' || coalesce(d.stock, 0) || ' on stock' AS detail
      FROM purchasing_landed_cost c LEFT JOIN (
        SELECT landed_cost_id, sum(amount_minor) AS amount, sum(to_stock_minor) AS stock
        FROM purchasing_landed_cost_line GROUP BY landed_cost_id
      ) d ON d.landed_cost_id = c.id
      LEFT JOIN (
        SELECT source_id, sum(value_minor) AS value FROM v_inventory_revaluation
        WHERE source_kind = 'purchasing.landedCost' GROUP BY source_id
      ) v ON v.source_id = c.id
      WHERE c.net_minor <> coalesce(d.amount, 0)
        OR (c.state = 'posted' AND coalesce(d.stock, 0) <> coalesce(v.value, 0)) LIMIT 1`,
  }),
  rowCheck({
    name: 'purchasing.grniEqualsReceivedNotInvoiced',
    examined: 'SELECT count(*) AS examined FROM purchasing_receipt_line',
    offenders: `
      SELECT coalesce(max(number), source_kind || ' ' || source_id) || ': ' || sum(posted) || ' on the account, '
        || sum(kept) || ' by its lines' AS detail
      FROM (
        SELECT e.source_kind, e.source_id, NULL AS number, l.credit_minor - l.debit_minor AS posted, 0 AS kept
        FROM v_accounting_role r
        JOIN v_accounting_line l ON l.account_id = r.account_id
        JOIN v_accounting_entry e ON e.id = l.entry_id
        WHERE r.role = 'goods-received-not-invoiced'
        UNION ALL
        SELECT 'purchasing.receipt', r.id, r.number, 0, l.value_minor
        FROM purchasing_receipt r JOIN purchasing_receipt_line l ON l.receipt_id = r.id WHERE r.state = 'posted'
        UNION ALL
        SELECT 'purchasing.invoice', i.id, i.number, 0, -l.received_value_minor
        FROM purchasing_invoice i JOIN purchasing_invoice_line l ON l.invoice_id = i.id WHERE i.state = 'posted'
        UNION ALL
        SELECT 'purchasing.return', r.id, r.number, 0, -(l.uninvoiced_value_minor + l.expected_minor)
        FROM purchasing_return r JOIN purchasing_return_line l ON l.return_id = r.id
        WHERE r.state NOT IN ('cancelled', 'reversed')
        UNION ALL
        SELECT 'purchasing.credit', c.id, c.number, 0, l.expected_minor
        FROM purchasing_credit c JOIN purchasing_credit_line l ON l.credit_id = c.id WHERE c.state = 'posted'
      ) GROUP BY source_kind, source_id HAVING sum(posted) <> sum(kept) LIMIT 1`,
  }),
  rowCheck({
    name: 'purchasing.heldInvoicesAreNotPaid',
    examined: 'SELECT count(*) AS examined FROM purchasing_invoice',
    offenders: `
      SELECT i.number || ': ' || CASE WHEN i.held = 1 THEN 'held' ELSE 'not held' END || ', '
        || o.open_minor || ' of ' || o.amount_minor || ' open, ' || count(h.open_item_id) || ' holds on it' AS detail
      FROM purchasing_invoice i
      JOIN v_accounting_open_item o ON o.source_kind = 'purchasing.invoice' AND o.source_id = i.id
      LEFT JOIN v_accounting_open_item_hold h ON h.open_item_id = o.id
      WHERE i.state = 'posted' GROUP BY i.id
      HAVING count(h.open_item_id) <> i.held OR (i.held = 1 AND o.open_minor <> o.amount_minor) LIMIT 1`,
  }),
  rowCheck({
    name: 'purchasing.releasesTakeWhatWasHeld',
    examined: 'SELECT count(*) AS examined FROM purchasing_release',
    offenders: `
      SELECT r.number || ', line ' || l.id || ': ' || l.quantity_micro || ' ' || l.status || ', '
        || sum(e.quantity_micro) || ' released; ' || r.state AS detail
      FROM purchasing_release e JOIN purchasing_receipt_line l ON l.id = e.receipt_line_id
      JOIN purchasing_receipt r ON r.id = l.receipt_id
      GROUP BY l.id
      HAVING sum(e.quantity_micro) > l.quantity_micro OR l.status = 'available' OR r.state = 'reversed' LIMIT 1`,
  }),
  ...returnChecks,
  ...consignmentChecks,
  ...agreementChecks,
]
