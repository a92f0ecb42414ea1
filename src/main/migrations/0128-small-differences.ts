import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

/** What is settled without money: a discount for paying early, and remainders that nobody will pay. */
export const smallDifferences: Migration = {
  version: 128,
  name: 'small-differences',
  sql: (schema) => `
    -- 2/10: two per cent off for whoever pays within ten days of the invoice. Zero: none.
    ALTER TABLE parties_partner ADD COLUMN cash_discount_micro INTEGER NOT NULL DEFAULT 0
      CHECK (cash_discount_micro BETWEEN 0 AND 1000000);
    ALTER TABLE parties_partner ADD COLUMN cash_discount_days INTEGER NOT NULL DEFAULT 0
      CHECK (cash_discount_days BETWEEN 0 AND 365);

    -- Its lines are the settlements that it made.
    CREATE TABLE treasury_write_off (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posted', 'reversed')),
      partner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      kind TEXT NOT NULL CHECK (kind IN ('small', 'bad-debt')),
      written_on TEXT NOT NULL,
      -- what was given up of what we are owed, and of what we owe; below zero for credit notes
      receivable_minor INTEGER NOT NULL,
      payable_minor INTEGER NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX treasury_write_off_partner ON treasury_write_off (partner_id);
    CREATE INDEX treasury_write_off_day ON treasury_write_off (written_on);

    ${withDocumentLinks(schema, [`SELECT 'treasury.writeOff', id, number, state FROM treasury_write_off`])}
  `,
}
