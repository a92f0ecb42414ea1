import type { Migration } from '../kernel/db'

export const kits: Migration = {
  version: 242,
  name: 'kits',
  sql: `
    -- Sold as one, kept as parts: a kit has no stock of its own.
    ALTER TABLE items_item ADD COLUMN is_kit INTEGER NOT NULL DEFAULT 0 CHECK (is_kit = 0 OR kind = 'service');
    CREATE TABLE items_kit_part (
      kit_id INTEGER NOT NULL REFERENCES items_item (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      -- base units of the part in one kit
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      PRIMARY KEY (kit_id, item_id),
      CHECK (kit_id <> item_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX items_kit_part_item ON items_kit_part (item_id);

    -- The parts of a kit, put beside its line when the order is confirmed. They cost nothing: the kit has the price.
    ALTER TABLE sales_order_line ADD COLUMN kit_line_id INTEGER REFERENCES sales_order_line (id);
    -- what of the kit's price a base unit of the part stands for, should it come back alone
    ALTER TABLE sales_order_line ADD COLUMN kit_share_micro INTEGER;
    CREATE INDEX sales_order_line_kit ON sales_order_line (kit_line_id) WHERE kit_line_id IS NOT NULL;

    DROP VIEW v_sales_order_line;
    CREATE VIEW v_sales_order_line AS
      SELECT id, order_id, item_id, quantity_micro, coalesce(kit_share_micro, price_micro) AS price_micro, tax_code,
        shipped_micro, invoiced_micro, cancelled_micro, kit_line_id
      FROM sales_order_line;
    DROP VIEW v_items_item;
    CREATE VIEW v_items_item AS
      SELECT id, code, name, other_name, kind, category, base_unit, lot_tracked, active,
        weight_grams, volume_millilitres, serial_tracked, brand, is_kit
      FROM items_item;
    CREATE VIEW v_items_kit_part AS SELECT kit_id, item_id, quantity_micro FROM items_kit_part;
  `,
}
