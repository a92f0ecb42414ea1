import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '../../../shared/errors'
import { CompanyFile } from './company-file'
import type { Migration } from './migrate'
import { openDatabase } from './native'

const first: Migration = {
  version: 10,
  name: 'first',
  sql: 'CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;',
}
const second: Migration = {
  version: 20,
  name: 'second',
  sql: "ALTER TABLE thing ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey';",
}
const broken: Migration = {
  version: 20,
  name: 'broken',
  sql: 'ALTER TABLE thing ADD COLUMN colour TEXT; ALTER TABLE nothing ADD COLUMN x TEXT;',
}

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-file-'))
  path = join(folder, 'a.kontor')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function refusalCode(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'no refusal'
}

function write(file: CompanyFile, name: string): void {
  file.tx.within(new Date(), () => file.tx.run('INSERT INTO thing (name) VALUES (?)', [name]))
}

describe('opening', () => {
  test('ends a transaction that was cut off outside the log, and holds what was there before it', () => {
    CompanyFile.create(path, [first])
    const busy = openDatabase(path)
    busy.pragma('journal_mode = DELETE')
    busy.exec("INSERT INTO thing (name) VALUES ('kept')")
    // Pages leave the cache before the end: the file is half changed, its journal says how it was.
    busy.pragma('cache_size = 2')
    busy.pragma('cache_spill = 1')
    busy.exec('BEGIN')
    const insert = busy.prepare('INSERT INTO thing (name) VALUES (?)')
    for (let row = 0; row < 2000; row += 1) insert.run('x'.repeat(200))
    const cut = join(folder, 'cut.kontor')
    copyFileSync(path, cut)
    copyFileSync(`${path}-journal`, `${cut}-journal`)
    busy.exec('ROLLBACK')
    busy.close()
    const file = CompanyFile.open({ path: cut, migrations: [first], mode: 'write' })
    expect(file.reader.all('SELECT name FROM thing')).toEqual([{ name: 'kept' }])
    file.close()
  })

  test('sets what durability and honesty need', () => {
    CompanyFile.create(path, [first])
    const file = CompanyFile.open({ path, migrations: [first], mode: 'write' })
    const pragma = (name: string): unknown => Object.values(file.reader.first<object>(`PRAGMA ${name}`) ?? {})[0]
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('user_version')).toBe(10)
    expect(pragma('application_id')).toBe(0x4b6f6e74)
    file.close()
  })

  test('refuses what is no company file and leaves it as it is', () => {
    writeFileSync(path, 'a letter to a friend')
    expect(refusalCode(() => CompanyFile.open({ path, migrations: [first], mode: 'write' }))).toBe(
      'company.notACompanyFile',
    )
    expect(readFileSync(path, 'utf8')).toBe('a letter to a friend')
    rmSync(path)
    openDatabase(path).exec('CREATE TABLE other (x)').close()
    expect(refusalCode(() => CompanyFile.open({ path, migrations: [first], mode: 'write' }))).toBe(
      'company.notACompanyFile',
    )
  })

  test('a missing file and an existing name are refused', () => {
    expect(refusalCode(() => CompanyFile.open({ path, migrations: [first], mode: 'write' }))).toBe(
      'company.fileMissing',
    )
    CompanyFile.create(path, [first])
    expect(refusalCode(() => CompanyFile.create(path, [first]))).toBe('company.fileExists')
    expect(refusalCode(() => CompanyFile.create(`${path}.nowhere/new.kontor`, [first]))).toBe('company.folderUnusable')
  })

  test('one writer only; readers beside it; the lock dies with its holder', () => {
    CompanyFile.create(path, [first])
    const writer = CompanyFile.open({ path, migrations: [first], mode: 'write' })
    expect(refusalCode(() => CompanyFile.open({ path, migrations: [first], mode: 'write' }))).toBe('company.fileInUse')
    write(writer, 'seen')
    const reader = CompanyFile.open({ path, migrations: [first], mode: 'read' })
    expect(reader.reader.all('SELECT name FROM thing')).toEqual([{ name: 'seen' }])
    reader.close()
    writer.close()
    // Another process takes the lock and is killed while it holds it.
    const script = `const D=require('better-sqlite3');const l=new D(${JSON.stringify(`${path}-lock`)});l.exec('BEGIN EXCLUSIVE');process.kill(process.pid,'SIGKILL')`
    expect(spawnSync(process.execPath, ['-e', script]).signal).toBe('SIGKILL')
    CompanyFile.open({ path, migrations: [first], mode: 'write' }).close()
  })
})

describe('migrating', () => {
  test('keeps the old file and every row, also what stood only in the write-ahead log', () => {
    CompanyFile.create(path, [first])
    const before = CompanyFile.open({ path, migrations: [first], mode: 'write' })
    write(before, 'kept')
    before.close()
    const after = CompanyFile.open({ path, migrations: [first, second], mode: 'write' })
    expect(after.reader.all('SELECT name, colour FROM thing')).toEqual([{ name: 'kept', colour: 'grey' }])
    after.close()
    const old = openDatabase(`${path}.before-1`, { readonly: true })
    expect(old.prepare('SELECT name FROM thing').all()).toEqual([{ name: 'kept' }])
    expect(old.pragma('user_version', { simple: true })).toBe(10)
    old.close()
  })

  test('a step of a lower number than the last is applied as well', () => {
    const late: Migration = { version: 15, name: 'late', sql: 'CREATE TABLE late (id INTEGER PRIMARY KEY) STRICT' }
    CompanyFile.create(path, [first, second])
    const file = CompanyFile.open({ path, migrations: [first, late, second], mode: 'write' })
    expect(file.reader.all('SELECT id FROM late')).toEqual([])
    file.close()
    expect(refusalCode(() => CompanyFile.open({ path, migrations: [first, second], mode: 'write' }))).toBe(
      'company.fileFromNewerVersion',
    )
  })

  test('a step that fails leaves the file untouched and nothing lying about', () => {
    CompanyFile.create(path, [first])
    const bytes = readFileSync(path)
    expect(() => CompanyFile.open({ path, migrations: [first, broken], mode: 'write' })).toThrow(/nothing/)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readdirSync(folder).filter((name) => /migrating|before/.test(name))).toEqual([])
    CompanyFile.open({ path, migrations: [first], mode: 'write' }).close()
  })

  test('a file from a newer version is refused, for writing and for reading', () => {
    CompanyFile.create(path, [first, second])
    for (const mode of ['write', 'read'] as const) {
      expect(refusalCode(() => CompanyFile.open({ path, migrations: [first], mode }))).toBe(
        'company.fileFromNewerVersion',
      )
    }
    CompanyFile.create(join(folder, 'old.kontor'), [first])
    expect(
      refusalCode(() =>
        CompanyFile.open({ path: join(folder, 'old.kontor'), migrations: [first, second], mode: 'read' }),
      ),
    ).toBe('company.fileFromOlderVersion')
  })

  test('a creation that fails leaves no file under the name', () => {
    expect(() => CompanyFile.create(path, [first, broken])).toThrow()
    expect(existsSync(path)).toBe(false)
  })
})

describe('transactions', () => {
  test('a write outside a transaction is a bug; a failed one leaves nothing; facts come only from what held', () => {
    CompanyFile.create(path, [first])
    const file = CompanyFile.open({ path, migrations: [first], mode: 'write' })
    expect(() => file.tx.run("INSERT INTO thing (name) VALUES ('x')")).toThrow(/outside a transaction/)
    expect(() =>
      file.tx.within(new Date(), () => {
        file.tx.run("INSERT INTO thing (name) VALUES ('half')")
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(file.reader.all('SELECT * FROM thing')).toEqual([])
    const { facts } = file.tx.within(new Date(), () => {
      file.tx.announce({ kind: 'a.happened' })
      // An inner command that fails takes only its own writes and facts with it.
      expect(() =>
        file.tx.within(new Date(), () => {
          file.tx.run("INSERT INTO thing (name) VALUES ('inner')")
          file.tx.announce({ kind: 'b.happened' })
          throw new Error('inner')
        }),
      ).toThrow('inner')
      file.tx.run("INSERT INTO thing (name) VALUES ('outer')")
    })
    expect(facts).toEqual([{ kind: 'a.happened' }])
    expect(file.reader.all('SELECT name FROM thing')).toEqual([{ name: 'outer' }])
    file.close()
  })
})
