import { rowCheck, type Check } from '../../kernel/check'

/** What verify proves of merges: the old one is archived, points to the other, and holds nothing any more. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'duplicates.oldOnesPointToTheNew',
    examined: 'SELECT count(*) AS examined FROM duplicates_merge WHERE undone_at IS NULL',
    offenders: `
      SELECT coalesce(i.code, p.code) || ' was merged and is not archived into the other' AS detail
      FROM duplicates_merge m
      LEFT JOIN v_items_merged i ON m.noun = 'item' AND i.id = m.from_id
      LEFT JOIN v_parties_merged p ON m.noun = 'partner' AND p.id = m.from_id
      WHERE m.undone_at IS NULL AND (coalesce(i.active, p.active) <> 0
        OR coalesce(i.merged_into, p.merged_into) IS NOT m.into_id) LIMIT 1`,
  }),
  rowCheck({
    name: 'duplicates.oldOnesHoldNothing',
    examined: 'SELECT count(*) AS examined FROM v_items_merged WHERE merged_into IS NOT NULL',
    offenders: `
      SELECT i.code || ': ' || s.on_hand_micro || ' on hand worth ' || s.value_minor || ' under the old name' AS detail
      FROM v_items_merged i JOIN v_inventory_stock s ON s.item_id = i.id
      WHERE i.merged_into IS NOT NULL AND (s.on_hand_micro <> 0 OR s.value_minor <> 0) LIMIT 1`,
  }),
]
