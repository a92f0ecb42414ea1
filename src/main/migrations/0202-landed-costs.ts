import { appendOnly } from './append-only'
import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

export const landedCosts: Migration = {
  version: 202,
  name: 'landed-costs',
  sql: (schema) => `
    -- What it cost to get goods here, on an invoice of its own: spread over the lines of receipts.
    CREATE TABLE purchasing_landed_cost (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      kind TEXT NOT NULL CHECK (kind IN ('freight', 'duty', 'insurance', 'other')),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      supplier_reference TEXT NOT NULL,
      invoiced_on TEXT NOT NULL,
      due_on TEXT NOT NULL,
      basis TEXT NOT NULL CHECK (basis IN ('value', 'quantity', 'weight', 'volume')),
      net_minor INTEGER NOT NULL CHECK (net_minor > 0),
      tax_minor INTEGER NOT NULL CHECK (tax_minor >= 0),
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX purchasing_landed_cost_date ON purchasing_landed_cost (invoiced_on);
    CREATE INDEX purchasing_landed_cost_supplier ON purchasing_landed_cost (supplier_id);
    CREATE TABLE purchasing_landed_cost_line (
      id INTEGER PRIMARY KEY,
      landed_cost_id INTEGER NOT NULL REFERENCES purchasing_landed_cost (id),
      receipt_line_id INTEGER NOT NULL REFERENCES purchasing_receipt_line (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
      to_stock_minor INTEGER NOT NULL,
      to_cost_minor INTEGER NOT NULL,
      CHECK (to_stock_minor + to_cost_minor = amount_minor)
    ) STRICT;
    CREATE INDEX purchasing_landed_cost_line_document ON purchasing_landed_cost_line (landed_cost_id);
    CREATE INDEX purchasing_landed_cost_line_receipt ON purchasing_landed_cost_line (receipt_line_id);
    ${appendOnly('purchasing_landed_cost_line')}
    ${withDocumentLinks(schema, [`SELECT 'purchasing.landedCost', id, number, state FROM purchasing_landed_cost`])}
  `,
}
