import type { PieceTerms } from '../../../shared/values/catch-weight'
import type { Reader, Tx } from '../../kernel/db'

export interface CatchWeight extends PieceTerms {
  readonly itemId: number
}

const COLUMNS = `item_id AS itemId, unit, nominal_micro AS nominalMicro, tolerance_percent AS tolerancePercent`
const OF_ITEM = `SELECT ${COLUMNS} FROM items_catch_weight WHERE item_id = ?`
const ALL = `SELECT ${COLUMNS} FROM items_catch_weight ORDER BY item_id`
const SET = `
  INSERT INTO items_catch_weight (item_id, unit, nominal_micro, tolerance_percent) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET unit = excluded.unit, nominal_micro = excluded.nominal_micro,
    tolerance_percent = excluded.tolerance_percent`
const KIT_WITH = `
  SELECT i.code || ' ' || i.name AS kit FROM items_kit_part p JOIN items_item i ON i.id = p.kit_id
  WHERE p.item_id = ? LIMIT 1`

export const catchWeightStore = {
  ofItem: (reader: Reader, itemId: number) => reader.first<CatchWeight>(OF_ITEM, [itemId]),
  all: (reader: Reader) => reader.all<CatchWeight>(ALL),
  set: (tx: Tx, row: CatchWeight) => tx.run(SET, [row.itemId, row.unit, row.nominalMicro, row.tolerancePercent]),
  remove: (tx: Tx, itemId: number) => tx.run('DELETE FROM items_catch_weight WHERE item_id = ?', [itemId]),
  kitWith: (reader: Reader, itemId: number) => reader.first<{ kit: string }>(KIT_WITH, [itemId])?.kit,
}
