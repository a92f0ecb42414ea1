import type { Migration } from '../kernel/db'

/** Lots that are held everywhere, moves that are planned, and counts that somebody else repeats. */
export const inside: Migration = {
  version: 302,
  name: 'inside',
  sql: `
    -- A lot that must not be picked, packed or shipped, wherever it lies.
    CREATE TABLE warehouse_held_lot (
      lot_id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      reason TEXT NOT NULL,
      held_by INTEGER NOT NULL,
      held_at TEXT NOT NULL
    ) STRICT;

    -- The status of the goods that a planned move carries.
    ALTER TABLE warehouse_task ADD COLUMN status TEXT NOT NULL DEFAULT 'available'
      CHECK (status IN ('available', 'quarantine', 'damaged'));

    -- Off by more than so many per thousand: somebody else counts again. Null: nobody does.
    ALTER TABLE warehouse_warehouse ADD COLUMN recount_permille INTEGER CHECK (recount_permille >= 0);
    -- Differences worth more than this are approved by the owner. Null: by anyone who may adjust.
    ALTER TABLE warehouse_warehouse ADD COLUMN approval_minor INTEGER CHECK (approval_minor >= 0);
    ALTER TABLE warehouse_count_bin ADD COLUMN counted_by INTEGER;
    -- 1: somebody else is to count it again; 2: that was done
    ALTER TABLE warehouse_count_bin ADD COLUMN recount INTEGER NOT NULL DEFAULT 0 CHECK (recount IN (0, 1, 2));
    CREATE INDEX warehouse_count_bin_bin ON warehouse_count_bin (bin_id);
  `,
}
