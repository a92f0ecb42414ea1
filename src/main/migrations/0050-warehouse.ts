import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

export const warehouse: Migration = {
  version: 50,
  name: 'warehouse',
  sql: `
    CREATE TABLE warehouse_warehouse (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      -- metres between neighbouring aisles and along one aisle, in millimetres
      aisle_gap_millimetres INTEGER NOT NULL DEFAULT 3000,
      aisle_length_millimetres INTEGER NOT NULL DEFAULT 20000
    ) STRICT;

    CREATE TABLE warehouse_zone (
      id INTEGER PRIMARY KEY,
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      -- items of these categories belong here first (one a line; empty = any)
      categories TEXT NOT NULL DEFAULT '',
      UNIQUE (warehouse_id, code)
    ) STRICT;

    CREATE TABLE warehouse_bin (
      id INTEGER PRIMARY KEY,
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      zone_id INTEGER NOT NULL REFERENCES warehouse_zone (id),
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      kind TEXT NOT NULL CHECK (kind IN ('dock', 'storage', 'pick-face', 'packing', 'staging', 'quarantine', 'returns')),
      aisle INTEGER NOT NULL DEFAULT 0,
      bay INTEGER NOT NULL DEFAULT 0,
      level INTEGER NOT NULL DEFAULT 0,
      -- position on the floor plan; y runs along the aisle from its front
      x_millimetres INTEGER NOT NULL DEFAULT 0,
      y_millimetres INTEGER NOT NULL DEFAULT 0,
      -- walk from the front of the first aisle
      distance_millimetres INTEGER NOT NULL DEFAULT 0,
      -- 0 = no limit
      capacity_millilitres INTEGER NOT NULL DEFAULT 0,
      capacity_grams INTEGER NOT NULL DEFAULT 0,
      mixes_items INTEGER NOT NULL DEFAULT 0,
      mixes_lots INTEGER NOT NULL DEFAULT 1,
      blocked INTEGER NOT NULL DEFAULT 0,
      -- planned putaway counted; kept with every step so that the nearest empty bin is one index probe away
      fill TEXT NOT NULL DEFAULT 'empty' CHECK (fill IN ('empty', 'partly', 'full'))
    ) STRICT;
    CREATE INDEX warehouse_bin_place ON warehouse_bin (warehouse_id, kind, aisle, y_millimetres);
    CREATE INDEX warehouse_bin_fill ON warehouse_bin (warehouse_id, zone_id, fill, level, distance_millimetres)
      WHERE kind IN ('storage', 'pick-face') AND blocked = 0;

    -- A clerk found less of this than the books say: not picked from again before the bin is counted.
    CREATE TABLE warehouse_recount (
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL,
      noted_by INTEGER NOT NULL,
      noted_at TEXT NOT NULL,
      PRIMARY KEY (bin_id, item_id, lot_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX warehouse_recount_item ON warehouse_recount (item_id);

    -- One step that a scanner leads. Append and complete; never deleted.
    CREATE TABLE warehouse_task (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('putaway', 'pick', 'move')),
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'short', 'cancelled')),
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL DEFAULT 0,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      done_micro INTEGER NOT NULL DEFAULT 0 CHECK (done_micro BETWEEN 0 AND quantity_micro),
      from_bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      to_bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      -- why this bin was proposed: a code for translation and its parameters
      reason_code TEXT NOT NULL DEFAULT '',
      reason_params TEXT NOT NULL DEFAULT '{}',
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      source_line_id INTEGER NOT NULL,
      demand_id INTEGER REFERENCES warehouse_demand (id),
      batch_id INTEGER REFERENCES warehouse_batch (id),
      sequence INTEGER NOT NULL DEFAULT 0,
      -- the order's place on the sorting wall of its batch
      slot INTEGER,
      assigned_to INTEGER,
      created_at TEXT NOT NULL,
      finished_at TEXT
    ) STRICT;
    -- Picks are many and hot: what only putaway asks is indexed for putaway alone.
    CREATE INDEX warehouse_task_putaway ON warehouse_task (sequence, id) WHERE state = 'open' AND kind = 'putaway';
    CREATE INDEX warehouse_task_batch ON warehouse_task (batch_id, sequence) WHERE batch_id IS NOT NULL;
    CREATE INDEX warehouse_task_demand ON warehouse_task (demand_id) WHERE demand_id IS NOT NULL;
    CREATE INDEX warehouse_task_source ON warehouse_task (source_kind, source_id) WHERE kind = 'putaway';
    CREATE INDEX warehouse_task_to_bin ON warehouse_task (to_bin_id) WHERE state = 'open' AND kind = 'putaway';
    CREATE INDEX warehouse_task_putaway_item ON warehouse_task (item_id, lot_id) WHERE state = 'open' AND kind = 'putaway';
    CREATE INDEX warehouse_task_open_batch ON warehouse_task (batch_id) WHERE state = 'open';

    -- What confirmed orders want out of the warehouse, line by line.
    CREATE TABLE warehouse_demand (
      id INTEGER PRIMARY KEY,
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      source_line_id INTEGER NOT NULL,
      -- what people call the source, and for whom it is
      source_number TEXT NOT NULL,
      partner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      released_micro INTEGER NOT NULL DEFAULT 0,
      picked_micro INTEGER NOT NULL DEFAULT 0,
      packed_micro INTEGER NOT NULL DEFAULT 0,
      shipped_micro INTEGER NOT NULL DEFAULT 0,
      -- given up by the source; never released
      withdrawn_micro INTEGER NOT NULL DEFAULT 0,
      due_on TEXT NOT NULL,
      minimum_remaining_life_days INTEGER NOT NULL DEFAULT 0,
      wave_id INTEGER REFERENCES warehouse_wave (id),
      CHECK (shipped_micro <= packed_micro AND packed_micro <= picked_micro AND picked_micro <= released_micro
             AND released_micro + withdrawn_micro <= quantity_micro),
      UNIQUE (source_kind, source_line_id)
    ) STRICT;
    CREATE INDEX warehouse_demand_source ON warehouse_demand (source_kind, source_id, item_id);
    CREATE INDEX warehouse_demand_waiting ON warehouse_demand (warehouse_id, due_on)
      WHERE quantity_micro > released_micro + withdrawn_micro;
    CREATE INDEX warehouse_demand_to_ship ON warehouse_demand (warehouse_id, due_on) WHERE shipped_micro < released_micro;
    CREATE INDEX warehouse_demand_wave ON warehouse_demand (wave_id) WHERE wave_id IS NOT NULL;
    CREATE INDEX warehouse_demand_wave_open ON warehouse_demand (wave_id) WHERE shipped_micro < released_micro;

    CREATE TABLE warehouse_wave (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      state TEXT NOT NULL CHECK (state IN ('released', 'picked', 'closed')),
      released_on TEXT NOT NULL,
      released_by INTEGER NOT NULL,
      released_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE warehouse_batch (
      id INTEGER PRIMARY KEY,
      wave_id INTEGER NOT NULL REFERENCES warehouse_wave (id),
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('open', 'picked')),
      walk_millimetres INTEGER NOT NULL,
      assigned_to INTEGER
    ) STRICT;
    CREATE INDEX warehouse_batch_wave ON warehouse_batch (wave_id, state);
    CREATE INDEX warehouse_batch_open ON warehouse_batch (id) WHERE state = 'open';

    -- What was picked for an order line and stands at a packing place, by lot.
    CREATE TABLE warehouse_picked (
      demand_id INTEGER NOT NULL REFERENCES warehouse_demand (id),
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      lot_id INTEGER NOT NULL,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro >= 0),
      packed_micro INTEGER NOT NULL DEFAULT 0,
      shipped_micro INTEGER NOT NULL DEFAULT 0,
      CHECK (packed_micro <= quantity_micro AND shipped_micro <= packed_micro),
      PRIMARY KEY (demand_id, bin_id, lot_id)
    ) STRICT, WITHOUT ROWID;

    -- Every accepted scan: what was led, by whom, how long it took.
    CREATE TABLE warehouse_scan (
      id INTEGER PRIMARY KEY,
      step TEXT NOT NULL,
      subject_kind TEXT NOT NULL,
      subject_id INTEGER NOT NULL,
      scanned TEXT NOT NULL,
      quantity_micro INTEGER NOT NULL,
      user_id INTEGER NOT NULL,
      station TEXT NOT NULL,
      scanned_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX warehouse_scan_user ON warehouse_scan (user_id, id);
    CREATE UNIQUE INDEX warehouse_scan_undo ON warehouse_scan (subject_id) WHERE step = 'undo';
    ${appendOnly('warehouse_scan')}

    CREATE TABLE warehouse_count (
      id INTEGER PRIMARY KEY,
      number TEXT UNIQUE,
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      state TEXT NOT NULL CHECK (state IN ('counting', 'counted', 'approved', 'cancelled')),
      counted_on TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      approved_by INTEGER
    ) STRICT;
    CREATE INDEX warehouse_count_date ON warehouse_count (counted_on);

    CREATE TABLE warehouse_count_bin (
      count_id INTEGER NOT NULL REFERENCES warehouse_count (id),
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      finished INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (count_id, bin_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE warehouse_count_line (
      id INTEGER PRIMARY KEY,
      count_id INTEGER NOT NULL REFERENCES warehouse_count (id),
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL DEFAULT 0,
      -- what the books said when the bin was finished
      expected_micro INTEGER NOT NULL,
      counted_micro INTEGER NOT NULL CHECK (counted_micro >= 0),
      value_minor INTEGER NOT NULL DEFAULT 0,
      UNIQUE (count_id, bin_id, item_id, lot_id)
    ) STRICT;

    -- Stock found, broken, spoiled or used up outside any other document.
    CREATE TABLE warehouse_adjustment (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      adjusted_on TEXT NOT NULL,
      reason TEXT NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE INDEX warehouse_adjustment_date ON warehouse_adjustment (adjusted_on);

    CREATE TABLE warehouse_adjustment_line (
      id INTEGER PRIMARY KEY,
      adjustment_id INTEGER NOT NULL REFERENCES warehouse_adjustment (id),
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL DEFAULT 0,
      status TEXT NOT NULL,
      -- above zero: found; below: gone
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro <> 0),
      value_minor INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX warehouse_adjustment_line_document ON warehouse_adjustment_line (adjustment_id);
    ${appendOnly('warehouse_adjustment_line')}
  `,
}
