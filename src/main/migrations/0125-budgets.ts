import type { Migration } from '../kernel/db'

/** What a year is meant to bring and to cost, by account, department and month. */
export const budgets: Migration = {
  version: 125,
  name: 'budgets',
  sql: `
    -- One for each year and department; department 0 is what is posted to none.
    CREATE TABLE budgets_sheet (
      year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
      department_id INTEGER NOT NULL,
      -- Counts the times it was saved: two people do not write over each other.
      revision INTEGER NOT NULL,
      changed_by INTEGER NOT NULL,
      changed_at TEXT NOT NULL,
      PRIMARY KEY (year, department_id)
    ) STRICT, WITHOUT ROWID;

    -- On the account's usual side: revenue in credit, cost in debit. Months of zero have no row.
    CREATE TABLE budgets_amount (
      year INTEGER NOT NULL,
      department_id INTEGER NOT NULL,
      account_id INTEGER NOT NULL REFERENCES accounting_account (id) ON DELETE CASCADE,
      month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
      amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
      PRIMARY KEY (year, department_id, account_id, month),
      FOREIGN KEY (year, department_id) REFERENCES budgets_sheet (year, department_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX budgets_amount_account ON budgets_amount (account_id);
  `,
}
