import type { Migration } from '../kernel/db'

export const salesPromises: Migration = {
  version: 251,
  name: 'sales-promises',
  sql: `
    -- Higher first, when goods arrive that several wait for.
    ALTER TABLE sales_order ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE sales_order ADD COLUMN hold_reason TEXT;
    ALTER TABLE sales_order ADD COLUMN hold_owner_id INTEGER;
    -- Up to which amount somebody let the order pass beyond the customer's credit.
    ALTER TABLE sales_order ADD COLUMN credit_released_minor INTEGER;
    ALTER TABLE sales_order ADD COLUMN credit_released_by INTEGER;
    CREATE INDEX sales_order_held ON sales_order (id) WHERE hold_reason IS NOT NULL;

    -- Confirmed, and no stock is promised to it yet.
    ALTER TABLE sales_order_line ADD COLUMN backordered_micro INTEGER NOT NULL DEFAULT 0
      CHECK (backordered_micro >= 0 AND shipped_micro + cancelled_micro + backordered_micro <= quantity_micro);
    CREATE INDEX sales_order_line_waiting ON sales_order_line (item_id) WHERE backordered_micro > 0;

    -- How many days an invoice may be overdue before orders stop; customer 0 is the house's rule for everyone else.
    CREATE TABLE sales_credit_rule (
      customer_id INTEGER PRIMARY KEY,
      overdue_days INTEGER CHECK (overdue_days >= 0)
    ) STRICT;

    -- What a channel may not promise: a buffer kept back, and a share of the rest. Item 0: every item without its own.
    CREATE TABLE sales_channel_rule (
      channel_id INTEGER NOT NULL REFERENCES prices_channel (id),
      item_id INTEGER NOT NULL DEFAULT 0,
      buffer_micro INTEGER NOT NULL DEFAULT 0 CHECK (buffer_micro >= 0),
      share_micro INTEGER NOT NULL DEFAULT 1000000 CHECK (share_micro BETWEEN 0 AND 1000000),
      PRIMARY KEY (channel_id, item_id)
    ) STRICT, WITHOUT ROWID;

    CREATE VIEW v_purchasing_incoming AS
      SELECT l.id AS line_id, o.warehouse_id, l.item_id, o.expected_on, l.quantity_micro - l.received_micro AS open_micro
      FROM purchasing_order_line l JOIN purchasing_order o ON o.id = l.order_id
      WHERE o.state IN ('confirmed', 'partly-received') AND l.received_micro < l.quantity_micro;
  `,
}
