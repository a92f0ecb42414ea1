import type { Clock } from '../clock'
import type Database from 'better-sqlite3'
import { Reader } from './connection'
import { openDatabase } from './native'

/** Which rows belong to a place, told by the names of columns: a table that a later version brings is covered too. */
export interface ScopeRule {
  /** Rows belong to the places in the columns of this name, also with something before it (`from_<column>`). */
  readonly column: string
  /** The places themselves, by `id`. */
  readonly home: string
  /** Tables whose names begin so are seen whole. */
  readonly exempt: readonly string[]
}

/** What the triggers raise; ours alone, so that it can be told from any other refused write. */
const OUTSIDE = 'kontor: outside the scope'

export const isOutsideScope = (error: unknown): boolean =>
  error instanceof Error && error.message === OUTSIDE && 'code' in error

interface ScopedTable {
  readonly table: string
  readonly columns: readonly string[]
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

function scopedTables(database: Database.Database, rule: ScopeRule): ScopedTable[] {
  const rows = database
    .prepare(
      `SELECT t.name AS "table", c.name AS "column"
       FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
       WHERE t.schema = 'main' AND t.type = 'table' AND (c.name = ?1 OR c.name LIKE '%\\_' || ?1 ESCAPE '\\')
       ORDER BY t.name, c.cid`,
    )
    .all({ 1: rule.column }) as { table: string; column: string }[]
  const tables = new Map<string, string[]>([[rule.home, ['id']]])
  for (const { table, column } of rows) {
    if (rule.exempt.some((prefix) => table.startsWith(prefix))) continue
    tables.set(table, [...(tables.get(table) ?? []), column])
  }
  return [...tables].map(([table, columns]) => ({ table, columns }))
}

/**
 * A connection that sees the rows of some places alone. Every table with a place is hidden behind a view of the same
 * name in the connection's own schema, where SQLite looks first; published views are made again there, over those. So
 * no query can forget the scope, not even one that is written later.
 */
export class ScopedReaders {
  readonly #kept = new Map<string, { readonly database: Database.Database; readonly reader: Reader }>()

  constructor(
    private readonly path: string,
    private readonly clock: Clock,
  ) {}

  of(rule: ScopeRule, places: readonly number[]): Reader {
    const key = [...places].sort((a, b) => a - b).join(',')
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept.reader
    const database = openDatabase(this.path, { readonly: true })
    database.pragma('temp_store = MEMORY')
    hideOthers(database, rule, places)
    const reader = new ScopedReader(database, this.clock)
    this.#kept.set(key, { database, reader })
    return reader
  }

  close(): void {
    for (const { database } of this.#kept.values()) database.close()
    this.#kept.clear()
  }
}

/** A view has no index to be named. */
class ScopedReader extends Reader {
  protected override prepare(sql: string): ReturnType<Reader['prepare']> {
    return super.prepare(sql.replaceAll(/\bINDEXED BY \w+/g, ''))
  }
}

function hideOthers(database: Database.Database, rule: ScopeRule, places: readonly number[]): void {
  const list = places.map((place) => String(Math.trunc(place))).join(', ')
  for (const { table, columns } of scopedTables(database, rule)) {
    const isHere = columns.map((column) => `${quoted(column)} IN (${list})`).join(' OR ')
    const isNowhere = columns.map((column) => `${quoted(column)} IS NULL`).join(' AND ')
    database.exec(
      `CREATE TEMP VIEW ${quoted(table)} AS SELECT * FROM main.${quoted(table)} WHERE ${isHere} OR (${isNowhere})`,
    )
  }
  const views = database.prepare("SELECT sql FROM main.sqlite_schema WHERE type = 'view'").pluck().all() as string[]
  for (const sql of views) database.exec(sql.replace(/^\s*CREATE\s+VIEW/i, 'CREATE TEMP VIEW'))
}

/**
 * Guards the writing connection: while somebody with a scope acts, a row of another place can't be written, changed or
 * removed. Made at the first such command; a company without scopes never pays for it.
 */
export class WriteScope {
  #isReady = false

  constructor(private readonly database: Database.Database) {}

  /** Runs `work` for somebody who may write in these places only. */
  within<T>(rule: ScopeRule, places: readonly number[], work: () => T): T {
    if (!this.#isReady) {
      guardWrites(this.database, rule)
      this.#isReady = true
    }
    this.database.exec('DELETE FROM temp.scope_place')
    const insert = this.database.prepare('INSERT INTO temp.scope_place (id) VALUES (?)')
    for (const place of places) insert.run(place)
    try {
      return work()
    } finally {
      this.database.exec('DELETE FROM temp.scope_place')
    }
  }
}

function guardWrites(database: Database.Database, rule: ScopeRule): void {
  database.exec('CREATE TEMP TABLE scope_place (id INTEGER PRIMARY KEY)')
  for (const { table, columns } of scopedTables(database, rule)) {
    const isOutside = (row: 'OLD' | 'NEW'): string =>
      `(coalesce(${[...columns.map((column) => `${row}.${quoted(column)}`), 'NULL'].join(', ')}) IS NOT NULL AND NOT (` +
      `${columns.map((column) => `coalesce(${row}.${quoted(column)} IN (SELECT id FROM temp.scope_place), 0)`).join(' OR ')}))`
    for (const [event, outside] of [
      ['INSERT', isOutside('NEW')],
      ['UPDATE', `${isOutside('OLD')} OR ${isOutside('NEW')}`],
      ['DELETE', isOutside('OLD')],
    ]) {
      database.exec(
        `CREATE TEMP TRIGGER ${quoted(`scope ${event} ${table}`)} BEFORE ${event} ON main.${quoted(table)}
         WHEN EXISTS (SELECT 1 FROM temp.scope_place) AND (${outside})
         BEGIN SELECT RAISE(ABORT, '${OUTSIDE}'); END`,
      )
    }
  }
}
