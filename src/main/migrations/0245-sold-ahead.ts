import { appendOnly } from './append-only'
import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

export const soldAhead: Migration = {
  version: 245,
  name: 'sold-ahead',
  sql: (schema) => `
    -- Warehouses that may sell goods before their receipt is entered; all others refuse.
    CREATE TABLE stock_ahead_rule (
      warehouse_id INTEGER PRIMARY KEY
    ) STRICT;

    -- Goods that were sold before they were received: brought in at a provisional cost, against an account of its own,
    -- until a receipt settles them. So no balance of stock is ever below zero, and what is open can be named.
    CREATE TABLE stock_ahead (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('open', 'settled', 'reversed')),
      warehouse_id INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      brought_on TEXT NOT NULL,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      value_minor INTEGER NOT NULL CHECK (value_minor >= 0),
      open_micro INTEGER NOT NULL CHECK (open_micro BETWEEN 0 AND quantity_micro),
      open_minor INTEGER NOT NULL CHECK (open_minor BETWEEN 0 AND value_minor),
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX stock_ahead_open ON stock_ahead (item_id, warehouse_id, id) WHERE open_micro > 0;

    -- Each true-up: what a receipt settled, at what provisional value, and what those goods cost after all.
    CREATE TABLE stock_ahead_settlement (
      id INTEGER PRIMARY KEY,
      ahead_id INTEGER NOT NULL REFERENCES stock_ahead (id),
      receipt_kind TEXT NOT NULL,
      receipt_id INTEGER NOT NULL,
      settled_on TEXT NOT NULL,
      -- below zero: a settlement taken back with its receipt
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro <> 0),
      provisional_minor INTEGER NOT NULL,
      actual_minor INTEGER NOT NULL,
      reverses_id INTEGER UNIQUE REFERENCES stock_ahead_settlement (id)
    ) STRICT;
    CREATE INDEX stock_ahead_settlement_ahead ON stock_ahead_settlement (ahead_id);
    CREATE INDEX stock_ahead_settlement_receipt ON stock_ahead_settlement (receipt_kind, receipt_id);
    ${appendOnly('stock_ahead_settlement')}
    -- What these documents say crossed the border of the house.
    CREATE VIEW v_stock_ahead_movement AS
      SELECT 'stock.ahead' AS kind, id, item_id, quantity_micro, value_minor FROM stock_ahead WHERE state <> 'reversed'
      UNION ALL
      SELECT 'stock.aheadSettlement', s.id, a.item_id, -s.quantity_micro, -s.actual_minor
      FROM stock_ahead_settlement s JOIN stock_ahead a ON a.id = s.ahead_id
      WHERE s.quantity_micro > 0 AND NOT EXISTS (SELECT 1 FROM stock_ahead_settlement r WHERE r.reverses_id = s.id);
    ${withDocumentLinks(schema, [`SELECT 'stock.ahead', id, number, state FROM stock_ahead`])}
  `,
}
