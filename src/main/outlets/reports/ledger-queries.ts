import { rowCheck, type Check } from '../../kernel/check'

/**
 * Documents whose amount on the account of a role (debit positive) differs from `kept` (source_kind, source_id, amount).
 * One grouping of both sides: a full join of two groupings would search one for each row of the other.
 */
const differing = (role: string, kept: string, where: string): string => `
  SELECT source_kind || ' '
    || coalesce((SELECT d.number FROM v_document_link d WHERE d.kind = source_kind AND d.id = source_id), source_id)
    || ': ' || posted || ' on the account, ' || kept || ' in ${where}' AS detail
  FROM (SELECT source_kind, source_id, sum(posted) AS posted, sum(kept) AS kept
        FROM (SELECT e.source_kind, e.source_id, l.debit_minor - l.credit_minor AS posted, 0 AS kept
              FROM v_accounting_role r
              JOIN v_accounting_line l ON l.account_id = r.account_id
              JOIN v_accounting_entry e ON e.id = l.entry_id
              WHERE r.role = '${role}'
              UNION ALL
              SELECT source_kind, source_id, 0, amount FROM (${kept}))
        GROUP BY source_kind, source_id HAVING sum(posted) <> sum(kept) LIMIT 1)`

/** Document by document, so that two wrongs cannot make a right. */
const stock = rowCheck({
  name: 'inventory.valueEqualsStockAccount',
  examined: `
    SELECT (SELECT count(*) FROM v_inventory_movement WHERE value_minor <> 0)
      + (SELECT count(*) FROM v_inventory_revaluation) AS examined`,
  offenders: differing(
    'stock',
    `SELECT source_kind, source_id, CASE WHEN from_bin_id IS NULL THEN value_minor ELSE -value_minor END AS amount
     FROM v_inventory_movement WHERE value_minor <> 0
     UNION ALL
     SELECT source_kind, source_id, value_minor FROM v_inventory_revaluation`,
    'the stock ledger',
  ),
})

export const ledgerChecks: readonly Check[] = [stock]
