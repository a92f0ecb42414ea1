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
      WHERE coalesce(s.value_minor, 0) <> coalesce(d.value, 0) OR (s.on_hand_micro = s.consigned_micro AND s.value_minor <> 0) LIMIT 1`,
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
  rowCheck({
    name: 'inventory.serialsAreInOnePlace',
    examined: `SELECT count(*) AS examined FROM inventory_balance b
      JOIN v_items_item i ON i.id = b.item_id WHERE i.serial_tracked = 1`,
    offenders: `
      SELECT i.code || ', serial ' || coalesce(l.code, '?') || ': ' || sum(b.quantity_micro) || ' micro in ' || count(*)
        || ' places' AS detail
      FROM v_items_item i JOIN inventory_balance b ON b.item_id = i.id LEFT JOIN inventory_lot l ON l.id = b.lot_id
      WHERE i.serial_tracked = 1 GROUP BY b.item_id, b.lot_id
      HAVING b.lot_id = 0 OR count(*) > 1 OR sum(b.quantity_micro) <> 1000000 LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.consignedFollowsMovements',
    examined: 'SELECT count(*) AS examined FROM inventory_movement WHERE owner_id <> 0',
    offenders: `
      WITH derived AS (
        SELECT item_id, warehouse_id, lot_id, owner_id,
          sum(CASE WHEN from_bin_id IS NULL THEN quantity_micro ELSE -quantity_micro END) AS quantity
        FROM inventory_movement WHERE owner_id <> 0 GROUP BY item_id, warehouse_id, lot_id, owner_id
      )
      SELECT i.code || ' of owner ' || coalesce(d.owner_id, c.owner_id) || ': ' || coalesce(c.quantity_micro, 0)
        || ' kept, ' || coalesce(d.quantity, 0) || ' by its movements' AS detail
      FROM derived d FULL JOIN inventory_consigned c ON c.item_id = d.item_id AND c.warehouse_id = d.warehouse_id
        AND c.lot_id = d.lot_id AND c.owner_id = d.owner_id
      LEFT JOIN v_items_item i ON i.id = coalesce(d.item_id, c.item_id)
      WHERE coalesce(c.quantity_micro, 0) <> coalesce(d.quantity, 0)
      UNION ALL
      SELECT i.code || ': a movement of goods of owner ' || m.owner_id || ' is worth ' || m.value_minor
      FROM inventory_movement m JOIN v_items_item i ON i.id = m.item_id WHERE m.owner_id <> 0 AND m.value_minor <> 0
      LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.consignedWithinStock',
    examined: 'SELECT count(*) AS examined FROM inventory_consigned',
    offenders: `
      WITH held AS (
        SELECT item_id, warehouse_id, lot_id, sum(quantity_micro) AS quantity FROM inventory_consigned
        GROUP BY item_id, warehouse_id, lot_id
      ), lying AS (
        SELECT item_id, warehouse_id, lot_id, sum(quantity_micro) AS quantity FROM inventory_balance
        GROUP BY item_id, warehouse_id, lot_id
      ), kept AS (
        SELECT item_id, warehouse_id, sum(quantity) AS quantity FROM held GROUP BY item_id, warehouse_id
      )
      SELECT i.code || ', lot ' || h.lot_id || ': ' || h.quantity || ' belong to suppliers, '
        || coalesce(l.quantity, 0) || ' lie here' AS detail
      FROM held h JOIN v_items_item i ON i.id = h.item_id
      LEFT JOIN lying l ON l.item_id = h.item_id AND l.warehouse_id = h.warehouse_id AND l.lot_id = h.lot_id
      WHERE h.quantity > coalesce(l.quantity, 0)
      UNION ALL
      SELECT i.code || ': ' || s.consigned_micro || ' of suppliers kept, ' || coalesce(k.quantity, 0) || ' by their lots'
      FROM inventory_stock s JOIN v_items_item i ON i.id = s.item_id
      LEFT JOIN kept k ON k.item_id = s.item_id AND k.warehouse_id = s.warehouse_id
      WHERE s.consigned_micro <> coalesce(k.quantity, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.layersFollowTheirEntries',
    examined: 'SELECT count(*) AS examined FROM inventory_layer',
    offenders: `
      WITH derived AS (
        SELECT layer_id, sum(quantity_micro) AS quantity, sum(value_minor) AS value
        FROM inventory_layer_entry GROUP BY layer_id
      )
      SELECT i.code || ', layer ' || l.id || ': ' || l.left_micro || ' worth ' || l.left_value_minor || ' kept, '
        || coalesce(d.quantity, 0) || ' worth ' || coalesce(d.value, 0) || ' by its entries' AS detail
      FROM inventory_layer l LEFT JOIN derived d ON d.layer_id = l.id LEFT JOIN v_items_item i ON i.id = l.item_id
      WHERE l.left_micro <> coalesce(d.quantity, 0) OR l.left_value_minor <> coalesce(d.value, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.layersHoldTheStock',
    examined: 'SELECT count(*) AS examined FROM inventory_layer WHERE left_micro > 0',
    offenders: `
      WITH held AS (
        SELECT warehouse_id, item_id, sum(left_micro) AS quantity, sum(left_value_minor) AS value
        FROM inventory_layer WHERE left_micro > 0 GROUP BY warehouse_id, item_id
      ), stock AS (
        SELECT s.warehouse_id, s.item_id, s.on_hand_micro - s.consigned_micro AS on_hand_micro, s.value_minor
        FROM inventory_item_costing c JOIN inventory_stock s ON s.item_id = c.item_id
        WHERE s.on_hand_micro > s.consigned_micro
      )
      SELECT i.code || ': ' || coalesce(s.on_hand_micro, 0) || ' on hand worth ' || coalesce(s.value_minor, 0) || ', '
        || coalesce(h.quantity, 0) || ' worth ' || coalesce(h.value, 0) || ' in its layers' AS detail
      FROM stock s FULL JOIN held h ON h.warehouse_id = s.warehouse_id AND h.item_id = s.item_id
      LEFT JOIN v_items_item i ON i.id = coalesce(s.item_id, h.item_id)
      WHERE coalesce(s.on_hand_micro, 0) <> coalesce(h.quantity, 0) OR coalesce(s.value_minor, 0) <> coalesce(h.value, 0)
      LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.lotLayersHoldTheirLots',
    examined: `SELECT count(*) AS examined FROM inventory_layer l
      JOIN inventory_item_costing c ON c.item_id = l.item_id AND c.method = 'lot' WHERE l.left_micro > 0`,
    offenders: `
      WITH held AS (
        SELECT l.warehouse_id, l.item_id, l.lot_id, sum(l.left_micro) AS quantity
        FROM inventory_layer l JOIN inventory_item_costing c ON c.item_id = l.item_id AND c.method = 'lot'
        WHERE l.left_micro > 0 GROUP BY l.warehouse_id, l.item_id, l.lot_id
      ), stock AS (
        SELECT b.warehouse_id, b.item_id, b.lot_id, sum(b.quantity) AS quantity
        FROM (
          SELECT warehouse_id, item_id, lot_id, quantity_micro AS quantity FROM inventory_balance
          UNION ALL SELECT warehouse_id, item_id, lot_id, -quantity_micro FROM inventory_consigned
        ) b JOIN inventory_item_costing c ON c.item_id = b.item_id AND c.method = 'lot'
        GROUP BY b.warehouse_id, b.item_id, b.lot_id
      )
      SELECT i.code || ' lot ' || coalesce(o.code, '') || ': ' || coalesce(s.quantity, 0) || ' on hand, '
        || coalesce(h.quantity, 0) || ' in its layers' AS detail
      FROM stock s FULL JOIN held h ON h.warehouse_id = s.warehouse_id AND h.item_id = s.item_id AND h.lot_id = s.lot_id
      LEFT JOIN v_items_item i ON i.id = coalesce(s.item_id, h.item_id)
      LEFT JOIN inventory_lot o ON o.id = coalesce(s.lot_id, h.lot_id)
      WHERE coalesce(s.quantity, 0) <> coalesce(h.quantity, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.piecesFollowTheirEntries',
    examined: 'SELECT count(*) AS examined FROM inventory_piece_entry',
    offenders: `
      WITH derived AS (
        SELECT item_id, bin_id, lot_id, status, sum(pieces) AS pieces FROM inventory_piece_entry
        GROUP BY item_id, bin_id, lot_id, status HAVING sum(pieces) <> 0
      )
      SELECT i.code || ' in bin ' || coalesce(w.code, '?') || ': ' || coalesce(p.pieces, 0) || ' pieces kept, '
        || coalesce(d.pieces, 0) || ' by their entries' AS detail
      FROM derived d FULL JOIN inventory_pieces p ON p.item_id = d.item_id AND p.bin_id = d.bin_id
        AND p.lot_id = d.lot_id AND p.status = d.status
      LEFT JOIN v_items_item i ON i.id = coalesce(d.item_id, p.item_id)
      LEFT JOIN v_warehouse_bin w ON w.id = coalesce(d.bin_id, p.bin_id)
      WHERE coalesce(p.pieces, 0) <> coalesce(d.pieces, 0) LIMIT 1`,
  }),
  rowCheck({
    name: 'inventory.piecesHaveWeight',
    examined: 'SELECT count(*) AS examined FROM inventory_pieces',
    offenders: `
      SELECT i.code || ' in bin ' || coalesce(w.code, '?') || ': ' || p.pieces || ' pieces without weight, or of goods that are not weighed' AS detail
      FROM inventory_pieces p
      LEFT JOIN inventory_balance b ON b.item_id = p.item_id AND b.bin_id = p.bin_id AND b.lot_id = p.lot_id
        AND b.status = p.status
      LEFT JOIN v_items_catch_weight c ON c.item_id = p.item_id
      LEFT JOIN v_items_item i ON i.id = p.item_id LEFT JOIN v_warehouse_bin w ON w.id = p.bin_id
      WHERE coalesce(b.quantity_micro, 0) <= 0 OR c.item_id IS NULL LIMIT 1`,
  }),
]
