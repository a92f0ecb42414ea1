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
        SELECT 'treasury.payment', m.id, m.number, 0, m.unapplied_minor + coalesce((SELECT sum(r.amount_minor)
          FROM treasury_payment r WHERE r.refunds_id = m.id AND r.state = 'posted'), 0)
        FROM treasury_payment m
        WHERE m.direction = '${direction}' AND m.state = 'posted' AND m.refunds_id IS NULL
        UNION ALL
        SELECT 'treasury.payment', id, number, 0, -amount_minor
        FROM treasury_payment WHERE direction <> '${direction}' AND state = 'posted' AND refunds_id IS NOT NULL
      ) GROUP BY source_kind, source_id HAVING sum(posted) <> sum(kept) LIMIT 1`,
  })
}

/** The same of advances in foreign currencies, in them. */
function foreignAdvances(direction: 'in' | 'out'): Check {
  const role = direction === 'in' ? 'advance-from-customer' : 'advance-to-supplier'
  const sign = direction === 'in' ? '-' : ''
  return rowCheck({
    name: `treasury.foreignAdvances${direction === 'in' ? 'FromCustomers' : 'ToSuppliers'}EqualAccount`,
    examined: `SELECT count(*) AS examined FROM treasury_payment
      WHERE direction = '${direction}' AND currency IS NOT NULL`,
    offenders: `
      SELECT source_kind || ' ' || source_id || ': ' || currency || ' ' || sum(posted) || ' on the account, '
        || sum(kept) || ' not applied' AS detail
      FROM (
        SELECT e.source_kind, e.source_id, f.currency, ${sign}f.foreign_minor AS posted, 0 AS kept
        FROM v_accounting_role r
        JOIN v_accounting_foreign_line f ON f.account_id = r.account_id
        JOIN v_accounting_entry e ON e.id = f.entry_id
        WHERE r.role = '${role}' AND EXISTS (SELECT 1 FROM v_currencies_currency)
        UNION ALL
        SELECT 'treasury.payment', m.id, m.currency, 0, m.foreign_unapplied_minor
          + coalesce((SELECT sum(r.foreign_minor) FROM treasury_payment r
            WHERE r.refunds_id = m.id AND r.state = 'posted'), 0)
        FROM treasury_payment m
        WHERE m.direction = '${direction}' AND m.state = 'posted' AND m.refunds_id IS NULL AND m.currency IS NOT NULL
        UNION ALL
        SELECT 'treasury.payment', id, currency, 0, -foreign_minor FROM treasury_payment
        WHERE direction <> '${direction}' AND state = 'posted' AND refunds_id IS NOT NULL AND currency IS NOT NULL
      ) GROUP BY source_kind, source_id, currency HAVING sum(posted) <> sum(kept) LIMIT 1`,
  })
}

/** Notes in hand (or out), bill by bill, are what their account holds. Payments carry them, events take them off. */
function notes(direction: 'in' | 'out'): Check {
  const role = direction === 'in' ? 'notes-receivable' : 'notes-payable'
  const amount = direction === 'in' ? 'l.debit_minor - l.credit_minor' : 'l.credit_minor - l.debit_minor'
  return rowCheck({
    name: direction === 'in' ? 'treasury.notesHeldEqualAccount' : 'treasury.notesIssuedEqualAccount',
    examined: `SELECT count(*) AS examined FROM treasury_note WHERE direction = '${direction}'`,
    offenders: `
      SELECT coalesce(n.bill_number, 'no note') || ': ' || sum(posted) || ' on the account, ' || sum(kept) || ' in hand'
        AS detail
      FROM (
        SELECT coalesce(m.note_id, v.note_id) AS note_id, ${amount} AS posted, 0 AS kept
        FROM v_accounting_role r
        JOIN v_accounting_line l ON l.account_id = r.account_id
        JOIN v_accounting_entry e ON e.id = l.entry_id
        LEFT JOIN treasury_payment m ON e.source_kind = 'treasury.payment' AND m.id = e.source_id
        LEFT JOIN treasury_note_event v ON e.source_kind = 'treasury.noteEvent' AND v.id = e.source_id
        WHERE r.role = '${role}'
        UNION ALL
        SELECT id, 0, amount_minor FROM treasury_note
        WHERE direction = '${direction}' AND state IN ('held', 'issued')
      ) LEFT JOIN treasury_note n ON n.id = note_id GROUP BY note_id HAVING sum(posted) <> sum(kept) LIMIT 1`,
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
          THEN 1 ELSE -1 END * (a.amount_minor - a.discount_minor - a.write_off_minor
            + CASE WHEN i.role = 'receivable' THEN a.exchange_minor ELSE -a.exchange_minor END)) AS amount
        FROM treasury_application a JOIN treasury_payment m ON m.id = a.payment_id
        JOIN v_accounting_open_item i ON i.id = a.open_item_id GROUP BY a.payment_id
      )
      SELECT m.number || ': ' || m.amount_minor || ' paid, ' || coalesce(t.amount, 0) || ' applied, '
        || m.unapplied_minor || ' left' AS detail
      FROM treasury_payment m LEFT JOIN taken t ON t.payment_id = m.id
      LEFT JOIN (SELECT refunds_id, sum(amount_minor) AS amount FROM treasury_payment
        WHERE refunds_id IS NOT NULL AND state = 'posted' GROUP BY refunds_id) r ON r.refunds_id = m.id
      WHERE m.refunds_id IS NULL AND m.amount_minor
        <> m.unapplied_minor + m.difference_minor + coalesce(t.amount, 0) + coalesce(r.amount, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'treasury.writeOffsEqualSettlements',
    examined: 'SELECT count(*) AS examined FROM treasury_write_off',
    offenders: `
      SELECT w.number || ': ' || w.receivable_minor || ' and ' || w.payable_minor || ' given up, '
        || coalesce(s.receivable, 0) || ' and ' || coalesce(s.payable, 0) || ' settled' AS detail
      FROM treasury_write_off w
      LEFT JOIN (SELECT s.source_id, sum(CASE i.role WHEN 'receivable' THEN s.amount_minor ELSE 0 END) AS receivable,
          sum(CASE i.role WHEN 'payable' THEN s.amount_minor ELSE 0 END) AS payable
        FROM v_accounting_settlement s JOIN v_accounting_open_item i ON i.id = s.open_item_id
        WHERE s.source_kind = 'treasury.writeOff' GROUP BY s.source_id) s ON s.source_id = w.id
      WHERE coalesce(s.receivable, 0) <> CASE w.state WHEN 'posted' THEN w.receivable_minor ELSE 0 END
        OR coalesce(s.payable, 0) <> CASE w.state WHEN 'posted' THEN w.payable_minor ELSE 0 END
      LIMIT 1`,
  }),
  advances('in'),
  advances('out'),
  foreignAdvances('in'),
  foreignAdvances('out'),
  rowCheck({
    name: 'treasury.foreignApplicationsEqualSettlements',
    examined: 'SELECT count(*) AS examined FROM treasury_application WHERE foreign_minor IS NOT NULL',
    offenders: `
      SELECT 'payment ' || payment_id || ': ' || sum(applied) || ' applied in the currency of the item, ' || sum(settled)
        || ' settled' AS detail
      FROM (
        SELECT a.payment_id, a.open_item_id, a.foreign_minor AS applied, 0 AS settled
        FROM treasury_application a JOIN treasury_payment m ON m.id = a.payment_id
        WHERE m.state = 'posted' AND a.foreign_minor IS NOT NULL
        UNION ALL
        SELECT source_id, open_item_id, 0, foreign_minor FROM v_accounting_settlement
        WHERE source_kind = 'treasury.payment' AND foreign_minor IS NOT NULL
      ) GROUP BY payment_id, open_item_id HAVING sum(applied) <> sum(settled) LIMIT 1`,
  }),
  notes('in'),
  notes('out'),
]
