import type { Migration } from '../kernel/db'

export const suppliers: Migration = {
  version: 210,
  name: 'suppliers',
  sql: `
    -- What a supplier asks for an item from a day on, how long it takes and how much it must be.
    CREATE TABLE suppliers_term (
      id INTEGER PRIMARY KEY,
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      valid_from TEXT NOT NULL,
      price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
      lead_days INTEGER NOT NULL CHECK (lead_days BETWEEN 0 AND 1000),
      minimum_micro INTEGER NOT NULL DEFAULT 0 CHECK (minimum_micro >= 0),
      multiple_micro INTEGER NOT NULL DEFAULT 0 CHECK (multiple_micro >= 0),
      supplier_code TEXT NOT NULL DEFAULT '',
      is_preferred INTEGER NOT NULL DEFAULT 0,
      UNIQUE (supplier_id, item_id, valid_from)
    ) STRICT;
    CREATE INDEX suppliers_term_item ON suppliers_term (item_id, valid_from);

    -- An order is placed a number of days before it arrives, and arrives on time or not.
    DROP VIEW v_purchasing_order;
    CREATE VIEW v_purchasing_order AS
      SELECT id, number, warehouse_id, state, supplier_id, ordered_on, expected_on FROM purchasing_order;
    CREATE VIEW v_purchasing_order_line AS
      SELECT id, order_id, item_id, quantity_micro, price_micro, received_micro, invoiced_micro FROM purchasing_order_line;
    CREATE VIEW v_purchasing_invoice_line AS
      SELECT id, invoice_id, receipt_line_id, item_id, quantity_micro, price_micro, net_minor FROM purchasing_invoice_line;
    CREATE VIEW v_items_replenishable AS
      SELECT id, code, name, base_unit, category, shelf_life_days, supplier_id, purchase_price_micro
      FROM items_item WHERE kind = 'stock' AND active = 1;
    CREATE VIEW v_suppliers_term AS
      SELECT id, supplier_id, item_id, valid_from, price_micro, lead_days, minimum_micro, multiple_micro, is_preferred
      FROM suppliers_term;
  `,
}
