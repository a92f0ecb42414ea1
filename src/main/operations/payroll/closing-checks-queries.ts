import { FINDINGS_SHOWN, type ClosingCheck } from '../../ledgers/accounting'

interface Row {
  readonly id: number
  readonly label: string
  readonly on: string
  readonly amountMinor: number | null
  readonly total: number
}

/** Whoever had wages last month has wages this month: the accrual was forgotten. */
const missing: ClosingCheck = {
  key: 'payroll.missing',
  severity: 'warns',
  page: 'payroll.newRun',
  find(reader, { startsOn, endsOn }) {
    const rows = reader.all<Row>(
      `SELECT r.id, r.number || ' ' || substr(r.month, 1, 7) AS label, r.posted_on AS "on", NULL AS amountMinor
       FROM payroll_run r
       WHERE r.state = 'posted' AND r.month = date(@from, '-1 month')
         AND NOT EXISTS (SELECT 1 FROM payroll_run n WHERE n.state = 'posted' AND n.month BETWEEN @from AND @to)
       ORDER BY r.id LIMIT 1`,
      [{ from: startsOn, to: endsOn }],
    )
    return { count: rows.length, findings: rows.map((row) => ({ kind: 'payroll.run', ...row })) }
  },
}

/** Wages of the months before that were not paid to anybody yet. */
const unpaid: ClosingCheck = {
  key: 'payroll.unpaid',
  severity: 'warns',
  page: 'payroll.runs',
  find(reader, { startsOn }) {
    const rows = reader.all<Row>(
      `SELECT r.id, r.number || ' ' || substr(r.month, 1, 7) AS label, r.posted_on AS "on",
         (SELECT sum(l.gross_minor - l.social_minor - l.fund_minor - l.income_tax_minor) FROM payroll_line l
          WHERE l.run_id = r.id) AS amountMinor, count(*) OVER () AS total
       FROM payroll_run r
       WHERE r.state = 'posted' AND r.month < @from AND NOT EXISTS (SELECT 1 FROM payroll_payment p
         WHERE p.run_id = r.id AND p.kind = 'wages' AND p.state = 'posted')
       ORDER BY r.month, r.id LIMIT @limit`,
      [{ from: startsOn, limit: FINDINGS_SHOWN }],
    )
    return {
      count: rows[0]?.total ?? 0,
      findings: rows.map(({ total: _total, ...row }) => ({ kind: 'payroll.run', ...row })),
    }
  },
}

export const closingChecks: readonly ClosingCheck[] = [missing, unpaid]
