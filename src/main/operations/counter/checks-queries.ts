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
]
