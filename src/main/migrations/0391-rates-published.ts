import type { Migration } from '../kernel/db'

/** Rates are a table that comes and goes as a file. */
export const ratesPublished: Migration = {
  version: 391,
  name: 'rates-published',
  sql: 'CREATE VIEW v_currencies_rate AS SELECT id, currency, valid_from, rate_micro FROM currencies_rate;',
}
