import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  backUpCompany,
  checkVault,
  chooseSnapshot,
  openTarget,
  proveCompany,
  restoreCompany,
  Vault,
} from '../../src/main/edge/backup'
import { WayBack } from '../../src/main/edge/updates/way-back'
import { openCompany } from '../../src/main/rooms'
import { bundle } from '../support/bundle'
import { brokenChecks, openTestCompany } from '../support/company'
import { dice, KILLS, workAndDie } from '../support/kills'
import { addSupplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

// KONTOR_KILLS=500 is the whole proof; the figures stand in docs/performance.md.
const EACH = Math.ceil(KILLS / 5)
/** Milliseconds: longer than one round of the work takes, so that every part of it is hit. */
const LONGEST = { migrate: 4000, backup: 3500, restore: 1500, update: 5000 }
const PATIENCE = 60_000 + KILLS * 20_000

const root = mkdtempSync(join(tmpdir(), 'kontor-kill-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let worker = ''
const oldCompany = join(root, 'old.kontor')
beforeAll(async () => {
  worker = await bundle('tests/support/crash-worker.ts')
  const older = join(import.meta.dirname, '../support/older-files/27-steps.kontor.gz')
  writeFileSync(oldCompany, gunzipSync(readFileSync(older)))
})

const told: string[] = []
afterAll(() => console.info(told.join('\n')))

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

interface Said {
  readonly begun?: string
  readonly stored?: string
  readonly done?: { readonly company?: string; readonly name?: string; readonly place?: string }
}

/** The program brings the file up to date where that is still to do, and every proof holds. */
function requireSound(path: string): void {
  const company = openCompany(path, { mode: 'write' })
  try {
    expect(brokenChecks(company.file.reader), path).toEqual([])
  } finally {
    company.close()
  }
}

async function vaultIn(folder: string): Promise<{ vault: Vault; env: Record<string, string> }> {
  mkdirSync(folder, { recursive: true })
  const target = openTarget(pathToFileURL(join(folder, 'vault')).href)
  const { vault, recoveryKey } = await Vault.create(target, 'seven quiet herons')
  return { vault, env: { CRASH_RECOVERY_KEY: recoveryKey } }
}

const reopened = ({ vault, env }: Awaited<ReturnType<typeof vaultIn>>): Promise<Vault> =>
  Vault.open(vault.target, { recoveryKey: env['CRASH_RECOVERY_KEY'] ?? '' })

describe(`${EACH} kills each, at random points,`, () => {
  it(
    'of posting: every acknowledged command is kept, none is half, the books are sound',
    async () => {
      const engine = await bundle('tests/support/busy-engine.ts')
      const company = openTestCompany()
      const supplies = addSupplies(company)
      stockUp(company, supplies, [
        { item: supplies.bolt, pieces: 40 },
        { item: supplies.tea, pieces: 40, lotCode: 'L0', expiresOn: '2027-01-31' },
      ])
      let commands = 0
      let unheard = 0
      for (let run = 1; run <= EACH; run += 1) {
        company.company.close()
        const random = dice(run)
        const acknowledged = await workAndDie<{ key: string; answer: unknown }>(
          [engine, company.path, String(run)],
          random() * 12,
          { after: 1 + Math.floor(random() * 30) },
        )
        company.reopen()
        commands += acknowledged.length
        const kept = new Map(
          company.reader
            .all<{ key: string; answer: string }>('SELECT key, answer FROM kernel_answer WHERE key LIKE ?', [
              `crash-${run}-%`,
            ])
            .map((row) => [row.key, JSON.parse(row.answer) as unknown]),
        )
        for (const { key, answer } of acknowledged) expect(kept.get(key), `run ${run}, ${key}`).toEqual(answer)
        // At most the one command whose acknowledgement died with the engine.
        expect(kept.size - acknowledged.length).toBeLessThanOrEqual(1)
        unheard += kept.size - acknowledged.length
        expect(brokenChecks(company.reader), `after run ${run}`).toEqual([])
      }
      expect(commands).toBeGreaterThan(EACH * 5)
      told.push(`posting: ${EACH} kills, ${commands} acknowledged commands, ${unheard} done and not acknowledged`)
      company.close()
    },
    PATIENCE,
  )

  it(
    'of migrating: there is a company under the name, old or new, and it holds every proof',
    async () => {
      const folder = join(root, 'migrate')
      mkdirSync(folder)
      copyFileSync(oldCompany, join(folder, 'old.kontor'))
      const before = digest(oldCompany)
      let [done, caught] = [0, 0]
      for (let run = 1; run <= EACH; run += 1) {
        const said = await workAndDie<Said>([worker, 'migrate', folder, String(run)], dice(run)() * LONGEST.migrate)
        const migrated = said.flatMap((line) => line.done?.company ?? [])
        done += migrated.length
        for (const { begun } of said) {
          if (begun === undefined) continue
          if (!migrated.includes(begun)) caught += 1
          requireSound(begun)
          expect(digest(`${begun}.before-27`), begun).toBe(before)
        }
        clean(folder, `${run}-`)
      }
      expect(caught).toBeGreaterThan(0)
      told.push(`migrating: ${EACH} kills, ${caught} of them in the work, ${done} migrations done`)
    },
    PATIENCE,
  )

  it(
    'of backing up and clearing up: the newest acknowledged snapshot is there, and every one is good',
    async () => {
      const folder = join(root, 'backup')
      const kept = await vaultIn(folder)
      const path = join(folder, 'company.kontor')
      copyFileSync(oldCompany, path)
      requireSound(path)
      let stored = 0
      for (let run = 1; run <= EACH; run += 1) {
        const said = await workAndDie<Said>([worker, 'backup', folder, String(run)], dice(run)() * LONGEST.backup, kept)
        const names = said.flatMap((line) => line.stored ?? [])
        stored += names.length
        const vault = await reopened(kept)
        const { snapshots, damaged } = await checkVault(vault, true)
        expect(damaged, `run ${run}`).toEqual([])
        expect(snapshots.every(({ good }) => good)).toBe(true)
        expect(snapshots.map(({ snapshot }) => snapshot.name)).toEqual(expect.arrayContaining(names.slice(-1)))
        requireSound(path)
        if (snapshots.length === 0) continue
        const back = join(folder, 'back.kontor')
        await restoreCompany(
          vault,
          chooseSnapshot(
            snapshots.map(({ snapshot }) => snapshot),
            {},
          ),
          back,
        )
        expect(proveCompany(back)).toMatchObject({ ok: true })
        clean(folder, 'back')
      }
      expect(stored).toBeGreaterThan(0)
      told.push(`backing up: ${EACH} kills, ${stored} acknowledged snapshots`)
    },
    PATIENCE,
  )

  it(
    'of restoring: a company under the new name is a whole one, and the next try goes through',
    async () => {
      const folder = join(root, 'restore')
      const kept = await vaultIn(folder)
      const path = join(folder, 'company.kontor')
      copyFileSync(oldCompany, path)
      mkdirSync(join(folder, 'company.attachments'))
      for (const name of ['one.pdf', 'two.pdf']) writeFileSync(join(folder, 'company.attachments', name), name)
      const snapshot = await backUpCompany(kept.vault, { companyPath: path, host: 'desk', program: 'test' })
      const wanted = snapshot.files.find((file) => file.path === 'company.kontor')?.sha256
      let [done, caught] = [0, 0]
      for (let run = 1; run <= EACH; run += 1) {
        const said = await workAndDie<Said>(
          [worker, 'restore', folder, String(run)],
          dice(run)() * LONGEST.restore,
          kept,
        )
        const whole = said.flatMap((line) => line.done?.company ?? [])
        done += whole.length
        for (const { begun } of said) {
          if (begun === undefined) continue
          if (!whole.includes(begun)) caught += 1
          if (!existsSync(begun)) await restoreCompany(kept.vault, snapshot, begun)
          expect(digest(begun), begun).toBe(wanted)
          expect(readFileSync(begun.replace(/\.kontor$/, '.attachments/two.pdf'), 'utf8')).toBe('two.pdf')
        }
        expect(proveCompany(said.findLast(({ begun }) => begun !== undefined)?.begun ?? '')).toMatchObject({ ok: true })
        clean(folder, `${run}-`)
      }
      expect(caught).toBeGreaterThan(0)
      told.push(`restoring: ${EACH} kills, ${caught} of them in the work, ${done} restores done`)
    },
    PATIENCE,
  )

  it(
    'of updating: the program is the old or the new one, the company opens, what was backed up is there',
    async () => {
      const folder = join(root, 'update')
      const kept = await vaultIn(folder)
      copyFileSync(oldCompany, join(folder, 'old.kontor'))
      for (const which of ['old', 'new']) {
        const program = `#!/bin/sh\nexit 0\n#${which.repeat(500_000)}\n`
        writeFileSync(join(folder, `${which}.AppImage`), program, { mode: 0o755 })
      }
      const programs = ['old', 'new'].map((which) => digest(join(folder, `${which}.AppImage`)))
      let [done, caught] = [0, 0]
      for (let run = 1; run <= EACH; run += 1) {
        const said = await workAndDie<Said>([worker, 'update', folder, String(run)], dice(run)() * LONGEST.update, kept)
        const updated = said.flatMap((line) => line.done?.place ?? [])
        done += updated.length
        const names = said.flatMap((line) => line.stored ?? [])
        const { snapshots, damaged } = await checkVault(await reopened(kept), false)
        expect(damaged, `run ${run}`).toEqual([])
        expect(snapshots.map(({ snapshot }) => snapshot.name)).toEqual(expect.arrayContaining(names))
        for (const { begun } of said) {
          if (begun === undefined) continue
          if (!updated.includes(begun)) caught += 1
          const program = digest(join(begun, 'Kontor.AppImage'))
          expect(programs, begun).toContain(program)
          // Whichever program stands there starts: it returns, arrives, or knows of no update.
          const version = program === programs[0] ? '1.0.0' : '1.1.0'
          const wayBack = new WayBack(join(begun, 'updates'), version, join(begun, 'Kontor.AppImage'))
          expect(wayBack.begin() && wayBack.isPossible).toBe(false)
          requireSound(join(begun, 'company.kontor'))
          wayBack.arrive()
        }
        clean(folder, `${run}-`)
      }
      expect(caught).toBeGreaterThan(0)
      told.push(`updating: ${EACH} kills, ${caught} of them in the work, ${done} updates done`)
    },
    PATIENCE,
  )
})

function clean(folder: string, prefix: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix)) rmSync(join(folder, name), { recursive: true, force: true })
}
