import { appendOnly } from './append-only'
import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

/** Input tax: which invoices are certified, which wait longer, and what is transferred out again. */
export const inputTax: Migration = {
  version: 187,
  name: 'input-tax',
  sql: (schema) => `
    CREATE TABLE tax_certification (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posted', 'reversed')),
      certified_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX tax_certification_day ON tax_certification (certified_on);
    CREATE TABLE tax_certification_line (
      certification_id INTEGER NOT NULL REFERENCES tax_certification (id),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
      PRIMARY KEY (certification_id, source_kind, source_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tax_certification_line_source ON tax_certification_line (source_kind, source_id);
    ${appendOnly('tax_certification_line')}

    -- 待抵扣: known, and not to be certified yet.
    CREATE TABLE tax_deferred (
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      PRIMARY KEY (source_kind, source_id)
    ) STRICT, WITHOUT ROWID;

    -- 进项税额转出
    CREATE TABLE tax_transfer_out (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posted', 'reversed')),
      transferred_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
      reason TEXT NOT NULL CHECK (reason IN ('loss', 'welfare', 'exempt', 'private', 'other')),
      account_id INTEGER NOT NULL REFERENCES accounting_account (id),
      note TEXT NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX tax_transfer_out_day ON tax_transfer_out (transferred_on);
    ${withDocumentLinks(schema, [
      `SELECT 'tax.certification', id, number, state FROM tax_certification`,
      `SELECT 'tax.transferOut', id, number, state FROM tax_transfer_out`,
    ])}
  `,
}
