import type { Migration } from '../kernel/db'
import { withDocumentLinks } from './document-links'

export const deposits: Migration = {
  version: 261,
  name: 'deposits',
  sql: (schema) => `
    -- Money before the goods: what we ask of a customer for an order, or pay a supplier for one.
    CREATE TABLE deposits_deposit (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('asked', 'paid', 'cancelled')),
      -- 'in': of a customer; 'out': to a supplier
      direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
      order_id INTEGER NOT NULL,
      partner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      asked_on TEXT NOT NULL,
      due_on TEXT NOT NULL,
      -- with tax
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
      -- of it, the tax that falls due with the money itself; 0 where tax waits for the goods
      tax_minor INTEGER NOT NULL DEFAULT 0 CHECK (tax_minor >= 0),
      -- what of that tax the invoice, or giving the money back, has taken over
      tax_back_minor INTEGER NOT NULL DEFAULT 0,
      reference TEXT NOT NULL DEFAULT '',
      payment_id INTEGER,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      CHECK ((state = 'paid') = (payment_id IS NOT NULL)),
      CHECK (tax_back_minor BETWEEN 0 AND tax_minor)
    ) STRICT;
    CREATE INDEX deposits_deposit_order ON deposits_deposit (direction, order_id);
    CREATE UNIQUE INDEX deposits_deposit_payment ON deposits_deposit (payment_id) WHERE payment_id IS NOT NULL;

    CREATE VIEW v_deposits_deposit AS
      SELECT id, number, state, direction, order_id, partner_id, amount_minor, tax_minor, tax_back_minor, payment_id
      FROM deposits_deposit;
    CREATE VIEW v_sales_order_total AS
      SELECT id, number, state, customer_id AS partner_id, tax_minor, gross_minor, currency FROM sales_order;
    CREATE VIEW v_purchasing_order_total AS
      SELECT id, number, state, supplier_id AS partner_id, tax_minor, gross_minor, currency FROM purchasing_order;

    ${withDocumentLinks(schema, [`SELECT 'deposits.deposit', id, number, state FROM deposits_deposit`])}
  `,
}
