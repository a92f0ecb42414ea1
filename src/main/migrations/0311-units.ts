import type { Migration } from '../kernel/db'

/** Pallets, totes and cartons with a label of their own, nested, and what is in them. */
export const units: Migration = {
  version: 311,
  name: 'units',
  sql: `
    CREATE TABLE warehouse_unit (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      kind TEXT NOT NULL CHECK (kind IN ('pallet', 'tote', 'carton')),
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      -- where it stands; a nested one where the outermost stands
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      parent_id INTEGER REFERENCES warehouse_unit (id),
      state TEXT NOT NULL CHECK (state IN ('here', 'broken')),
      made_by INTEGER NOT NULL,
      made_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX warehouse_unit_bin ON warehouse_unit (bin_id) WHERE state = 'here';
    CREATE INDEX warehouse_unit_parent ON warehouse_unit (parent_id) WHERE parent_id IS NOT NULL;
    CREATE INDEX warehouse_unit_house ON warehouse_unit (warehouse_id, state, id);

    -- What is in it itself, not in what stands in it.
    CREATE TABLE warehouse_unit_line (
      unit_id INTEGER NOT NULL REFERENCES warehouse_unit (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL DEFAULT 0,
      status TEXT NOT NULL CHECK (status IN ('available', 'quarantine', 'damaged')),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      PRIMARY KEY (unit_id, item_id, lot_id, status)
    ) STRICT, WITHOUT ROWID;
  `,
}
