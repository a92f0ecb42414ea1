import { rowCheck, type Check } from '../../kernel/check'

/** What verify proves about wages, each by one set-based query from the documents up. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'payroll.runsEqualTheirPostings',
    examined: 'SELECT count(*) AS examined FROM payroll_run',
    offenders: `
      SELECT r.number || ': ' || coalesce(p.minor, 0) || ' posted as cost, ' || coalesce(k.minor, 0) || ' earned' AS detail
      FROM payroll_run r
      LEFT JOIN (SELECT run_id, sum(gross_minor + employer_social_minor + employer_fund_minor) AS minor
        FROM payroll_line GROUP BY run_id) k ON k.run_id = r.id
      LEFT JOIN (SELECT e.source_id, sum(l.debit_minor - l.credit_minor) AS minor
        FROM v_accounting_entry e JOIN v_accounting_line l ON l.entry_id = e.id
        WHERE e.source_kind = 'payroll.run'
          AND l.account_id IN (SELECT expense_account_id FROM payroll_line WHERE run_id = e.source_id)
        GROUP BY e.source_id) p ON p.source_id = r.id
      WHERE coalesce(p.minor, 0) <> CASE r.state WHEN 'posted' THEN coalesce(k.minor, 0) ELSE 0 END
      LIMIT 1`,
  }),
  rowCheck({
    name: 'payroll.paymentsEqualTheirPostings',
    examined: 'SELECT count(*) AS examined FROM payroll_payment',
    offenders: `
      SELECT m.number || ': ' || coalesce(p.minor, 0) || ' left the account, ' || m.amount_minor || ' paid' AS detail
      FROM payroll_payment m
      LEFT JOIN (SELECT e.source_id, sum(l.credit_minor - l.debit_minor) AS minor
        FROM v_accounting_entry e JOIN v_accounting_line l ON l.entry_id = e.id
        JOIN v_accounting_account a ON a.id = l.account_id
        WHERE e.source_kind = 'payroll.payment' AND a.cash_kind <> ''
        GROUP BY e.source_id) p ON p.source_id = m.id
      WHERE coalesce(p.minor, 0) <> CASE m.state WHEN 'posted' THEN m.amount_minor ELSE 0 END
      UNION ALL
      SELECT m.number || ' is paid for the reversed ' || r.number
      FROM payroll_payment m JOIN payroll_run r ON r.id = m.run_id
      WHERE m.state = 'posted' AND r.state = 'reversed'
      LIMIT 1`,
  }),
]
