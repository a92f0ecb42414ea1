import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

export const inventoryCosting: Migration = {
  version: 200,
  name: 'inventory-costing',
  sql: `
    -- How the stock of a category is valued; a category without a row goes by moving average.
    CREATE TABLE inventory_costing_rule (
      category TEXT PRIMARY KEY,
      method TEXT NOT NULL CHECK (method IN ('fifo', 'lot'))
    ) STRICT, WITHOUT ROWID;

    -- The items whose stock is kept in layers now. Follows the rule of the category while nothing is on hand, or when
    -- the rule itself is changed.
    CREATE TABLE inventory_item_costing (
      item_id INTEGER PRIMARY KEY REFERENCES items_item (id),
      method TEXT NOT NULL CHECK (method IN ('fifo', 'lot'))
    ) STRICT;

    -- Goods that came in together at one cost. What is left of a layer is the sum of its entries; a layer without
    -- quantity has no value. Its origin is the document line that bought it, kept through transfers.
    CREATE TABLE inventory_layer (
      id INTEGER PRIMARY KEY,
      warehouse_id INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL,
      parent_id INTEGER REFERENCES inventory_layer (id),
      origin_kind TEXT NOT NULL,
      origin_id INTEGER NOT NULL,
      origin_line_id INTEGER,
      opened_on TEXT NOT NULL,
      movement_id INTEGER REFERENCES inventory_movement (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      value_minor INTEGER NOT NULL CHECK (value_minor >= 0),
      left_micro INTEGER NOT NULL CHECK (left_micro BETWEEN 0 AND quantity_micro),
      left_value_minor INTEGER NOT NULL CHECK (left_value_minor >= 0),
      CHECK (left_micro > 0 OR left_value_minor = 0)
    ) STRICT;
    CREATE INDEX inventory_layer_open ON inventory_layer (item_id, warehouse_id, id) WHERE left_micro > 0;
    CREATE INDEX inventory_layer_origin ON inventory_layer (origin_kind, origin_line_id);
    CREATE INDEX inventory_layer_movement ON inventory_layer (movement_id) WHERE movement_id IS NOT NULL;

    CREATE TABLE inventory_layer_entry (
      id INTEGER PRIMARY KEY,
      layer_id INTEGER NOT NULL REFERENCES inventory_layer (id),
      posted_on TEXT NOT NULL,
      -- what moved goods; null where only value changed, or where the method of costing did
      movement_id INTEGER REFERENCES inventory_movement (id),
      revaluation_id INTEGER REFERENCES inventory_revaluation (id),
      quantity_micro INTEGER NOT NULL,
      value_minor INTEGER NOT NULL,
      -- how much of the layer was there when its value changed
      held_micro INTEGER NOT NULL,
      CHECK (revaluation_id IS NULL OR (movement_id IS NULL AND quantity_micro = 0))
    ) STRICT;
    CREATE INDEX inventory_layer_entry_layer ON inventory_layer_entry (layer_id);
    CREATE INDEX inventory_layer_entry_movement ON inventory_layer_entry (movement_id) WHERE movement_id IS NOT NULL;
    CREATE INDEX inventory_layer_entry_revaluation ON inventory_layer_entry (revaluation_id)
      WHERE revaluation_id IS NOT NULL;
    ${appendOnly('inventory_layer_entry')}
  `,
}
