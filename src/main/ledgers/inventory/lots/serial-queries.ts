import type { Reader } from '../../../kernel/db'

export interface WhereItIs {
  readonly binId: number
  readonly status: string
  readonly bin: string
  readonly warehouse: string
}

const IS_SERIAL = 'SELECT serial_tracked AS serial FROM v_items_item WHERE id = ?'
const CODE = 'SELECT code FROM inventory_lot WHERE id = ?'
const WHERE_IS = `
  SELECT b.bin_id AS binId, b.status, coalesce(n.code, '') AS bin, coalesce(w.name, '') AS warehouse
  FROM inventory_balance b
  LEFT JOIN v_warehouse_bin n ON n.id = b.bin_id
  LEFT JOIN v_warehouse_warehouse w ON w.id = b.warehouse_id
  WHERE b.item_id = ? AND b.lot_id = ? LIMIT 1`
const LAST_DEPARTURE = `
  SELECT m.source_kind AS kind, m.source_id AS id,
    (SELECT d.number FROM v_document_link d WHERE d.kind = m.source_kind AND d.id = m.source_id) AS number
  FROM inventory_movement m
  WHERE m.item_id = ? AND m.lot_id = ? AND m.to_bin_id IS NULL ORDER BY m.id DESC LIMIT 1`
const PIECES = `
  SELECT l.item_id AS itemId, l.code AS lotCode
  FROM inventory_lot l JOIN v_items_item i ON i.id = l.item_id
  WHERE l.code = ? AND i.serial_tracked = 1 LIMIT 2`
const ON_HAND = 'SELECT 1 FROM inventory_balance WHERE item_id = ? LIMIT 1'

export const serialQueries = {
  isSerial: (reader: Reader, itemId: number): boolean =>
    reader.first<{ serial: number }>(IS_SERIAL, [itemId])?.serial === 1,
  code: (reader: Reader, lotId: number): string => reader.first<{ code: string }>(CODE, [lotId])?.code ?? '',
  whereIs: (reader: Reader, itemId: number, lotId: number) => reader.first<WhereItIs>(WHERE_IS, [itemId, lotId]),
  lastDeparture: (reader: Reader, itemId: number, lotId: number) =>
    reader.first<{ kind: string; id: number; number: string | null }>(LAST_DEPARTURE, [itemId, lotId]),
  pieces: (reader: Reader, code: string) => reader.all<{ itemId: number; lotCode: string }>(PIECES, [code]),
  isOnHand: (reader: Reader, itemId: number): boolean => reader.first(ON_HAND, [itemId]) !== undefined,
}
