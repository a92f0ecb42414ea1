import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

/** What a supplier says is coming, unit by unit; and what came without anybody knowing what for. */
export const arrivals: Migration = {
  version: 324,
  name: 'arrivals',
  sql: `
    CREATE TABLE arrivals_notice (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('expected', 'partly-received', 'received', 'cancelled')),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      expected_on TEXT NOT NULL,
      -- the supplier's own number for it
      supplier_number TEXT NOT NULL,
      note TEXT NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX arrivals_notice_open ON arrivals_notice (warehouse_id, expected_on)
      WHERE state IN ('expected', 'partly-received');
    CREATE TABLE arrivals_unit (
      id INTEGER PRIMARY KEY,
      notice_id INTEGER NOT NULL REFERENCES arrivals_notice (id) ON DELETE CASCADE,
      code TEXT NOT NULL COLLATE NOCASE,
      kind TEXT NOT NULL CHECK (kind IN ('pallet', 'tote', 'carton')),
      -- cartons on a pallet come with it
      parent_id INTEGER REFERENCES arrivals_unit (id) ON DELETE CASCADE,
      -- the unit in the warehouse, once it is there
      unit_id INTEGER REFERENCES warehouse_unit (id),
      UNIQUE (notice_id, code)
    ) STRICT;
    CREATE INDEX arrivals_unit_code ON arrivals_unit (code) WHERE unit_id IS NULL;
    CREATE INDEX arrivals_unit_parent ON arrivals_unit (parent_id) WHERE parent_id IS NOT NULL;
    CREATE TABLE arrivals_line (
      id INTEGER PRIMARY KEY,
      unit_id INTEGER NOT NULL REFERENCES arrivals_unit (id) ON DELETE CASCADE,
      order_line_id INTEGER NOT NULL REFERENCES purchasing_order_line (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_code TEXT NOT NULL,
      expires_on TEXT,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      -- the receipt it came in with
      receipt_id INTEGER REFERENCES purchasing_receipt (id)
    ) STRICT;
    CREATE INDEX arrivals_line_unit ON arrivals_line (unit_id);
    CREATE INDEX arrivals_line_order ON arrivals_line (order_line_id);

    CREATE TABLE arrivals_blind (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'matched', 'unordered', 'cancelled')),
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      arrived_on TEXT NOT NULL,
      note TEXT NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX arrivals_blind_waiting ON arrivals_blind (warehouse_id) WHERE state = 'waiting';
    CREATE TABLE arrivals_blind_line (
      id INTEGER PRIMARY KEY,
      blind_id INTEGER NOT NULL REFERENCES arrivals_blind (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_code TEXT NOT NULL,
      expires_on TEXT,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0)
    ) STRICT;
    CREATE INDEX arrivals_blind_line_of ON arrivals_blind_line (blind_id);
    ${appendOnly('arrivals_blind_line')}
    -- The receipts that it became.
    CREATE TABLE arrivals_blind_receipt (
      blind_id INTEGER NOT NULL REFERENCES arrivals_blind (id),
      receipt_id INTEGER NOT NULL REFERENCES purchasing_receipt (id),
      PRIMARY KEY (blind_id, receipt_id)
    ) STRICT, WITHOUT ROWID;
    ${appendOnly('arrivals_blind_receipt')}
  `,
}
