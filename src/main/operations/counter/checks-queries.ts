import { rowCheck, type Check } from '../../kernel/check'

/** What verify proves of the counter: each sale was paid by what its invoice asked. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'counter.salesArePaid',
    examined: 'SELECT count(*) AS examined FROM counter_sale',
    offenders: `
      SELECT v.number || ': ' || v.gross_minor || ' invoiced, ' || s.gross_minor || ' at the counter, '
        || coalesce(sum(a.amount_minor), 0) || ' of its payment on it' AS detail
      FROM counter_sale s
      JOIN v_sales_invoice v ON v.id = s.invoice_id
      JOIN v_document_link p ON p.kind = 'treasury.payment' AND p.id = s.payment_id
      JOIN v_accounting_open_item o ON o.source_kind = 'sales.invoice' AND o.source_id = v.id
      LEFT JOIN v_treasury_application a ON a.open_item_id = o.id AND a.payment_id = s.payment_id
      WHERE v.state = 'posted' AND p.state = 'posted'
      GROUP BY s.id HAVING v.gross_minor <> s.gross_minor OR coalesce(sum(a.amount_minor), 0) <> s.gross_minor LIMIT 1`,
  }),
  rowCheck({
    name: 'counter.tillsAreCounted',
    examined: 'SELECT count(*) AS examined FROM counter_till',
    offenders: `
      SELECT t.number || ': float ' || t.float_minor || ', books ' || t.at_opening || '; expected ' || t.expected_minor
        || ', counted ' || t.counted_minor || ', books ' || t.at_closing || ', difference ' || t.posted AS detail
      FROM (
        SELECT c.*, (SELECT coalesce(sum(l.debit_minor - l.credit_minor), 0) FROM v_accounting_line l
            WHERE l.account_id = a.account_id AND l.entry_id <= c.opening_entry_id) AS at_opening,
          (SELECT coalesce(sum(l.debit_minor - l.credit_minor), 0) FROM v_accounting_line l
            WHERE l.account_id = a.account_id AND l.entry_id <= c.closing_entry_id) AS at_closing,
          (SELECT coalesce(sum(l.debit_minor - l.credit_minor), 0)
            FROM v_accounting_entry e JOIN v_accounting_line l ON l.entry_id = e.id
            WHERE e.source_kind = 'counter.till' AND e.source_id = c.id AND l.account_id = a.account_id
              AND e.id > c.opening_entry_id) AS posted
        FROM counter_till c JOIN v_treasury_account a ON a.id = c.account_id
      ) t
      WHERE t.at_opening <> t.float_minor
        OR (t.state = 'closed' AND (t.at_closing <> t.counted_minor OR t.expected_minor + t.posted <> t.counted_minor))
      LIMIT 1`,
  }),
  rowCheck({
    name: 'counter.salesLieInTheirTill',
    examined: 'SELECT count(*) AS examined FROM counter_sale WHERE till_id IS NOT NULL',
    offenders: `
      SELECT t.number || ': a sale of ' || s.gross_minor || ' by ' || s.sold_by || ', of which '
        || coalesce(sum(l.debit_minor - l.credit_minor), 0) || ' came into it while it was open' AS detail
      FROM counter_sale s JOIN counter_till t ON t.id = s.till_id
      JOIN v_treasury_account a ON a.id = t.account_id
      LEFT JOIN v_accounting_entry e ON e.source_kind = 'treasury.payment' AND e.source_id = s.payment_id
        AND e.reverses_entry_id IS NULL AND e.id > t.opening_entry_id
        AND e.id <= coalesce(t.closing_entry_id, e.id)
      LEFT JOIN v_accounting_line l ON l.entry_id = e.id AND l.account_id = a.account_id
      GROUP BY s.id HAVING coalesce(sum(l.debit_minor - l.credit_minor), 0) <> s.gross_minor
        OR s.sold_by <> t.opened_by LIMIT 1`,
  }),
]
