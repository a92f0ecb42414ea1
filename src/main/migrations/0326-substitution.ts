import type { Migration } from '../kernel/db'

/** Other goods at picking, where the customer or the order takes them. */
export const substitution: Migration = {
  version: 326,
  name: 'substitution',
  sql: `
    -- Customers who take other goods of the same price where theirs are not there.
    CREATE TABLE sales_substitution (
      customer_id INTEGER PRIMARY KEY REFERENCES parties_partner (id)
    ) STRICT;
    -- what this order says of it; empty: what the customer does
    ALTER TABLE sales_order ADD COLUMN takes_substitutes INTEGER CHECK (takes_substitutes IN (0, 1));
    -- the line that was given up for this one
    ALTER TABLE sales_order_line ADD COLUMN instead_of_line_id INTEGER REFERENCES sales_order_line (id);
    CREATE INDEX sales_order_line_instead ON sales_order_line (instead_of_line_id) WHERE instead_of_line_id IS NOT NULL;
  `,
}
