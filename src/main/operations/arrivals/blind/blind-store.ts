import type { Reader, Tx } from '../../../kernel/db'

export type BlindState = 'waiting' | 'matched' | 'unordered' | 'cancelled'

export interface Blind {
  readonly id: number
  readonly number: string
  readonly state: BlindState
  readonly warehouseId: number
  readonly arrivedOn: string
  readonly note: string
}

export interface BlindLine {
  readonly id: number
  readonly itemId: number
  readonly lotCode: string
  readonly expiresOn: string | null
  readonly quantityMicro: number
}

const BLIND = `
  SELECT id, number, state, warehouse_id AS warehouseId, arrived_on AS arrivedOn, note FROM arrivals_blind WHERE id = ?`
const INSERT = `
  INSERT INTO arrivals_blind (number, state, warehouse_id, arrived_on, note, created_by, created_at)
  SELECT 'BA-' || printf('%06d', coalesce(max(id), 0) + 1), 'waiting', ?, ?, ?, ?, ? FROM arrivals_blind`
const INSERT_LINE = `
  INSERT INTO arrivals_blind_line (blind_id, item_id, lot_code, expires_on, quantity_micro) VALUES (?, ?, ?, ?, ?)`
const SET_STATE = 'UPDATE arrivals_blind SET state = ?2 WHERE id = ?1'
const LINES = `
  SELECT id, item_id AS itemId, lot_code AS lotCode, expires_on AS expiresOn, quantity_micro AS quantityMicro
  FROM arrivals_blind_line WHERE blind_id = ? ORDER BY id`
const INSERT_RECEIPT = 'INSERT INTO arrivals_blind_receipt (blind_id, receipt_id) VALUES (?, ?)'
const RECEIPTS = `
  SELECT r.id, r.number FROM arrivals_blind_receipt b JOIN v_purchasing_receipt r ON r.id = b.receipt_id
  WHERE b.blind_id = ? ORDER BY r.id`

/** What an order still waits for, of any of the items. */
const OPEN_OF_ORDER = `
  SELECT p.id AS orderLineId, p.item_id AS itemId, p.quantity_micro - p.received_micro AS openMicro
  FROM v_purchasing_order_line p WHERE p.order_id = ? AND p.quantity_micro > p.received_micro ORDER BY p.id`
const ORDER = `
  SELECT warehouse_id AS warehouseId, supplier_id AS supplierId, number, state FROM v_purchasing_order WHERE id = ?`

export const blindStore = {
  byId: (reader: Reader, id: number) => reader.first<Blind>(BLIND, [id]),
  insert: (tx: Tx, row: { warehouseId: number; arrivedOn: string; note: string }, by: number): number =>
    tx.run(INSERT, [row.warehouseId, row.arrivedOn, row.note, by, tx.now.toISOString()]).id,
  insertLine: (tx: Tx, blindId: number, line: Omit<BlindLine, 'id'>) =>
    tx.run(INSERT_LINE, [blindId, line.itemId, line.lotCode, line.expiresOn, line.quantityMicro]),
  setState: (tx: Tx, id: number, state: BlindState) => tx.run(SET_STATE, [id, state]),
  lines: (reader: Reader, id: number) => reader.all<BlindLine>(LINES, [id]),
  insertReceipt: (tx: Tx, blindId: number, receiptId: number) => tx.run(INSERT_RECEIPT, [blindId, receiptId]),
  receipts: (reader: Reader, id: number) => reader.all<{ id: number; number: string }>(RECEIPTS, [id]),
  openOfOrder: (reader: Reader, orderId: number) =>
    reader.all<{ orderLineId: number; itemId: number; openMicro: number }>(OPEN_OF_ORDER, [orderId]),
  order: (reader: Reader, orderId: number) =>
    reader.first<{ warehouseId: number; supplierId: number; number: string | null; state: string }>(ORDER, [orderId]),
}
