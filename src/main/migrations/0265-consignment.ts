import type { Migration } from '../kernel/db'

/** Whose goods they are: ours in a customer's place, or a supplier's on our shelf. */
export const consignment: Migration = {
  version: 265,
  name: 'consignment',
  sql: `
    -- Whose goods come in or leave: 0 ours; else the supplier's, that stand here and are not in the books.
    ALTER TABLE inventory_movement ADD COLUMN owner_id INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE inventory_stock ADD COLUMN consigned_micro INTEGER NOT NULL DEFAULT 0
      CHECK (consigned_micro BETWEEN 0 AND on_hand_micro);
    CREATE INDEX inventory_movement_owner ON inventory_movement (owner_id, item_id) WHERE owner_id <> 0;

    -- What of the goods on hand belongs to suppliers, by lot.
    CREATE TABLE inventory_consigned (
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      warehouse_id INTEGER NOT NULL,
      lot_id INTEGER NOT NULL,
      owner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      PRIMARY KEY (item_id, warehouse_id, lot_id, owner_id)
    ) STRICT, WITHOUT ROWID;
    DROP VIEW v_inventory_stock;
    CREATE VIEW v_inventory_stock AS
      SELECT warehouse_id, item_id, on_hand_micro, available_micro, reserved_micro, consigned_micro, value_minor
      FROM inventory_stock;
    DROP VIEW v_inventory_movement;
    CREATE VIEW v_inventory_movement AS
      SELECT id, posted_on, warehouse_id, item_id, lot_id, from_bin_id, from_status, to_bin_id, to_status,
        quantity_micro, value_minor, source_kind, source_id, source_line_id, owner_id
      FROM inventory_movement;
    CREATE VIEW v_inventory_consigned AS
      SELECT item_id, warehouse_id, lot_id, owner_id, quantity_micro FROM inventory_consigned;

    -- Its goods come on consignment: they are bought when they are used.
    ALTER TABLE purchasing_order ADD COLUMN consigned INTEGER NOT NULL DEFAULT 0 CHECK (consigned IN (0, 1));
    -- bought: ours as they come. consigned: the supplier's until they are used. used: goods of a consigned receipt
    -- that became ours as they left. direct: from the supplier to a customer, without coming here.
    ALTER TABLE purchasing_receipt ADD COLUMN terms TEXT NOT NULL DEFAULT 'bought'
      CHECK (terms IN ('bought', 'consigned', 'used', 'direct'));
    CREATE INDEX purchasing_receipt_terms ON purchasing_receipt (terms, supplier_id) WHERE terms <> 'bought';
    -- The consigned line out of which these goods were used.
    ALTER TABLE purchasing_receipt_line ADD COLUMN used_of_id INTEGER REFERENCES purchasing_receipt_line (id);
    CREATE INDEX purchasing_receipt_line_used ON purchasing_receipt_line (used_of_id) WHERE used_of_id IS NOT NULL;

    DROP VIEW v_purchasing_receipt;
    CREATE VIEW v_purchasing_receipt AS
      SELECT id, number, state, order_id, supplier_id, received_on, terms FROM purchasing_receipt;

    -- A warehouse that stands at a customer's: what lies there is ours until the customer reports that it is used.
    ALTER TABLE warehouse_warehouse ADD COLUMN customer_id INTEGER REFERENCES parties_partner (id);
    DROP VIEW v_warehouse_warehouse;
    CREATE VIEW v_warehouse_warehouse AS
      SELECT id, code, name, customer_id FROM warehouse_warehouse;
  `,
}
