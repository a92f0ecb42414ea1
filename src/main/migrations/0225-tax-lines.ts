import type { Migration } from '../kernel/db'

/** What documents charge by tax code: the boxes of a return are made of these lines. */
export const taxLines: Migration = {
  version: 225,
  name: 'tax-lines',
  sql: `
    CREATE VIEW v_sales_taxed_line AS
      SELECT 'sales.invoice' AS source_kind, l.invoice_id AS source_id, i.invoiced_on AS taxed_on, l.tax_code,
        l.net_minor, l.tax_minor
      FROM sales_invoice_line l JOIN sales_invoice i ON i.id = l.invoice_id;
    CREATE VIEW v_purchasing_taxed_line AS
      SELECT 'purchasing.invoice' AS source_kind, l.invoice_id AS source_id, i.invoiced_on AS taxed_on, l.tax_code,
        l.net_minor, l.tax_minor
      FROM purchasing_invoice_line l JOIN purchasing_invoice i ON i.id = l.invoice_id
      UNION ALL
      SELECT 'purchasing.credit', l.credit_id, c.credited_on, l.tax_code, 0 - l.net_minor, 0 - l.tax_minor
      FROM purchasing_credit_line l JOIN purchasing_credit c ON c.id = l.credit_id;
  `,
}
