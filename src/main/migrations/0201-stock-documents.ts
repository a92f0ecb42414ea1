import { appendOnly } from './append-only'
import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

export const stockDocuments: Migration = {
  version: 201,
  name: 'stock-documents',
  sql: (schema) => `
    -- The last movement before it: where in an item's history its value changed.
    ALTER TABLE inventory_revaluation ADD COLUMN after_movement_id INTEGER;

    -- Goods on the way from one warehouse to another. They lie at the other's dock, in transit, until they arrive.
    CREATE TABLE stock_transfer (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('in-transit', 'arrived', 'reversed')),
      from_warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      to_warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      sent_on TEXT NOT NULL,
      arrived_on TEXT,
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      CHECK (from_warehouse_id <> to_warehouse_id)
    ) STRICT;
    CREATE INDEX stock_transfer_state ON stock_transfer (state, id);
    CREATE TABLE stock_transfer_line (
      id INTEGER PRIMARY KEY,
      transfer_id INTEGER NOT NULL REFERENCES stock_transfer (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL,
      from_bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      to_bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      value_minor INTEGER NOT NULL CHECK (value_minor >= 0),
      arrived_micro INTEGER CHECK (arrived_micro >= 0),
      -- worth of what arrived beyond (above zero) or short of what was sent
      difference_minor INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX stock_transfer_line_transfer ON stock_transfer_line (transfer_id);
    CREATE INDEX stock_transfer_line_item ON stock_transfer_line (item_id);

    -- Goods that become other goods: put together, taken apart, repacked.
    CREATE TABLE stock_conversion (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      kind TEXT NOT NULL CHECK (kind IN ('assembly', 'disassembly', 'repack')),
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      converted_on TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      value_minor INTEGER NOT NULL CHECK (value_minor >= 0),
      -- the part of it that an abnormal loss took
      loss_minor INTEGER NOT NULL CHECK (loss_minor BETWEEN 0 AND value_minor),
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX stock_conversion_date ON stock_conversion (converted_on);
    CREATE TABLE stock_conversion_line (
      id INTEGER PRIMARY KEY,
      conversion_id INTEGER NOT NULL REFERENCES stock_conversion (id),
      side TEXT NOT NULL CHECK (side IN ('used', 'made')),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL,
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      expected_micro INTEGER,
      value_minor INTEGER NOT NULL CHECK (value_minor >= 0)
    ) STRICT;
    CREATE INDEX stock_conversion_line_document ON stock_conversion_line (conversion_id);
    CREATE INDEX stock_conversion_line_lot ON stock_conversion_line (lot_id, side) WHERE lot_id <> 0;
    ${appendOnly('stock_conversion_line')}

    -- A new value for stock on hand, with its reason.
    CREATE TABLE stock_revaluation (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL DEFAULT 0,
      revalued_on TEXT NOT NULL,
      reason TEXT NOT NULL,
      quantity_micro INTEGER NOT NULL,
      before_minor INTEGER NOT NULL,
      after_minor INTEGER NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX stock_revaluation_date ON stock_revaluation (revalued_on);

    CREATE VIEW v_stock_conversion_line AS
      SELECT l.id, l.conversion_id, l.side, l.item_id, l.lot_id, l.quantity_micro, c.state, c.kind
      FROM stock_conversion_line l JOIN stock_conversion c ON c.id = l.conversion_id;
    CREATE VIEW v_stock_transfer AS
      SELECT id, number, state, from_warehouse_id, to_warehouse_id, sent_on, arrived_on FROM stock_transfer;
    CREATE VIEW v_warehouse_warehouse AS
      SELECT id, code, name FROM warehouse_warehouse;
    ${withDocumentLinks(schema, [
      `SELECT 'stock.transfer', id, number, state FROM stock_transfer`,
      `SELECT 'stock.conversion', id, number, state FROM stock_conversion`,
      `SELECT 'stock.revaluation', id, number, state FROM stock_revaluation`,
    ])}
  `,
}
