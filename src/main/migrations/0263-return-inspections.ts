import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'
import { withDocumentLinks } from './document-links'

export const returnInspections: Migration = {
  version: 263,
  name: 'return-inspections',
  sql: (schema) => `
    -- What became of goods that came back and were held: sold again, or written off.
    CREATE TABLE shipping_inspection (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      return_id INTEGER NOT NULL REFERENCES shipping_return (id),
      inspected_on TEXT NOT NULL,
      finding TEXT NOT NULL,
      -- the write-off of what is beyond use
      adjustment_id INTEGER,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX shipping_inspection_return ON shipping_inspection (return_id);

    CREATE TABLE shipping_inspection_line (
      inspection_id INTEGER NOT NULL REFERENCES shipping_inspection (id),
      return_line_id INTEGER NOT NULL REFERENCES shipping_return_line (id),
      restocked_micro INTEGER NOT NULL CHECK (restocked_micro >= 0),
      scrapped_micro INTEGER NOT NULL CHECK (scrapped_micro >= 0),
      CHECK (restocked_micro + scrapped_micro > 0),
      PRIMARY KEY (inspection_id, return_line_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX shipping_inspection_line_line ON shipping_inspection_line (return_line_id);
    ${appendOnly('shipping_inspection_line')}

    -- The order that the customer gets instead of what came back.
    CREATE TABLE shipping_exchange (
      return_id INTEGER PRIMARY KEY REFERENCES shipping_return (id),
      order_id INTEGER NOT NULL UNIQUE
    ) STRICT;
    CREATE VIEW v_shipping_exchange AS SELECT return_id, order_id FROM shipping_exchange;

    ${withDocumentLinks(schema, [`SELECT 'shipping.inspection', id, number, 'posted' FROM shipping_inspection`])}
  `,
}
