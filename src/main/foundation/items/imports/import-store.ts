import type { Reader, Tx } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'

export interface ImportedRow {
  readonly itemId: number
  readonly beforeJson: string | null
  readonly wasActive: number
  readonly afterMark: string
}

interface Listed {
  id: number
  fileName: string
  importedAt: string
  added: number
  changed: number
  undoneAt: string | null
}

const COLUMNS = `id, file_name AS fileName, imported_at AS importedAt, added, changed, undone_at AS undoneAt`

export const importStore = {
  insert: (tx: Tx, fileName: string, by: number, added: number, changed: number): number =>
    tx.run('INSERT INTO items_import (file_name, imported_at, imported_by, added, changed) VALUES (?, ?, ?, ?, ?)', [
      fileName,
      tx.now.toISOString(),
      by,
      added,
      changed,
    ]).id,
  insertRow: (tx: Tx, importId: number, row: ImportedRow): void => {
    tx.run(
      'INSERT INTO items_import_row (import_id, item_id, before_json, was_active, after_mark) VALUES (?, ?, ?, ?, ?)',
      [importId, row.itemId, row.beforeJson, row.wasActive, row.afterMark],
    )
  },
  byId: (reader: Reader, id: number) => reader.first<Listed>(`SELECT ${COLUMNS} FROM items_import WHERE id = ?`, [id]),
  rowsOf: (reader: Reader, id: number) =>
    reader.all<ImportedRow>(
      `SELECT item_id AS itemId, before_json AS beforeJson, was_active AS wasActive, after_mark AS afterMark
       FROM items_import_row WHERE import_id = ? ORDER BY item_id`,
      [id],
    ),
  setUndone: (tx: Tx, id: number): void => {
    tx.run('UPDATE items_import SET undone_at = ? WHERE id = ?', [tx.now.toISOString(), id])
  },
  list(reader: Reader, input: ListInput) {
    const params = [input.filter, `%${input.filter}%`]
    const where = `FROM items_import WHERE ?1 = '' OR file_name LIKE ?2`
    return {
      rows: reader.all<Listed>(`SELECT ${COLUMNS} ${where} ORDER BY id DESC LIMIT ?3 OFFSET ?4`, [
        ...params,
        input.limit,
        input.offset,
      ]),
      total: reader.first<{ total: number }>(`SELECT count(*) AS total ${where}`, params)?.total ?? 0,
      sums: {},
    }
  },
  /** Items in use, by code, for a table that can be changed and read again. */
  page: (reader: Reader, offset: number, limit: number) =>
    reader.all<{ id: number }>('SELECT id FROM items_item WHERE active = 1 ORDER BY code LIMIT ? OFFSET ?', [
      limit,
      offset,
    ]),
  count: (reader: Reader): number =>
    reader.first<{ total: number }>('SELECT count(*) AS total FROM items_item WHERE active = 1')?.total ?? 0,
}
