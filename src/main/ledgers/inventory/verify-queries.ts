import { rowCheck, type Check } from '../../kernel/check'

/** What verify proves about stock, each by one set-based query from the movements up. */
export const checks: readonly Check[] = [
  rowCheck({
    name: 'inventory.balancesFollowMovements',
    examined: 'SELECT count(*) AS examined FROM inventory_movement',
    offenders: `
      WITH derived AS (
        SELECT item_id, bin_id, lot_id, status, warehouse_id, sum(quantity) AS quantity FROM (
          SELECT item_id, to_bin_id AS bin_id, lot_id, to_status AS status, warehouse_id, quantity_micro AS quantity
          FROM inventory_movement WHERE to_bin_id IS NOT NULL
          UNION ALL
          SELECT item_id, from_bin_id, lot_id, from_status, warehouse_id, -quantity_micro
          FROM inventory_movement WHERE from_bin_id IS NOT NULL
        ) GROUP BY item_id, bin_id, lot_id, status, warehouse_id HAVING sum(quantity) <> 0
      )
      SELECT coalesce(i.code, '?') || ' in bin ' || coalesce(w.code, coalesce(d.bin_id, b.bin_id)) || ' ('
        || coalesce(d.status, b.status) || '): ' || coalesce(b.quantity_micro, 0) || ' kept, '
        || coalesce(d.quantity, 0) || ' by its movements' AS detail
      FROM derived d FULL JOIN inventory_balance b ON b.item_id = d.item_id AND b.bin_id = d.bin_id
        AND b.lot_id = d.lot_id AND b.status = d.status AND b.warehouse_id = d.warehouse_id
      LEFT JOIN v_items_item i ON i.id = coalesce(d.item_id, b.item_id)
      LEFT JOIN v_warehouse_bin w ON w.id = coalesce(d.bin_id, b.bin_id)
      WHERE coalesce(b.quantity_micro, 0) <> coalesce(d.quantity, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.stockFollowsBalances',
    examined: 'SELECT count(*) AS examined FROM inventory_balance',
    offenders: `
      WITH derived AS (
        SELECT warehouse_id, item_id, sum(quantity_micro) AS on_hand,
          sum(CASE WHEN status = 'available' THEN quantity_micro ELSE 0 END) AS available
        FROM inventory_balance GROUP BY warehouse_id, item_id
      )
      SELECT i.code || ': ' || coalesce(s.on_hand_micro, 0) || ' on hand and ' || coalesce(s.available_micro, 0)
        || ' available kept, ' || coalesce(d.on_hand, 0) || ' and ' || coalesce(d.available, 0) || ' in its bins' AS detail
      FROM derived d FULL JOIN inventory_stock s ON s.warehouse_id = d.warehouse_id AND s.item_id = d.item_id
      LEFT JOIN v_items_item i ON i.id = coalesce(d.item_id, s.item_id)
      WHERE coalesce(s.on_hand_micro, 0) <> coalesce(d.on_hand, 0)
        OR coalesce(s.available_micro, 0) <> coalesce(d.available, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.valueFollowsMovements',
    examined: 'SELECT count(*) AS examined FROM inventory_movement',
    offenders: `
      WITH derived AS (
        SELECT warehouse_id, item_id, sum(value) AS value FROM (
          SELECT warehouse_id, item_id, CASE WHEN from_bin_id IS NULL THEN value_minor ELSE -value_minor END AS value
          FROM inventory_movement
          UNION ALL SELECT warehouse_id, item_id, value_minor FROM inventory_revaluation
        ) GROUP BY warehouse_id, item_id
      )
      SELECT i.code || ': worth ' || coalesce(s.value_minor, 0) || ' with ' || coalesce(s.on_hand_micro, 0)
        || ' on hand, ' || coalesce(d.value, 0) || ' by its movements' AS detail
      FROM derived d FULL JOIN inventory_stock s ON s.warehouse_id = d.warehouse_id AND s.item_id = d.item_id
      LEFT JOIN v_items_item i ON i.id = coalesce(d.item_id, s.item_id)
      WHERE coalesce(s.value_minor, 0) <> coalesce(d.value, 0) OR (s.on_hand_micro = 0 AND s.value_minor <> 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.reservedWithinAvailable',
    examined: 'SELECT count(*) AS examined FROM inventory_reservation',
    offenders: `
      WITH derived AS (
        SELECT warehouse_id, item_id, sum(open_micro) AS open FROM inventory_reservation
        GROUP BY warehouse_id, item_id
      )
      SELECT i.code || ': ' || coalesce(s.reserved_micro, 0) || ' reserved of ' || coalesce(s.available_micro, 0)
        || ' available, ' || coalesce(d.open, 0) || ' promised to documents' AS detail
      FROM derived d FULL JOIN inventory_stock s ON s.warehouse_id = d.warehouse_id AND s.item_id = d.item_id
      LEFT JOIN v_items_item i ON i.id = coalesce(d.item_id, s.item_id)
      WHERE coalesce(s.reserved_micro, 0) <> coalesce(d.open, 0)
        OR coalesce(s.reserved_micro, 0) > coalesce(s.available_micro, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.allocatedWithinBalance',
    examined: 'SELECT count(*) AS examined FROM inventory_balance',
    offenders: `
      SELECT i.code || ' in bin ' || coalesce(w.code, b.bin_id) || ': ' || b.allocated_micro || ' promised to picks of '
        || b.quantity_micro AS detail
      FROM inventory_balance b
      LEFT JOIN v_items_item i ON i.id = b.item_id LEFT JOIN v_warehouse_bin w ON w.id = b.bin_id
      WHERE b.allocated_micro NOT BETWEEN 0 AND b.quantity_micro
        OR (b.allocated_micro > 0 AND b.status <> 'available') LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.lotsBelongToTheirItem',
    examined: 'SELECT count(*) AS examined FROM inventory_balance WHERE lot_id <> 0',
    offenders: `
      SELECT 'item ' || b.item_id || ' lies in bin ' || b.bin_id || ' under lot ' || b.lot_id || ' of another item' AS detail
      FROM inventory_balance b LEFT JOIN inventory_lot l ON l.id = b.lot_id
      WHERE b.lot_id <> 0 AND (l.item_id IS NULL OR l.item_id <> b.item_id) LIMIT 1`,
  }),
]
