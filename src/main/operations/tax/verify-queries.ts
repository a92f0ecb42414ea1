import { rowCheck, type Check } from '../../kernel/check'

/** Whether an invoice's tax was cost on its day: a small-scale taxpayer deducts nothing. */
const wasCost = `EXISTS (SELECT 1 FROM v_accounting_taxpayer t WHERE t.kind = 'small-scale'
  AND t.valid_from <= i.invoiced_on AND i.invoiced_on < t.valid_before)`

/** The tax that each invoice says is the tax that it posted, invoice by invoice. */
function invoiceTax(side: 'output' | 'input'): Check {
  const [view, kind, amount, kept] =
    side === 'output'
      ? (['v_sales_invoice', 'sales.invoice', 'l.credit_minor - l.debit_minor', 'i.tax_minor'] as const)
      : ([
          'v_purchasing_invoice',
          'purchasing.invoice',
          'l.debit_minor - l.credit_minor',
          `CASE WHEN ${wasCost} THEN 0 ELSE i.tax_minor END`,
        ] as const)
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
        WHERE r.role IN ('${side}-tax', '${side}-tax-pending') AND e.source_kind = '${kind}'
        UNION ALL
        SELECT i.id, i.number, 0, CASE WHEN i.state = 'reversed' THEN 0 ELSE ${kept} END FROM ${view} i
      ) GROUP BY id HAVING sum(posted) <> sum(kept) LIMIT 1`,
  })
}

/** What a document bought while the company was a small-scale taxpayer left nothing on the accounts of input tax. */
const nothingDeducted = rowCheck({
  name: 'tax.smallScaleDeductsNothing',
  examined: `SELECT count(*) AS examined FROM v_accounting_taxpayer WHERE kind = 'small-scale'`,
  offenders: `
    SELECT e.source_kind || ' ' || e.source_id || ' of ' || e.posted_on || ' put ' || (l.debit_minor - l.credit_minor)
      || ' on input tax' AS detail
    FROM v_accounting_taxpayer t
    JOIN v_accounting_role r ON r.role IN ('input-tax', 'input-tax-pending')
    JOIN v_accounting_line l ON l.account_id = r.account_id AND l.posted_on >= t.valid_from
      AND l.posted_on < t.valid_before
    JOIN v_accounting_entry e ON e.id = l.entry_id AND e.reverses_entry_id IS NULL
    WHERE t.kind = 'small-scale'
      AND e.source_kind IN ('purchasing.invoice', 'purchasing.landedCost', 'assets.asset') LIMIT 1`,
})

/** What a certification or transfer out says is what it posted on the account it is about; nothing once it is reversed. */
function documentTax(name: string, kind: string, roles: string, amount: string, kept: string): Check {
  return rowCheck({
    name,
    examined: `SELECT count(*) AS examined FROM (${kept})`,
    offenders: `
      SELECT '${kind} ' || id || ': ' || sum(posted) || ' on the account, ' || sum(kept) || ' by the document' AS detail
      FROM (
        SELECT e.source_id AS id, ${amount} AS posted, 0 AS kept
        FROM v_accounting_line l JOIN v_accounting_entry e ON e.id = l.entry_id
        WHERE e.source_kind = '${kind}'
          AND l.account_id IN (SELECT account_id FROM v_accounting_role WHERE role IN (${roles}))
        UNION ALL
        SELECT id, 0, CASE state WHEN 'posted' THEN amount ELSE 0 END FROM (${kept})
      ) GROUP BY id HAVING sum(posted) <> sum(kept) LIMIT 1`,
  })
}

const certified = documentTax(
  'tax.certifiedEqualsAccount',
  'tax.certification',
  `'input-tax'`,
  'l.debit_minor - l.credit_minor',
  `SELECT c.id, c.state, coalesce(sum(l.amount_minor), 0) AS amount FROM tax_certification c
   LEFT JOIN tax_certification_line l ON l.certification_id = c.id GROUP BY c.id`,
)
const transferredOut = documentTax(
  'tax.transferredOutEqualsAccount',
  'tax.transferOut',
  `'input-tax-transferred-out', 'input-tax'`,
  'l.credit_minor - l.debit_minor',
  `SELECT id, state, amount_minor AS amount FROM tax_transfer_out`,
)

export const checks: readonly Check[] = [
  invoiceTax('output'),
  invoiceTax('input'),
  nothingDeducted,
  certified,
  transferredOut,
]
