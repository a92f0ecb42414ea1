import type { Migration } from '../kernel/db'

/** Goods that go from the dock straight to the orders that wait for them. */
export const crossDocking: Migration = {
  version: 321,
  name: 'cross-docking',
  sql: `
    ALTER TABLE warehouse_warehouse ADD COLUMN cross_docks INTEGER NOT NULL DEFAULT 0 CHECK (cross_docks IN (0, 1));
  `,
}
