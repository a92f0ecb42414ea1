import type { Migration } from '../kernel/db'

/** Where goods belong: fixed pick faces, climates, velocity, and the order of the putaway rules of each house. */
export const places: Migration = {
  version: 310,
  name: 'places',
  sql: `
    -- Empty: room temperature.
    ALTER TABLE warehouse_zone ADD COLUMN temperature TEXT NOT NULL DEFAULT ''
      CHECK (temperature IN ('', 'cool', 'chilled', 'frozen'));

    -- The rules that are used, first to last, one a line.
    ALTER TABLE warehouse_warehouse ADD COLUMN putaway_rules TEXT NOT NULL
      DEFAULT 'fixedBin
sameLot
velocity
categoryZone
emptyBin
sameItem
mixed';
    -- Pieces from this weight on lie no higher than the level named. Null: anywhere.
    ALTER TABLE warehouse_warehouse ADD COLUMN heavy_grams INTEGER CHECK (heavy_grams > 0);
    ALTER TABLE warehouse_warehouse ADD COLUMN heavy_level INTEGER NOT NULL DEFAULT 1 CHECK (heavy_level >= 0);
    -- When the classes were worked out last, and how far from the depot fast goods lie (A), and less fast ones (B).
    ALTER TABLE warehouse_warehouse ADD COLUMN classified_on TEXT;
    ALTER TABLE warehouse_warehouse ADD COLUMN near_millimetres INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE warehouse_warehouse ADD COLUMN middle_millimetres INTEGER NOT NULL DEFAULT 0;

    -- What an item needs, wherever it is stored. Items that are not here need nothing special.
    CREATE TABLE warehouse_item_climate (
      item_id INTEGER PRIMARY KEY REFERENCES items_item (id),
      temperature TEXT NOT NULL CHECK (temperature IN ('cool', 'chilled', 'frozen'))
    ) STRICT;

    -- The fixed bin that an item is picked from: filled up to the maximum when it falls below the minimum.
    CREATE TABLE warehouse_pick_face (
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      bin_id INTEGER NOT NULL REFERENCES warehouse_bin (id),
      minimum_micro INTEGER NOT NULL CHECK (minimum_micro >= 0),
      maximum_micro INTEGER NOT NULL CHECK (maximum_micro > 0),
      CHECK (minimum_micro <= maximum_micro),
      PRIMARY KEY (warehouse_id, item_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX warehouse_pick_face_bin ON warehouse_pick_face (bin_id);

    -- How often an item is picked: A makes the first 80 % of the picks, B the next 15 %.
    CREATE TABLE warehouse_velocity (
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      class TEXT NOT NULL CHECK (class IN ('A', 'B', 'C')),
      picks INTEGER NOT NULL CHECK (picks > 0),
      PRIMARY KEY (warehouse_id, item_id)
    ) STRICT, WITHOUT ROWID;

    -- The nearest empty bin whatever its level, for goods that are fetched often.
    CREATE INDEX warehouse_bin_near ON warehouse_bin (warehouse_id, zone_id, fill, distance_millimetres, level)
      WHERE kind IN ('storage', 'pick-face') AND blocked = 0;
    CREATE INDEX warehouse_task_coming ON warehouse_task (to_bin_id) WHERE state = 'open' AND kind IN ('putaway', 'move');
    CREATE INDEX warehouse_task_put ON warehouse_task (warehouse_id, finished_at)
      WHERE kind = 'putaway' AND state = 'done';
  `,
}
