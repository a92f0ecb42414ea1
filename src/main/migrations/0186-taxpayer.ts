import type { Migration } from '../kernel/db'

/** How the company is taxed, by the day from which it holds; further rates, and the turnover up to which nothing is owed. */
export const taxpayer: Migration = {
  version: 186,
  name: 'taxpayer',
  sql: `
    -- Before the first of them: a general taxpayer whose input tax is deducted with its invoice.
    CREATE TABLE accounting_taxpayer (
      valid_from TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('general', 'small-scale')),
      -- Input tax waits on its account until its invoice is certified.
      certifies_input INTEGER NOT NULL CHECK (certifies_input IN (0, 1)),
      CHECK (kind = 'general' OR certifies_input = 0)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW v_accounting_taxpayer AS
      SELECT valid_from, kind, certifies_input,
        coalesce((SELECT min(n.valid_from) FROM accounting_taxpayer n WHERE n.valid_from > t.valid_from), '9999-12-31')
          AS valid_before
      FROM accounting_taxpayer t;

    CREATE TABLE tax_rate_with_stamp (
      kind TEXT NOT NULL CHECK (kind IN ('construction', 'education', 'local-education', 'income', 'stamp')),
      valid_from TEXT NOT NULL,
      rate_micro INTEGER NOT NULL CHECK (rate_micro BETWEEN 0 AND 1000000),
      PRIMARY KEY (kind, valid_from)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO tax_rate_with_stamp SELECT kind, valid_from, rate_micro FROM tax_rate;
    DROP TABLE tax_rate;
    ALTER TABLE tax_rate_with_stamp RENAME TO tax_rate;

    -- Sales of a quarter up to which a small-scale taxpayer owes no VAT.
    CREATE TABLE tax_threshold (
      valid_from TEXT PRIMARY KEY,
      quarter_minor INTEGER NOT NULL CHECK (quarter_minor >= 0)
    ) STRICT, WITHOUT ROWID;
  `,
}
