import { rowCheck, type Check } from '../../kernel/check'

/** What every order line was promised, picked, packed and shipped, against the steps that did it. */
const demandSteps = rowCheck({
  name: 'warehouse.demand equals its picks',
  examined: 'SELECT count(*) AS examined FROM warehouse_demand',
  offenders: `
    SELECT d.source_number || ', line ' || d.source_line_id || ': released ' || d.released_micro || ', picked '
      || d.picked_micro || ', packed ' || d.packed_micro || ', shipped ' || d.shipped_micro || '; steps say '
      || coalesce(t.released, 0) || ', ' || coalesce(t.done, 0) || ' and ' || coalesce(p.picked, 0) || ', '
      || coalesce(p.packed, 0) || ', ' || coalesce(p.shipped, 0) AS detail
    FROM warehouse_demand d
    LEFT JOIN (
      SELECT demand_id, sum(CASE WHEN state = 'open' THEN quantity_micro ELSE done_micro END) AS released,
        sum(done_micro) AS done
      FROM warehouse_task WHERE kind = 'pick' GROUP BY demand_id
    ) t ON t.demand_id = d.id
    LEFT JOIN (
      SELECT demand_id, sum(quantity_micro) AS picked, sum(packed_micro) AS packed, sum(shipped_micro) AS shipped
      FROM warehouse_picked GROUP BY demand_id
    ) p ON p.demand_id = d.id
    WHERE d.released_micro <> coalesce(t.released, 0) OR d.picked_micro <> coalesce(t.done, 0)
      OR d.picked_micro <> coalesce(p.picked, 0) OR d.packed_micro <> coalesce(p.packed, 0)
      OR d.shipped_micro <> coalesce(p.shipped, 0)
    LIMIT 1`,
})

/** Goods promised in a bin = what open picks will take there + what stands picked at the packing place. */
const allocations = rowCheck({
  name: 'warehouse.allocated stock equals open picks and picked goods',
  examined: `
    SELECT (SELECT count(*) FROM v_inventory_balance WHERE allocated_micro > 0)
      + (SELECT count(*) FROM warehouse_task WHERE kind = 'pick' AND state = 'open')
      + (SELECT count(*) FROM warehouse_picked WHERE quantity_micro > shipped_micro) AS examined`,
  offenders: `
    SELECT i.code || ' in ' || b.code || ', lot ' || sums.lot_id || ': allocated less promised is ' || sums.difference
      AS detail
    FROM (
      SELECT item_id, bin_id, lot_id, sum(quantity) AS difference FROM (
        SELECT item_id, bin_id, lot_id, allocated_micro AS quantity FROM v_inventory_balance WHERE allocated_micro > 0
        UNION ALL
        SELECT item_id, from_bin_id, lot_id, done_micro - quantity_micro FROM warehouse_task
        WHERE kind = 'pick' AND state = 'open'
        UNION ALL
        SELECT d.item_id, p.bin_id, p.lot_id, p.shipped_micro - p.quantity_micro
        FROM warehouse_picked p JOIN warehouse_demand d ON d.id = p.demand_id
        WHERE p.quantity_micro > p.shipped_micro
      ) GROUP BY item_id, bin_id, lot_id HAVING sum(quantity) <> 0 LIMIT 1
    ) sums
    JOIN v_items_item i ON i.id = sums.item_id
    JOIN warehouse_bin b ON b.id = sums.bin_id`,
})

/** The mark by which the nearest empty bin is found tells the truth. */
const binFill = rowCheck({
  name: 'warehouse.bins marked empty are empty',
  examined: `SELECT count(*) AS examined FROM warehouse_bin WHERE kind IN ('storage', 'pick-face')`,
  offenders: `
    SELECT b.code || ' is marked ' || b.fill AS detail FROM warehouse_bin b
    WHERE b.kind IN ('storage', 'pick-face') AND (b.fill = 'empty') = (
      EXISTS (SELECT 1 FROM v_inventory_balance s WHERE s.bin_id = b.id AND s.quantity_micro > 0)
      OR EXISTS (SELECT 1 FROM warehouse_task t WHERE t.to_bin_id = b.id AND t.state = 'open'
        AND t.kind IN ('putaway', 'move')))
    LIMIT 1`,
})

/** A batch is open while a pick of it is, a wave is released while a batch of it is open. */
const batchStates = rowCheck({
  name: 'warehouse.batches and waves end with their last pick',
  examined: 'SELECT (SELECT count(*) FROM warehouse_batch) + (SELECT count(*) FROM warehouse_wave) AS examined',
  offenders: `
    SELECT * FROM (
      SELECT b.number || ' is ' || b.state AS detail FROM warehouse_batch b
      WHERE (b.state = 'open') <> EXISTS (SELECT 1 FROM warehouse_task t WHERE t.batch_id = b.id AND t.state = 'open')
      UNION ALL
      SELECT w.number || ' is ' || w.state FROM warehouse_wave w
      WHERE (w.state = 'released') <> EXISTS (
        SELECT 1 FROM warehouse_batch b WHERE b.wave_id = w.id AND b.state = 'open')
    ) LIMIT 1`,
})

/** A bin is where the warehouse of its stock is. */
const binsOfStock = rowCheck({
  name: 'warehouse.stock lies in bins of its warehouse',
  examined: 'SELECT count(*) AS examined FROM v_inventory_balance',
  offenders: `
    SELECT i.code || ' in ' || coalesce(b.code, 'a bin that does not exist') AS detail
    FROM v_inventory_balance s
    JOIN v_items_item i ON i.id = s.item_id
    LEFT JOIN warehouse_bin b ON b.id = s.bin_id
    WHERE b.id IS NULL OR b.warehouse_id <> s.warehouse_id LIMIT 1`,
})

/** Cartons that have not left hold no more of an order line and lot than is packed and not shipped. */
const cartonContents = rowCheck({
  name: 'warehouse.cartons hold what is packed',
  examined: 'SELECT count(*) AS examined FROM warehouse_carton_line',
  offenders: `
    SELECT c.code || ': ' || i.code || ', lot ' || h.lot_id || ': in cartons ' || h.held || ', packed '
      || coalesce(p.packed, 0) AS detail
    FROM (
      SELECT l.demand_id, l.lot_id, sum(l.quantity_micro) AS held, max(c.id) AS carton_id
      FROM warehouse_carton_line l JOIN warehouse_carton c ON c.id = l.carton_id
      WHERE c.state <> 'shipped' GROUP BY l.demand_id, l.lot_id
    ) h
    JOIN warehouse_carton c ON c.id = h.carton_id
    JOIN warehouse_demand d ON d.id = h.demand_id
    JOIN v_items_item i ON i.id = d.item_id
    LEFT JOIN (
      SELECT demand_id, lot_id, sum(packed_micro - shipped_micro) AS packed FROM warehouse_picked
      GROUP BY demand_id, lot_id
    ) p ON p.demand_id = h.demand_id AND p.lot_id = h.lot_id
    WHERE h.held > coalesce(p.packed, 0) LIMIT 1`,
})

/** Nothing lies in a slot of the sorting wall that was not picked. */
const sortedGoods = rowCheck({
  name: 'warehouse.sorted goods were picked',
  examined: 'SELECT count(*) AS examined FROM warehouse_task WHERE sorted_micro > 0',
  offenders: `
    SELECT b.number || ': sorted ' || t.sorted_micro || ', picked ' || t.done_micro AS detail
    FROM warehouse_task t JOIN warehouse_batch b ON b.id = t.batch_id
    WHERE t.sorted_micro > t.done_micro OR t.sorted_micro < 0 LIMIT 1`,
})

/** Nothing of a held lot is promised to a pick that nobody has made yet. */
const heldLots = rowCheck({
  name: 'warehouse.held lots are not picked',
  examined: 'SELECT count(*) AS examined FROM warehouse_held_lot',
  offenders: `
    SELECT l.code || ' is held and to be picked for ' || d.source_number AS detail
    FROM warehouse_held_lot h
    JOIN v_inventory_lot l ON l.id = h.lot_id
    JOIN warehouse_task t ON t.item_id = h.item_id AND t.lot_id = h.lot_id AND t.kind = 'pick' AND t.state = 'open'
    JOIN warehouse_demand d ON d.id = t.demand_id LIMIT 1`,
})

/** A bin stands still for a count that is still open, and for none other. */
const frozenBins = rowCheck({
  name: 'warehouse.frozen bins are being counted',
  examined: 'SELECT count(*) AS examined FROM warehouse_frozen_bin',
  offenders: `
    SELECT b.code || ' stands still for a count that is ' || c.state AS detail
    FROM warehouse_frozen_bin f
    JOIN warehouse_bin b ON b.id = f.bin_id
    JOIN warehouse_count c ON c.id = f.count_id
    WHERE c.state NOT IN ('counting', 'counted') OR NOT EXISTS (
      SELECT 1 FROM warehouse_count_bin k WHERE k.count_id = f.count_id AND k.bin_id = f.bin_id)
    LIMIT 1`,
})

/** Work that somebody has begun is open, and theirs alone: one task in hand besides a batch. */
const workInHand = rowCheck({
  name: 'warehouse.each clerk has one task in hand',
  examined: `SELECT count(*) AS examined FROM warehouse_task WHERE kind IN ('putaway', 'move') AND assigned_to IS NOT NULL`,
  offenders: `
    SELECT 'person ' || assigned_to || ' has ' || count(*) || ' tasks in hand' AS detail FROM warehouse_task
    WHERE kind IN ('putaway', 'move') AND state = 'open' AND assigned_to IS NOT NULL
    GROUP BY assigned_to HAVING count(*) > 1
    UNION ALL
    SELECT 'task ' || t.id || ' of ' || b.number || ' is in the hands of ' || coalesce(t.assigned_to, 'nobody')
    FROM warehouse_batch b JOIN warehouse_task t ON t.batch_id = b.id AND t.state = 'open'
    WHERE b.assigned_to IS NOT NULL AND t.assigned_to IS NOT NULL AND t.assigned_to <> b.assigned_to
    LIMIT 1`,
})

/** A fixed bin stores goods, in the house it is named for. */
const pickFaces = rowCheck({
  name: 'warehouse.fixed bins are pick faces of their warehouse',
  examined: 'SELECT count(*) AS examined FROM warehouse_pick_face',
  offenders: `
    SELECT i.code || ' in ' || b.code || ', which is ' || b.kind AS detail
    FROM warehouse_pick_face f
    JOIN warehouse_bin b ON b.id = f.bin_id
    JOIN v_items_item i ON i.id = f.item_id
    WHERE b.warehouse_id <> f.warehouse_id OR b.kind <> 'pick-face' LIMIT 1`,
})

/** Units hold no more of anything than lies in the bin where they stand. */
const unitContents = rowCheck({
  name: 'warehouse.units hold what lies in their bin',
  examined: 'SELECT count(*) AS examined FROM warehouse_unit_line',
  offenders: `
    SELECT b.code || ': ' || i.code || ', lot ' || h.lot_id || ': in units ' || h.held || ', in the bin '
      || coalesce(s.quantity_micro, 0) AS detail
    FROM (
      SELECT u.bin_id, l.item_id, l.lot_id, l.status, sum(l.quantity_micro) AS held
      FROM warehouse_unit u JOIN warehouse_unit_line l ON l.unit_id = u.id
      GROUP BY u.bin_id, l.item_id, l.lot_id, l.status
    ) h
    JOIN warehouse_bin b ON b.id = h.bin_id
    JOIN v_items_item i ON i.id = h.item_id
    LEFT JOIN v_inventory_balance s
      ON s.bin_id = h.bin_id AND s.item_id = h.item_id AND s.lot_id = h.lot_id AND s.status = h.status
    WHERE h.held > coalesce(s.quantity_micro, 0) LIMIT 1`,
})

/** What stands in a unit stands where it stands, in something larger; a broken one holds nothing. */
const unitNesting = rowCheck({
  name: 'warehouse.units stand in larger ones in the same bin',
  examined: 'SELECT count(*) AS examined FROM warehouse_unit',
  offenders: `
    SELECT u.code || ' in ' || p.code AS detail FROM warehouse_unit u JOIN warehouse_unit p ON p.id = u.parent_id
    WHERE u.bin_id <> p.bin_id OR p.state <> 'here' OR u.state <> 'here'
      OR instr('carton tote pallet', u.kind) >= instr('carton tote pallet', p.kind)
    UNION ALL
    SELECT u.code || ' is broken and holds goods' FROM warehouse_unit u JOIN warehouse_unit_line l ON l.unit_id = u.id
    WHERE u.state = 'broken' LIMIT 1`,
})

/** Whoever walks by the plan can: cross aisles lie within the aisles, in rising order. */
const crossAisles = rowCheck({
  name: 'warehouse.cross aisles lie within the aisles',
  examined: 'SELECT count(*) AS examined FROM warehouse_warehouse',
  offenders: `
    SELECT w.code || ': a cross aisle at ' || c.value || ' of ' || w.aisle_length_millimetres || ' mm' AS detail
    FROM warehouse_warehouse w, json_each(w.cross_aisles_millimetres) c
    WHERE c.value <= coalesce((SELECT p.value FROM json_each(w.cross_aisles_millimetres) p WHERE p.key = c.key - 1), 0)
      OR c.value >= w.aisle_length_millimetres LIMIT 1`,
})

export const checks: readonly Check[] = [
  crossAisles,
  unitContents,
  unitNesting,
  pickFaces,
  frozenBins,
  workInHand,
  heldLots,
  demandSteps,
  allocations,
  binFill,
  batchStates,
  binsOfStock,
  cartonContents,
  sortedGoods,
]
