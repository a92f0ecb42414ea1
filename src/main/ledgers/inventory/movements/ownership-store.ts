import type { Reader, Tx } from '../../../kernel/db'

export interface Consigned {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly ownerId: number
  readonly quantityMicro: number
}

const ANY = 'SELECT 1 AS is_there FROM inventory_consigned LIMIT 1'
const OF_LOT = `
  SELECT warehouse_id AS warehouseId, item_id AS itemId, lot_id AS lotId, owner_id AS ownerId,
    quantity_micro AS quantityMicro
  FROM inventory_consigned WHERE item_id = ? AND warehouse_id = ? AND lot_id = ? ORDER BY owner_id`
const LOT_ON_HAND = `
  SELECT coalesce(sum(quantity_micro), 0) AS quantityMicro FROM inventory_balance
  WHERE item_id = ? AND warehouse_id = ? AND lot_id = ?`
const ADD = `
  INSERT INTO inventory_consigned (item_id, warehouse_id, lot_id, owner_id, quantity_micro) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET quantity_micro = quantity_micro + excluded.quantity_micro`
const TAKE = `
  UPDATE inventory_consigned SET quantity_micro = quantity_micro - ?5
  WHERE item_id = ?1 AND warehouse_id = ?2 AND lot_id = ?3 AND owner_id = ?4 AND quantity_micro > ?5`
const TAKE_ALL = `
  DELETE FROM inventory_consigned
  WHERE item_id = ? AND warehouse_id = ? AND lot_id = ? AND owner_id = ? AND quantity_micro = ?`

const key = (row: Consigned): readonly number[] => [
  row.itemId,
  row.warehouseId,
  row.lotId,
  row.ownerId,
  row.quantityMicro,
]

export const ownershipStore = {
  /** Where nobody's goods but ours stand here, nothing more need be asked. */
  isAny: (reader: Reader): boolean => reader.first(ANY) !== undefined,
  ofLot: (reader: Reader, warehouseId: number, itemId: number, lotId: number): Consigned[] =>
    reader.all<Consigned>(OF_LOT, [itemId, warehouseId, lotId]),
  lotOnHand: (reader: Reader, warehouseId: number, itemId: number, lotId: number): number =>
    reader.first<{ quantityMicro: number }>(LOT_ON_HAND, [itemId, warehouseId, lotId])?.quantityMicro ?? 0,
  add(tx: Tx, row: Consigned): void {
    tx.run(ADD, key(row))
  },
  /** False where less than that belongs to the owner. */
  take: (tx: Tx, row: Consigned): boolean =>
    tx.run(TAKE_ALL, key(row)).changes === 1 || tx.run(TAKE, key(row)).changes === 1,
}
