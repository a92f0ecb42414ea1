import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

/** Who works where, what was refused at stations, and scans by their time. */
export const work: Migration = {
  version: 313,
  name: 'work',
  sql: `
    -- The zone that a clerk works in; without a row everywhere.
    CREATE TABLE warehouse_clerk_zone (
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      user_id INTEGER NOT NULL,
      zone_id INTEGER NOT NULL REFERENCES warehouse_zone (id),
      PRIMARY KEY (warehouse_id, user_id)
    ) STRICT, WITHOUT ROWID;

    -- A wrong scan that was caught: which rule said no, to whom.
    CREATE TABLE warehouse_mistake (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL,
      scanned TEXT NOT NULL,
      user_id INTEGER NOT NULL,
      station TEXT NOT NULL,
      noted_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX warehouse_mistake_time ON warehouse_mistake (noted_at);
    ${appendOnly('warehouse_mistake')}

    CREATE INDEX warehouse_scan_time ON warehouse_scan (scanned_at);
  `,
}
