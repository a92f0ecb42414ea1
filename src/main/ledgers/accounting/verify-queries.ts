import { rowCheck, type Check } from '../../kernel/check'

const entryName = (entry: string): string =>
  `'entry ' || ${entry}.voucher_type || '-' || ${entry}.number || ' of ' || ${entry}.posted_on || ' (' || ${entry}.source_kind || ' ' || ${entry}.source_id || ')'`

/** An account that open items prove, document by document: what it posted there = what it opened less what it settled. */
function controlAccount(role: 'receivable' | 'payable'): Check {
  const sign = role === 'receivable' ? '' : '-'
  return rowCheck({
    name: `accounting.${role}EqualsOpenItems`,
    examined: `SELECT count(*) AS examined FROM accounting_open_item WHERE role = '${role}'`,
    offenders: `
      SELECT source_kind || ' ' || source_id || ': ' || sum(posted) || ' on the account, ' || sum(kept)
        || ' in open items' AS detail
      FROM (
        SELECT e.source_kind, e.source_id, ${sign}(l.debit_minor - l.credit_minor) AS posted, 0 AS kept
        FROM accounting_role r
        JOIN accounting_line l ON l.account_id = r.account_id
        JOIN accounting_entry e ON e.id = l.entry_id
        WHERE r.role = '${role}'
        UNION ALL
        SELECT source_kind, source_id, 0, amount_minor FROM accounting_open_item WHERE role = '${role}'
        UNION ALL
        SELECT s.source_kind, s.source_id, 0, -s.amount_minor FROM accounting_settlement s
        JOIN accounting_open_item i ON i.id = s.open_item_id WHERE i.role = '${role}'
      ) GROUP BY source_kind, source_id HAVING sum(posted) <> sum(kept) LIMIT 1`,
  })
}

/** The same in the currencies of the items, and their settlements. */
function controlAccountForeign(role: 'receivable' | 'payable'): Check {
  const sign = role === 'receivable' ? '' : '-'
  return rowCheck({
    name: `accounting.${role}ForeignEqualsOpenItems`,
    examined: `SELECT count(*) AS examined FROM accounting_open_item WHERE role = '${role}' AND currency IS NOT NULL`,
    offenders: `
      SELECT source_kind || ' ' || source_id || ': ' || currency || ' ' || sum(posted) || ' on the account, ' || sum(kept)
        || ' in open items' AS detail
      FROM (
        SELECT e.source_kind, e.source_id, l.currency, ${sign}l.foreign_minor AS posted, 0 AS kept
        FROM accounting_role r
        JOIN accounting_line l ON l.account_id = r.account_id AND l.currency IS NOT NULL
        JOIN accounting_entry e ON e.id = l.entry_id
        WHERE r.role = '${role}' AND EXISTS (SELECT 1 FROM v_currencies_currency)
        UNION ALL
        SELECT source_kind, source_id, currency, 0, foreign_minor FROM accounting_open_item
        WHERE role = '${role}' AND currency IS NOT NULL
        UNION ALL
        SELECT s.source_kind, s.source_id, i.currency, 0, -s.foreign_minor FROM accounting_settlement s
        JOIN accounting_open_item i ON i.id = s.open_item_id WHERE i.role = '${role}' AND i.currency IS NOT NULL
      ) GROUP BY source_kind, source_id, currency HAVING sum(posted) <> sum(kept) LIMIT 1`,
  })
}

/** What verify proves about the books, each by one set-based query from the entries up. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'accounting.entriesBalance',
    examined: 'SELECT count(*) AS examined FROM accounting_line',
    offenders: `
      SELECT ${entryName('e')} || ' is out of balance by ' || s.difference AS detail
      FROM (SELECT entry_id, sum(debit_minor) - sum(credit_minor) AS difference
            FROM accounting_line GROUP BY entry_id HAVING difference <> 0 LIMIT 1) s
      JOIN accounting_entry e ON e.id = s.entry_id`,
  }),
  rowCheck({
    name: 'accounting.entriesHaveLines',
    examined: 'SELECT count(*) AS examined FROM accounting_entry',
    offenders: `
      SELECT ${entryName('e')} || ' has no lines' AS detail FROM accounting_entry e
      WHERE NOT EXISTS (SELECT 1 FROM accounting_line l WHERE l.entry_id = e.id) LIMIT 1`,
  }),
  rowCheck({
    name: 'accounting.entriesInTheirPeriod',
    examined: 'SELECT count(*) AS examined FROM accounting_entry',
    offenders: `
      SELECT ${entryName('e')} || ' lies outside its period' AS detail
      FROM accounting_entry e JOIN accounting_period p ON p.id = e.period_id
      WHERE e.posted_on NOT BETWEEN p.starts_on AND p.ends_on LIMIT 1`,
  }),
  rowCheck({
    name: 'accounting.linesHaveTheirDay',
    examined: 'SELECT count(*) AS examined FROM accounting_line',
    offenders: `
      SELECT ${entryName('e')} || ' has a line of ' || l.posted_on AS detail
      FROM accounting_line l JOIN accounting_entry e ON e.id = l.entry_id
      WHERE l.posted_on <> e.posted_on LIMIT 1`,
  }),
  rowCheck({
    name: 'accounting.numbersGapless',
    examined: 'SELECT count(*) AS examined FROM accounting_entry',
    offenders: `
      SELECT e.voucher_type || ' of ' || p.starts_on || ': ' || count(*) || ' vouchers, numbered ' || min(e.number)
        || ' to ' || max(e.number) AS detail
      FROM accounting_entry e JOIN accounting_period p ON p.id = e.period_id
      GROUP BY e.voucher_type, e.period_id HAVING min(e.number) <> 1 OR max(e.number) <> count(*) LIMIT 1`,
  }),
  rowCheck({
    name: 'accounting.balancesFollowLines',
    examined: 'SELECT count(*) AS examined FROM accounting_balance',
    offenders: `
      WITH derived AS (
        SELECT l.account_id, e.period_id, sum(l.debit_minor) AS debit, sum(l.credit_minor) AS credit
        FROM accounting_line l JOIN accounting_entry e ON e.id = l.entry_id GROUP BY l.account_id, e.period_id
      )
      SELECT 'account ' || a.code || ' in ' || p.starts_on || ': ' || coalesce(b.debit_minor, 0) || ' / '
        || coalesce(b.credit_minor, 0) || ' kept, ' || coalesce(d.debit, 0) || ' / ' || coalesce(d.credit, 0)
        || ' in its lines' AS detail
      FROM derived d FULL JOIN accounting_balance b ON b.account_id = d.account_id AND b.period_id = d.period_id
      JOIN accounting_account a ON a.id = coalesce(d.account_id, b.account_id)
      JOIN accounting_period p ON p.id = coalesce(d.period_id, b.period_id)
      WHERE coalesce(b.debit_minor, 0) <> coalesce(d.debit, 0) OR coalesce(b.credit_minor, 0) <> coalesce(d.credit, 0)
      LIMIT 1`,
  }),
  rowCheck({
    name: 'accounting.openItemsFollowSettlements',
    examined: 'SELECT count(*) AS examined FROM accounting_open_item',
    offenders: `
      SELECT i.document_number || ': open ' || i.open_minor || ' of ' || i.amount_minor || ', settled '
        || coalesce(s.settled, 0) AS detail
      FROM accounting_open_item i
      LEFT JOIN (SELECT open_item_id, sum(amount_minor) AS settled FROM accounting_settlement GROUP BY open_item_id) s
        ON s.open_item_id = i.id
      WHERE i.amount_minor - coalesce(s.settled, 0) <> i.open_minor LIMIT 1`,
  }),
  controlAccount('receivable'),
  controlAccount('payable'),
  controlAccountForeign('receivable'),
  controlAccountForeign('payable'),
  rowCheck({
    name: 'accounting.foreignOpenItemsFollowSettlements',
    examined: 'SELECT count(*) AS examined FROM accounting_open_item WHERE currency IS NOT NULL',
    offenders: `
      SELECT i.document_number || ': ' || i.currency || ' ' || i.foreign_open_minor || ' open of ' || i.foreign_minor
        || ', settled ' || coalesce(s.settled, 0) || '; ' || i.open_minor || ' open in the books' AS detail
      FROM accounting_open_item i
      LEFT JOIN (SELECT open_item_id, sum(foreign_minor) AS settled FROM accounting_settlement GROUP BY open_item_id) s
        ON s.open_item_id = i.id
      WHERE i.currency IS NOT NULL AND (i.foreign_minor - coalesce(s.settled, 0) <> i.foreign_open_minor
        OR (i.foreign_open_minor = 0) <> (i.open_minor = 0)) LIMIT 1`,
  }),
  rowCheck({
    name: 'accounting.linesKeepTheCurrencyOfTheirAccount',
    examined: 'SELECT count(*) AS examined FROM accounting_account WHERE currency IS NOT NULL',
    offenders: `
      SELECT ${entryName('e')} || ' has ' || coalesce(l.currency, 'no currency') || ' on account ' || a.code || ' of '
        || a.currency AS detail
      FROM accounting_account a JOIN accounting_line l ON l.account_id = a.id
      JOIN accounting_entry e ON e.id = l.entry_id
      WHERE a.currency IS NOT NULL AND l.currency IS NOT a.currency LIMIT 1`,
  }),
  rowCheck({
    name: 'accounting.revaluationsFollowTheirEntries',
    examined: 'SELECT count(*) AS examined FROM accounting_revaluation',
    offenders: `
      SELECT ${entryName('e')} || ': ' || sum(posted) || ' on account ' || a.code || ', ' || sum(kept) || ' kept' AS detail
      FROM (
        SELECT r.entry_id, r.account_id, 0 AS posted, r.amount_minor AS kept FROM accounting_revaluation r
        UNION ALL
        SELECT l.entry_id, l.account_id, l.debit_minor - l.credit_minor, 0
        FROM (SELECT DISTINCT entry_id FROM accounting_revaluation) r
        JOIN accounting_line l ON l.entry_id = r.entry_id AND l.currency IS NOT NULL
      ) v JOIN accounting_entry e ON e.id = v.entry_id JOIN accounting_account a ON a.id = v.account_id
      GROUP BY v.entry_id, v.account_id HAVING sum(posted) <> sum(kept) LIMIT 1`,
  }),
  rowCheck({
    name: 'accounting.revaluationsOfItemsAreTakenBack',
    examined: 'SELECT count(*) AS examined FROM accounting_revaluation WHERE open_item_id IS NOT NULL',
    offenders: `
      SELECT ${entryName('e')} || ' is not taken back on the first day after its month' AS detail
      FROM (SELECT entry_id, period_id, max(open_item_id IS NOT NULL) AS ofItems FROM accounting_revaluation
        GROUP BY entry_id) v
      JOIN accounting_entry e ON e.id = v.entry_id JOIN accounting_period p ON p.id = v.period_id
      LEFT JOIN accounting_entry r ON r.reverses_entry_id = e.id
      WHERE e.posted_on <> p.ends_on OR (r.id IS NOT NULL) <> (v.ofItems = 1)
        OR r.posted_on <> date(p.ends_on, '+1 day') LIMIT 1`,
  }),
]
