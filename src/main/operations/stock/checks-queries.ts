import { rowCheck, type Check } from '../../kernel/check'

/** What verify proves about documents that move or value stock without buying or selling it. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'stock.goodsInTransitFollowTransfers',
    examined: `SELECT count(*) AS examined FROM stock_transfer_line`,
    offenders: `
      WITH sent AS (
        SELECT l.to_bin_id AS bin_id, l.item_id, l.lot_id, sum(l.quantity_micro) AS quantity
        FROM stock_transfer t JOIN stock_transfer_line l ON l.transfer_id = t.id WHERE t.state = 'in-transit'
        GROUP BY l.to_bin_id, l.item_id, l.lot_id
      ), lying AS (
        SELECT bin_id, item_id, lot_id, quantity_micro AS quantity FROM v_inventory_balance WHERE status = 'in-transit'
      )
      SELECT coalesce(i.code, '?') || ': ' || coalesce(s.quantity, 0) || ' sent and not arrived, '
        || coalesce(y.quantity, 0) || ' in transit' AS detail
      FROM sent s FULL JOIN lying y ON y.bin_id = s.bin_id AND y.item_id = s.item_id AND y.lot_id = s.lot_id
      LEFT JOIN v_items_item i ON i.id = coalesce(s.item_id, y.item_id)
      WHERE coalesce(s.quantity, 0) <> coalesce(y.quantity, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'stock.transfersKeepValue',
    examined: 'SELECT count(*) AS examined FROM stock_transfer',
    offenders: `
      SELECT t.number || ': stock changed by ' || m.value || ', differences say ' || d.difference AS detail
      FROM stock_transfer t
      JOIN (SELECT transfer_id, sum(difference_minor) AS difference FROM stock_transfer_line GROUP BY transfer_id) d
        ON d.transfer_id = t.id
      JOIN (SELECT source_id, sum(CASE WHEN from_bin_id IS NULL THEN value_minor ELSE -value_minor END) AS value
            FROM v_inventory_movement WHERE source_kind = 'stock.transfer' GROUP BY source_id) m ON m.source_id = t.id
      WHERE t.state <> 'reversed' AND m.value <> d.difference LIMIT 1`,
  }),
  rowCheck({
    name: 'stock.conversionsKeepValue',
    examined: 'SELECT count(*) AS examined FROM stock_conversion',
    offenders: `
      SELECT c.number || ': ' || c.value_minor || ' used, ' || coalesce(made, 0) || ' made and ' || c.loss_minor || ' lost'
        AS detail
      FROM stock_conversion c JOIN (
        SELECT conversion_id, sum(CASE WHEN side = 'used' THEN value_minor ELSE 0 END) AS used,
          sum(CASE WHEN side = 'made' THEN value_minor ELSE 0 END) AS made
        FROM stock_conversion_line GROUP BY conversion_id
      ) l ON l.conversion_id = c.id
      WHERE used <> c.value_minor OR made + c.loss_minor <> c.value_minor LIMIT 1`,
  }),
  rowCheck({
    name: 'stock.plansBecameWhatWasDone',
    examined: `SELECT count(*) AS examined FROM stock_plan WHERE state = 'done'`,
    offenders: `
      SELECT p.number || ': ' || i.code || ' ' || l.side || ' ' || l.done_micro || ', its document says '
        || coalesce(c.quantity, 0) AS detail
      FROM stock_plan p JOIN stock_plan_line l ON l.plan_id = p.id JOIN v_items_item i ON i.id = l.item_id
      LEFT JOIN (
        SELECT conversion_id, side, item_id, sum(quantity_micro) AS quantity FROM stock_conversion_line
        GROUP BY conversion_id, side, item_id
      ) c ON c.conversion_id = p.conversion_id AND c.side = l.side AND c.item_id = l.item_id
      WHERE p.conversion_id IS NOT NULL AND coalesce(c.quantity, 0) <> l.done_micro
      UNION ALL
      SELECT p.number || ' is ' || p.state || ' and something of it was done' FROM stock_plan p
      JOIN stock_plan_line l ON l.plan_id = p.id WHERE (l.done_micro > 0) <> (p.state = 'done')
      LIMIT 1`,
  }),
  rowCheck({
    name: 'stock.revaluationsAreOnStock',
    examined: 'SELECT count(*) AS examined FROM stock_revaluation',
    offenders: `
      SELECT r.number || ': ' || (r.after_minor - r.before_minor) || ' by the document, ' || coalesce(v.value, 0)
        || ' on stock' AS detail
      FROM stock_revaluation r LEFT JOIN (
        SELECT source_id, sum(value_minor) AS value FROM v_inventory_revaluation
        WHERE source_kind = 'stock.revaluation' GROUP BY source_id
      ) v ON v.source_id = r.id
      WHERE r.state = 'posted' AND coalesce(v.value, 0) <> r.after_minor - r.before_minor LIMIT 1`,
  }),
  rowCheck({
    name: 'stock.aheadFollowsItsSettlements',
    examined: 'SELECT count(*) AS examined FROM stock_ahead',
    offenders: `
      SELECT a.number || ': ' || a.open_micro || ' worth ' || a.open_minor || ' open, '
        || (a.quantity_micro - coalesce(s.quantity, 0)) || ' worth ' || (a.value_minor - coalesce(s.value, 0))
        || ' by its settlements' AS detail
      FROM stock_ahead a LEFT JOIN (
        SELECT ahead_id, sum(quantity_micro) AS quantity, sum(provisional_minor) AS value
        FROM stock_ahead_settlement GROUP BY ahead_id
      ) s ON s.ahead_id = a.id
      WHERE (a.state <> 'reversed' AND (a.open_micro <> a.quantity_micro - coalesce(s.quantity, 0)
          OR a.open_minor <> a.value_minor - coalesce(s.value, 0)))
        OR (a.state = 'reversed' AND (a.open_micro <> 0 OR a.open_minor <> 0 OR coalesce(s.quantity, 0) <> 0))
        OR (a.state = 'settled') <> (a.open_micro = 0 AND a.state <> 'reversed') LIMIT 1`,
  }),
  rowCheck({
    name: 'stock.aheadEqualsItsAccount',
    examined: 'SELECT count(*) AS examined FROM stock_ahead',
    offenders: `
      SELECT 'open ' || o.open || ', in the books ' || b.balance AS detail
      FROM (SELECT coalesce(sum(open_minor), 0) AS open FROM stock_ahead) o,
        (SELECT coalesce(sum(l.credit_minor - l.debit_minor), 0) AS balance
         FROM v_accounting_line l JOIN v_accounting_role r ON r.account_id = l.account_id AND r.role = 'stock-ahead') b
      WHERE o.open <> b.balance`,
  }),
]
