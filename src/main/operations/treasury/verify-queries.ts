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
      WITH posted AS (
        SELECT e.source_kind, e.source_id, sum(${amount}) AS amount
        FROM v_accounting_role r
        JOIN v_accounting_line l ON l.account_id = r.account_id
        JOIN v_accounting_entry e ON e.id = l.entry_id
        WHERE r.role = '${role}' GROUP BY e.source_kind, e.source_id
      ), kept AS (
        SELECT 'treasury.payment' AS source_kind, id AS source_id, number, unapplied_minor AS amount
        FROM treasury_payment WHERE direction = '${direction}' AND state = 'posted'
      )
      SELECT coalesce(k.number, p.source_kind || ' ' || p.source_id) || ': ' || coalesce(p.amount, 0)
        || ' on the account, ' || coalesce(k.amount, 0) || ' not applied' AS detail
      FROM posted p FULL JOIN kept k ON k.source_kind = p.source_kind AND k.source_id = p.source_id
      WHERE coalesce(p.amount, 0) <> coalesce(k.amount, 0) LIMIT 1`,
  })
}

/** What verify proves about money in and out, each by one set-based query from the documents up. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'treasury.numbersGapless',
    examined: 'SELECT count(*) AS examined FROM treasury_payment',
    offenders: `
      SELECT series || ': ' || many || ' documents, numbered ' || first || ' to ' || last AS detail FROM (
        SELECT substr(number, 1, length(number) - 7) AS series, count(*) AS many,
          min(cast(substr(number, -6) AS INTEGER)) AS first, max(cast(substr(number, -6) AS INTEGER)) AS last
        FROM treasury_payment GROUP BY series
      ) WHERE first <> 1 OR last <> many LIMIT 1`,
  }),
  rowCheck({
    name: 'treasury.applicationsEqualSettlements',
    examined: 'SELECT count(*) AS examined FROM treasury_application',
    offenders: `
      WITH applied AS (
        SELECT a.payment_id, a.open_item_id, sum(a.amount_minor) AS amount
        FROM treasury_application a JOIN treasury_payment m ON m.id = a.payment_id
        WHERE m.state = 'posted' GROUP BY a.payment_id, a.open_item_id
      ), settled AS (
        SELECT source_id AS payment_id, open_item_id, sum(amount_minor) AS amount
        FROM v_accounting_settlement WHERE source_kind = 'treasury.payment' GROUP BY source_id, open_item_id
      )
      SELECT coalesce(m.number, 'payment ' || s.payment_id) || ': ' || coalesce(a.amount, 0) || ' applied, '
        || coalesce(s.amount, 0) || ' settled' AS detail
      FROM applied a FULL JOIN settled s ON s.payment_id = a.payment_id AND s.open_item_id = a.open_item_id
      LEFT JOIN treasury_payment m ON m.id = coalesce(a.payment_id, s.payment_id)
      WHERE coalesce(a.amount, 0) <> coalesce(s.amount, 0) LIMIT 1`,
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
