import type Database from 'better-sqlite3'
import { openDatabase } from '../../kernel/db'

export interface LostRows {
  readonly table: string
  readonly kept: number
  /** ranges of row ids that can't be read, with both ends */
  readonly lost: readonly { readonly from: number; readonly to: number }[]
  /** The table can't be read at all. */
  readonly isGone: boolean
}

/**
 * Copies every row that can be read from a damaged file into a fresh one of the same schema. What can't be read is
 * narrowed down to the rows concerned.
 */
export function salvageRows(from: string, to: string): LostRows[] {
  const source = openDatabase(from, { readonly: true })
  const target = openDatabase(to)
  try {
    target.pragma('foreign_keys = OFF')
    // What a new company is born with comes from the damaged one instead.
    target.pragma('recursive_triggers = OFF')
    const tables = target
      .prepare(
        `SELECT name, wr AS withoutRowid FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
      )
      .all() as { name: string; withoutRowid: number }[]
    return target
      .transaction(() => tables.map(({ name, withoutRowid }) => salvageTable(source, target, name, withoutRowid === 1)))
      .immediate()
  } finally {
    target.close()
    source.close()
  }
}

function salvageTable(
  source: Database.Database,
  target: Database.Database,
  table: string,
  isWithoutRowid: boolean,
): LostRows {
  const gone: LostRows = { table, kept: 0, lost: [], isGone: true }
  const columns = (target.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]).map(
    (column) => `"${column}"`,
  )
  const list = columns.join(', ')
  const insert = target.prepare(
    `INSERT OR REPLACE INTO "${table}" (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const copy = (where: string, ...bounds: number[]): number => {
    const rows = source.prepare(`SELECT ${list} FROM "${table}" NOT INDEXED ${where}`).raw().safeIntegers()
    let kept = 0
    for (const row of rows.iterate(...bounds) as IterableIterator<unknown[]>) {
      insert.run(...row)
      kept += 1
    }
    return kept
  }
  try {
    return { table, kept: copy(''), lost: [], isGone: false }
  } catch {
    if (isWithoutRowid) return gone
  }
  const lost: { from: number; to: number }[] = []
  let kept = 0
  const narrow = (from: number, to: number): void => {
    try {
      kept += copy('WHERE rowid BETWEEN ? AND ?', from, to)
    } catch {
      if (from === to) {
        const last = lost.at(-1)
        if (last?.to === from - 1) lost[lost.length - 1] = { from: last.from, to }
        else lost.push({ from, to })
        return
      }
      const middle = Math.floor((from + to) / 2)
      narrow(from, middle)
      narrow(middle + 1, to)
    }
  }
  try {
    const end = (order: string): unknown =>
      source.prepare(`SELECT rowid FROM "${table}" ORDER BY rowid ${order} LIMIT 1`).pluck().get()
    const [first, last] = [end('ASC'), end('DESC')]
    if (first === undefined || last === undefined) return gone
    narrow(Number(first), Number(last))
    return { table, kept, lost, isGone: false }
  } catch {
    return kept === 0 && lost.length === 0 ? gone : { table, kept, lost, isGone: false }
  }
}
