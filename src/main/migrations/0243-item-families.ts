import type { Migration } from '../kernel/db'

export const itemFamilies: Migration = {
  version: 243,
  name: 'item-families',
  sql: `
    -- One article in colours and sizes. The family is no item: what is bought, kept and sold are its variants.
    CREATE TABLE items_family (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      -- [{ "name": "Colour", "values": [{ "code": "R", "name": "red" }] }], one to three of them
      axes_json TEXT NOT NULL CHECK (json_valid(axes_json)),
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE items_variant (
      item_id INTEGER PRIMARY KEY REFERENCES items_item (id),
      family_id INTEGER NOT NULL REFERENCES items_family (id),
      -- codes of its values, one for each axis, parted by tabs
      value_codes TEXT NOT NULL,
      UNIQUE (family_id, value_codes)
    ) STRICT;
  `,
}
