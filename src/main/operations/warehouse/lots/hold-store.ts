import type { Reader, Tx } from '../../../kernel/db'

const INSERT = `
  INSERT INTO warehouse_held_lot (lot_id, item_id, reason, held_by, held_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET reason = excluded.reason`
const REMOVE = 'DELETE FROM warehouse_held_lot WHERE lot_id = ?'
const IS_HELD = 'SELECT reason FROM warehouse_held_lot WHERE lot_id = ?'
const HELD_OF_ITEM = 'SELECT lot_id AS lotId FROM warehouse_held_lot WHERE item_id = ?'

const LOT = `
  SELECT l.id, l.item_id AS itemId, l.code, l.expires_on AS expiresOn, i.code AS itemCode, i.name AS itemName,
    i.base_unit AS baseUnit
  FROM v_inventory_lot l JOIN v_items_item i ON i.id = l.item_id WHERE l.id = ?`

export interface LotRow {
  readonly id: number
  readonly itemId: number
  readonly code: string
  readonly expiresOn: string | null
  readonly itemCode: string
  readonly itemName: string
  readonly baseUnit: string
}

const PLACES = `
  SELECT s.bin_id AS binId, b.code, b.warehouse_id AS warehouseId, b.kind, s.status, s.quantity_micro AS quantityMicro,
    s.allocated_micro AS allocatedMicro
  FROM v_inventory_balance s JOIN warehouse_bin b ON b.id = s.bin_id
  WHERE s.item_id = ?1 AND s.lot_id = ?2 AND s.quantity_micro > 0 ORDER BY b.warehouse_id, b.code, s.status`

export interface LotPlace {
  readonly binId: number
  readonly code: string
  readonly warehouseId: number
  readonly kind: string
  readonly status: 'available' | 'quarantine' | 'damaged'
  readonly quantityMicro: number
  readonly allocatedMicro: number
}

const CUSTOMERS = `
  SELECT p.id, p.code, p.name, d.source_id AS orderId, d.source_number AS orderNumber,
    sum(k.quantity_micro) AS pickedMicro, sum(k.shipped_micro) AS shippedMicro
  FROM warehouse_demand d
  JOIN warehouse_picked k ON k.demand_id = d.id
  JOIN v_parties_partner p ON p.id = d.partner_id
  WHERE d.item_id = ?1 AND k.lot_id = ?2 AND k.quantity_micro > 0
  GROUP BY d.source_kind, d.source_id ORDER BY p.name, d.source_id`

export interface LotCustomer {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly orderId: number
  readonly orderNumber: string
  readonly pickedMicro: number
  readonly shippedMicro: number
}

const OPEN_PICKS = `
  SELECT id, item_id AS itemId, from_bin_id AS binId, demand_id AS demandId, batch_id AS batchId,
    quantity_micro - done_micro AS leftMicro
  FROM warehouse_task WHERE kind = 'pick' AND state = 'open' AND item_id = ? AND lot_id = ? ORDER BY id`

export interface OpenLotPick {
  readonly id: number
  readonly itemId: number
  readonly binId: number
  readonly demandId: number
  readonly batchId: number
  readonly leftMicro: number
}

const HELD = `
  SELECT h.lot_id AS lotId, h.reason, h.held_at AS heldAt FROM warehouse_held_lot h ORDER BY h.held_at DESC`

export const holdStore = {
  hold: (tx: Tx, row: { lotId: number; itemId: number; reason: string; by: number }) =>
    tx.run(INSERT, [row.lotId, row.itemId, row.reason, row.by, tx.now.toISOString()]),
  release: (tx: Tx, lotId: number): number => tx.run(REMOVE, [lotId]).changes,
  reasonOf: (reader: Reader, lotId: number): string | undefined =>
    reader.first<{ reason: string }>(IS_HELD, [lotId])?.reason,
  heldOfItem: (reader: Reader, itemId: number): ReadonlySet<number> =>
    new Set(reader.all<{ lotId: number }>(HELD_OF_ITEM, [itemId]).map((row) => row.lotId)),
  lot: (reader: Reader, lotId: number) => reader.first<LotRow>(LOT, [lotId]),
  places: (reader: Reader, itemId: number, lotId: number) => reader.all<LotPlace>(PLACES, [itemId, lotId]),
  customers: (reader: Reader, itemId: number, lotId: number) => reader.all<LotCustomer>(CUSTOMERS, [itemId, lotId]),
  openPicks: (reader: Reader, itemId: number, lotId: number) => reader.all<OpenLotPick>(OPEN_PICKS, [itemId, lotId]),
  held: (reader: Reader) => reader.all<{ lotId: number; reason: string; heldAt: string }>(HELD),
}
