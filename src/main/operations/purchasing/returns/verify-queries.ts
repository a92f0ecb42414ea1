import { rowCheck, type Check } from '../../../kernel/check'

/** What verify proves about goods that went back. */
export const returnChecks: readonly Check[] = [
  rowCheck({
    name: 'purchasing.returnsWithinReceipts',
    examined: 'SELECT count(*) AS examined FROM purchasing_return_line',
    offenders: `
      SELECT h.number || ': ' || sum(l.sent_micro) || ' went back of ' || p.quantity_micro || ' received, '
        || sum(l.uninvoiced_micro) || ' of them without an invoice' AS detail
      FROM purchasing_return_line l
      JOIN purchasing_return r ON r.id = l.return_id AND r.state NOT IN ('cancelled', 'reversed')
      JOIN purchasing_receipt_line p ON p.id = l.receipt_line_id
      JOIN purchasing_receipt h ON h.id = p.receipt_id
      GROUP BY p.id HAVING sum(l.sent_micro) > p.quantity_micro OR sum(l.uninvoiced_micro) > p.invoiced_micro LIMIT 1`,
  }),
  rowCheck({
    name: 'purchasing.creditedFollowsCreditNotes',
    examined: 'SELECT count(*) AS examined FROM purchasing_credit',
    offenders: `
      SELECT h.number || ', line ' || l.line_number || ': ' || l.credited_micro || ' worth '
        || l.credited_expected_minor || ' credited kept, ' || coalesce(d.quantity, 0) || ' worth '
        || coalesce(d.expected, 0) || ' by its credit notes' AS detail
      FROM purchasing_return_line l JOIN purchasing_return h ON h.id = l.return_id
      LEFT JOIN (
        SELECT n.return_line_id, sum(n.quantity_micro) AS quantity, sum(n.expected_minor) AS expected
        FROM purchasing_credit_line n JOIN purchasing_credit c ON c.id = n.credit_id AND c.state = 'posted'
        GROUP BY n.return_line_id
      ) d ON d.return_line_id = l.id
      WHERE l.credited_micro <> coalesce(d.quantity, 0) OR l.credited_expected_minor <> coalesce(d.expected, 0)
        OR (l.credited_micro = l.sent_micro - l.uninvoiced_micro AND l.credited_expected_minor <> l.expected_minor)
      LIMIT 1`,
  }),
  rowCheck({
    name: 'purchasing.creditTotalsFollowLines',
    examined: 'SELECT count(*) AS examined FROM purchasing_credit',
    offenders: `
      SELECT c.number || ': ' || c.net_minor || ' + ' || c.tax_minor || ' = ' || c.gross_minor || ' kept, ' || d.net
        || ' + ' || d.tax || ' by its lines' AS detail
      FROM purchasing_credit c JOIN (
        SELECT credit_id, sum(net_minor) AS net, sum(tax_minor) AS tax, sum(foreign_net_minor) AS foreign_net,
          sum(foreign_tax_minor) AS foreign_tax
        FROM purchasing_credit_line GROUP BY credit_id
      ) d ON d.credit_id = c.id
      WHERE c.net_minor <> d.net OR c.tax_minor <> d.tax OR c.gross_minor <> d.net + d.tax
        OR c.foreign_net_minor IS NOT d.foreign_net OR c.foreign_tax_minor IS NOT d.foreign_tax LIMIT 1`,
  }),
]
