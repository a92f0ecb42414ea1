import type { Reader, Tx } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'

export interface AheadRow {
  readonly id: number
  readonly number: string
  readonly state: 'open' | 'settled' | 'reversed'
  readonly warehouseId: number
  readonly itemId: number
  readonly broughtOn: string
  readonly quantityMicro: number
  readonly valueMinor: number
  readonly openMicro: number
  readonly openMinor: number
}

export interface SettlementRow {
  readonly id: number
  readonly aheadId: number
  readonly receiptKind: string
  readonly receiptId: number
  readonly settledOn: string
  readonly quantityMicro: number
  readonly provisionalMinor: number
  readonly actualMinor: number
}

const COLUMNS = `id, number, state, warehouse_id AS warehouseId, item_id AS itemId, brought_on AS broughtOn,
  quantity_micro AS quantityMicro, value_minor AS valueMinor, open_micro AS openMicro, open_minor AS openMinor`
const LISTED = `a.id, a.number, a.state, a.warehouse_id AS warehouseId, a.item_id AS itemId, a.brought_on AS broughtOn,
  a.quantity_micro AS quantityMicro, a.value_minor AS valueMinor, a.open_micro AS openMicro, a.open_minor AS openMinor`
const SETTLEMENT = `id, ahead_id AS aheadId, receipt_kind AS receiptKind, receipt_id AS receiptId,
  settled_on AS settledOn, quantity_micro AS quantityMicro, provisional_minor AS provisionalMinor,
  actual_minor AS actualMinor`
const LIST = `
  FROM stock_ahead a
  JOIN v_items_item i ON i.id = a.item_id
  JOIN v_warehouse_warehouse w ON w.id = a.warehouse_id
  WHERE (?1 = '' OR a.number LIKE ?2 OR i.code LIKE ?2 OR i.name LIKE ?2) AND (?3 = 0 OR a.open_micro > 0)`

export interface ListedAhead extends AheadRow {
  readonly itemCode: string
  readonly itemName: string
  readonly baseUnit: string
  readonly warehouse: string
}

export const aheadStore = {
  mayAhead: (reader: Reader, warehouseId: number): boolean =>
    reader.first('SELECT 1 FROM stock_ahead_rule WHERE warehouse_id = ?', [warehouseId]) !== undefined,
  setRule(tx: Tx, warehouseId: number, isAllowed: boolean): void {
    tx.run('DELETE FROM stock_ahead_rule WHERE warehouse_id = ?', [warehouseId])
    if (isAllowed) tx.run('INSERT INTO stock_ahead_rule (warehouse_id) VALUES (?)', [warehouseId])
  },
  rules: (reader: Reader) =>
    reader.all<{ id: number; name: string; isAllowed: number }>(
      `SELECT w.id, w.name, r.warehouse_id IS NOT NULL AS isAllowed
       FROM v_warehouse_warehouse w LEFT JOIN stock_ahead_rule r ON r.warehouse_id = w.id ORDER BY w.id`,
    ),
  insert: (
    tx: Tx,
    row: Pick<AheadRow, 'number' | 'warehouseId' | 'itemId' | 'broughtOn' | 'quantityMicro' | 'valueMinor'>,
    by: number,
  ): number =>
    tx.run(
      `INSERT INTO stock_ahead (number, state, warehouse_id, item_id, brought_on, quantity_micro, value_minor, open_micro,
         open_minor, created_by, created_at) VALUES (?1, 'open', ?2, ?3, ?4, ?5, ?6, ?5, ?6, ?7, ?8)`,
      [
        row.number,
        row.warehouseId,
        row.itemId,
        row.broughtOn,
        row.quantityMicro,
        row.valueMinor,
        by,
        tx.now.toISOString(),
      ],
    ).id,
  byId: (reader: Reader, id: number) => reader.first<AheadRow>(`SELECT ${COLUMNS} FROM stock_ahead WHERE id = ?`, [id]),
  /** What is not settled of some items, oldest first. */
  open: (reader: Reader, warehouseId: number, itemIds: readonly number[]) =>
    reader.all<AheadRow>(
      `SELECT ${COLUMNS} FROM stock_ahead
       WHERE item_id IN (SELECT value FROM json_each(?)) AND warehouse_id = ? AND open_micro > 0 ORDER BY id`,
      [JSON.stringify(itemIds), warehouseId],
    ),
  setOpen: (tx: Tx, id: number, openMicro: number, openMinor: number, state: AheadRow['state']): void => {
    tx.run('UPDATE stock_ahead SET open_micro = ?, open_minor = ?, state = ? WHERE id = ?', [
      openMicro,
      openMinor,
      state,
      id,
    ])
  },
  settle: (tx: Tx, row: Omit<SettlementRow, 'id'>, reversesId: number | null): number =>
    tx.run(
      `INSERT INTO stock_ahead_settlement (ahead_id, receipt_kind, receipt_id, settled_on, quantity_micro,
         provisional_minor, actual_minor, reverses_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.aheadId,
        row.receiptKind,
        row.receiptId,
        row.settledOn,
        row.quantityMicro,
        row.provisionalMinor,
        row.actualMinor,
        reversesId,
      ],
    ).id,
  nextSettlement: (reader: Reader): number =>
    (reader.first<{ last: number | null }>('SELECT max(id) AS last FROM stock_ahead_settlement')?.last ?? 0) + 1,
  settlementsOf: (reader: Reader, kind: string, id: number) =>
    reader.all<SettlementRow>(
      `SELECT ${SETTLEMENT} FROM stock_ahead_settlement s WHERE receipt_kind = ? AND receipt_id = ? AND quantity_micro > 0
         AND NOT EXISTS (SELECT 1 FROM stock_ahead_settlement r WHERE r.reverses_id = s.id) ORDER BY id DESC`,
      [kind, id],
    ),
  list(reader: Reader, input: ListInput & { readonly onlyOpen: boolean }) {
    const params = [input.filter, `%${input.filter}%`, input.onlyOpen ? 1 : 0]
    return {
      rows: reader.all<ListedAhead>(
        `SELECT ${LISTED}, i.code AS itemCode, i.name AS itemName, i.base_unit AS baseUnit, w.name AS warehouse
         ${LIST} ORDER BY a.id DESC LIMIT ?4 OFFSET ?5`,
        [...params, input.limit, input.offset],
      ),
      totals: reader.first<{ total: number; openMinor: number | null }>(
        `SELECT count(*) AS total, sum(a.open_minor) AS openMinor ${LIST}`,
        params,
      ),
    }
  },
}
