import type { Reader, Tx } from '../../../kernel/db'

export type NoticeState = 'expected' | 'partly-received' | 'received' | 'cancelled'
export type UnitKind = 'pallet' | 'tote' | 'carton'

export interface Notice {
  readonly id: number
  readonly number: string
  readonly state: NoticeState
  readonly supplierId: number
  readonly warehouseId: number
  readonly expectedOn: string
  readonly supplierNumber: string
  readonly note: string
}

export interface AnnouncedUnit {
  readonly id: number
  readonly noticeId: number
  readonly code: string
  readonly kind: UnitKind
  readonly parentId: number | null
  readonly unitId: number | null
}

/** A unit of a notice, and the unit of the warehouse that it became. */
export interface CameUnit {
  readonly id: number
  readonly noticeId: number
  readonly unitId: number
}

export interface AnnouncedLine {
  readonly id: number
  readonly unitId: number
  readonly orderLineId: number
  readonly orderId: number
  readonly orderNumber: string
  readonly itemId: number
  readonly lotCode: string
  readonly expiresOn: string | null
  readonly quantityMicro: number
  readonly receiptId: number | null
}

const NOTICE = `
  SELECT id, number, state, supplier_id AS supplierId, warehouse_id AS warehouseId, expected_on AS expectedOn,
    supplier_number AS supplierNumber, note
  FROM arrivals_notice WHERE id = ?`
const INSERT = `
  INSERT INTO arrivals_notice (number, state, supplier_id, warehouse_id, expected_on, supplier_number, note, created_by,
    created_at)
  SELECT 'AN-' || printf('%06d', coalesce(max(id), 0) + 1), 'expected', ?, ?, ?, ?, ?, ?, ? FROM arrivals_notice`
const UPDATE = `
  UPDATE arrivals_notice SET supplier_id = ?2, warehouse_id = ?3, expected_on = ?4, supplier_number = ?5, note = ?6
  WHERE id = ?1`
const SET_STATE = 'UPDATE arrivals_notice SET state = ?2 WHERE id = ?1'
/** As far as its units have come; a cancelled one stays so. */
const SETTLE = `
  UPDATE arrivals_notice SET state = CASE
    WHEN NOT EXISTS (SELECT 1 FROM arrivals_unit u WHERE u.notice_id = arrivals_notice.id AND u.unit_id IS NULL)
      THEN 'received'
    WHEN EXISTS (SELECT 1 FROM arrivals_unit u WHERE u.notice_id = arrivals_notice.id AND u.unit_id IS NOT NULL)
      THEN 'partly-received'
    ELSE 'expected' END
  WHERE id = ? AND state <> 'cancelled'`
const CLEAR = 'DELETE FROM arrivals_unit WHERE notice_id = ?'
const INSERT_UNIT = 'INSERT INTO arrivals_unit (notice_id, code, kind, parent_id) VALUES (?, ?, ?, ?)'
const INSERT_LINE = `
  INSERT INTO arrivals_line (unit_id, order_line_id, item_id, lot_code, expires_on, quantity_micro)
  VALUES (?, ?, ?, ?, ?, ?)`
const ARRIVED = 'UPDATE arrivals_unit SET unit_id = ?2 WHERE id = ?1'
const RECEIVED = 'UPDATE arrivals_line SET receipt_id = ?2 WHERE id = ?1'
const NOT_ARRIVED = 'UPDATE arrivals_unit SET unit_id = NULL WHERE id = ?'
const NOT_RECEIVED = 'UPDATE arrivals_line SET receipt_id = NULL WHERE unit_id = ?'
/** Units of a receipt that have no other that stands. */
const UNITS_OF_REVERSED = `
  SELECT u.id, u.notice_id AS noticeId, u.unit_id AS unitId
  FROM arrivals_unit u
  WHERE u.unit_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM arrivals_line l WHERE l.unit_id = u.id AND l.receipt_id = ?1)
    AND NOT EXISTS (
      SELECT 1 FROM arrivals_line l JOIN v_purchasing_receipt r ON r.id = l.receipt_id
      WHERE l.unit_id = u.id AND r.id <> ?1 AND r.state <> 'reversed')
  ORDER BY u.parent_id IS NULL, u.id`
/** A pallet that holds nothing but cartons, none of which has come. */
const LEFT_ALONE = `
  SELECT u.id, u.notice_id AS noticeId, u.unit_id AS unitId
  FROM arrivals_unit u
  WHERE u.notice_id = ? AND u.unit_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM arrivals_line l WHERE l.unit_id = u.id)
    AND NOT EXISTS (SELECT 1 FROM arrivals_unit c WHERE c.parent_id = u.id AND c.unit_id IS NOT NULL)`

const UNIT = 'SELECT id, notice_id AS noticeId, code, kind, parent_id AS parentId, unit_id AS unitId FROM arrivals_unit'
const UNITS = `${UNIT} WHERE notice_id = ? ORDER BY coalesce(parent_id, id), parent_id IS NOT NULL, id`
const INSIDE = `${UNIT} WHERE parent_id = ? ORDER BY id`
/** What is announced under a label and has not come; of several notices the one expected first. */
const BY_CODE = `
  SELECT u.id, u.notice_id AS noticeId, u.code, u.kind, u.parent_id AS parentId, u.unit_id AS unitId
  FROM arrivals_unit u JOIN arrivals_notice n ON n.id = u.notice_id
  WHERE u.code = ?1 AND u.unit_id IS NULL AND n.warehouse_id = ?2 AND n.state IN ('expected', 'partly-received')
  ORDER BY n.expected_on, n.id LIMIT 1`
/** Some other open notice that announces the same label. */
const ELSEWHERE = `
  SELECT n.number FROM arrivals_unit u JOIN arrivals_notice n ON n.id = u.notice_id
  WHERE u.code = ?1 AND u.unit_id IS NULL AND n.id <> ?2 AND n.state IN ('expected', 'partly-received') LIMIT 1`

const LINE = `
  SELECT l.id, l.unit_id AS unitId, l.order_line_id AS orderLineId, o.id AS orderId, o.number AS orderNumber,
    l.item_id AS itemId, l.lot_code AS lotCode, l.expires_on AS expiresOn, l.quantity_micro AS quantityMicro,
    l.receipt_id AS receiptId
  FROM arrivals_line l
  JOIN v_purchasing_order_line p ON p.id = l.order_line_id
  JOIN v_purchasing_order o ON o.id = p.order_id`
const LINES_OF_UNIT = `${LINE} WHERE l.unit_id = ? ORDER BY l.id`

/** What a supplier's orders still wait for and no open notice announces, the oldest order first. */
const OPEN_LINES = `
  SELECT p.id AS orderLineId, o.number AS orderNumber, p.item_id AS itemId,
    p.quantity_micro - p.received_micro - coalesce((
      SELECT sum(l.quantity_micro) FROM arrivals_line l
      JOIN arrivals_unit u ON u.id = l.unit_id JOIN arrivals_notice n ON n.id = u.notice_id
      WHERE l.order_line_id = p.id AND l.receipt_id IS NULL AND n.id <> ?3 AND n.state IN ('expected', 'partly-received')
    ), 0) AS openMicro
  FROM v_purchasing_order o JOIN v_purchasing_order_line p ON p.order_id = o.id
  WHERE o.supplier_id = ?1 AND o.warehouse_id = ?2 AND o.state IN ('confirmed', 'partly-received')
  ORDER BY o.expected_on, o.id, p.id`

export interface OpenOrderLine {
  readonly orderLineId: number
  readonly orderNumber: string
  readonly itemId: number
  readonly openMicro: number
}

const RECEIPTS = `
  SELECT DISTINCT r.id, r.number FROM arrivals_line l
  JOIN arrivals_unit u ON u.id = l.unit_id JOIN v_purchasing_receipt r ON r.id = l.receipt_id
  WHERE u.notice_id = ? ORDER BY r.id`

interface NoticeFields {
  readonly supplierId: number
  readonly warehouseId: number
  readonly expectedOn: string
  readonly supplierNumber: string
  readonly note: string
}

export const noticeStore = {
  byId: (reader: Reader, id: number) => reader.first<Notice>(NOTICE, [id]),
  insert: (tx: Tx, row: NoticeFields, by: number): number =>
    tx.run(INSERT, [
      row.supplierId,
      row.warehouseId,
      row.expectedOn,
      row.supplierNumber,
      row.note,
      by,
      tx.now.toISOString(),
    ]).id,
  update: (tx: Tx, id: number, row: NoticeFields) =>
    tx.run(UPDATE, [id, row.supplierId, row.warehouseId, row.expectedOn, row.supplierNumber, row.note]),
  setState: (tx: Tx, id: number, state: NoticeState) => tx.run(SET_STATE, [id, state]),
  settle: (tx: Tx, id: number) => tx.run(SETTLE, [id]),
  clear: (tx: Tx, noticeId: number) => tx.run(CLEAR, [noticeId]),
  insertUnit: (tx: Tx, row: { noticeId: number; code: string; kind: UnitKind; parentId: number | null }): number =>
    tx.run(INSERT_UNIT, [row.noticeId, row.code, row.kind, row.parentId]).id,
  insertLine: (
    tx: Tx,
    row: Pick<AnnouncedLine, 'unitId' | 'orderLineId' | 'itemId' | 'lotCode' | 'expiresOn' | 'quantityMicro'>,
  ) => tx.run(INSERT_LINE, [row.unitId, row.orderLineId, row.itemId, row.lotCode, row.expiresOn, row.quantityMicro]),
  setArrived: (tx: Tx, id: number, unitId: number) => tx.run(ARRIVED, [id, unitId]),
  setReceived: (tx: Tx, lineId: number, receiptId: number) => tx.run(RECEIVED, [lineId, receiptId]),
  /** Nothing of it has come. */
  setExpected(tx: Tx, id: number): void {
    tx.run(NOT_ARRIVED, [id])
    tx.run(NOT_RECEIVED, [id])
  },
  unitsOfReversed: (reader: Reader, receiptId: number) => reader.all<CameUnit>(UNITS_OF_REVERSED, [receiptId]),
  leftAlone: (reader: Reader, noticeId: number) => reader.all<CameUnit>(LEFT_ALONE, [noticeId]),
  units: (reader: Reader, noticeId: number) => reader.all<AnnouncedUnit>(UNITS, [noticeId]),
  inside: (reader: Reader, id: number) => reader.all<AnnouncedUnit>(INSIDE, [id]),
  unitByCode: (reader: Reader, code: string, warehouseId: number) =>
    reader.first<AnnouncedUnit>(BY_CODE, [code, warehouseId]),
  announcedElsewhere: (reader: Reader, code: string, noticeId: number): string | undefined =>
    reader.first<{ number: string }>(ELSEWHERE, [code, noticeId])?.number,
  lines: (reader: Reader, unitId: number) => reader.all<AnnouncedLine>(LINES_OF_UNIT, [unitId]),
  openLines: (reader: Reader, supplierId: number, warehouseId: number, exceptNoticeId: number) =>
    reader.all<OpenOrderLine>(OPEN_LINES, [supplierId, warehouseId, exceptNoticeId]),
  receipts: (reader: Reader, noticeId: number) => reader.all<{ id: number; number: string }>(RECEIPTS, [noticeId]),
}
