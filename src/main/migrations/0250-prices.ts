import type { Migration } from '../kernel/db'

export const prices: Migration = {
  version: 250,
  name: 'prices',
  sql: `
    -- A way in which customers order: shop, telephone, web shop, market place.
    CREATE TABLE prices_channel (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      active INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    CREATE TABLE prices_class (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      discount_micro INTEGER NOT NULL DEFAULT 0 CHECK (discount_micro BETWEEN 0 AND 1000000),
      active INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    CREATE TABLE prices_customer_terms (
      customer_id INTEGER PRIMARY KEY REFERENCES parties_partner (id),
      class_id INTEGER REFERENCES prices_class (id),
      channel_id INTEGER REFERENCES prices_channel (id)
    ) STRICT;
    CREATE INDEX prices_customer_terms_class ON prices_customer_terms (class_id) WHERE class_id IS NOT NULL;

    CREATE TABLE prices_policy (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      maximum_discount_micro INTEGER NOT NULL CHECK (maximum_discount_micro BETWEEN 0 AND 1000000)
    ) STRICT;
    INSERT INTO prices_policy (id, maximum_discount_micro) VALUES (1, 1000000);

    -- With a customer: a contract. With neither customer, channel nor class: for everyone.
    CREATE TABLE prices_list (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      customer_id INTEGER REFERENCES parties_partner (id),
      channel_id INTEGER REFERENCES prices_channel (id),
      class_id INTEGER REFERENCES prices_class (id),
      valid_from TEXT NOT NULL,
      valid_to TEXT,
      maximum_discount_micro INTEGER CHECK (maximum_discount_micro BETWEEN 0 AND 1000000),
      active INTEGER NOT NULL DEFAULT 1,
      CHECK (customer_id IS NULL OR (channel_id IS NULL AND class_id IS NULL)),
      CHECK (valid_to IS NULL OR valid_to >= valid_from)
    ) STRICT;
    CREATE INDEX prices_list_customer ON prices_list (customer_id) WHERE customer_id IS NOT NULL;

    -- pack_id 0: the price of one base unit, whatever the pack; else the price of one such pack.
    CREATE TABLE prices_list_line (
      id INTEGER PRIMARY KEY,
      list_id INTEGER NOT NULL REFERENCES prices_list (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      pack_id INTEGER NOT NULL DEFAULT 0,
      minimum_micro INTEGER NOT NULL DEFAULT 0 CHECK (minimum_micro >= 0),
      price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
      UNIQUE (item_id, list_id, pack_id, minimum_micro)
    ) STRICT;
    CREATE INDEX prices_list_line_list ON prices_list_line (list_id, item_id);

    -- For one item, or a category, or everything.
    CREATE TABLE prices_promotion (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      valid_from TEXT NOT NULL,
      valid_to TEXT NOT NULL,
      channel_id INTEGER REFERENCES prices_channel (id),
      class_id INTEGER REFERENCES prices_class (id),
      item_id INTEGER REFERENCES items_item (id),
      category TEXT NOT NULL DEFAULT '',
      minimum_micro INTEGER NOT NULL DEFAULT 0 CHECK (minimum_micro >= 0),
      discount_micro INTEGER CHECK (discount_micro BETWEEN 1 AND 1000000),
      price_micro INTEGER CHECK (price_micro >= 0),
      is_alone INTEGER NOT NULL DEFAULT 0,
      active INTEGER NOT NULL DEFAULT 1,
      CHECK ((discount_micro IS NULL) <> (price_micro IS NULL)),
      CHECK (price_micro IS NULL OR item_id IS NOT NULL),
      CHECK (valid_to >= valid_from)
    ) STRICT;
    CREATE INDEX prices_promotion_running ON prices_promotion (valid_to) WHERE active = 1;
    CREATE INDEX prices_promotion_item ON prices_promotion (item_id) WHERE item_id IS NOT NULL;

    ALTER TABLE sales_order ADD COLUMN channel_id INTEGER REFERENCES prices_channel (id);
    -- Who allowed a price below cost.
    ALTER TABLE sales_order ADD COLUMN below_cost_approved_by INTEGER;

    CREATE VIEW v_prices_channel AS SELECT id, code, name, active FROM prices_channel;
  `,
}
