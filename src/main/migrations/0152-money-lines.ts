import type { Migration } from '../kernel/db'

/** Lines of the books in the currency that they are in: what a bank, a partner and a statement of account speak of. */
export const moneyLines: Migration = {
  version: 152,
  name: 'money-lines',
  sql: `
    CREATE VIEW v_accounting_money_line AS
      SELECT entry_id, line_number, account_id, posted_on, partner_id, currency,
        coalesce(foreign_minor, debit_minor - credit_minor) AS money_minor
      FROM accounting_line;
  `,
}
