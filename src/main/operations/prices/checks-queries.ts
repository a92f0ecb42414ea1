import { rowCheck, type Check } from '../../kernel/check'

const packs = rowCheck({
  name: 'prices.pack prices are of packs of their item',
  examined: 'SELECT count(*) AS examined FROM prices_list_line WHERE pack_id <> 0',
  offenders: `
    SELECT l.code || ', price ' || n.id || ': pack ' || n.pack_id || ' is not one of item ' || n.item_id AS detail
    FROM prices_list_line n JOIN prices_list l ON l.id = n.list_id
    LEFT JOIN v_items_pack k ON k.id = n.pack_id AND k.item_id = n.item_id
    WHERE n.pack_id <> 0 AND k.id IS NULL LIMIT 1`,
})

export const checks: readonly Check[] = [packs]
