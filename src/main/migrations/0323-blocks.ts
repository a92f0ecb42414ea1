import type { Migration } from '../kernel/db'

/** Cross aisles divide a hall into blocks; what a step changed about a unit is kept, so that it can be taken back. */
export const blocks: Migration = {
  version: 323,
  name: 'blocks',
  sql: `
    -- where along the aisles one may cross, from the front, beside both ends: a list in rising order
    ALTER TABLE warehouse_warehouse ADD COLUMN cross_aisles_millimetres TEXT NOT NULL DEFAULT '[]'
      CHECK (json_valid(cross_aisles_millimetres));

    -- A unit as it was before a scanned step.
    CREATE TABLE warehouse_unit_step (
      scan_id INTEGER PRIMARY KEY REFERENCES warehouse_scan (id),
      unit_id INTEGER NOT NULL REFERENCES warehouse_unit (id),
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      parent_id INTEGER REFERENCES warehouse_unit (id),
      -- goods that the step was about, units that stood in a broken one, putaways that a move completed
      goods TEXT NOT NULL CHECK (json_valid(goods)),
      inside TEXT NOT NULL CHECK (json_valid(inside)),
      putaways TEXT NOT NULL CHECK (json_valid(putaways))
    ) STRICT;
    CREATE INDEX warehouse_unit_step_unit ON warehouse_unit_step (unit_id, scan_id);
  `,
}
