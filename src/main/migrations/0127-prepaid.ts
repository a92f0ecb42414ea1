import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

/** What was paid for a longer time, and how much of it each month took. */
export const prepaid: Migration = {
  version: 127,
  name: 'prepaid',
  sql: `
    CREATE TABLE prepaid_schedule (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      -- running; ended: the rest was taken at once; cancelled: what was taken is given back
      state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'ended', 'cancelled')),
      -- where the cost lies until it is taken
      account_id INTEGER NOT NULL REFERENCES accounting_account (id),
      expense_account_id INTEGER NOT NULL REFERENCES accounting_account (id),
      department_id INTEGER REFERENCES accounting_dimension (id),
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
      -- first day of the first month
      starts_on TEXT NOT NULL,
      months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
      -- first day of the month in which it was ended or cancelled
      stopped_on TEXT,
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      CHECK ((state = 'running') = (stopped_on IS NULL))
    ) STRICT;
    CREATE INDEX prepaid_schedule_state ON prepaid_schedule (state, starts_on);

    -- What each month took; below zero where it was given back.
    CREATE TABLE prepaid_part (
      id INTEGER PRIMARY KEY,
      schedule_id INTEGER NOT NULL REFERENCES prepaid_schedule (id),
      period_id INTEGER NOT NULL REFERENCES accounting_period (id),
      month TEXT NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0)
    ) STRICT;
    CREATE INDEX prepaid_part_schedule ON prepaid_part (schedule_id, month);
    CREATE INDEX prepaid_part_period ON prepaid_part (period_id);
    ${appendOnly('prepaid_part')}
  `,
}
