import { rowCheck, type Check } from '../../kernel/check'

/** The tax that each invoice says is the tax that it posted, invoice by invoice. */
function invoiceTax(side: 'output' | 'input'): Check {
  const [view, kind, amount] =
    side === 'output'
      ? (['v_sales_invoice', 'sales.invoice', 'l.credit_minor - l.debit_minor'] as const)
      : (['v_purchasing_invoice', 'purchasing.invoice', 'l.debit_minor - l.credit_minor'] as const)
  return rowCheck({
    name: side === 'output' ? 'tax.outputEqualsInvoices' : 'tax.inputEqualsInvoices',
    examined: `SELECT count(*) AS examined FROM ${view}`,
    offenders: `
      SELECT coalesce(max(number), '${kind} ' || id) || ': ' || sum(posted) || ' on the account, ' || sum(kept)
        || ' on the invoice' AS detail
      FROM (
        SELECT e.source_id AS id, NULL AS number, ${amount} AS posted, 0 AS kept
        FROM v_accounting_role r
        JOIN v_accounting_line l ON l.account_id = r.account_id
        JOIN v_accounting_entry e ON e.id = l.entry_id
        WHERE r.role = '${side}-tax' AND e.source_kind = '${kind}'
        UNION ALL
        SELECT id, number, 0, CASE WHEN state = 'reversed' THEN 0 ELSE tax_minor END FROM ${view}
      ) GROUP BY id HAVING sum(posted) <> sum(kept) LIMIT 1`,
  })
}

export const checks: readonly Check[] = [invoiceTax('output'), invoiceTax('input')]
