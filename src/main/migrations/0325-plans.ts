import type { Migration } from '../kernel/db'

/** What is to be put together, taken apart or repacked at a station, led by scans. */
export const plans: Migration = {
  version: 325,
  name: 'plans',
  sql: `
    CREATE TABLE stock_plan (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
      kind TEXT NOT NULL CHECK (kind IN ('assembly', 'disassembly', 'repack')),
      warehouse_id INTEGER NOT NULL REFERENCES warehouse_warehouse (id),
      planned_on TEXT NOT NULL,
      note TEXT NOT NULL,
      -- the document it became; none where goods only changed their packs and nothing was lost
      conversion_id INTEGER REFERENCES stock_conversion (id),
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      done_by INTEGER,
      CHECK (conversion_id IS NULL OR state = 'done'),
      CHECK ((done_by IS NOT NULL) = (state = 'done'))
    ) STRICT;
    CREATE INDEX stock_plan_open ON stock_plan (warehouse_id, planned_on) WHERE state = 'open';
    CREATE TABLE stock_plan_line (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES stock_plan (id),
      side TEXT NOT NULL CHECK (side IN ('used', 'made')),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      -- wanted of what is used, expected of what is made
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      -- what it was in the end
      done_micro INTEGER NOT NULL DEFAULT 0 CHECK (done_micro >= 0),
      UNIQUE (plan_id, side, item_id)
    ) STRICT;

    -- What documents of stock moved, for the proof against the ledger.
    DROP VIEW v_stock_conversion_line;
    CREATE VIEW v_stock_conversion_line AS
      SELECT l.id, l.conversion_id, l.side, l.item_id, l.lot_id, l.quantity_micro, l.value_minor, c.state, c.kind
      FROM stock_conversion_line l JOIN stock_conversion c ON c.id = l.conversion_id;
    CREATE VIEW v_stock_transfer_difference AS
      SELECT l.transfer_id, l.item_id, l.arrived_micro - l.quantity_micro AS quantity_micro, l.difference_minor
      FROM stock_transfer_line l JOIN stock_transfer t ON t.id = l.transfer_id WHERE t.state = 'arrived';
  `,
}
