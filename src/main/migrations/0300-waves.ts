import type { Migration } from '../kernel/db'

/** How waiting orders are treated, the house's ways to make waves of them, and waves that were taken back. */
export const waves: Migration = {
  version: 300,
  name: 'waves',
  sql: `
    ALTER TABLE warehouse_demand ADD COLUMN priority INTEGER NOT NULL DEFAULT 0 CHECK (priority BETWEEN 0 AND 9);
    ALTER TABLE warehouse_demand ADD COLUMN channel TEXT NOT NULL DEFAULT '';
    ALTER TABLE warehouse_demand ADD COLUMN carrier TEXT NOT NULL DEFAULT '';

    ALTER TABLE warehouse_wave ADD COLUMN picking TEXT NOT NULL DEFAULT 'batch'
      CHECK (picking IN ('order', 'batch', 'cluster', 'zone'));
    -- set once nothing of the wave is left to pick because it was taken back
    ALTER TABLE warehouse_wave ADD COLUMN unreleased_at TEXT;
    ALTER TABLE warehouse_wave ADD COLUMN unreleased_by INTEGER;
    ALTER TABLE warehouse_batch ADD COLUMN zone_id INTEGER REFERENCES warehouse_zone (id);

    CREATE INDEX warehouse_task_move ON warehouse_task (warehouse_id, sequence, id) WHERE state = 'open' AND kind = 'move';

    CREATE TABLE warehouse_wave_rule (
      id INTEGER PRIMARY KEY,
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      name TEXT NOT NULL,
      carrier TEXT NOT NULL,
      channel TEXT NOT NULL,
      minimum_priority INTEGER NOT NULL CHECK (minimum_priority BETWEEN 0 AND 9),
      zone_id INTEGER REFERENCES warehouse_zone (id),
      single_line INTEGER NOT NULL,
      due_within_days INTEGER,
      -- local time of day, HH:MM; empty = none
      cut_off TEXT NOT NULL,
      picking TEXT NOT NULL CHECK (picking IN ('order', 'batch', 'cluster', 'zone')),
      allocation TEXT NOT NULL CHECK (allocation IN ('fefo', 'fifo', 'fewest-picks')),
      batch_capacity INTEGER NOT NULL CHECK (batch_capacity > 0),
      UNIQUE (warehouse_id, name)
    ) STRICT;

    -- What work usually takes, in seconds: for each step of a kind, and for a hundred metres walked.
    CREATE TABLE warehouse_pace (
      step TEXT PRIMARY KEY CHECK (step IN ('putaway', 'pick', 'move', 'pack', 'load', 'count', 'walk')),
      seconds INTEGER NOT NULL CHECK (seconds > 0)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO warehouse_pace (step, seconds)
      VALUES ('putaway', 40), ('pick', 12), ('move', 45), ('pack', 8), ('load', 15), ('count', 60), ('walk', 90);
  `,
}
