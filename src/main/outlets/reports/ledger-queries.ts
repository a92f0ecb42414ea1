import { rowCheck, type Check } from '../../kernel/check'

/** What each document posted to the account of a role, debit positive. */
const posted = (role: string): string => `
  SELECT e.source_kind, e.source_id, sum(l.debit_minor - l.credit_minor) AS amount
  FROM v_accounting_role r
  JOIN v_accounting_line l ON l.account_id = r.account_id
  JOIN v_accounting_entry e ON e.id = l.entry_id
  WHERE r.role = '${role}' GROUP BY e.source_kind, e.source_id`

/** Documents whose amount on the account of a role differs from `kept` (source_kind, source_id, amount). */
const differing = (role: string, kept: string, where: string): string => `
  WITH posted AS (${posted(role)}), kept AS (${kept})
  SELECT coalesce(p.source_kind, k.source_kind) || ' '
    || coalesce((SELECT d.number FROM v_document_link d WHERE d.kind = coalesce(p.source_kind, k.source_kind)
                   AND d.id = coalesce(p.source_id, k.source_id)), coalesce(p.source_id, k.source_id))
    || ': ' || coalesce(p.amount, 0) || ' on the account, ' || coalesce(k.amount, 0) || ' in ${where}' AS detail
  FROM posted p FULL JOIN kept k ON k.source_kind = p.source_kind AND k.source_id = p.source_id
  WHERE coalesce(p.amount, 0) <> coalesce(k.amount, 0) LIMIT 1`

/** Document by document, so that two wrongs cannot make a right. */
const stock = rowCheck({
  name: 'inventory.valueEqualsStockAccount',
  examined: `
    SELECT (SELECT count(*) FROM v_inventory_movement WHERE value_minor <> 0)
      + (SELECT count(*) FROM v_inventory_revaluation) AS examined`,
  offenders: differing(
    'stock',
    `SELECT source_kind, source_id, sum(amount) AS amount FROM (
       SELECT source_kind, source_id, CASE WHEN from_bin_id IS NULL THEN value_minor ELSE -value_minor END AS amount
       FROM v_inventory_movement WHERE value_minor <> 0
       UNION ALL
       SELECT source_kind, source_id, value_minor FROM v_inventory_revaluation
     ) GROUP BY source_kind, source_id`,
    'the stock ledger',
  ),
})

export const ledgerChecks: readonly Check[] = [stock]
