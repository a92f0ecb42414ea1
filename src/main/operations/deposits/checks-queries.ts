import { rowCheck, type Check } from '../../kernel/check'

const payments = rowCheck({
  name: 'deposits.paid ones have their payment',
  examined: 'SELECT count(*) AS examined FROM deposits_deposit',
  offenders: `
    SELECT d.number || ': ' || d.amount_minor || ' of partner ' || d.partner_id || ', payment '
      || coalesce(p.number || ' (' || p.state || ') over ' || p.amount_minor || ' of partner ' || p.partner_id, 'missing')
      || ', tax back ' || d.tax_back_minor || ' of ' || d.tax_minor AS detail
    FROM deposits_deposit d LEFT JOIN v_treasury_payment p ON p.id = d.payment_id
    LEFT JOIN v_treasury_payment_abroad f ON f.id = d.payment_id
    WHERE d.state = 'paid' AND (p.id IS NULL OR p.state <> 'posted' OR p.amount_minor <> d.amount_minor
      OR f.currency IS NOT d.currency OR f.foreign_minor IS NOT d.foreign_minor
      OR p.partner_id <> d.partner_id OR p.direction <> d.direction
      -- by the rest of the advance, rounded half away from zero
      OR d.tax_back_minor <> d.tax_minor - (2 * d.tax_minor * p.unapplied_minor + d.amount_minor) / (2 * d.amount_minor))
    LIMIT 1`,
})

const limits = rowCheck({
  name: 'deposits.ask no more than their order',
  examined: 'SELECT count(*) AS examined FROM deposits_deposit',
  offenders: `
    SELECT max(d.number) || ': ' || sum(coalesce(d.foreign_minor, d.amount_minor)) || ' asked, order ' || coalesce(o.number, d.order_id)
      || ' amounts to ' || coalesce(o.whole_minor, 0) AS detail
    FROM deposits_deposit d LEFT JOIN (
      SELECT 'in' AS direction, id, number, partner_id, currency, coalesce(foreign_gross_minor, gross_minor) AS whole_minor
      FROM v_sales_order_total
      UNION ALL SELECT 'out', id, number, partner_id, currency, coalesce(foreign_gross_minor, gross_minor)
      FROM v_purchasing_order_total
    ) o ON o.direction = d.direction AND o.id = d.order_id AND o.partner_id = d.partner_id AND o.currency IS d.currency
    WHERE d.state <> 'cancelled' GROUP BY d.direction, d.order_id
    HAVING sum(coalesce(d.foreign_minor, d.amount_minor)) > coalesce(o.whole_minor, 0) LIMIT 1`,
})

const tax = rowCheck({
  name: 'deposits.tax stands in the books until invoices take it',
  examined: 'SELECT count(*) AS examined FROM deposits_deposit',
  offenders: `
    SELECT d.number || ': ' || (d.tax_minor - d.tax_back_minor) || ' kept, ' || coalesce(sum(x.minor), 0) || ' posted'
      AS detail
    FROM deposits_deposit d LEFT JOIN (
      SELECT e.source_id AS payment_id,
        CASE r.role WHEN 'output-tax' THEN l.credit_minor - l.debit_minor ELSE l.debit_minor - l.credit_minor END AS minor
      FROM v_accounting_entry e JOIN v_accounting_line l ON l.entry_id = e.id
      JOIN v_accounting_role r ON r.account_id = l.account_id AND r.role IN ('output-tax', 'input-tax')
      WHERE e.source_kind = 'treasury.payment'
    ) x ON x.payment_id = d.payment_id
    WHERE d.state = 'paid' GROUP BY d.id HAVING coalesce(sum(x.minor), 0) <> d.tax_minor - d.tax_back_minor LIMIT 1`,
})

export const checks: readonly Check[] = [payments, limits, tax]
