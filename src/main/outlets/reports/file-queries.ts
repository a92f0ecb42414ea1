import type { Check } from '../../kernel/check'
import type { Reader } from '../../kernel/db'

const pagesOf = (reader: Reader): number =>
  reader.first<{ page_count: number }>('SELECT page_count FROM pragma_page_count')?.page_count ?? 0

/** SQLite's own word on the file: pages, indexes, constraints of every row. `examined` counts pages. */
const integrity: Check = {
  name: 'file.integrity',
  run(reader) {
    const findings = reader.all<{ integrity_check: string }>('PRAGMA integrity_check(20)')
    const [first] = findings
    const ok = findings.length === 1 && first?.integrity_check === 'ok'
    const detail = ok ? 'pages, indexes and constraints hold' : (first?.integrity_check ?? 'SQLite gave no answer')
    return { ok, examined: pagesOf(reader), detail }
  },
}

const CHILD_TABLES = `
  SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) WHERE m.type = 'table' ORDER BY m.name`

/** Every reference points to a row that is there. `examined` counts rows of tables with references. */
const foreignKeys: Check = {
  name: 'file.foreignKeys',
  run(reader) {
    let examined = 0
    for (const { name } of reader.all<{ name: string }>(CHILD_TABLES)) {
      examined += reader.first<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`)?.rows ?? 0
    }
    const [first] = reader.all<{ table: string; rowid: number | null; parent: string }>(
      'SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT 1',
    )
    if (first === undefined) return { ok: true, examined, detail: `${examined} rows hold` }
    return {
      ok: false,
      examined,
      detail: `${first.table} row ${first.rowid ?? '?'} refers to no row of ${first.parent}`,
    }
  },
}

export const fileChecks: readonly Check[] = [integrity, foreignKeys]
