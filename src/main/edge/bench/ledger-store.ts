import type Database from 'better-sqlite3'
import { openDatabase } from '../../kernel/db'

/** Lines of the account whose ledger is read a page at a time. */
const LEDGER_LINES = 50_000

/**
 * A year of two-line entries over all accounts that take vouchers, day by day, written straight into the file because
 * only their number matters. One account (other payables) has 50,000 of the lines.
 */
export function withJournal(path: string, lines: number): void {
  const database = openDatabase(path)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = OFF')
    database.transaction(() => fill(database, Math.floor(lines / 2)))()
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.exec('ANALYZE')
  } finally {
    database.close()
  }
}

function fill(database: Database.Database, entries: number): void {
  const { last } = database.prepare('SELECT coalesce(max(id), 0) AS last FROM accounting_entry').get() as {
    last: number
  }
  database
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @entries)
       INSERT INTO accounting_entry (id, voucher_type, number, period_id, posted_on, source_kind, source_id, memo,
         posted_by, posted_at)
       SELECT @last + 1 + i, 'bench', i + 1, p.id, date('2026-01-01', '+' || (i * 365 / @entries) || ' days'),
         'accounting.voucher', @last + 1 + i, 'history', 0, '2026-01-01T08:00:00.000Z'
       FROM n CROSS JOIN accounting_period p
         ON date('2026-01-01', '+' || (i * 365 / @entries) || ' days') BETWEEN p.starts_on AND p.ends_on`,
    )
    .run({ entries, last })
  const every = Math.max(2, Math.floor(entries / LEDGER_LINES))
  const line = database.prepare(
    `INSERT INTO accounting_line (entry_id, line_number, account_id, debit_minor, credit_minor, posted_on)
     SELECT e.id, @number, a.id, @debit * (100 + e.id % 900), @credit * (100 + e.id % 900), e.posted_on
     FROM accounting_entry e
     CROSS JOIN accounting_account a ON a.code = CASE
       WHEN @number = 1 THEN CASE e.id % 5 WHEN 0 THEN '5601' WHEN 1 THEN '5602' WHEN 2 THEN '5603' WHEN 3 THEN '1221' ELSE '1601' END
       WHEN e.id % @every = 0 THEN '2241'
       ELSE CASE e.id % 3 WHEN 0 THEN '5051' WHEN 1 THEN '5301' ELSE '3001' END END
     WHERE e.id > @last`,
  )
  line.run({ number: 1, debit: 1, credit: 0, every, last })
  line.run({ number: 2, debit: 0, credit: 1, every, last })
  database
    .prepare(
      `INSERT INTO accounting_balance (account_id, period_id, debit_minor, credit_minor)
       SELECT l.account_id, e.period_id, sum(l.debit_minor), sum(l.credit_minor)
       FROM accounting_line l JOIN accounting_entry e ON e.id = l.entry_id WHERE e.id > ?
       GROUP BY l.account_id, e.period_id
       ON CONFLICT DO UPDATE SET debit_minor = debit_minor + excluded.debit_minor,
         credit_minor = credit_minor + excluded.credit_minor`,
    )
    .run(last)
}

/** The plain queries for the same figures on the same file. */
export function plainLedger(path: string) {
  const database = openDatabase(path, { readonly: true })
  const trial = database.prepare(
    'SELECT account_id, sum(debit_minor), sum(credit_minor) FROM accounting_line GROUP BY account_id',
  )
  const page = database.prepare(
    `SELECT l.posted_on, e.voucher_type, e.number, e.memo, l.debit_minor, l.credit_minor,
       sum(l.debit_minor - l.credit_minor) OVER (ORDER BY l.posted_on, l.entry_id)
     FROM accounting_line l JOIN accounting_entry e ON e.id = l.entry_id
     WHERE l.account_id = (SELECT id FROM accounting_account WHERE code = '2241')
     ORDER BY l.posted_on, l.entry_id LIMIT 100`,
  )
  const result = database.prepare(
    `SELECT a.id, sum(l.debit_minor), sum(l.credit_minor)
     FROM accounting_account a JOIN accounting_line l ON l.account_id = a.id
     WHERE a.kind IN ('revenue', 'expense') AND l.posted_on BETWEEN '2026-01-01' AND '2026-01-31' GROUP BY a.id`,
  )
  // Closing also proves kept balances against every line of the file, as anybody would before closing by hand.
  const proof = database.prepare(
    `SELECT l.account_id, e.period_id, sum(l.debit_minor), sum(l.credit_minor)
     FROM accounting_line l JOIN accounting_entry e ON e.id = l.entry_id GROUP BY l.account_id, e.period_id`,
  )
  return {
    trialBalance: () => trial.all(),
    firstPage: () => page.all(),
    carryOver: () => result.all(),
    closeMonth: () => [result.all(), proof.all()],
    end: () => database.close(),
  }
}
