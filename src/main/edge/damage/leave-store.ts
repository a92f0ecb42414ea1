import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
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
          const cells = row.map((value, at) => {
            const column = columns[at] ?? ''
            if (SECRET_COLUMN.test(column)) return ''
            return csvCell(Buffer.isBuffer(value) ? writeContent(folder, `${table}-${column}-${rows}`, value) : value)
          })
          yield `${cells.join(',')}\r\n`
        }
      }
      await pipeline(Readable.from(lines()), createWriteStream(join(folder, `${table}.csv`), { flags: 'wx' }))
    }
    return { tables: tables.length, rows }
  } finally {
    file.close()
  }
}

/** First bytes of the pictures that the program takes, and the endings that open them. */
const ENDINGS = [
  ['89504e47', 'png'],
  ['ffd8ff', 'jpg'],
  ['52494646', 'webp'],
] as const

/** A picture or photo as a file of its own; answers its name, which stands in the table instead. */
function writeContent(folder: string, name: string, content: Buffer): string {
  const begins = content.subarray(0, 4).toString('hex')
  const ending = ENDINGS.find(([first]) => begins.startsWith(first))?.[1] ?? 'bin'
  mkdirSync(join(folder, 'content'), { recursive: true })
  writeFileSync(join(folder, 'content', `${name}.${ending}`), content, { flag: 'wx' })
  return `content/${name}.${ending}`
}

/**
 * One value (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe before it, so that a
 * partner's name never runs (OWASP: CSV injection); numbers are numbers.
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'bigint' || typeof value === 'number') return String(value)
  const text = String(value)
  return csvText(text)
}
