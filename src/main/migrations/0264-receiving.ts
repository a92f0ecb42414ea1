import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

export const receiving: Migration = {
  version: 264,
  name: 'receiving',
  sql: `
    -- An invoice may ask for so much more than came, as a share in micro.
    ALTER TABLE purchasing_tolerance ADD COLUMN quantity_micro INTEGER NOT NULL DEFAULT 0
      CHECK (quantity_micro BETWEEN 0 AND 1000000);
    -- What the paper asks for, where that is more than what came; empty: what came.
    ALTER TABLE purchasing_invoice_line ADD COLUMN billed_micro INTEGER CHECK (billed_micro > quantity_micro);

    -- Goods came that nobody had ordered; the order was written for them.
    ALTER TABLE purchasing_order ADD COLUMN unordered INTEGER NOT NULL DEFAULT 0 CHECK (unordered IN (0, 1));

    -- Held goods of a receipt that may be sold after all.
    CREATE TABLE purchasing_release (
      id INTEGER PRIMARY KEY,
      receipt_line_id INTEGER NOT NULL REFERENCES purchasing_receipt_line (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      released_on TEXT NOT NULL,
      reason TEXT NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX purchasing_release_line ON purchasing_release (receipt_line_id);
    ${appendOnly('purchasing_release')}
  `,
}
