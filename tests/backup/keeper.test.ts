import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { Keeper, openOrMake } from '../../src/main/edge/backup'
import { dueAt, isProofDue, NO_MEMORY } from '../../src/main/edge/backup/keeper/schedule'
import type { TargetState } from '../../src/shared/backups'
import { openTestCompany } from '../support/company'

const folder = mkdtempSync(join(tmpdir(), 'kontor-keeper-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MINUTE = 60_000
const at = (text: string): number => Date.parse(text)

it('runs by its rhythm, sooner and sooner later after failures, and rests after a long run', () => {
  const tried = '2026-03-02T08:00:00.000Z'
  expect(dueAt(NO_MEMORY, 15)).toBe(0)
  expect(dueAt({ ...NO_MEMORY, lastTriedAt: tried }, 15)).toBe(at(tried) + 15 * MINUTE)
  expect(dueAt({ ...NO_MEMORY, lastTriedAt: tried, lastSeconds: 120 }, 15)).toBe(at(tried) + 40 * MINUTE)
  const afterFailures = [1, 2, 3, 4, 8, 20].map(
    (failures) => (dueAt({ ...NO_MEMORY, lastTriedAt: tried, failures }, 240) - at(tried)) / MINUTE,
  )
  expect(afterFailures).toEqual([1, 2, 4, 8, 60, 60])
})

it('proves a restore every week, and only where there is one to prove', () => {
  const now = at('2026-03-20T08:00:00Z')
  expect(isProofDue(NO_MEMORY, now)).toBe(false)
  const stored = { ...NO_MEMORY, lastGoodAt: '2026-03-20T07:00:00Z' }
  expect(isProofDue(stored, now)).toBe(true)
  expect(isProofDue({ ...stored, lastProvenAt: '2026-03-14T08:00:00Z' }, now)).toBe(false)
  expect(isProofDue({ ...stored, lastProvenAt: '2026-03-13T08:00:00Z' }, now)).toBe(true)
  expect(isProofDue({ ...stored, failures: 1 }, now)).toBe(false)
})

it('stores what is due, tells how things stand, survives a drive that is pulled out, remembers over a restart', async () => {
  const company = openTestCompany()
  const drive = join(folder, 'drive')
  const url = pathToFileURL(drive).href
  const passphrase = 'five slow barges'
  const recoveryKey = (await openOrMake({ url, user: '', secret: '' }, passphrase)) ?? ''
  let now = at('2026-03-02T08:00:00Z')
  let states: readonly TargetState[] = []
  const target = {
    id: 't',
    url,
    everyMinutes: 15,
    limitKilobytes: 0,
    recoveryConfirmed: false,
    user: '',
    secret: '',
    passphrase,
  }
  const start = (): Keeper => {
    const keeper = new Keeper({
      companyPath: company.path,
      host: 'desk',
      program: 'test',
      memoryPath: join(folder, 'memory.json'),
      now: () => now,
      onState: (told) => (states = told),
    })
    keeper.setTargets([target])
    return keeper
  }
  const keeper = start()
  await keeper.tick()
  expect(states[0]).toMatchObject({ problem: null, running: null, lastGoodAt: expect.any(String) })
  expect(states[0]?.lastProvenAt).toBe('2026-03-02T08:00:00.000Z')
  expect(JSON.stringify(states)).not.toContain(passphrase)
  expect(await keeper.prove('t', recoveryKey)).toMatchObject({ checks: expect.any(Number) })
  await expect(
    keeper.prove(
      't',
      recoveryKey.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
    ),
  ).rejects.toMatchObject({
    code: 'backup.recoveryKeyMistyped',
  })
  expect(states[0]?.problem).toBeNull()
  await keeper.backUp('t')

  rmSync(drive, { recursive: true })
  company.owner.company.rename({ name: 'Another name' })
  now += 16 * MINUTE
  await keeper.tick()
  expect(states[0]?.problem?.code).toBe('backup.noVault')
  const again = start()
  expect(states[0]?.problem?.code).toBe('backup.noVault')
  await openOrMake({ url, user: '', secret: '' }, passphrase)
  now += MINUTE
  await again.tick()
  expect(states[0]?.problem).toBeNull()
  expect((await again.snapshotsOf('t')).map((entry) => entry.company)).toEqual(['Another name'])
  const beside = await again.restoreBeside('t', (await again.snapshotsOf('t'))[0]?.name ?? '')
  expect(beside.verified).toBe(true)
  company.close()
}, 60_000)
