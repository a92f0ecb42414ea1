import type { Reader } from '../../kernel/db'

/** Every page is read: a damaged one is found before somebody needs it. */
export function fileProblems(reader: Reader): string[] {
  try {
    const lines = reader.all<{ integrity_check: string }>('PRAGMA integrity_check(20)')
    return lines.map((row) => row.integrity_check).filter((line) => line !== 'ok')
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CORRUPT')) throw error
    return [String((error as Error).message)]
  }
}

export interface FileFacts {
  readonly steps: readonly number[]
  readonly journalMode: string
  readonly pageBytes: number
  readonly pages: number
  readonly freePages: number
}

export function fileFacts(reader: Reader): FileFacts {
  const one = <T>(sql: string): T => Object.values(reader.first<Record<string, T>>(sql) ?? {})[0] as T
  return {
    steps: reader
      .all<{ version: number }>('SELECT version FROM kernel_migration ORDER BY version')
      .map((s) => s.version),
    journalMode: one('PRAGMA journal_mode'),
    pageBytes: one('PRAGMA page_size'),
    pages: one('PRAGMA page_count'),
    freePages: one('PRAGMA freelist_count'),
  }
}

/** Rows of each table. */
export function rowCounts(reader: Reader): Record<string, number> {
  const tables = reader.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
     AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  )
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      reader.first<{ count: number }>(`SELECT count(*) AS count FROM "${name}"`)?.count ?? 0,
    ]),
  )
}

/** Names that nobody outside may read: of the company, its people, partners and goods. The longest first. */
export const namesToHide = (reader: Reader): string[] =>
  reader
    .all<{ name: string }>(`SELECT name FROM v_health_name WHERE length(name) > 1 ORDER BY length(name) DESC`)
    .map((row) => row.name)

export interface RefusalLine {
  readonly recordedAt: string
  readonly procedure: string
  readonly outcome: string
  readonly refusalCode: string | null
}

/** What was refused or failed of late. */
export const lastRefusals = (reader: Reader): RefusalLine[] =>
  reader.all<RefusalLine>(
    `SELECT recorded_at AS recordedAt, procedure, outcome, refusal_code AS refusalCode
     FROM v_health_refusal ORDER BY id DESC LIMIT 50`,
  )
