import type { Migration } from '../kernel/db'

export const orders: Migration = {
  version: 252,
  name: 'orders',
  sql: `
    -- What came in by a channel, before it is a sales order. The channel's own number is taken once.
    CREATE TABLE orders_request (
      id INTEGER PRIMARY KEY,
      channel_id INTEGER NOT NULL REFERENCES prices_channel (id),
      external_number TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'placed', 'merged', 'cancelled')),
      source TEXT NOT NULL CHECK (source IN ('api', 'file', 'text')),
      warehouse_id INTEGER NOT NULL,
      customer_id INTEGER REFERENCES parties_partner (id),
      customer_text TEXT NOT NULL DEFAULT '',
      ship_to TEXT NOT NULL DEFAULT '',
      promised_on TEXT NOT NULL,
      priority INTEGER NOT NULL DEFAULT 0,
      note TEXT NOT NULL DEFAULT '',
      -- codes of what keeps it from being released, as JSON
      problems TEXT NOT NULL DEFAULT '[]',
      hold_reason TEXT,
      hold_owner_id INTEGER,
      order_id INTEGER REFERENCES sales_order (id),
      merged_into INTEGER REFERENCES orders_request (id),
      fingerprint TEXT NOT NULL,
      received_at TEXT NOT NULL,
      received_by INTEGER NOT NULL,
      UNIQUE (channel_id, external_number),
      CHECK ((state = 'placed') = (order_id IS NOT NULL)),
      CHECK ((state = 'merged') = (merged_into IS NOT NULL))
    ) STRICT;
    CREATE INDEX orders_request_open ON orders_request (id) WHERE state = 'open';
    CREATE INDEX orders_request_customer ON orders_request (customer_id) WHERE state = 'open';
    CREATE INDEX orders_request_order ON orders_request (order_id) WHERE order_id IS NOT NULL;
    CREATE INDEX orders_request_merged ON orders_request (merged_into) WHERE merged_into IS NOT NULL;

    CREATE TABLE orders_request_line (
      id INTEGER PRIMARY KEY,
      request_id INTEGER NOT NULL REFERENCES orders_request (id),
      item_text TEXT NOT NULL,
      unit_text TEXT NOT NULL DEFAULT '',
      -- in the unit as given
      count_micro INTEGER NOT NULL CHECK (count_micro > 0),
      item_id INTEGER REFERENCES items_item (id),
      pack_id INTEGER REFERENCES items_pack (id),
      -- as the channel says, per base unit; null: by our lists
      price_micro INTEGER CHECK (price_micro >= 0)
    ) STRICT;
    CREATE INDEX orders_request_line_request ON orders_request_line (request_id);

    -- What customers call items. Customer 0: everyone.
    CREATE TABLE orders_nickname (
      customer_id INTEGER NOT NULL,
      text TEXT NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      pack_id INTEGER REFERENCES items_pack (id),
      uses INTEGER NOT NULL DEFAULT 1,
      PRIMARY KEY (customer_id, text)
    ) STRICT, WITHOUT ROWID;

    -- Which column of a channel's files means what, as JSON.
    CREATE TABLE orders_mapping (
      channel_id INTEGER PRIMARY KEY REFERENCES prices_channel (id),
      columns TEXT NOT NULL
    ) STRICT;

    CREATE VIEW v_items_barcode AS SELECT barcode, item_id, pack_id FROM items_barcode;
  `,
}
