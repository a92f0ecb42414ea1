import type { Migration } from '../kernel/db'

const totals = (table: string): string => `
    ALTER TABLE ${table} ADD COLUMN currency TEXT;
    ALTER TABLE ${table} ADD COLUMN rate_micro INTEGER;
    ALTER TABLE ${table} ADD COLUMN foreign_net_minor INTEGER;
    ALTER TABLE ${table} ADD COLUMN foreign_tax_minor INTEGER;`

/** What comes before an order in a foreign currency: its quotation, its standing order, its deposit. */
export const offersAbroad: Migration = {
  version: 269,
  name: 'offers-abroad',
  sql: `
    -- null: in the currency of the books
    ${totals('offers_quotation')}
    ${totals('offers_earlier')}
    ALTER TABLE offers_line ADD COLUMN foreign_price_micro INTEGER;
    ALTER TABLE offers_line ADD COLUMN foreign_net_minor INTEGER;
    ALTER TABLE offers_line ADD COLUMN foreign_tax_minor INTEGER;
    ALTER TABLE offers_standing ADD COLUMN currency TEXT;

    -- What is asked for in the currency of its order; amount_minor is that at the order's rate, and once it is paid what
    -- the money was worth on its day.
    ALTER TABLE deposits_deposit ADD COLUMN currency TEXT;
    ALTER TABLE deposits_deposit ADD COLUMN foreign_minor INTEGER CHECK ((currency IS NULL) = (foreign_minor IS NULL));

    DROP VIEW v_sales_order_total;
    CREATE VIEW v_sales_order_total AS
      SELECT id, number, state, customer_id AS partner_id, tax_minor, gross_minor, currency,
        foreign_net_minor + foreign_tax_minor AS foreign_gross_minor
      FROM sales_order;
    DROP VIEW v_purchasing_order_total;
    CREATE VIEW v_purchasing_order_total AS
      SELECT id, number, state, supplier_id AS partner_id, tax_minor, gross_minor, currency,
        foreign_net_minor + foreign_tax_minor AS foreign_gross_minor
      FROM purchasing_order;
    CREATE VIEW v_treasury_payment_abroad AS
      SELECT id, currency, foreign_minor, foreign_unapplied_minor FROM treasury_payment;
  `,
}
