import type { Migration } from '../kernel/db'

/** 免税: free of tax by law, told apart from a rate of nothing: what was bought for it may not be deducted. */
export const exempt: Migration = {
  version: 188,
  name: 'exempt',
  sql: `
    INSERT INTO accounting_tax_rate (tax_code, valid_from, rate_micro)
    SELECT 'exempt', valid_from, 0 FROM accounting_tax_rate WHERE tax_code = 'zero';
  `,
}
