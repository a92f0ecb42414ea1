import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvText } from '../../../shared/tables'
import { openDatabase } from '../../kernel/db'

const SECRET_COLUMN = /(_hash|_secret)$/

/** Every table as a CSV file in UTF-8 with a mark, so that a spreadsheet reads Chinese; secrets stay out. */
export async function writeTables(companyPath: string, folder: string): Promise<{ tables: number; rows: number }> {
  const file = openDatabase(companyPath, { readonly: true })
  try {
    mkdirSync(folder, { recursive: true })
    const tables = file
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .pluck()
      .all() as string[]
    let rows = 0
    for (const table of tables) {
      const statement = file.prepare(`SELECT * FROM "${table}"`)
      const columns = statement.columns().map(({ name }) => name)
      const lines = function* (): Generator<string> {
        yield `\uFEFF${columns.map(csvCell).join(',')}\r\n`
        for (const row of statement.raw().safeIntegers().iterate() as IterableIterator<unknown[]>) {
          rows += 1
          yield `${row.map((value, at) => (SECRET_COLUMN.test(columns[at] ?? '') ? '' : csvCell(value))).join(',')}\r\n`
        }
      }
      await pipeline(Readable.from(lines()), createWriteStream(join(folder, `${table}.csv`), { flags: 'wx' }))
    }
    return { tables: tables.length, rows }
  } finally {
    file.close()
  }
}

/**
 * One value (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it, so that a
 * partner's name never runs (OWASP: CSV injection); numbers are numbers.
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'bigint' || typeof value === 'number') return String(value)
  if (Buffer.isBuffer(value)) return value.toString('hex')
  const text = String(value)
  return csvText(text)
}
