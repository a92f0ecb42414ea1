import type { Migration } from '../kernel/db'

export const orderSplits: Migration = {
  version: 262,
  name: 'order-splits',
  sql: `
    -- Who fetches goods of a category. A category that is not here goes with whoever comes.
    CREATE TABLE orders_carrier (
      category TEXT PRIMARY KEY,
      carrier TEXT NOT NULL CHECK (carrier <> '')
    ) STRICT, WITHOUT ROWID;

    -- Who is to fetch this part of an order; empty: by its goods.
    ALTER TABLE orders_request ADD COLUMN carrier TEXT NOT NULL DEFAULT '';

    CREATE VIEW v_warehouse_item_climate AS SELECT item_id, temperature FROM warehouse_item_climate;
  `,
}
