import type { Reader, Tx } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'

interface Run {
  id: number
  kind: string
  fileName: string
  runAt: string
  runBy: string
  added: number
  changed: number
  undoneAt: string | null
}

interface StoredRow {
  readonly beforeJson: string | null
  readonly afterJson: string
}

const COLUMNS = `r.id, r.kind, r.file_name AS fileName, r.run_at AS runAt, coalesce(u.name, '') AS runBy, r.added, r.changed,
  r.undone_at AS undoneAt FROM imports_run r LEFT JOIN v_access_user u ON u.id = r.run_by`

export const importStore = {
  insert: (tx: Tx, run: { kind: string; fileName: string; by: number; added: number; changed: number }): number =>
    tx.run('INSERT INTO imports_run (kind, file_name, run_at, run_by, added, changed) VALUES (?, ?, ?, ?, ?, ?)', [
      run.kind,
      run.fileName,
      tx.now.toISOString(),
      run.by,
      run.added,
      run.changed,
    ]).id,
  insertRow: (tx: Tx, runId: number, position: number, row: StoredRow): void => {
    tx.run('INSERT INTO imports_row (run_id, position, before_json, after_json) VALUES (?, ?, ?, ?)', [
      runId,
      position,
      row.beforeJson,
      row.afterJson,
    ])
  },
  byId: (reader: Reader, id: number) => reader.first<Run>(`SELECT ${COLUMNS} WHERE r.id = ?`, [id]),
  /** Last first: what a later row leant on goes before it. */
  rowsOf: (reader: Reader, id: number) =>
    reader.all<StoredRow>(
      'SELECT before_json AS beforeJson, after_json AS afterJson FROM imports_row WHERE run_id = ? ORDER BY position DESC',
      [id],
    ),
  setUndone: (tx: Tx, id: number): void => {
    tx.run('UPDATE imports_run SET undone_at = ? WHERE id = ?', [tx.now.toISOString(), id])
  },
  list(reader: Reader, input: ListInput & { kind?: string | undefined }) {
    const params = [input.filter, `%${input.filter}%`, input.kind ?? '']
    const where = `WHERE (?1 = '' OR r.file_name LIKE ?2) AND (?3 = '' OR r.kind = ?3)`
    const rows = reader.all<Run>(`SELECT ${COLUMNS} ${where} ORDER BY r.id DESC LIMIT ?4 OFFSET ?5`, [
      ...params,
      input.limit,
      input.offset,
    ])
    const total = reader.first<{ total: number }>(`SELECT count(*) AS total FROM imports_run r ${where}`, params)?.total
    return { rows, total: total ?? 0, sums: {} }
  },
}
