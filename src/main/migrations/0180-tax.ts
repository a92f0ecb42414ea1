import type { Migration } from '../kernel/db'

/** Rates that laws change, by the day from which they hold; in micro of their base. */
export const tax: Migration = {
  version: 180,
  name: 'tax',
  sql: `
    CREATE TABLE tax_rate (
      kind TEXT NOT NULL CHECK (kind IN ('construction', 'education', 'local-education', 'income')),
      valid_from TEXT NOT NULL,
      rate_micro INTEGER NOT NULL CHECK (rate_micro BETWEEN 0 AND 1000000),
      PRIMARY KEY (kind, valid_from)
    ) STRICT, WITHOUT ROWID;
  `,
}
