import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

/** Every closing and re-opening of a month, with what it held: a closed month is proved unchanged by its seal. */
export const closing: Migration = {
  version: 110,
  name: 'closing',
  sql: `
    CREATE TABLE closing_event (
      id INTEGER PRIMARY KEY,
      period_id INTEGER NOT NULL REFERENCES accounting_period (id),
      kind TEXT NOT NULL CHECK (kind IN ('soft-closed', 'closed', 'reopened', 'opened')),
      user_id INTEGER NOT NULL,
      happened_at TEXT NOT NULL,
      reason TEXT NOT NULL,
      -- Keys of the warnings that stood when it was closed, parted by spaces.
      warnings TEXT NOT NULL,
      -- SHA-256 over its entries and lines, and turnover by account as JSON; null unless it was closed.
      hash TEXT,
      line_count INTEGER,
      turnover TEXT
    ) STRICT;
    CREATE INDEX closing_event_period ON closing_event (period_id, id);
    ${appendOnly('closing_event')}
  `,
}
