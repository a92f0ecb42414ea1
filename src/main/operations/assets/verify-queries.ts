import { rowCheck, type Check } from '../../kernel/check'

/**
 * What cards say a document moved is what it posted: cost against 1601, depreciation against 1602. A company without
 * cards keeps its assets by voucher; once there is one, every posting needs its card.
 */
function account(part: 'cost' | 'accumulated'): Check {
  const role = part === 'cost' ? 'fixed-asset' : 'accumulated-depreciation'
  const posted = part === 'cost' ? 'l.debit_minor - l.credit_minor' : 'l.credit_minor - l.debit_minor'
  return rowCheck({
    name: part === 'cost' ? 'assets.costEqualsAccount' : 'assets.depreciationEqualsAccount',
    examined: 'SELECT count(*) AS examined FROM assets_change',
    offenders: `
      SELECT source_kind || ' ' || source_id || ': ' || sum(posted) || ' on the account, ' || sum(kept) || ' on cards'
        AS detail
      FROM (
        SELECT e.source_kind, e.source_id, ${posted} AS posted, 0 AS kept
        FROM v_accounting_role r
        JOIN v_accounting_line l ON l.account_id = r.account_id
        JOIN v_accounting_entry e ON e.id = l.entry_id
        WHERE r.role = '${role}'
        UNION ALL
        SELECT source_kind, source_id, 0, ${part}_minor FROM assets_change
      ) WHERE EXISTS (SELECT 1 FROM assets_asset)
      GROUP BY source_kind, source_id HAVING sum(posted) <> sum(kept) LIMIT 1`,
  })
}

/** What verify proves about fixed assets, each by one set-based query from the cards up. */
export const checks: readonly Check[] = [
  account('cost'),
  account('accumulated'),
  rowCheck({
    name: 'assets.cardsFollowTheirState',
    examined: 'SELECT count(*) AS examined FROM assets_asset',
    offenders: `
      SELECT a.number || ' is ' || a.state || ' with cost ' || coalesce(k.cost, 0) || ' and ' || coalesce(k.accumulated, 0)
        || ' depreciated' AS detail
      FROM assets_asset a
      LEFT JOIN (SELECT asset_id, sum(cost_minor) AS cost, sum(accumulated_minor) AS accumulated
        FROM assets_change GROUP BY asset_id) k ON k.asset_id = a.id
      WHERE (a.state = 'in-use' AND (coalesce(k.cost, 0) <> a.cost_minor
          OR coalesce(k.accumulated, 0) NOT BETWEEN 0 AND a.cost_minor - a.residual_minor))
        OR (a.state <> 'in-use' AND (coalesce(k.cost, 0) <> 0 OR coalesce(k.accumulated, 0) <> 0))
      LIMIT 1`,
  }),
  rowCheck({
    name: 'assets.eachMonthOnce',
    examined: `SELECT count(*) AS examined FROM assets_change WHERE kind = 'depreciation'`,
    offenders: `
      SELECT a.number || ': ' || c.month || ' was depreciated ' || count(*) || ' times' AS detail
      FROM assets_change c JOIN assets_asset a ON a.id = c.asset_id
      WHERE c.kind = 'depreciation' AND c.reverses_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM assets_change r WHERE r.reverses_id = c.id)
      GROUP BY c.asset_id, c.month HAVING count(*) > 1 LIMIT 1`,
  }),
]
