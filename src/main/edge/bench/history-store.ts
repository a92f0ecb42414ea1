import { openDatabase } from '../../kernel/db'

/**
 * A past that is large and sound: movements in pairs (in, out again at the same value) and journal entries of two lines,
 * written straight into the file because only their number matters.
 */
export function withHistory(path: string, movements: number): void {
  const database = openDatabase(path)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = OFF')
    const item = database.prepare('SELECT min(id) AS low, count(*) AS count FROM items_item').get() as {
      low: number
      count: number
    }
    const bin = database
      .prepare("SELECT min(id) AS low, count(*) AS count FROM warehouse_bin WHERE kind = 'storage'")
      .get() as typeof item
    const accounts = database
      .prepare("SELECT role, account_id AS id FROM accounting_role WHERE role IN ('bank', 'capital') ORDER BY role")
      .all() as { role: string; id: number }[]
    const period = database.prepare('SELECT id, starts_on FROM accounting_period ORDER BY starts_on LIMIT 1').get() as {
      id: number
      starts_on: string
    }
    const [bank, capital] = accounts
    const at = `${period.starts_on}T08:00:00.000Z`
    database.transaction(() => {
      database
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
           INSERT INTO inventory_movement (posted_on, posted_at, warehouse_id, item_id, lot_id, from_bin_id, from_status,
             to_bin_id, to_status, quantity_micro, value_minor, source_kind, source_id)
           SELECT ?, ?, 1, ? + (i / 2) % ?, 0,
             CASE WHEN i % 2 = 1 THEN ? + (i / 2) % ? END, CASE WHEN i % 2 = 1 THEN 'available' END,
             CASE WHEN i % 2 = 0 THEN ? + (i / 2) % ? END, CASE WHEN i % 2 = 0 THEN 'available' END,
             1000000, 800, 'warehouse.adjustment', 1000000 + i / 2 FROM n`,
        )
        .run(movements, period.starts_on, at, item.low, item.count, bin.low, bin.count, bin.low, bin.count)
      const entries = Math.floor(movements / 2)
      const { last } = database.prepare('SELECT coalesce(max(id), 0) AS last FROM accounting_entry').get() as {
        last: number
      }
      database
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
           INSERT INTO accounting_entry (id, voucher_type, number, period_id, posted_on, source_kind, source_id, memo, posted_by, posted_at)
           SELECT ? + i, 'bench', i, ?, ?, 'accounting.voucher', ? + i, 'history', 0, ? FROM n`,
        )
        .run(entries, last, period.id, period.starts_on, last, at)
      const line = database.prepare(
        `INSERT INTO accounting_line (entry_id, line_number, account_id, debit_minor, credit_minor, posted_on)
         SELECT id, ?, ?, ?, ?, posted_on FROM accounting_entry WHERE id > ?`,
      )
      line.run(1, bank?.id, 800, 0, last)
      line.run(2, capital?.id, 0, 800, last)
      const balance = database.prepare(
        `INSERT INTO accounting_balance (account_id, period_id, debit_minor, credit_minor) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET debit_minor = debit_minor + excluded.debit_minor, credit_minor = credit_minor + excluded.credit_minor`,
      )
      balance.run(bank?.id, period.id, 800 * entries, 0)
      balance.run(capital?.id, period.id, 0, 800 * entries)
    })()
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}
