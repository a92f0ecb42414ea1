import type { Migration } from '../kernel/db'

export const itemAttributes: Migration = {
  version: 240,
  name: 'item-attributes',
  sql: `
    -- A serial number is a lot of one piece: whatever is kept by serial is kept by lot.
    ALTER TABLE items_item ADD COLUMN serial_tracked INTEGER NOT NULL DEFAULT 0
      CHECK (serial_tracked = 0 OR lot_tracked = 1);
    ALTER TABLE items_item ADD COLUMN brand TEXT NOT NULL DEFAULT '';

    -- What may be given instead, the best first. One direction: whoever wants both enters both.
    CREATE TABLE items_substitute (
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      rank INTEGER NOT NULL CHECK (rank > 0),
      substitute_id INTEGER NOT NULL REFERENCES items_item (id),
      PRIMARY KEY (item_id, rank),
      UNIQUE (item_id, substitute_id),
      CHECK (item_id <> substitute_id)
    ) STRICT, WITHOUT ROWID;

    -- What a customer or a supplier calls an item. Within one partner a code means one item.
    CREATE TABLE items_partner_code (
      partner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      code TEXT NOT NULL COLLATE NOCASE,
      name TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (partner_id, item_id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX items_partner_code_code ON items_partner_code (partner_id, code) WHERE code <> '';
    CREATE INDEX items_partner_code_any ON items_partner_code (code) WHERE code <> '';
    CREATE INDEX items_partner_code_item ON items_partner_code (item_id);

    CREATE VIEW v_items_partner_code AS SELECT partner_id, item_id, code, name FROM items_partner_code;
    DROP VIEW v_items_item;
    CREATE VIEW v_items_item AS
      SELECT id, code, name, other_name, kind, category, base_unit, lot_tracked, active,
        weight_grams, volume_millilitres, serial_tracked, brand
      FROM items_item;
  `,
}
