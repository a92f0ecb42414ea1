import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

export const matching: Migration = {
  version: 223,
  name: 'matching',
  sql: `
    -- How far a receipt may go beyond its order and an invoice from the agreed price. Supplier 0: the house's own rule
    -- for everyone without one; no rule at all holds nothing.
    CREATE TABLE purchasing_tolerance (
      supplier_id INTEGER PRIMARY KEY,
      -- shares in micro: 50000 is 5 %
      over_receipt_micro INTEGER NOT NULL DEFAULT 0 CHECK (over_receipt_micro BETWEEN 0 AND 1000000),
      price_micro INTEGER NOT NULL DEFAULT 0 CHECK (price_micro BETWEEN 0 AND 1000000),
      -- a line may differ by this amount whatever the share
      price_minor INTEGER NOT NULL DEFAULT 0 CHECK (price_minor >= 0)
    ) STRICT;

    -- What came beyond the order, and what came broken or doubtful and stands in quarantine.
    ALTER TABLE purchasing_receipt_line ADD COLUMN over_micro INTEGER NOT NULL DEFAULT 0
      CHECK (over_micro BETWEEN 0 AND quantity_micro);
    ALTER TABLE purchasing_receipt_line ADD COLUMN status TEXT NOT NULL DEFAULT 'available'
      CHECK (status IN ('available', 'quarantine', 'damaged'));

    -- Order, receipt and invoice of each invoice line, as they stood at its posting.
    CREATE TABLE purchasing_invoice_match (
      invoice_line_id INTEGER PRIMARY KEY REFERENCES purchasing_invoice_line (id),
      result TEXT NOT NULL CHECK (result IN ('matched', 'price-difference')),
      order_price_micro INTEGER NOT NULL,
      -- asked less agreed, net
      difference_minor INTEGER NOT NULL,
      allowed_minor INTEGER
    ) STRICT;
    ${appendOnly('purchasing_invoice_match')}

    -- Held: not paid before somebody has approved it.
    ALTER TABLE purchasing_invoice ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1));
    ALTER TABLE purchasing_invoice ADD COLUMN released_by INTEGER;
    ALTER TABLE purchasing_invoice ADD COLUMN released_at TEXT;
    ALTER TABLE purchasing_invoice ADD COLUMN release_note TEXT;
    CREATE INDEX purchasing_invoice_held ON purchasing_invoice (id) WHERE held = 1;

    -- An open item that may not be settled, and why.
    CREATE TABLE accounting_open_item_hold (
      open_item_id INTEGER PRIMARY KEY REFERENCES accounting_open_item (id),
      reason TEXT NOT NULL
    ) STRICT;

    CREATE VIEW v_accounting_open_item_hold AS SELECT open_item_id FROM accounting_open_item_hold;

    -- What suppliers ask for in a list, until each of it is a posted invoice.
    CREATE TABLE purchasing_bill (
      id INTEGER PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'posted', 'dropped')),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      supplier_reference TEXT NOT NULL,
      invoiced_on TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      invoice_id INTEGER REFERENCES purchasing_invoice (id),
      -- why somebody let it go without an invoice, or took it with what had come
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      CHECK ((state = 'posted') = (invoice_id IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX purchasing_bill_reference ON purchasing_bill (supplier_id, supplier_reference)
      WHERE state <> 'dropped';
    CREATE INDEX purchasing_bill_waiting ON purchasing_bill (supplier_id) WHERE state = 'waiting';
    CREATE INDEX purchasing_bill_invoice ON purchasing_bill (invoice_id) WHERE invoice_id IS NOT NULL;

    CREATE TABLE purchasing_bill_line (
      bill_id INTEGER NOT NULL REFERENCES purchasing_bill (id),
      line_number INTEGER NOT NULL,
      -- the order or the receipt that the supplier names; empty: any
      document_number TEXT NOT NULL DEFAULT '',
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
      PRIMARY KEY (bill_id, line_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX purchasing_bill_line_item ON purchasing_bill_line (item_id);

    -- What suppliers call items.
    CREATE VIEW v_suppliers_item_code AS
      SELECT supplier_id, item_id, supplier_code FROM suppliers_term WHERE supplier_code <> '';
  `,
}
