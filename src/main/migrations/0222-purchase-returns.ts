import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

export const purchaseReturns: Migration = {
  version: 222,
  name: 'purchase-returns',
  sql: (schema) => `
    -- Goods that go back to their supplier: planned at the desk, scanned out at the station, credited by the supplier.
    CREATE TABLE purchasing_return (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('planned', 'sent', 'closed', 'cancelled', 'reversed')),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      warehouse_id INTEGER NOT NULL,
      planned_on TEXT NOT NULL,
      reason TEXT NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX purchasing_return_supplier ON purchasing_return (supplier_id);
    CREATE INDEX purchasing_return_date ON purchasing_return (planned_on);
    CREATE INDEX purchasing_return_open ON purchasing_return (warehouse_id) WHERE state = 'planned';

    CREATE TABLE purchasing_return_line (
      id INTEGER PRIMARY KEY,
      return_id INTEGER NOT NULL REFERENCES purchasing_return (id),
      line_number INTEGER NOT NULL,
      -- null: out of stock, wherever it came from
      receipt_line_id INTEGER REFERENCES purchasing_receipt_line (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL DEFAULT 0,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      -- what the supplier is asked to credit, net, per base unit
      price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
      tax_code TEXT NOT NULL,
      sent_micro INTEGER NOT NULL DEFAULT 0,
      -- what stock gave up for it
      cost_minor INTEGER NOT NULL DEFAULT 0,
      -- the part that had no invoice yet: it takes its receipt's value off GRNI and needs no credit note
      uninvoiced_micro INTEGER NOT NULL DEFAULT 0,
      uninvoiced_value_minor INTEGER NOT NULL DEFAULT 0,
      -- the credit that is expected for the rest, and what of it came
      expected_minor INTEGER NOT NULL DEFAULT 0,
      credited_micro INTEGER NOT NULL DEFAULT 0,
      credited_expected_minor INTEGER NOT NULL DEFAULT 0,
      CHECK (sent_micro BETWEEN 0 AND quantity_micro),
      CHECK (uninvoiced_micro + credited_micro <= sent_micro),
      UNIQUE (return_id, line_number)
    ) STRICT;
    CREATE INDEX purchasing_return_line_receipt ON purchasing_return_line (receipt_line_id)
      WHERE receipt_line_id IS NOT NULL;

    CREATE TABLE purchasing_credit (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('posted', 'reversed')),
      return_id INTEGER NOT NULL REFERENCES purchasing_return (id),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      supplier_reference TEXT NOT NULL,
      credited_on TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      gross_minor INTEGER NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX purchasing_credit_return ON purchasing_credit (return_id);
    CREATE UNIQUE INDEX purchasing_credit_reference ON purchasing_credit (supplier_id, supplier_reference)
      WHERE state = 'posted';

    CREATE TABLE purchasing_credit_line (
      credit_id INTEGER NOT NULL REFERENCES purchasing_credit (id),
      return_line_id INTEGER NOT NULL REFERENCES purchasing_return_line (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      price_micro INTEGER NOT NULL,
      tax_code TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      expected_minor INTEGER NOT NULL,
      PRIMARY KEY (credit_id, return_line_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX purchasing_credit_line_line ON purchasing_credit_line (return_line_id);

    CREATE VIEW v_purchasing_return_line AS
      SELECT l.id, l.return_id, l.item_id, l.sent_micro, l.cost_minor, r.state, r.warehouse_id, r.supplier_id
      FROM purchasing_return_line l JOIN purchasing_return r ON r.id = l.return_id;
    CREATE VIEW v_purchasing_credit AS
      SELECT id, number, state, supplier_id, credited_on, net_minor, tax_minor, gross_minor FROM purchasing_credit;

    ${withDocumentLinks(schema, [
      `SELECT 'purchasing.return', id, number, state FROM purchasing_return`,
      `SELECT 'purchasing.credit', id, number, state FROM purchasing_credit`,
    ])}
  `,
}
