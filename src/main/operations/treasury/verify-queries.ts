import { rowCheck, type Check } from '../../kernel/check'

/** What is left of advances, payment by payment, is what their account holds. */
function advances(direction: 'in' | 'out'): Check {
  const role = direction === 'in' ? 'advance-from-customer' : 'advance-to-supplier'
  const amount = direction === 'in' ? 'l.credit_minor - l.debit_minor' : 'l.debit_minor - l.credit_minor'
  return rowCheck({
    name:
      direction === 'in' ? 'treasury.advancesFromCustomersEqualAccount' : 'treasury.advancesToSuppliersEqualAccount',
    examined: `SELECT count(*) AS examined FROM treasury_payment WHERE direction = '${direction}'`,
    offenders: `
      SELECT coalesce(max(number), source_kind || ' ' || source_id) || ': ' || sum(posted) || ' on the account, '
        || sum(kept) || ' not applied' AS detail
      FROM (
        SELECT e.source_kind, e.source_id, NULL AS number, ${amount} AS posted, 0 AS kept
        FROM v_accounting_role r
        JOIN v_accounting_line l ON l.account_id = r.account_id
        JOIN v_accounting_entry e ON e.id = l.entry_id
        WHERE r.role = '${role}'
        UNION ALL
        SELECT 'treasury.payment', id, number, 0, unapplied_minor
        FROM treasury_payment WHERE direction = '${direction}' AND state = 'posted'
      ) GROUP BY source_kind, source_id HAVING sum(posted) <> sum(kept) LIMIT 1`,
  })
}

/** What verify proves about money in and out, each by one set-based query from the documents up. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'treasury.applicationsEqualSettlements',
    examined: 'SELECT count(*) AS examined FROM treasury_application',
    offenders: `
      SELECT coalesce(max(number), 'payment ' || payment_id) || ': ' || sum(applied) || ' applied, ' || sum(settled)
        || ' settled' AS detail
      FROM (
        SELECT a.payment_id, a.open_item_id, m.number, a.amount_minor AS applied, 0 AS settled
        FROM treasury_application a JOIN treasury_payment m ON m.id = a.payment_id WHERE m.state = 'posted'
        UNION ALL
        SELECT source_id, open_item_id, NULL, 0, amount_minor
        FROM v_accounting_settlement WHERE source_kind = 'treasury.payment'
      ) GROUP BY payment_id, open_item_id HAVING sum(applied) <> sum(settled) LIMIT 1`,
  }),
  rowCheck({
    name: 'treasury.appliedAndUnappliedMakeThePayment',
    examined: 'SELECT count(*) AS examined FROM treasury_payment',
    offenders: `
      WITH taken AS (
        SELECT a.payment_id, sum(CASE WHEN (i.role = 'receivable') = (m.direction = 'in')
          THEN a.amount_minor ELSE -a.amount_minor END) AS amount
        FROM treasury_application a JOIN treasury_payment m ON m.id = a.payment_id
        JOIN v_accounting_open_item i ON i.id = a.open_item_id GROUP BY a.payment_id
      )
      SELECT m.number || ': ' || m.amount_minor || ' paid, ' || coalesce(t.amount, 0) || ' applied, '
        || m.unapplied_minor || ' left' AS detail
      FROM treasury_payment m LEFT JOIN taken t ON t.payment_id = m.id
      WHERE m.amount_minor <> m.unapplied_minor + coalesce(t.amount, 0) LIMIT 1`,
  }),
  advances('in'),
  advances('out'),
]
