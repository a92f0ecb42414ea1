import { accountNamesOf, FINDINGS_SHOWN, type ClosingCheck } from '../../ledgers/accounting'

/**
 * An account that schedules stand on holds what they have left, no more and no less. Only where every month has been
 * taken: before that the cockpit asks for the voucher anyway.
 */
const accountDiffers: ClosingCheck = {
  key: 'prepaid.accountDiffers',
  severity: 'warns',
  page: 'prepaid.schedules',
  find(reader, { endsOn, startsOn }) {
    const named = accountNamesOf(reader)
    const rows = reader.all<{ accountId: number; amountMinor: number; total: number }>(
      `SELECT a.id AS accountId, b.minor - s.minor AS amountMinor, count(*) OVER () AS total
       FROM (SELECT s.account_id, sum(CASE s.state WHEN 'cancelled' THEN 0 ELSE s.amount_minor END
           - coalesce((SELECT sum(p.amount_minor) FROM prepaid_part p
             WHERE p.schedule_id = s.id AND p.month <= @from), 0)) AS minor
         FROM prepaid_schedule s WHERE s.starts_on <= @from GROUP BY s.account_id) s
       JOIN v_accounting_account a ON a.id = s.account_id
       JOIN (SELECT b.account_id, sum(b.debit_minor - b.credit_minor) AS minor
         FROM v_accounting_balance b JOIN v_accounting_period p ON p.id = b.period_id
         WHERE p.ends_on <= @to GROUP BY b.account_id) b ON b.account_id = s.account_id
       WHERE b.minor <> s.minor ORDER BY a.code LIMIT @limit`,
      [{ from: startsOn, to: endsOn, limit: FINDINGS_SHOWN }],
    )
    return {
      count: rows[0]?.total ?? 0,
      findings: rows.map(({ accountId, amountMinor }) => {
        const { accountCode, accountName } = named(accountId)
        return { kind: null, id: null, label: `${accountCode} ${accountName}`, on: null, amountMinor }
      }),
    }
  },
}

export const closingChecks: readonly ClosingCheck[] = [accountDiffers]
