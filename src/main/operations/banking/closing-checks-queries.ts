import { FINDINGS_SHOWN, type ClosingCheck } from '../../ledgers/accounting'

interface Row {
  readonly label: string
  readonly on: string
  /** null on a foreign account: what it will be in the books is not known yet */
  readonly amountMinor: number | null
  readonly total: number
}

/** What the bank has booked and the books have not, or nobody has tied to them yet. */
const unmatchedLines: ClosingCheck = {
  key: 'banking.unmatchedLines',
  severity: 'warns',
  page: 'banking.reconcile',
  find(reader, { endsOn }) {
    const rows = reader.all<Row>(
      `SELECT a.name || ': ' || CASE WHEN l.counterparty <> '' THEN l.counterparty ELSE l.text END AS label,
         l.booked_on AS "on", CASE WHEN b.currency IS NULL THEN l.amount_minor END AS amountMinor,
         count(*) OVER () AS total
       FROM banking_line l JOIN v_treasury_account a ON a.id = l.account_id
       JOIN v_accounting_account b ON b.id = a.account_id
       WHERE l.match_id IS NULL AND l.booked_on <= ? ORDER BY l.booked_on, l.id LIMIT ?`,
      [endsOn, FINDINGS_SHOWN],
    )
    return {
      count: rows[0]?.total ?? 0,
      findings: rows.map(({ label, on, amountMinor }) => ({ kind: null, id: null, label, on, amountMinor })),
    }
  },
}

export const closingChecks: readonly ClosingCheck[] = [unmatchedLines]
