import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

export const counter: Migration = {
  version: 224,
  name: 'counter',
  sql: `
    -- A sale over the counter: the four documents it made in one go, and the cash that changed hands.
    CREATE TABLE counter_sale (
      id INTEGER PRIMARY KEY,
      order_id INTEGER NOT NULL UNIQUE REFERENCES sales_order (id),
      shipment_id INTEGER REFERENCES shipping_shipment (id),
      invoice_id INTEGER NOT NULL UNIQUE REFERENCES sales_invoice (id),
      payment_id INTEGER NOT NULL UNIQUE,
      sold_on TEXT NOT NULL,
      sold_at TEXT NOT NULL,
      sold_by INTEGER NOT NULL,
      gross_minor INTEGER NOT NULL CHECK (gross_minor >= 0),
      tendered_minor INTEGER NOT NULL CHECK (tendered_minor >= gross_minor)
    ) STRICT;
    CREATE INDEX counter_sale_day ON counter_sale (sold_on);
    ${appendOnly('counter_sale')}
  `,
}
