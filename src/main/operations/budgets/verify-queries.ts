import { rowCheck, type Check } from '../../kernel/check'

export const checks: readonly Check[] = [
  rowCheck({
    name: 'budgets.nothingPlannedTwice',
    examined: 'SELECT count(*) AS examined FROM budgets_amount',
    offenders: `
      SELECT b.year || ' ' || a.code || ' is planned together with its part ' || p.code AS detail
      FROM (SELECT DISTINCT year, department_id, account_id FROM budgets_amount) b
      JOIN v_accounting_account a ON a.id = b.account_id
      JOIN (SELECT DISTINCT year, department_id, account_id FROM budgets_amount) o
        ON o.year = b.year AND o.department_id = b.department_id
      JOIN v_accounting_account p ON p.id = o.account_id AND p.parent_id = a.id
      LIMIT 1`,
  }),
]
