import Database from 'better-sqlite3'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUpCompany, openTarget, proveCompany, restoreCompany, Vault } from '../../src/main/edge/backup'
import { bundle } from '../support/bundle'
import { brokenChecks, openTestCompany } from '../support/company'
import { missingServers, startS3, startSftp, startWebdav, type RealServer } from '../support/real-servers'
import { addSupplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

const PASSPHRASE = 'seven quiet herons'
const folder = mkdtempSync(join(tmpdir(), 'kontor-backup-'))
const company = join(folder, 'demo.kontor')
let program = ''

beforeAll(async () => {
  program = await bundle('src/main/cli.ts')
  expect(kontor(['demo', company, '--days', '4', '--seed', '5']).status).toBe(0)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Answer {
  readonly status: number | null
  readonly answer: Record<string, unknown>
}

/** In this process's absence: the test's own servers must be able to answer meanwhile. */
function kontorBeside(args: readonly string[], env: Record<string, string> = {}): Promise<Answer> {
  const child = spawn(process.execPath, [program, ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, KONTOR_PASSPHRASE: PASSPHRASE, ...env },
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  return new Promise((resolve, reject) =>
    child.once('close', (status) => {
      try {
        resolve({ status, answer: JSON.parse(said) as Answer['answer'] })
      } catch {
        reject(new Error(`not one object: ${said}`))
      }
    }),
  )
}

function kontor(args: readonly string[], env: Record<string, string> = {}): Answer {
  const { stdout, status } = spawnSync(process.execPath, [program, ...args, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, KONTOR_PASSPHRASE: PASSPHRASE, ...env },
  })
  return { status, answer: JSON.parse(stdout) as Answer['answer'] }
}

/** All rows of all tables, as text. */
function rowsOf(path: string): string {
  const file = new Database(path, { readonly: true })
  try {
    const tables = file
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
      .pluck()
      .all() as string[]
    return JSON.stringify(
      tables.map((name) => [name, file.prepare(`SELECT * FROM "${name}"`).safeIntegers().all()]),
      (_, value) => (typeof value === 'bigint' ? value.toString() : (value as unknown)),
    )
  } finally {
    file.close()
  }
}

describe('kontor backup, snapshots, restore', () => {
  it('bring a company back whole, at any kept moment, with what stands beside it', () => {
    const target = pathToFileURL(join(folder, 'target one')).href
    const attachments = join(folder, 'demo.attachments')
    mkdirSync(join(attachments, 'PO-2026-000001'), { recursive: true })
    writeFileSync(join(attachments, 'PO-2026-000001', '报价单 最终.pdf'), 'the quotation')
    const first = kontor(['backup', company, '--to', target])
    expect(first.status).toBe(0)
    expect(first.answer).toMatchObject({
      company: expect.any(String),
      recoveryKey: expect.stringMatching(/^(\w{4}-){6}\w{4}$/),
    })
    const early = rowsOf(company)

    expect(kontor(['demo', company, '--days', '1']).status).toBe(0)
    const second = kontor(['backup', company, '--to', target])
    expect(second.answer['recoveryKey']).toBeUndefined()
    expect(second.answer['sentBytes']).toBeLessThan(Number(first.answer['sentBytes']))

    const listed = kontor(['snapshots', '--from', target, '--check'])
    expect(listed.status).toBe(0)
    expect(listed.answer).toMatchObject({ snapshots: [{ good: true }, { good: true }], damaged: [] })

    const newest = join(folder, 'newest.kontor')
    expect(kontor(['restore', '--from', target, '--to', newest]).answer).toMatchObject({ verified: true, files: 2 })
    expect(rowsOf(newest)).toBe(rowsOf(company))
    expect(readFileSync(join(folder, 'newest.attachments/PO-2026-000001/报价单 最终.pdf'), 'utf8')).toBe(
      'the quotation',
    )

    const earlier = join(folder, 'earlier.kontor')
    const at = String(first.answer['takenAt'])
    const restored = kontor(['restore', '--from', target, '--at', at, '--to', earlier], {
      KONTOR_PASSPHRASE: '',
      KONTOR_RECOVERY_KEY: String(first.answer['recoveryKey']),
    })
    expect(restored.answer).toMatchObject({ verified: true, at })
    expect(rowsOf(earlier)).toBe(early)
  }, 120_000)

  it('refuse with the mend, and never write over a company', () => {
    const target = pathToFileURL(join(folder, 'target one')).href
    const code = (answer: Answer): unknown => (answer.answer['error'] as { code?: unknown }).code
    const newest = join(folder, 'newest.kontor')
    const before = readFileSync(newest)
    expect(code(kontor(['restore', '--from', target, '--to', newest]))).toBe('company.fileExists')
    expect(readFileSync(newest).equals(before)).toBe(true)
    expect(code(kontor(['snapshots', '--from', target], { KONTOR_PASSPHRASE: 'wrong words' }))).toBe(
      'backup.passphraseWrong',
    )
    expect(code(kontor(['snapshots', '--from', target], { KONTOR_PASSPHRASE: '' }))).toBe('backup.passphraseNeeded')
    expect(code(kontor(['snapshots', '--from', pathToFileURL(join(folder, 'nowhere')).href]))).toBe('backup.noVault')
    expect(code(kontor(['backup', company, '--to', 'ftp://example.invalid/x']))).toBe('backup.targetUrlWrong')
    expect(code(kontor(['restore', '--from', target, '--at', '2001-01-01', '--to', join(folder, 'x.kontor')]))).toBe(
      'backup.snapshotUnknown',
    )
    expect(readdirSync(folder).filter((name) => /\.(snapshot-|restoring|proof)/.test(name))).toEqual([])
  }, 60_000)
})

describe('a company in use', () => {
  it('is stored as it was at one instant, while it is written', async () => {
    const busy = openTestCompany()
    const supplies = addSupplies(busy)
    stockUp(busy, supplies, [
      { item: supplies.bolt, pieces: 40 },
      { item: supplies.tea, pieces: 40, lotCode: 'L0', expiresOn: '2027-01-31' },
    ])
    busy.company.close()
    const engine = spawn(process.execPath, [await bundle('tests/support/busy-engine.ts'), busy.path, '1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise((resolve) => engine.once('close', resolve))
    let acknowledged = 0
    engine.stdout.on('data', (piece: Buffer) => (acknowledged += piece.toString().split('\n').length - 1))
    const target = openTarget(pathToFileURL(join(folder, 'busy')).href)
    const { vault } = await Vault.create(target, PASSPHRASE)
    const snapshots = []
    while (acknowledged < 20 && engine.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20))
    const begun = acknowledged
    for (let at = 0; at < 4; at += 1) {
      snapshots.push(await backUpCompany(vault, { companyPath: busy.path, host: 'desk', program: 'test' }))
    }
    expect(acknowledged).toBeGreaterThan(begun)
    engine.kill('SIGKILL')
    await ended
    for (const [at, snapshot] of snapshots.entries()) {
      const to = join(folder, `busy-${at}.kontor`)
      await restoreCompany(vault, snapshot, to)
      expect(proveCompany(to)).toMatchObject({ ok: true })
    }
    busy.reopen()
    expect(brokenChecks(busy.reader)).toEqual([])
    busy.close()
  }, 120_000)
})

const starters: Record<string, (folder: string) => Promise<RealServer>> = {
  S3: startS3,
  WebDAV: startWebdav,
  SFTP: startSftp,
}

describe('on a real server', () => {
  it('they are all here (set-up installs openssh-server and lighttpd-mod-webdav on Debian)', () => {
    expect(missingServers).toEqual([])
  })

  it.each(Object.keys(starters))(
    'of %s: stored, listed, tampered with, restored',
    async (kind) => {
      const place = mkdtempSync(join(folder, 'server-'))
      const server = await (starters[kind] as (typeof starters)[string])(place)
      try {
        const copy = join(place, 'copy.kontor')
        cpSync(company, copy)
        const first = await kontorBeside(['backup', copy, '--to', server.url])
        expect(first.answer).not.toHaveProperty('error')
        expect(kontor(['demo', copy, '--days', '1']).status).toBe(0)
        const second = await kontorBeside(['backup', copy, '--to', server.url])
        expect(Number(second.answer['sentBytes'])).toBeLessThan(Number(first.answer['sentBytes']))
        expect(String(second.answer['to'])).not.toContain('sesame')

        const restored = join(place, 'restored.kontor')
        expect((await kontorBeside(['restore', '--from', server.url, '--to', restored])).answer).toMatchObject({
          verified: true,
        })
        expect(rowsOf(restored)).toBe(rowsOf(copy))

        const wrong = server.url
          .replace('sesame', 'guess')
          .replace('S3RVER:S3RVER', 'NOBODY:S3RVER')
          .replace('user', 'host')
        const refused = await kontorBeside(['snapshots', '--from', wrong])
        expect(refused.answer).toMatchObject({ error: { code: 'backup.targetNotAllowed' } })

        const stored = readdirSync(server.folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && /packs/.test(entry.parentPath) && !/metadata|md5/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name))
        expect(stored.length).toBeGreaterThan(1)
        const victim = stored[0] ?? ''
        const bytes = readFileSync(victim)
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
        writeFileSync(victim, bytes)
        const checked = await kontorBeside(['snapshots', '--from', server.url, '--check'])
        expect(checked.status).toBe(1)
        expect(checked.answer['damaged']).toEqual(expect.arrayContaining([expect.stringMatching(/^packs\//)]))
      } finally {
        await server.stop()
      }
      expect((await kontorBeside(['snapshots', '--from', server.url])).answer).toMatchObject({
        error: { code: 'backup.targetUnreachable' },
      })
      expect(existsSync(place)).toBe(true)
    },
    120_000,
  )
})
