import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

/** Bins that stand still while they are counted, movements during a count, and looks into bins that should be empty. */
export const counting: Migration = {
  version: 320,
  name: 'counting',
  sql: `
    -- Nothing comes or goes here until the count is approved or given up.
    CREATE TABLE warehouse_frozen_bin (
      bin_id INTEGER PRIMARY KEY REFERENCES warehouse_bin (id),
      count_id INTEGER NOT NULL REFERENCES warehouse_count (id)
    ) STRICT;
    CREATE INDEX warehouse_frozen_bin_count ON warehouse_frozen_bin (count_id);

    -- The last movement of the house when the clerk began to count this bin: what moves later spoils the count of it.
    ALTER TABLE warehouse_count_bin ADD COLUMN began_at_movement INTEGER;

    -- Whoever takes the last piece by the books is asked whether the bin is empty.
    ALTER TABLE warehouse_warehouse ADD COLUMN asks_when_emptied INTEGER NOT NULL DEFAULT 0
      CHECK (asks_when_emptied IN (0, 1));
    CREATE TABLE warehouse_empty_look (
      task_id INTEGER PRIMARY KEY REFERENCES warehouse_task (id),
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      is_empty INTEGER NOT NULL CHECK (is_empty IN (0, 1)),
      looked_by INTEGER NOT NULL,
      looked_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX warehouse_empty_look_bin ON warehouse_empty_look (bin_id);
    ${appendOnly('warehouse_empty_look')}
  `,
}
