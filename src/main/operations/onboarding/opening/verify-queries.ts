import { rowCheck, type Check } from '../../../kernel/check'

/** What verify proves about opening balances, from the trial balance up. */
export const checks: readonly Check[] = [
  // Account by account: what the old books said is what the entries of the opening put there, all of it taken back when undone.
  rowCheck({
    name: 'opening.ledgerEqualsTrialBalance',
    examined: 'SELECT count(*) AS examined FROM onboarding_opening_line',
    offenders: `
      SELECT o.number || ': account ' || a.code || ' opened with ' || sum(kept) || ', ' || sum(posted)
        || ' in the ledger' AS detail
      FROM (
        SELECT l.opening_id, l.account_id, CASE o.state WHEN 'posted' THEN l.debit_minor - l.credit_minor ELSE 0 END
          AS kept, 0 AS posted
        FROM onboarding_opening_line l JOIN onboarding_opening o ON o.id = l.opening_id
        UNION ALL
        SELECT e.source_id, l.account_id, 0, l.debit_minor - l.credit_minor
        FROM v_accounting_entry e JOIN v_accounting_line l ON l.entry_id = e.id
        WHERE e.source_kind = 'onboarding.opening'
        UNION ALL
        SELECT p.opening_id, l.account_id, 0, l.debit_minor - l.credit_minor
        FROM onboarding_opening_payment p JOIN onboarding_opening o ON o.id = p.opening_id
        JOIN v_accounting_entry e ON e.source_kind = 'treasury.payment' AND e.source_id = p.payment_id
          AND e.posted_on = o.opens_on
        JOIN v_accounting_line l ON l.entry_id = e.id
      ) JOIN onboarding_opening o ON o.id = opening_id JOIN v_accounting_account a ON a.id = account_id
      GROUP BY opening_id, account_id HAVING sum(kept) <> sum(posted) LIMIT 1`,
  }),
  rowCheck({
    name: 'opening.isBeforeEverything',
    examined: `SELECT count(*) AS examined FROM onboarding_opening WHERE state = 'posted'`,
    offenders: `
      SELECT o.number || ' opens on ' || o.opens_on || ', an entry stands on ' || e.posted_on AS detail
      FROM onboarding_opening o JOIN v_accounting_entry e ON e.posted_on < o.opens_on WHERE o.state = 'posted' LIMIT 1`,
  }),
]
