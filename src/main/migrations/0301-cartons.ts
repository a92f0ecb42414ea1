import type { Migration } from '../kernel/db'

/** Cartons that orders are packed into, totes of a cart, the sorting wall, and loads by stop. */
export const cartons: Migration = {
  version: 301,
  name: 'cartons',
  sql: `
    -- The company's own GS1 prefix; without one cartons have no SSCC. Weights may differ by so many per thousand.
    ALTER TABLE warehouse_warehouse ADD COLUMN gs1_prefix TEXT NOT NULL DEFAULT '';
    ALTER TABLE warehouse_warehouse ADD COLUMN weight_tolerance_permille INTEGER NOT NULL DEFAULT 30
      CHECK (weight_tolerance_permille BETWEEN 0 AND 1000);
    ALTER TABLE warehouse_warehouse ADD COLUMN weight_tolerance_grams INTEGER NOT NULL DEFAULT 20
      CHECK (weight_tolerance_grams >= 0);

    CREATE TABLE warehouse_carton_kind (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      volume_millilitres INTEGER NOT NULL CHECK (volume_millilitres > 0),
      -- 0 = no limit
      maximum_grams INTEGER NOT NULL DEFAULT 0 CHECK (maximum_grams >= 0),
      tare_grams INTEGER NOT NULL DEFAULT 0 CHECK (tare_grams >= 0),
      active INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    CREATE TABLE warehouse_carton (
      id INTEGER PRIMARY KEY,
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      -- 1, 2, 3 within its order
      number INTEGER NOT NULL,
      kind_id INTEGER NOT NULL REFERENCES warehouse_carton_kind (id),
      state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'shipped')),
      -- what a scanner reads on it
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      expected_grams INTEGER,
      weighed_grams INTEGER,
      -- why a weight outside the tolerance was accepted
      weight_reason TEXT NOT NULL DEFAULT '',
      lane_bin_id INTEGER REFERENCES warehouse_bin (id),
      packed_by INTEGER NOT NULL,
      closed_at TEXT,
      -- the shipment of the order that it left with: 1, 2, 3
      shipped_round INTEGER,
      UNIQUE (source_kind, source_id, number)
    ) STRICT;
    CREATE UNIQUE INDEX warehouse_carton_open ON warehouse_carton (source_kind, source_id) WHERE state = 'open';
    CREATE INDEX warehouse_carton_closed ON warehouse_carton (warehouse_id) WHERE state <> 'shipped';

    CREATE TABLE warehouse_carton_line (
      carton_id INTEGER NOT NULL REFERENCES warehouse_carton (id),
      demand_id INTEGER NOT NULL REFERENCES warehouse_demand (id),
      lot_id INTEGER NOT NULL,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      PRIMARY KEY (carton_id, demand_id, lot_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX warehouse_carton_line_demand ON warehouse_carton_line (demand_id);

    -- Which tote stands at which slot of a cart.
    CREATE TABLE warehouse_tote (
      batch_id INTEGER NOT NULL REFERENCES warehouse_batch (id),
      slot INTEGER NOT NULL,
      code TEXT NOT NULL COLLATE NOCASE,
      PRIMARY KEY (batch_id, slot)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX warehouse_tote_code ON warehouse_tote (code);

    -- How much of a pick has been put into its slot of the sorting wall.
    ALTER TABLE warehouse_task ADD COLUMN sorted_micro INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE warehouse_load (
      id INTEGER PRIMARY KEY,
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      carrier TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'loaded', 'cancelled')),
      planned_on TEXT NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX warehouse_load_open ON warehouse_load (warehouse_id) WHERE state = 'open';

    -- Stops in the order of the tour: what is delivered last is loaded first.
    CREATE TABLE warehouse_load_stop (
      load_id INTEGER NOT NULL REFERENCES warehouse_load (id),
      sequence INTEGER NOT NULL,
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      PRIMARY KEY (load_id, sequence),
      UNIQUE (load_id, source_kind, source_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE warehouse_load_carton (
      carton_id INTEGER PRIMARY KEY REFERENCES warehouse_carton (id),
      load_id INTEGER NOT NULL REFERENCES warehouse_load (id),
      loaded_by INTEGER NOT NULL,
      loaded_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX warehouse_load_carton_load ON warehouse_load_carton (load_id);
  `,
}
