import { appendOnly } from './append-only'
import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

/** Opening balances: the tables they are read from, and what was posted of them. */
export const opening: Migration = {
  version: 185,
  name: 'opening',
  sql: (schema) => `
    -- What was chosen so far: kept here so that leaving the page loses nothing. One table of each part.
    CREATE TABLE onboarding_table (
      part TEXT PRIMARY KEY CHECK (part IN ('trial-balance', 'open-items', 'stock', 'assets')),
      file_name TEXT NOT NULL,
      content TEXT NOT NULL,
      read_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Where a person wants an account of the old books to go, by its old code.
    CREATE TABLE onboarding_mapping (
      code TEXT PRIMARY KEY,
      account_code TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE onboarding_opening (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posted', 'reversed')),
      -- The day before the books begin.
      opens_on TEXT NOT NULL,
      posted_by INTEGER NOT NULL,
      posted_at TEXT NOT NULL,
      undone_at TEXT
    ) STRICT;
    CREATE UNIQUE INDEX onboarding_opening_one ON onboarding_opening (state) WHERE state = 'posted';

    -- The trial balance as it was read, and where each line went.
    CREATE TABLE onboarding_opening_line (
      opening_id INTEGER NOT NULL REFERENCES onboarding_opening (id),
      row_number INTEGER NOT NULL,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      debit_minor INTEGER NOT NULL,
      credit_minor INTEGER NOT NULL,
      account_id INTEGER NOT NULL REFERENCES accounting_account (id),
      PRIMARY KEY (opening_id, row_number)
    ) STRICT, WITHOUT ROWID;
    ${appendOnly('onboarding_opening_line')}

    CREATE TABLE onboarding_opening_stock (
      opening_id INTEGER NOT NULL REFERENCES onboarding_opening (id),
      row_number INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL,
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      value_minor INTEGER NOT NULL CHECK (value_minor >= 0),
      PRIMARY KEY (opening_id, row_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX onboarding_opening_stock_lot ON onboarding_opening_stock (lot_id) WHERE lot_id <> 0;
    ${appendOnly('onboarding_opening_stock')}

    -- Advances come as payments of their partner, so that they are applied and refunded as any other.
    CREATE TABLE onboarding_opening_payment (
      opening_id INTEGER NOT NULL REFERENCES onboarding_opening (id),
      payment_id INTEGER NOT NULL REFERENCES treasury_payment (id),
      PRIMARY KEY (opening_id, payment_id)
    ) STRICT, WITHOUT ROWID;
    ${appendOnly('onboarding_opening_payment')}

    CREATE VIEW v_onboarding_opening_stock AS
      SELECT s.opening_id, s.item_id, s.lot_id, s.bin_id, s.quantity_micro, s.value_minor, o.state
      FROM onboarding_opening_stock s JOIN onboarding_opening o ON o.id = s.opening_id;
    ${withDocumentLinks(schema, [`SELECT 'onboarding.opening', id, number, state FROM onboarding_opening`])}
  `,
}
