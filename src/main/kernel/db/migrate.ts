import { existsSync, renameSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { refuse } from '../../../shared/errors'
import { assert } from '../assert'
import { openDatabase } from './native'

/** One step of the schema. Steps are never edited after a release: a mistake is mended by the next step. */
export interface Migration {
  /** Ascending; becomes the file's `user_version`. */
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

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

export function fileVersion(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/** Applies what is missing, in one transaction. */
export function applyMigrations(database: Database.Database, migrations: readonly Migration[]): void {
  const from = fileVersion(database)
  database
    .transaction(() => {
      let last = 0
      for (const migration of migrations) {
        assert(migration.version > last, `migration ${migration.name} is out of order`)
        last = migration.version
        if (migration.version <= from) continue
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
 * place; the old file stays beside it as `<file>.before-<version>`. Where anything fails the old file is untouched.
 */
export function migrateFile(path: string, migrations: readonly Migration[]): void {
  const copy = `${path}.migrating`
  const source = openDatabase(path)
  const from = fileVersion(source)
  try {
    if (from === latestVersion(migrations)) return
    if (from > latestVersion(migrations)) refuse('company.fileFromNewerVersion', { file: path })
    rmSync(copy, { force: true })
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
    } finally {
      target.close()
    }
    const kept = `${path}.before-${from}`
    renameSync(path, kept)
    try {
      renameSync(copy, path)
    } catch (error) {
      renameSync(kept, path)
      throw error
    }
  } finally {
    if (existsSync(copy)) rmSync(copy)
  }
}
