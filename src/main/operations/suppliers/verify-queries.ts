import { rowCheck, type Check } from '../../kernel/check'

/** What verify proves about suppliers and their price lists. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'suppliers.onePreferredPerItem',
    examined: 'SELECT count(*) AS examined FROM suppliers_term WHERE is_preferred = 1',
    offenders: `
      SELECT i.code || ': ' || count(DISTINCT t.supplier_id) || ' preferred suppliers' AS detail
      FROM suppliers_term t JOIN v_items_item i ON i.id = t.item_id
      WHERE t.is_preferred = 1 GROUP BY t.item_id HAVING count(DISTINCT t.supplier_id) > 1 LIMIT 1`,
  }),
]
