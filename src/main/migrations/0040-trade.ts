import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

const totals = `
      net_minor INTEGER NOT NULL DEFAULT 0,
      tax_minor INTEGER NOT NULL DEFAULT 0,
      gross_minor INTEGER NOT NULL DEFAULT 0,`

const written = `
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL`

export const trade: Migration = {
  version: 40,
  name: 'trade',
  sql: `
    CREATE TABLE purchasing_order (
      id INTEGER PRIMARY KEY,
      number TEXT UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('draft', 'confirmed', 'partly-received', 'received', 'closed', 'cancelled')),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      warehouse_id INTEGER NOT NULL,
      ordered_on TEXT NOT NULL,
      expected_on TEXT NOT NULL, ${totals} ${written}
    ) STRICT;
    CREATE INDEX purchasing_order_supplier ON purchasing_order (supplier_id);
    CREATE INDEX purchasing_order_state ON purchasing_order (state, expected_on);
    CREATE INDEX purchasing_order_date ON purchasing_order (ordered_on);

    CREATE TABLE purchasing_order_line (
      id INTEGER PRIMARY KEY,
      order_id INTEGER NOT NULL REFERENCES purchasing_order (id),
      line_number INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      pack_id INTEGER NOT NULL REFERENCES items_pack (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
      tax_code TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      received_micro INTEGER NOT NULL DEFAULT 0,
      invoiced_micro INTEGER NOT NULL DEFAULT 0,
      UNIQUE (order_id, line_number)
    ) STRICT;
    CREATE INDEX purchasing_order_line_item ON purchasing_order_line (item_id);

    CREATE TABLE purchasing_receipt (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      order_id INTEGER NOT NULL REFERENCES purchasing_order (id),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      warehouse_id INTEGER NOT NULL,
      received_on TEXT NOT NULL, ${written}
    ) STRICT;
    CREATE INDEX purchasing_receipt_order ON purchasing_receipt (order_id);
    CREATE INDEX purchasing_receipt_date ON purchasing_receipt (received_on);

    CREATE TABLE purchasing_receipt_line (
      id INTEGER PRIMARY KEY,
      receipt_id INTEGER NOT NULL REFERENCES purchasing_receipt (id),
      order_line_id INTEGER NOT NULL REFERENCES purchasing_order_line (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL DEFAULT 0,
      bin_id INTEGER NOT NULL,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      value_minor INTEGER NOT NULL,
      invoiced_micro INTEGER NOT NULL DEFAULT 0,
      invoiced_value_minor INTEGER NOT NULL DEFAULT 0,
      CHECK (invoiced_micro BETWEEN 0 AND quantity_micro)
    ) STRICT;
    CREATE INDEX purchasing_receipt_line_receipt ON purchasing_receipt_line (receipt_id);
    CREATE INDEX purchasing_receipt_line_order ON purchasing_receipt_line (order_line_id);

    CREATE TABLE purchasing_invoice (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      supplier_reference TEXT NOT NULL,
      invoiced_on TEXT NOT NULL,
      due_on TEXT NOT NULL, ${totals} ${written}
    ) STRICT;
    CREATE UNIQUE INDEX purchasing_invoice_reference ON purchasing_invoice (supplier_id, supplier_reference) WHERE state = 'posted';
    CREATE INDEX purchasing_invoice_date ON purchasing_invoice (invoiced_on);

    CREATE TABLE purchasing_invoice_line (
      id INTEGER PRIMARY KEY,
      invoice_id INTEGER NOT NULL REFERENCES purchasing_invoice (id),
      receipt_line_id INTEGER NOT NULL REFERENCES purchasing_receipt_line (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      price_micro INTEGER NOT NULL,
      tax_code TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      -- net_minor minus the value at which the goods were received
      variance_minor INTEGER NOT NULL,
      -- the received value that this line takes off GRNI
      received_value_minor INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX purchasing_invoice_line_invoice ON purchasing_invoice_line (invoice_id);
    CREATE INDEX purchasing_invoice_line_receipt ON purchasing_invoice_line (receipt_line_id);
    ${appendOnly('purchasing_invoice_line')}

    CREATE TABLE sales_order (
      id INTEGER PRIMARY KEY,
      number TEXT UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('draft', 'confirmed', 'partly-shipped', 'shipped', 'closed', 'cancelled')),
      customer_id INTEGER NOT NULL REFERENCES parties_partner (id),
      warehouse_id INTEGER NOT NULL,
      ordered_on TEXT NOT NULL,
      promised_on TEXT NOT NULL,
      customer_reference TEXT NOT NULL DEFAULT '', ${totals} ${written}
    ) STRICT;
    CREATE INDEX sales_order_customer ON sales_order (customer_id);
    CREATE INDEX sales_order_customer_open ON sales_order (customer_id) WHERE state IN ('confirmed', 'partly-shipped', 'shipped');
    CREATE INDEX sales_order_state ON sales_order (state, promised_on);
    CREATE INDEX sales_order_date ON sales_order (ordered_on);

    CREATE TABLE sales_order_line (
      id INTEGER PRIMARY KEY,
      order_id INTEGER NOT NULL REFERENCES sales_order (id),
      line_number INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      pack_id INTEGER NOT NULL REFERENCES items_pack (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
      tax_code TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      shipped_micro INTEGER NOT NULL DEFAULT 0,
      invoiced_micro INTEGER NOT NULL DEFAULT 0,
      -- ordered, but given up before it left
      cancelled_micro INTEGER NOT NULL DEFAULT 0,
      CHECK (shipped_micro + cancelled_micro <= quantity_micro AND invoiced_micro <= shipped_micro),
      UNIQUE (order_id, line_number)
    ) STRICT;
    CREATE INDEX sales_order_line_item ON sales_order_line (item_id);

    CREATE TABLE shipping_shipment (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      order_id INTEGER NOT NULL REFERENCES sales_order (id),
      customer_id INTEGER NOT NULL REFERENCES parties_partner (id),
      warehouse_id INTEGER NOT NULL,
      shipped_on TEXT NOT NULL,
      carrier TEXT NOT NULL DEFAULT '',
      cartons INTEGER NOT NULL DEFAULT 1,
      weight_grams INTEGER NOT NULL DEFAULT 0, ${written}
    ) STRICT;
    CREATE INDEX shipping_shipment_order ON shipping_shipment (order_id);
    CREATE INDEX shipping_shipment_date ON shipping_shipment (shipped_on);

    CREATE TABLE shipping_shipment_line (
      id INTEGER PRIMARY KEY,
      shipment_id INTEGER NOT NULL REFERENCES shipping_shipment (id),
      order_line_id INTEGER NOT NULL REFERENCES sales_order_line (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      -- 0 = not tracked by lot; a service has no bin
      lot_id INTEGER NOT NULL DEFAULT 0,
      bin_id INTEGER,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      cost_minor INTEGER NOT NULL,
      returned_micro INTEGER NOT NULL DEFAULT 0,
      returned_cost_minor INTEGER NOT NULL DEFAULT 0,
      CHECK (returned_micro BETWEEN 0 AND quantity_micro)
    ) STRICT;
    CREATE INDEX shipping_shipment_line_shipment ON shipping_shipment_line (shipment_id);
    CREATE INDEX shipping_shipment_line_order ON shipping_shipment_line (order_line_id);
    CREATE INDEX shipping_shipment_line_lot ON shipping_shipment_line (lot_id) WHERE lot_id <> 0;

    -- Goods that came back; its credit note is a sales_invoice of kind credit-note.
    CREATE TABLE shipping_return (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      customer_id INTEGER NOT NULL REFERENCES parties_partner (id),
      shipment_id INTEGER REFERENCES shipping_shipment (id),
      warehouse_id INTEGER NOT NULL,
      returned_on TEXT NOT NULL,
      reason TEXT NOT NULL DEFAULT '', ${written}
    ) STRICT;
    CREATE INDEX shipping_return_date ON shipping_return (returned_on);
    CREATE INDEX shipping_return_customer ON shipping_return (customer_id);
    CREATE INDEX shipping_return_shipment ON shipping_return (shipment_id) WHERE shipment_id IS NOT NULL;

    CREATE TABLE shipping_return_line (
      id INTEGER PRIMARY KEY,
      return_id INTEGER NOT NULL REFERENCES shipping_return (id),
      shipment_line_id INTEGER REFERENCES shipping_shipment_line (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL DEFAULT 0,
      bin_id INTEGER,
      status TEXT NOT NULL,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      price_micro INTEGER NOT NULL,
      tax_code TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      cost_minor INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX shipping_return_line_return ON shipping_return_line (return_id);
    ${appendOnly('shipping_return_line')}

    -- Invoices and, with negative amounts, credit notes.
    CREATE TABLE sales_invoice (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      order_id INTEGER REFERENCES sales_order (id),
      return_id INTEGER REFERENCES shipping_return (id),
      customer_id INTEGER NOT NULL REFERENCES parties_partner (id),
      invoiced_on TEXT NOT NULL,
      due_on TEXT NOT NULL, ${totals} ${written}
    ) STRICT;
    CREATE INDEX sales_invoice_customer ON sales_invoice (customer_id);
    CREATE INDEX sales_invoice_order ON sales_invoice (order_id) WHERE order_id IS NOT NULL;
    CREATE INDEX sales_invoice_return ON sales_invoice (return_id) WHERE return_id IS NOT NULL;
    CREATE INDEX sales_invoice_date ON sales_invoice (invoiced_on);

    CREATE TABLE sales_invoice_line (
      id INTEGER PRIMARY KEY,
      invoice_id INTEGER NOT NULL REFERENCES sales_invoice (id),
      order_line_id INTEGER REFERENCES sales_order_line (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro <> 0),
      price_micro INTEGER NOT NULL,
      tax_code TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX sales_invoice_line_invoice ON sales_invoice_line (invoice_id);
    CREATE INDEX sales_invoice_line_order ON sales_invoice_line (order_line_id) WHERE order_line_id IS NOT NULL;
    CREATE INDEX sales_invoice_line_item ON sales_invoice_line (item_id);
    ${appendOnly('sales_invoice_line')}

    CREATE TABLE treasury_payment (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      partner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      paid_on TEXT NOT NULL,
      method TEXT NOT NULL CHECK (method IN ('bank', 'cash')),
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
      -- what no invoice has taken yet: an advance
      unapplied_minor INTEGER NOT NULL CHECK (unapplied_minor BETWEEN 0 AND amount_minor),
      reference TEXT NOT NULL DEFAULT '', ${written}
    ) STRICT;
    CREATE INDEX treasury_payment_partner ON treasury_payment (partner_id);
    CREATE INDEX treasury_payment_date ON treasury_payment (paid_on);

    CREATE TABLE treasury_application (
      id INTEGER PRIMARY KEY,
      payment_id INTEGER NOT NULL REFERENCES treasury_payment (id),
      open_item_id INTEGER NOT NULL REFERENCES accounting_open_item (id),
      amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0)
    ) STRICT;
    CREATE INDEX treasury_application_payment ON treasury_application (payment_id);
    CREATE INDEX treasury_application_item ON treasury_application (open_item_id);
  `,
}
