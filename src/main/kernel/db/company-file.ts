import { accessSync, closeSync, constants, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { refuse } from '../../../shared/errors'
import { systemClock, type Clock } from '../clock'
import { type Reader, Tx } from './connection'
import { ageOf, applyMigrations, migrateFile, type Migration } from './migrate'
import { openDatabase } from './native'
import { ScopedReaders, WriteScope, type ScopeRule } from './scope'

/** "Kont" in ASCII: tells a company file from any other SQLite file. */
const APPLICATION_ID = 0x4b6f6e74

export interface OpenOptions {
  readonly path: string
  readonly migrations: readonly Migration[]
  /** `write`: the one process that may change the file. `read`: reports beside it, at any time. */
  readonly mode: 'write' | 'read'
  /** Left out: the computer's. */
  readonly clock?: Clock | undefined
}

/** An open company file: one SQLite database, one writer, any number of readers. */
export class CompanyFile {
  readonly #scopedReaders: ScopedReaders
  readonly #writeScope: WriteScope

  private constructor(
    readonly path: string,
    readonly mode: 'write' | 'read',
    private readonly database: Database.Database,
    private readonly lock: Database.Database | undefined,
    readonly tx: Tx,
    clock: Clock,
  ) {
    this.#scopedReaders = new ScopedReaders(path, clock)
    this.#writeScope = new WriteScope(database)
  }

  get reader(): Reader {
    return this.tx
  }

  /** Sees the rows of some places alone. */
  readerOf(rule: ScopeRule, places: readonly number[]): Reader {
    return this.#scopedReaders.of(rule, places)
  }

  /** Runs a write of somebody who may write in some places alone; `isOutsideScope` tells the error of any other. */
  writingIn<T>(rule: ScopeRule, places: readonly number[], work: () => T): T {
    return this.#writeScope.within(rule, places, work)
  }

  static exists(path: string): boolean {
    return existsSync(path)
  }

  /** Makes a new company file; it gets its name only when its schema is complete. */
  static create(path: string, migrations: readonly Migration[]): void {
    if (existsSync(path)) refuse('company.fileExists', { file: path })
    requireFolder(dirname(path))
    const draft = `${path}.creating`
    rmSync(draft, { force: true })
    const database = openDatabase(draft)
    try {
      database.pragma('journal_mode = WAL')
      database.pragma(`application_id = ${APPLICATION_ID}`)
      applyMigrations(database, migrations)
    } finally {
      database.close()
    }
    renameSync(draft, path)
  }

  static open({ path, migrations, mode, clock = systemClock }: OpenOptions): CompanyFile {
    if (!existsSync(path)) refuse('company.fileMissing', { file: path })
    requireCompanyFile(path)
    const lock = mode === 'write' ? takeLock(path) : undefined
    try {
      if (mode === 'write') {
        endInterrupted(path)
        requireWhole(path)
        migrateFile(path, migrations)
      }
      const database = openDatabase(path, { readonly: mode === 'read' })
      const age = ageOf(database, migrations)
      if (age !== 'current') {
        database.close()
        refuse(age === 'newer' ? 'company.fileFromNewerVersion' : 'company.fileFromOlderVersion', { file: path })
      }
      configure(database, mode)
      return new CompanyFile(path, mode, database, lock, new Tx(database, clock), clock)
    } catch (error) {
      lock?.close()
      if ((error as { code?: unknown }).code === 'SQLITE_CORRUPT') refuse('company.fileDamaged', { file: path })
      throw error
    }
  }

  /** Runs long reads over one state of the file, whatever is written beside them. */
  snapshot<T>(work: (reader: Reader) => T): T {
    return this.database.transaction(() => work(this.tx)).deferred()
  }

  close(): void {
    this.#scopedReaders.close()
    this.database.close()
    this.lock?.close()
  }
}

function requireFolder(folder: string): void {
  try {
    accessSync(folder, constants.W_OK)
  } catch {
    refuse('company.folderUnusable', { folder })
  }
}

function configure(database: Database.Database, mode: 'write' | 'read'): void {
  if (mode === 'write') {
    database.pragma('journal_mode = WAL')
    // NORMAL may lose the last commits at power loss; an acknowledged scan must not be lost.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('trusted_schema = OFF')
  }
  database.pragma('cache_size = -65536')
  database.pragma('mmap_size = 268435456')
  database.pragma('temp_store = MEMORY')
}

const HEADER_BYTES = 100
const APPLICATION_ID_AT = 68

/** By the bytes themselves: a file in which a transaction was cut off can't be read by whoever may not end it. */
function requireCompanyFile(path: string): void {
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    readSync(file, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(file)
  }
  const isOurs =
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' && header.readInt32BE(APPLICATION_ID_AT) === APPLICATION_ID
  if (!isOurs) refuse('company.notACompanyFile', { file: path })
}

/** A transaction that was cut off outside the log is rolled back by SQLite at the first read of whoever may write. */
function endInterrupted(path: string): void {
  if (!existsSync(`${path}-journal`)) return
  const file = openDatabase(path)
  try {
    file.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch {
    // Whatever else is wrong with it is found below.
  } finally {
    file.close()
  }
}

/** A larger file is not read through at opening: `verify` and the weekly restore do that. */
const QUICK_CHECK_BYTES = 32 * 1024 * 1024

/** A damaged file is never written to: that could bury what can still be saved. */
function requireWhole(path: string): void {
  const probe = openDatabase(path, { readonly: true })
  let verdict: unknown
  try {
    const bytes =
      Number(probe.pragma('page_count', { simple: true })) * Number(probe.pragma('page_size', { simple: true }))
    // Always: a file that was cut off, and a schema that can't be read.
    probe.prepare('SELECT count(*) FROM sqlite_schema').get()
    const isCut = statSync(path).size < bytes && !hasLog(path)
    verdict = isCut ? 'cut' : bytes <= QUICK_CHECK_BYTES ? probe.pragma('quick_check(1)', { simple: true }) : 'ok'
  } catch (error) {
    verdict = (error as { code?: unknown }).code
    // Not readable just now is not damaged.
    if (verdict !== 'SQLITE_CORRUPT' && verdict !== 'SQLITE_NOTADB') throw error
  } finally {
    probe.close()
  }
  if (verdict !== 'ok') refuse('company.fileDamaged', { file: path })
}

/** Pages may still stand in the log alone. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/**
 * Holds an exclusive lock on a small SQLite file beside the company. The operating system drops it when the process
 * dies, however it dies, so no stale lock is ever left behind.
 */
function takeLock(path: string): Database.Database {
  const lock = openDatabase(`${path}-lock`, { timeout: 0 })
  try {
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch {
    lock.close()
    return refuse('company.fileInUse', { file: path })
  }
}
