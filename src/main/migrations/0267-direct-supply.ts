import type { Migration } from '../kernel/db'

/** Goods that go from the supplier straight to the customer. */
export const directSupply: Migration = {
  version: 267,
  name: 'direct-supply',
  sql: `
    -- Of a line, what a supplier sends straight to the customer and has not sent yet.
    ALTER TABLE sales_order_line ADD COLUMN direct_micro INTEGER NOT NULL DEFAULT 0 CHECK (direct_micro >= 0);
    -- The sales order whose customer the supplier sends to, and its line.
    ALTER TABLE purchasing_order ADD COLUMN direct_order_id INTEGER REFERENCES sales_order (id);
    CREATE INDEX purchasing_order_direct ON purchasing_order (direct_order_id) WHERE direct_order_id IS NOT NULL;
    ALTER TABLE purchasing_order_line ADD COLUMN sales_line_id INTEGER REFERENCES sales_order_line (id);
    CREATE INDEX purchasing_order_line_sales ON purchasing_order_line (sales_line_id) WHERE sales_line_id IS NOT NULL;
    -- The delivery that was made with a direct receipt.
    ALTER TABLE purchasing_receipt ADD COLUMN shipment_id INTEGER REFERENCES shipping_shipment (id);
    CREATE VIEW v_purchasing_direct AS
      SELECT o.id, o.number, o.state, o.direct_order_id, r.shipment_id
      FROM purchasing_order o LEFT JOIN purchasing_receipt r ON r.order_id = o.id AND r.terms = 'direct'
      WHERE o.direct_order_id IS NOT NULL;
    CREATE VIEW v_purchasing_direct_line AS
      SELECT l.id, l.sales_line_id, CASE WHEN o.state IN ('confirmed', 'partly-received')
        THEN l.quantity_micro - l.received_micro ELSE 0 END AS open_micro
      FROM purchasing_order_line l JOIN purchasing_order o ON o.id = l.order_id WHERE l.sales_line_id IS NOT NULL;
  `,
}
