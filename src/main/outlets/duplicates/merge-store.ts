import type { Reader, Tx } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'

export type NounName = 'item' | 'partner'

interface MergeRow {
  readonly id: number
  readonly noun: NounName
  readonly fromId: number
  readonly intoId: number
  readonly mergedOn: string
  readonly mergedBy: string
  readonly back: string
  readonly mark: string
  readonly undoneAt: string | null
}

const COLUMNS = `m.id, m.noun, m.from_id AS fromId, m.into_id AS intoId, m.merged_on AS mergedOn,
  coalesce(u.name, '') AS mergedBy, m.back, m.mark, m.undone_at AS undoneAt
  FROM duplicates_merge m LEFT JOIN v_access_user u ON u.id = m.merged_by`

const STOCK = `
  SELECT w.name AS warehouse, s.on_hand_micro AS quantityMicro, s.value_minor AS valueMinor
  FROM v_inventory_stock s JOIN v_warehouse_warehouse w ON w.id = s.warehouse_id
  WHERE s.item_id = ? AND s.on_hand_micro > 0 ORDER BY w.code`

const STANDING: Readonly<Record<NounName, string>> = {
  item: 'SELECT active, merged_into AS mergedInto FROM v_items_merged WHERE id = ?',
  partner: 'SELECT active, merged_into AS mergedInto FROM v_parties_merged WHERE id = ?',
}

export const mergeStore = {
  insert: (
    tx: Tx,
    merge: { noun: NounName; fromId: number; intoId: number; mergedOn: string; by: number; back: string; mark: string },
  ): number =>
    tx.run(
      `INSERT INTO duplicates_merge (noun, from_id, into_id, merged_on, merged_at, merged_by, back, mark)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [merge.noun, merge.fromId, merge.intoId, merge.mergedOn, tx.now.toISOString(), merge.by, merge.back, merge.mark],
    ).id,
  byId: (reader: Reader, id: number) => reader.first<MergeRow>(`SELECT ${COLUMNS} WHERE m.id = ?`, [id]),
  /** A later merge that leans on this one: of the one that stayed, or into it. */
  laterOf: (reader: Reader, merge: MergeRow) =>
    reader.first<{ id: number }>(
      `SELECT id FROM duplicates_merge WHERE noun = ?1 AND undone_at IS NULL AND id > ?2
         AND (from_id = ?3 OR into_id = ?3 OR from_id = ?4 OR into_id = ?4) LIMIT 1`,
      [merge.noun, merge.id, merge.intoId, merge.fromId],
    ),
  setUndone: (tx: Tx, id: number): void => {
    tx.run('UPDATE duplicates_merge SET undone_at = ? WHERE id = ?', [tx.now.toISOString(), id])
  },
  list(reader: Reader, input: ListInput & { noun: NounName }) {
    const rows = reader.all<MergeRow>(`SELECT ${COLUMNS} WHERE m.noun = ? ORDER BY m.id DESC LIMIT ? OFFSET ?`, [
      input.noun,
      input.limit,
      input.offset,
    ])
    const total = reader.first<{ total: number }>('SELECT count(*) AS total FROM duplicates_merge WHERE noun = ?', [
      input.noun,
    ])
    return { rows, total: total?.total ?? 0 }
  },
  standing: (reader: Reader, noun: NounName, id: number) =>
    reader.first<{ active: number; mergedInto: number | null }>(STANDING[noun], [id]),
  stockOf: (reader: Reader, itemId: number) =>
    reader.all<{ warehouse: string; quantityMicro: number; valueMinor: number }>(STOCK, [itemId]),
}
