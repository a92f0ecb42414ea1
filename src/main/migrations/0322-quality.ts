import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

/** What is looked at when goods arrive: plans, and the inspections that they ask for. */
export const quality: Migration = {
  version: 322,
  name: 'quality',
  sql: `
    CREATE TABLE quality_plan (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      -- what it is for: all that is given must match; the narrowest plan that matches holds
      item_id INTEGER REFERENCES items_item (id),
      category TEXT NOT NULL,
      supplier_id INTEGER REFERENCES parties_partner (id),
      -- how much of what arrived is looked at, and at least so much
      sample_permille INTEGER NOT NULL CHECK (sample_permille BETWEEN 0 AND 1000),
      sample_minimum_micro INTEGER NOT NULL CHECK (sample_minimum_micro >= 0),
      -- what is looked at, one point a line
      points TEXT NOT NULL,
      asks_photo INTEGER NOT NULL CHECK (asks_photo IN (0, 1)),
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
    ) STRICT;

    -- Goods of one line of a receipt that stand in quarantine until somebody has looked at them.
    CREATE TABLE quality_inspection (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('open', 'decided', 'cancelled')),
      plan_id INTEGER NOT NULL REFERENCES quality_plan (id),
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      source_line_id INTEGER NOT NULL,
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL,
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      sample_micro INTEGER NOT NULL CHECK (sample_micro > 0 AND sample_micro <= quantity_micro),
      -- as the plan was when the goods came
      points TEXT NOT NULL,
      asks_photo INTEGER NOT NULL,
      accepted_micro INTEGER NOT NULL DEFAULT 0,
      rejected_micro INTEGER NOT NULL DEFAULT 0,
      -- what becomes of the rejected
      rejects_to TEXT NOT NULL DEFAULT '' CHECK (rejects_to IN ('', 'return', 'scrap')),
      followed_by TEXT NOT NULL DEFAULT '',
      note TEXT NOT NULL DEFAULT '',
      made_at TEXT NOT NULL,
      decided_by INTEGER,
      decided_at TEXT,
      CHECK (state <> 'decided' OR accepted_micro + rejected_micro = quantity_micro),
      CHECK ((rejected_micro > 0) = (rejects_to <> ''))
    ) STRICT;
    CREATE INDEX quality_inspection_open ON quality_inspection (warehouse_id, id) WHERE state = 'open';
    CREATE INDEX quality_inspection_goods ON quality_inspection (item_id, bin_id, lot_id) WHERE state = 'open';
    CREATE INDEX quality_inspection_source ON quality_inspection (source_kind, source_id);

    CREATE TABLE quality_result (
      inspection_id INTEGER NOT NULL REFERENCES quality_inspection (id),
      position INTEGER NOT NULL,
      passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
      note TEXT NOT NULL,
      PRIMARY KEY (inspection_id, position)
    ) STRICT;
    ${appendOnly('quality_result')}

    CREATE TABLE quality_photo (
      id INTEGER PRIMARY KEY,
      inspection_id INTEGER NOT NULL REFERENCES quality_inspection (id),
      media_type TEXT NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png')),
      content BLOB NOT NULL,
      added_by INTEGER NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX quality_photo_inspection ON quality_photo (inspection_id);
    ${appendOnly('quality_photo')}
  `,
}
