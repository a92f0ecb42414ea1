import type { Reader, Tx } from '../../../kernel/db'
import type { UnitKind } from '../tables'

export type Status = 'available' | 'quarantine' | 'damaged'

export interface Unit {
  readonly id: number
  readonly code: string
  readonly kind: UnitKind
  readonly warehouseId: number
  readonly binId: number
  readonly binCode: string
  readonly parentId: number | null
  readonly parentCode: string | null
  readonly state: 'here' | 'broken'
}

const UNIT = `
  SELECT u.id, u.code, u.kind, u.warehouse_id AS warehouseId, u.bin_id AS binId, b.code AS binCode,
    u.parent_id AS parentId, p.code AS parentCode, u.state
  FROM warehouse_unit u
  JOIN warehouse_bin b ON b.id = u.bin_id
  LEFT JOIN warehouse_unit p ON p.id = u.parent_id`
const BY_CODE = `${UNIT} WHERE u.code = ?`
const BY_ID = `${UNIT} WHERE u.id = ?`
const IN_UNIT = `${UNIT} WHERE u.parent_id = ? AND u.state = 'here' ORDER BY u.id`

const INSERT = `
  INSERT INTO warehouse_unit (code, kind, warehouse_id, bin_id, parent_id, state, made_by, made_at)
  VALUES (?, ?, ?, ?, NULL, 'here', ?, ?)`
const SET_CODE = 'UPDATE warehouse_unit SET code = ?2 WHERE id = ?1'
const SET_PARENT = 'UPDATE warehouse_unit SET parent_id = ?2 WHERE id = ?1'
const RAISE_CHILDREN = 'UPDATE warehouse_unit SET parent_id = ?2 WHERE parent_id = ?1'
const BREAK = `UPDATE warehouse_unit SET state = 'broken', parent_id = NULL WHERE id = ?`
const MEND = `UPDATE warehouse_unit SET state = 'here', parent_id = ?2 WHERE id = ?1`
const LABEL_AGAIN = `
  UPDATE warehouse_unit SET state = 'here', kind = ?2, warehouse_id = ?3, bin_id = ?4, made_by = ?5, made_at = ?6
  WHERE id = ?1`
const CLEAR = 'DELETE FROM warehouse_unit_line WHERE unit_id = ?'

/** The unit and all that stands in it, however deep. */
const FAMILY = `
  WITH RECURSIVE family (id) AS (
    SELECT ?1 UNION ALL SELECT u.id FROM warehouse_unit u JOIN family f ON u.parent_id = f.id WHERE u.state = 'here')`
const MOVE_FAMILY = `${FAMILY} UPDATE warehouse_unit SET bin_id = ?2 WHERE id IN (SELECT id FROM family)`
const FAMILY_GOODS = `
  ${FAMILY}
  SELECT l.item_id AS itemId, l.lot_id AS lotId, l.status, sum(l.quantity_micro) AS quantityMicro
  FROM family f JOIN warehouse_unit_line l ON l.unit_id = f.id
  GROUP BY l.item_id, l.lot_id, l.status ORDER BY l.item_id, l.lot_id, l.status`

const OWN_GOODS = `
  SELECT item_id AS itemId, lot_id AS lotId, status, quantity_micro AS quantityMicro
  FROM warehouse_unit_line WHERE unit_id = ? ORDER BY item_id, lot_id, status`

export interface UnitGoods {
  readonly itemId: number
  readonly lotId: number
  readonly status: Status
  readonly quantityMicro: number
}

const CONTENT = `
  SELECT l.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit, l.lot_id AS lotId, t.code AS lotCode,
    t.expires_on AS expiresOn, l.status, l.quantity_micro AS quantityMicro
  FROM warehouse_unit_line l
  JOIN v_items_item i ON i.id = l.item_id
  LEFT JOIN v_inventory_lot t ON t.id = l.lot_id
  WHERE l.unit_id = ? ORDER BY i.code, t.expires_on, l.lot_id, l.status`

export interface ContentRow extends UnitGoods {
  readonly code: string
  readonly name: string
  readonly baseUnit: string
  readonly lotCode: string | null
  readonly expiresOn: string | null
}

/** What units in a bin hold of some goods, the emptiest first: what is taken without naming a unit comes from there. */
const HOLDERS = `
  SELECT l.unit_id AS unitId, l.quantity_micro AS quantityMicro
  FROM warehouse_unit u JOIN warehouse_unit_line l ON l.unit_id = u.id
  WHERE u.bin_id = ? AND u.state = 'here' AND l.item_id = ? AND l.lot_id = ? AND l.status = ?
  ORDER BY l.quantity_micro, l.unit_id`
const BALANCE = `
  SELECT quantity_micro AS quantityMicro FROM v_inventory_balance
  WHERE bin_id = ? AND item_id = ? AND lot_id = ? AND status = ?`

const PUT_IN = `
  INSERT INTO warehouse_unit_line (unit_id, item_id, lot_id, status, quantity_micro) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET quantity_micro = quantity_micro + excluded.quantity_micro`
const DROP_LINE = `
  DELETE FROM warehouse_unit_line
  WHERE unit_id = ?1 AND item_id = ?2 AND lot_id = ?3 AND status = ?4 AND quantity_micro = ?5`
const TAKE_OUT = `
  UPDATE warehouse_unit_line SET quantity_micro = quantity_micro - ?5
  WHERE unit_id = ?1 AND item_id = ?2 AND lot_id = ?3 AND status = ?4 AND quantity_micro > ?5`

const LIST = `
  FROM warehouse_unit u
  JOIN warehouse_bin b ON b.id = u.bin_id
  LEFT JOIN warehouse_unit p ON p.id = u.parent_id
  WHERE u.warehouse_id = ?1 AND u.state = 'here' AND (?2 = '' OR u.code LIKE ?3 OR b.code LIKE ?3)`

export interface ListedUnit {
  readonly id: number
  readonly code: string
  readonly kind: UnitKind
  readonly binCode: string
  readonly parentCode: string | null
  readonly items: number
  readonly inside: number
  readonly madeAt: string
}

/** Where most of its goods would go. */
const PROPOSED = `
  ${FAMILY}
  SELECT b.id, b.code FROM family f JOIN warehouse_unit_line l ON l.unit_id = f.id
  JOIN warehouse_task t ON t.kind = 'putaway' AND t.state = 'open' AND t.from_bin_id = ?2 AND t.item_id = l.item_id
    AND t.lot_id = l.lot_id
  JOIN warehouse_bin b ON b.id = t.to_bin_id
  GROUP BY b.id ORDER BY sum(t.quantity_micro) DESC, b.distance_millimetres, b.id LIMIT 1`

const PUTAWAYS = `
  SELECT t.id, t.quantity_micro AS quantityMicro, t.done_micro AS doneMicro, t.to_bin_id AS toBinId, b.code AS toBinCode,
    t.reason_code AS reasonCode, t.reason_params AS reasonParams
  FROM warehouse_task t JOIN warehouse_bin b ON b.id = t.to_bin_id
  WHERE t.kind = 'putaway' AND t.state = 'open' AND t.from_bin_id = ? AND t.item_id = ? AND t.lot_id = ? ORDER BY t.id`

export interface OpenPutawayOf {
  readonly id: number
  readonly quantityMicro: number
  readonly doneMicro: number
  readonly toBinId: number
  readonly toBinCode: string
  readonly reasonCode: string
  readonly reasonParams: string
}

export const unitStore = {
  byCode: (reader: Reader, code: string) => reader.first<Unit>(BY_CODE, [code]),
  byId: (reader: Reader, id: number): Unit | undefined => reader.first<Unit>(BY_ID, [id]),
  inside: (reader: Reader, id: number) => reader.all<Unit>(IN_UNIT, [id]),
  insert: (tx: Tx, row: { code: string; kind: UnitKind; warehouseId: number; binId: number; by: number }): number =>
    tx.run(INSERT, [row.code, row.kind, row.warehouseId, row.binId, row.by, tx.now.toISOString()]).id,
  labelAgain: (tx: Tx, id: number, row: { kind: UnitKind; warehouseId: number; binId: number; by: number }) =>
    tx.run(LABEL_AGAIN, [id, row.kind, row.warehouseId, row.binId, row.by, tx.now.toISOString()]),
  setCode: (tx: Tx, id: number, code: string) => tx.run(SET_CODE, [id, code]),
  setParent: (tx: Tx, id: number, parentId: number | null) => tx.run(SET_PARENT, [id, parentId]),
  moveFamily: (tx: Tx, id: number, binId: number) => tx.run(MOVE_FAMILY, [id, binId]),
  familyGoods: (reader: Reader, id: number) => reader.all<UnitGoods>(FAMILY_GOODS, [id]),
  ownGoods: (reader: Reader, id: number) => reader.all<UnitGoods>(OWN_GOODS, [id]),
  content: (reader: Reader, id: number) => reader.all<ContentRow>(CONTENT, [id]),
  holders: (reader: Reader, binId: number, goods: Omit<UnitGoods, 'quantityMicro'>) =>
    reader.all<{ unitId: number; quantityMicro: number }>(HOLDERS, [binId, goods.itemId, goods.lotId, goods.status]),
  balance: (reader: Reader, binId: number, goods: Omit<UnitGoods, 'quantityMicro'>): number =>
    reader.first<{ quantityMicro: number }>(BALANCE, [binId, goods.itemId, goods.lotId, goods.status])?.quantityMicro ??
    0,
  putIn: (tx: Tx, unitId: number, goods: UnitGoods) =>
    tx.run(PUT_IN, [unitId, goods.itemId, goods.lotId, goods.status, goods.quantityMicro]),
  /** False where it does not hold so much. */
  takeOut(tx: Tx, unitId: number, goods: UnitGoods): boolean {
    const bound = [unitId, goods.itemId, goods.lotId, goods.status, goods.quantityMicro]
    return tx.run(DROP_LINE, bound).changes > 0 || tx.run(TAKE_OUT, bound).changes > 0
  },
  break(tx: Tx, unit: Unit): void {
    tx.run(RAISE_CHILDREN, [unit.id, unit.parentId])
    tx.run(CLEAR, [unit.id])
    tx.run(BREAK, [unit.id])
  },
  /** The label goes on again. */
  mend: (tx: Tx, id: number, parentId: number | null) => tx.run(MEND, [id, parentId]),
  proposedBin: (reader: Reader, id: number, binId: number) =>
    reader.first<{ id: number; code: string }>(PROPOSED, [id, binId]),
  putawaysFrom: (reader: Reader, binId: number, itemId: number, lotId: number) =>
    reader.all<OpenPutawayOf>(PUTAWAYS, [binId, itemId, lotId]),
  list(reader: Reader, input: { warehouseId: number; filter: string; limit: number; offset: number; newest: boolean }) {
    const bound = [input.warehouseId, input.filter, `%${input.filter}%`]
    const total = reader.first<{ total: number }>(`SELECT count(*) AS total ${LIST}`, bound)?.total ?? 0
    const rows = reader.all<ListedUnit>(
      `SELECT u.id, u.code, u.kind, b.code AS binCode, p.code AS parentCode, u.made_at AS madeAt,
        (SELECT count(*) FROM warehouse_unit_line l WHERE l.unit_id = u.id) AS items,
        (SELECT count(*) FROM warehouse_unit c WHERE c.parent_id = u.id) AS inside
      ${LIST} ORDER BY u.id ${input.newest ? 'DESC' : 'ASC'} LIMIT ?4 OFFSET ?5`,
      [...bound, input.limit, input.offset],
    )
    return { rows, total }
  },
}
