import type { Migration } from '../kernel/db'

/** What comes before an order, and what comes back after it, has prices with or without the tax as the order has. */
export const offersWithTax: Migration = {
  version: 229,
  name: 'offers-with-tax',
  sql: `
    ALTER TABLE offers_line ADD COLUMN gross_price_micro INTEGER;
    -- the prices typed here; those of the lists are turned on the day of the order
    ALTER TABLE offers_standing ADD COLUMN prices_include_tax INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE purchasing_credit_line ADD COLUMN gross_price_micro INTEGER;

    CREATE VIEW v_sales_order_line_with_tax AS
      -- parts of a kit have no price of their own
      SELECT id, gross_price_micro FROM sales_order_line WHERE gross_price_micro > 0;
  `,
}
