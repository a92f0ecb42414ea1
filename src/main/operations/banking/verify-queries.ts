import { rowCheck, type Check } from '../../kernel/check'

/** What verify proves about bank statements, each by one set-based query from the lines up. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'banking.statementsAddUp',
    examined: 'SELECT count(*) AS examined FROM banking_statement',
    offenders: `
      SELECT s.file_name || ': ' || s.opening_minor || ' and ' || coalesce(sum(l.amount_minor), 0) || ' make not '
        || s.closing_minor AS detail
      FROM banking_statement s LEFT JOIN banking_line l ON l.statement_id = s.id
      WHERE s.opening_minor IS NOT NULL
      GROUP BY s.id HAVING s.opening_minor + s.known_minor + coalesce(sum(l.amount_minor), 0) <> s.closing_minor
      LIMIT 1`,
  }),
  rowCheck({
    name: 'banking.matchesAreEqual',
    examined: 'SELECT count(*) AS examined FROM banking_match',
    offenders: `
      SELECT 'match ' || match_id || ': ' || sum(bank) || ' of the bank, ' || sum(books) || ' of the books' AS detail
      FROM (
        SELECT match_id, amount_minor AS bank, 0 AS books FROM banking_line WHERE match_id IS NOT NULL
        UNION ALL
        SELECT b.match_id, 0, l.money_minor FROM banking_book_line b
        LEFT JOIN v_accounting_money_line l ON l.entry_id = b.entry_id AND l.line_number = b.line_number
        UNION ALL
        SELECT id, 0, 0 FROM banking_match
      ) GROUP BY match_id HAVING sum(bank) <> sum(books) OR sum(bank <> 0) = 0 OR sum(books <> 0) = 0 LIMIT 1`,
  }),
  rowCheck({
    name: 'banking.matchesStayOnTheirAccount',
    examined: 'SELECT count(*) AS examined FROM banking_match',
    offenders: `
      SELECT 'match ' || m.id || ' of ' || t.name || ' has a line of another account' AS detail
      FROM banking_match m JOIN v_treasury_account t ON t.id = m.account_id
      WHERE EXISTS (SELECT 1 FROM banking_line k WHERE k.match_id = m.id AND k.account_id <> m.account_id)
        OR EXISTS (SELECT 1 FROM banking_book_line b
          JOIN v_accounting_line l ON l.entry_id = b.entry_id AND l.line_number = b.line_number
          JOIN v_accounting_account a ON a.id = l.account_id
          JOIN v_accounting_account own ON own.id = t.account_id
          WHERE b.match_id = m.id AND l.account_id <> t.account_id AND substr(own.code, 1, length(a.code)) <> a.code)
      LIMIT 1`,
  }),
]
