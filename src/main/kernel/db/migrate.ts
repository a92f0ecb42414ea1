import { rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { refuse } from '../../../shared/errors'
import { assert } from '../assert'
import { openDatabase } from './native'
import { takePlace } from './take-place'

/** One step of the schema. Steps are never edited after a release: a mistake is mended by the next step. */
export interface Migration {
  /** Ascending; the last becomes the file's `user_version`, for those who look at it from outside. */
  readonly version: number
  readonly name: string
  /** A function where the step continues what earlier steps made, such as a view of all rooms. */
  readonly sql: string | ((schema: SchemaReader) => string)
}

/** What a step may ask of the schema it stands on. */
export interface SchemaReader {
  /** The statement that made a table or view. */
  statementOf(name: string): string
}

function schemaReader(database: Database.Database): SchemaReader {
  const find = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck()
  return {
    statementOf(name) {
      const statement = find.get(name)
      assert(typeof statement === 'string', `the schema has no ${name}`)
      return statement
    },
  }
}

// Before files kept a record of their steps they kept the number of the last; these are the steps there were then.
const STEPS_WITHOUT_RECORD = [
  10, 20, 30, 40, 50, 60, 70, 100, 110, 150, 160, 170, 180, 200, 201, 202, 210, 220, 250, 251, 252, 300, 301, 302, 400,
  410, 500,
]

/** The steps that made this file, by number. Rooms number theirs apart, so a new step may have a low number. */
function stepsOf(database: Database.Database): ReadonlySet<number> {
  const hasRecord = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kernel_migration'").get() !== undefined
  if (hasRecord) return new Set(database.prepare('SELECT version FROM kernel_migration').pluck().all() as number[])
  const last = database.pragma('user_version', { simple: true }) as number
  return new Set(STEPS_WITHOUT_RECORD.filter((version) => version <= last))
}

/** How a file stands to a program: it may lack steps, have steps that the program does not know, or agree. */
export function ageOf(database: Database.Database, migrations: readonly Migration[]): 'older' | 'newer' | 'current' {
  const steps = stepsOf(database)
  const known = new Set(migrations.map(({ version }) => version))
  if (![...steps].every((version) => known.has(version))) return 'newer'
  return steps.size < known.size ? 'older' : 'current'
}

/** Applies what is missing, in one transaction. */
export function applyMigrations(database: Database.Database, migrations: readonly Migration[]): void {
  database
    .transaction(() => {
      const steps = stepsOf(database)
      database.exec('CREATE TABLE IF NOT EXISTS kernel_migration (version INTEGER PRIMARY KEY) STRICT')
      const record = database.prepare('INSERT OR IGNORE INTO kernel_migration (version) VALUES (?)')
      let last = 0
      for (const migration of migrations) {
        assert(migration.version > last, `migration ${migration.name} is out of order`)
        last = migration.version
        record.run(last)
        if (steps.has(last)) continue
        const { sql } = migration
        database.exec(typeof sql === 'string' ? sql : sql(schemaReader(database)))
      }
      const violations = database.pragma('foreign_key_check') as unknown[]
      assert(violations.length === 0, 'a migration left dangling foreign keys')
      database.pragma(`user_version = ${last}`)
    })
    .immediate()
}

/**
 * Brings an older file up to date without ever writing to it: a copy is migrated and checked, then takes the file's
 * place; the old file stays beside it as `<file>.before-<number of steps>`. Where anything fails the old file is untouched.
 */
export function migrateFile(path: string, migrations: readonly Migration[]): void {
  const copy = `${path}.migrating`
  const source = openDatabase(path)
  const from = stepsOf(source).size
  try {
    const age = ageOf(source, migrations)
    if (age === 'current') return
    if (age === 'newer') refuse('company.fileFromNewerVersion', { file: path })
    removeCopy(copy)
    // Into one complete file: a plain copy could miss what still stands in the write-ahead log.
    source.prepare('VACUUM INTO ?').run(copy)
    source.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    source.close()
  }
  try {
    const target = openDatabase(copy)
    try {
      target.pragma('foreign_keys = OFF')
      applyMigrations(target, migrations)
      const health = target.pragma('quick_check', { simple: true })
      assert(health === 'ok', `the migrated copy is damaged: ${String(health)}`)
      // Here, where nobody needs it yet: a switch that is cut off in the company's own place must be undone there.
      target.pragma('journal_mode = WAL')
    } finally {
      target.close()
    }
    takePlace(copy, path, `${path}.before-${from}`)
  } finally {
    removeCopy(copy)
  }
}

/** With what an interrupted try left beside it: the next copy would take an old journal for its own. */
function removeCopy(copy: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true })
}
