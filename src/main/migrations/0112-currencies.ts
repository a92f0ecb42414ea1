import type { Migration } from '../kernel/db'

/** Foreign currencies that the company deals in, how they are quoted, and their dated rates. */
export const currencies: Migration = {
  version: 112,
  name: 'currencies',
  sql: `
    CREATE TABLE currencies_currency (
      code TEXT PRIMARY KEY,
      -- direct: so many of our own for so many units of it; indirect: so many of it for so many units of our own
      units INTEGER NOT NULL CHECK (units IN (1, 10, 100, 1000, 10000)),
      quoted TEXT NOT NULL CHECK (quoted IN ('direct', 'indirect')),
      active INTEGER NOT NULL DEFAULT 1
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE currencies_rate (
      id INTEGER PRIMARY KEY,
      currency TEXT NOT NULL REFERENCES currencies_currency (code),
      valid_from TEXT NOT NULL,
      rate_micro INTEGER NOT NULL CHECK (rate_micro > 0),
      entered_by INTEGER NOT NULL,
      entered_at TEXT NOT NULL,
      UNIQUE (currency, valid_from)
    ) STRICT;
    CREATE INDEX currencies_rate_day ON currencies_rate (valid_from, currency);
    CREATE VIEW v_currencies_currency AS SELECT code, units, quoted, active FROM currencies_currency;
  `,
}
