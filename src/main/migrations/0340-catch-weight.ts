import type { Migration } from '../kernel/db'
import { appendOnly } from './append-only'

/** Goods that are counted in pieces and paid by weight: a wheel of cheese, a box of fish. */
export const catchWeight: Migration = {
  version: 340,
  name: 'catch-weight',
  sql: `
    -- The base unit is the weight; a piece weighs about so much, within so many per cent.
    CREATE TABLE items_catch_weight (
      item_id INTEGER PRIMARY KEY REFERENCES items_item (id),
      unit TEXT NOT NULL CHECK (unit <> ''),
      nominal_micro INTEGER NOT NULL CHECK (nominal_micro > 0),
      tolerance_percent INTEGER NOT NULL CHECK (tolerance_percent BETWEEN 1 AND 90)
    ) STRICT;
    CREATE VIEW v_items_catch_weight AS
      SELECT item_id, unit, nominal_micro, tolerance_percent FROM items_catch_weight;

    -- Pieces that came to a place or left it, with the movement of their weight; without one where they were counted anew.
    CREATE TABLE inventory_piece_entry (
      id INTEGER PRIMARY KEY,
      movement_id INTEGER REFERENCES inventory_movement (id),
      posted_on TEXT NOT NULL,
      warehouse_id INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL,
      bin_id INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('available', 'quarantine', 'damaged', 'in-transit')),
      pieces INTEGER NOT NULL CHECK (pieces <> 0),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      source_line_id INTEGER
    ) STRICT;
    CREATE INDEX inventory_piece_entry_source ON inventory_piece_entry (source_kind, source_id);
    CREATE INDEX inventory_piece_entry_movement ON inventory_piece_entry (movement_id);
    ${appendOnly('inventory_piece_entry')}
    CREATE VIEW v_inventory_piece_entry AS
      SELECT id, movement_id, item_id, lot_id, bin_id, status, pieces, source_kind, source_id, source_line_id
      FROM inventory_piece_entry;

    -- How many lie in a bin, by lot and status.
    CREATE TABLE inventory_pieces (
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      bin_id INTEGER NOT NULL,
      lot_id INTEGER NOT NULL,
      status TEXT NOT NULL,
      pieces INTEGER NOT NULL CHECK (pieces > 0),
      PRIMARY KEY (item_id, bin_id, lot_id, status)
    ) STRICT, WITHOUT ROWID;
    CREATE VIEW v_inventory_pieces AS
      SELECT item_id, bin_id, lot_id, status, pieces FROM inventory_pieces;

    -- Counted beside the weight; empty for goods that are not weighed.
    ALTER TABLE warehouse_count_line ADD COLUMN counted_pieces INTEGER CHECK (counted_pieces >= 0);
  `,
}
