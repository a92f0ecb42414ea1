import type { Migration } from '../kernel/db'

/** A supplier credits in the currency of his invoice: the foreign side of a credit note, empty for one of our own money. */
export const foreignCredits: Migration = {
  version: 230,
  name: 'foreign-credits',
  sql: `
    ALTER TABLE purchasing_credit ADD COLUMN currency TEXT REFERENCES currencies_currency (code);
    ALTER TABLE purchasing_credit ADD COLUMN rate_micro INTEGER CHECK ((rate_micro IS NULL) = (currency IS NULL));
    ALTER TABLE purchasing_credit ADD COLUMN foreign_net_minor INTEGER
      CHECK ((foreign_net_minor IS NULL) = (currency IS NULL));
    ALTER TABLE purchasing_credit ADD COLUMN foreign_tax_minor INTEGER
      CHECK ((foreign_tax_minor IS NULL) = (currency IS NULL));
    ALTER TABLE purchasing_credit_line ADD COLUMN foreign_price_micro INTEGER;
    ALTER TABLE purchasing_credit_line ADD COLUMN foreign_net_minor INTEGER
      CHECK ((foreign_net_minor IS NULL) = (foreign_price_micro IS NULL));
    ALTER TABLE purchasing_credit_line ADD COLUMN foreign_tax_minor INTEGER
      CHECK ((foreign_tax_minor IS NULL) = (foreign_price_micro IS NULL));
  `,
}
