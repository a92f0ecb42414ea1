import * as fc from 'fast-check'
import { deepEqual, ok } from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkVault, clearUp, Vault } from '../../src/main/edge/backup'
import { readFileOf } from '../../src/main/edge/backup/vault/read-snapshot'
import type { Snapshot } from '../../src/main/edge/backup/vault/snapshot-record'
import { writeSnapshot } from '../../src/main/edge/backup/vault/write-snapshot'
import { Refusal } from '../../src/shared/errors'
import { FaultyTarget, type Fault } from '../support/faulty-target'

const PASSPHRASE = 'seven quiet herons'
const PAGE = 512
const folder = mkdtempSync(join(tmpdir(), 'kontor-vault-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// A key takes half a second by intent, so one header serves all.
const template = new FaultyTarget()
let recoveryKey = ''
beforeAll(async () => {
  recoveryKey = (await Vault.create(template, PASSPHRASE)).recoveryKey
})

function freshTarget(): FaultyTarget {
  const target = new FaultyTarget()
  for (const [name, object] of template.objects) target.objects.set(name, object)
  return target
}

const openVault = (target: FaultyTarget): Promise<Vault> => Vault.open(target, { recoveryKey })

let fileNumber = 0
const placeOf = (): string => join(folder, `file-${(fileNumber += 1)}`)

const START = Date.parse('2026-03-02T08:00:00Z')
interface Take {
  readonly at?: number
  readonly host?: string
  readonly path?: string
}

async function take(
  vault: Vault,
  content: Buffer,
  { at = 0, host = 'desk', path = 'a' }: Take = {},
): Promise<Snapshot> {
  const file = placeOf()
  writeFileSync(file, content)
  const takenAt = new Date(START + at * 60_000).toISOString()
  const facts = { companyId: 'c', company: 'Test', host, takenAt, program: 'test' }
  try {
    return await writeSnapshot(vault, [{ path, file, chunkBytes: PAGE }], facts)
  } finally {
    rmSync(file, { force: true })
  }
}

async function readBack(vault: Vault, snapshot: Snapshot): Promise<Buffer> {
  const [file] = snapshot.files
  if (file === undefined) throw new Error('no file')
  const to = placeOf()
  try {
    await readFileOf(vault, file, to)
    return readFileSync(to)
  } finally {
    rmSync(to, { force: true })
  }
}

/** Pages of noise by seed: no two seeds share a page. */
function pages(...seeds: number[]): Buffer {
  const content = Buffer.alloc(seeds.length * PAGE)
  seeds.forEach((seed, page) => {
    let state = (seed * 2_654_435_761 + 12_345) >>> 0
    for (let at = 0; at < PAGE; at += 4) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      content.writeUInt32LE(state, page * PAGE + at)
    }
  })
  return content
}

/** One step of a history: pages rewritten, added, or cut off. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    pages: fc.array(fc.tuple(fc.nat(60), fc.nat(500)), { minLength: 1, maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('grow' as const), pages: fc.array(fc.nat(500), { minLength: 1, maxLength: 25 }) }),
  fc.record({ kind: fc.constant('shrink' as const), to: fc.nat(40) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function applyStep(seeds: readonly number[], change: Step): number[] {
  const next = [...seeds]
  if (change.kind === 'grow') return [...next, ...change.pages]
  if (change.kind === 'shrink') return next.slice(0, change.to)
  for (const [page, seed] of change.pages) if (page < next.length) next[page] = seed
  return next
}

const faults: readonly Fault[] = ['refuse', 'cut', 'answer lost', 'corrupt', 'drop', 'truncate']
const KEEP_FEW = { hourly: 2, daily: 1, weekly: 1, monthly: 1 }

describe('a vault', () => {
  it('gives back every snapshot of any history, bit for bit, whatever the target does meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...faults)), { maxLength: 10 }),
        async (history, trouble) => {
          const target = freshTarget()
          const at = new Map(trouble.map(([put, fault]) => [put + 1, fault]))
          target.nextFault = (put) => at.get(put)
          const truth = new Map<string, Buffer>()
          let seeds: number[] = [1, 2, 3]
          let vault = await openVault(target)
          for (const [index, change] of history.entries()) {
            seeds = applyStep(seeds, change)
            const content = pages(...seeds)
            for (let attempt = 0; ; attempt += 1) {
              try {
                const snapshot = await take(vault, content, { at: index })
                truth.set(snapshot.name, content)
                if (index % 3 === 2) await clearUp(vault, KEEP_FEW, new Date(START + 86_400_000 * index), 'desk')
                break
              } catch (error) {
                // What fails says so, and the next run goes on where it ended.
                if (!(error instanceof Refusal) || attempt > 30) throw error
                // A claim that was cut off names nobody: it stands in the way for half an hour, which has passed now.
                if (error.code === 'backup.busy') target.dropClaims()
                vault = await openVault(target)
              }
            }
          }
          target.nextFault = () => undefined
          const later = await openVault(target)
          const checked = await checkVault(later, true)
          expect(checked.snapshots.length).toBeGreaterThan(0)
          for (const { snapshot, good } of checked.snapshots) {
            const expected = truth.get(snapshot.name)
            // One whose acknowledgement was lost is complete as well.
            ok(expected === undefined || good)
            const found = good ? await readBack(later, snapshot) : undefined
            ok(expected === undefined || found?.equals(expected))
          }
          expect(checked.snapshots.at(-1)?.snapshot.takenAt).toBe(
            new Date(START + (history.length - 1) * 60_000).toISOString(),
          )
        },
      ),
      { numRuns: 60 },
    )
  }, 240_000)

  it('finds any changed, cut or lost byte, and never restores something else', async () => {
    const original = freshTarget()
    const vault = await openVault(original)
    const contents = [pages(1, 2, 3, 4, 5), pages(1, 9, 3, 4, 5, 6), pages(7, 9, 3)]
    for (const [at, content] of contents.entries()) await take(vault, content, { at })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('change', 'cut', 'lose'),
        async (which, where, flip, how) => {
          const target = new FaultyTarget()
          for (const [name, object] of original.objects) target.objects.set(name, object)
          const names = [...target.objects.keys()].sort()
          const name = names[which % names.length] ?? ''
          const bytes = Buffer.from((await target.get(name)) ?? [])
          const at = where % bytes.length
          bytes[at] = (bytes[at] ?? 0) ^ flip
          if (how === 'lose') target.objects.delete(name)
          else target.objects.set(name, { bytes: how === 'cut' ? bytes.subarray(0, at) : bytes, modifiedAt: 1 })
          const opened = await openVault(target)
          const checked = await checkVault(opened, true)
          // A snapshot that is gone without a trace can't be missed in it: who made it knows its name.
          ok(checked.damaged.length > 0 || (how === 'lose' && name.startsWith('snapshots/')))
          for (const { snapshot, good } of checked.snapshots) {
            const expected = contents[(Date.parse(snapshot.takenAt) - START) / 60_000] ?? Buffer.alloc(0)
            const found = await readBack(opened, snapshot).catch((error: unknown) => {
              ok(error instanceof Refusal)
              return undefined
            })
            ok(found === undefined ? !good : found.equals(expected))
          }
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)

  it('sends little more than what changed', async () => {
    const target = freshTarget()
    const vault = await openVault(target)
    const seeds = Array.from({ length: 4000 }, (_, at) => at + 1000)
    await take(vault, pages(...seeds))
    for (const page of [5, 900, 901, 3999]) seeds[page] = 50_000 + page
    const before = vault.sentBytes
    const snapshot = await take(vault, pages(...seeds), { at: 1 })
    expect(snapshot.newBytes).toBeLessThan(4 * PAGE + 200)
    expect(vault.sentBytes - before).toBeLessThan(4 * PAGE + 3000)
  })

  it('goes on after a cut without sending again what had arrived', async () => {
    const target = freshTarget()
    // Noise does not compress: two packs of 4 MiB and a rest.
    const content = pages(...Array.from({ length: 21_000 }, (_, at) => at + 1))
    let packs = 0
    target.nextFault = (_put, name) => (name.startsWith('packs/') && (packs += 1) === 2 ? 'cut' : undefined)
    await expect(take(await openVault(target), content)).rejects.toThrow('targetUnreachable')
    target.nextFault = () => undefined
    const vault = await openVault(target)
    const snapshot = await take(vault, content)
    expect(vault.sentBytes).toBeLessThan(content.length * 0.7)
    expect((await readBack(vault, snapshot)).equals(content)).toBe(true)
  }, 60_000)

  it('says so when the target is full, and keeps what it held', async () => {
    const target = freshTarget()
    const vault = await openVault(target)
    const first = await take(vault, pages(1, 2, 3))
    target.capacityBytes = target.usedBytes + 3 * PAGE
    await expect(
      take(vault, pages(...Array.from({ length: 40 }, (_, at) => 100 + at)), { at: 1 }),
    ).rejects.toMatchObject({
      code: 'backup.targetFull',
    })
    const later = await openVault(target)
    const { snapshots, damaged } = await checkVault(later, true)
    expect(damaged).toEqual([])
    expect(snapshots.map(({ snapshot, good }) => [snapshot.name, good])).toEqual([[first.name, true]])
  })
})

describe('clearing up', () => {
  it('frees what no kept snapshot needs, stopped at any step, and loses none', async () => {
    const original = freshTarget()
    const vault = await openVault(original)
    const truth = new Map<string, Buffer>()
    for (let at = 0; at < 12; at += 1) {
      const content = pages(1, 2, 3, ...Array.from({ length: 6 }, (_, page) => 1000 * at + page), at % 4)
      truth.set((await take(vault, content, { at: at * 700 })).name, content)
    }
    const now = new Date(START + 12 * 700 * 60_000)
    let steps = 0
    for (let stopAt = 1; ; stopAt += 1) {
      const target = new FaultyTarget()
      for (const [name, object] of original.objects) target.objects.set(name, object)
      steps = 0
      target.nextFault = () => ((steps += 1) >= stopAt ? 'refuse' : undefined)
      let wasStopped = false
      try {
        await clearUp(await openVault(target), KEEP_FEW, now, 'desk')
      } catch {
        wasStopped = true
      }
      target.nextFault = () => undefined
      const later = await openVault(target)
      // The stopped run's claim is still fresh; it is not there any more after half an hour.
      target.dropClaims()
      const check = async (): Promise<void> => {
        const { snapshots, damaged } = await checkVault(later, true)
        expect(damaged).toEqual([])
        expect(snapshots.length).toBeGreaterThanOrEqual(2)
        for (const { snapshot, good } of snapshots) {
          expect(good).toBe(true)
          expect((await readBack(later, snapshot)).equals(truth.get(snapshot.name) ?? Buffer.alloc(0))).toBe(true)
        }
      }
      await check()
      const cleared = await clearUp(later, KEEP_FEW, now, 'desk')
      await check()
      if (!wasStopped) {
        deepEqual([cleared.snapshots, cleared.packs], [0, 0])
        ok(target.usedBytes < original.usedBytes / 2)
        break
      }
    }
    expect(steps).toBeGreaterThan(5)
  }, 60_000)

  it('touches nothing that a snapshot it can not read may need', async () => {
    const target = freshTarget()
    const vault = await openVault(target)
    await take(vault, pages(1, 2, 3))
    const second = await take(vault, pages(4, 5, 6), { at: 90_000 })
    const bytes = (await target.get(second.name)) ?? Buffer.alloc(0)
    target.objects.set(second.name, { bytes: bytes.subarray(0, -1), modifiedAt: 1 })
    const packs = (await target.list('packs')).length
    await clearUp(await openVault(target), KEEP_FEW, new Date(START + 1e11), 'desk')
    expect((await target.list('packs')).length).toBe(packs)
  })
})

describe('two computers on one target', () => {
  it('both keep theirs, share what is alike, and clear up by turns', async () => {
    const target = freshTarget()
    const [desk, shop] = [await openVault(target), await openVault(target)]
    const deskContent = pages(1, 2, 3, 4)
    const shopContent = pages(1, 2, 3, 5)
    await Promise.all([take(desk, deskContent, { host: 'desk' }), take(shop, shopContent, { host: 'shop', at: 1 })])
    await clearUp(desk, KEEP_FEW, new Date(START + 1e11), 'desk')
    const more = await take(shop, pages(1, 2, 3, 6), { host: 'shop', at: 2 })
    const later = await openVault(target)
    const { snapshots, damaged } = await checkVault(later, true)
    expect(damaged).toEqual([])
    expect(new Set(snapshots.map(({ snapshot }) => snapshot.host))).toEqual(new Set(['desk', 'shop']))
    expect((await readBack(later, more)).equals(pages(1, 2, 3, 6))).toBe(true)
  })

  it('does not clear up while another writes', async () => {
    const target = freshTarget()
    const vault = await openVault(target)
    await take(vault, pages(1))
    await target.put('claims/write-0011223344556677', Buffer.from('shop'))
    await expect(clearUp(vault, KEEP_FEW, new Date(), 'desk')).rejects.toMatchObject({
      code: 'backup.busy',
      params: { host: 'shop' },
    })
  })
})

describe('the keys', () => {
  it('open by passphrase and by recovery key as a person types it, and by nothing else', async () => {
    const target = freshTarget()
    await expect(Vault.open(target, { passphrase: 'seven quiet heron' })).rejects.toMatchObject({
      code: 'backup.passphraseWrong',
    })
    await Vault.open(target, { passphrase: PASSPHRASE })
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    await Vault.open(target, { recoveryKey: typed })
    const wrong = (recoveryKey.startsWith('A') ? 'B' : 'A') + recoveryKey.slice(1)
    await expect(Vault.open(target, { recoveryKey: wrong })).rejects.toMatchObject({
      code: 'backup.recoveryKeyMistyped',
    })
    const other = new FaultyTarget()
    await Vault.create(other, PASSPHRASE)
    await expect(Vault.open(other, { recoveryKey })).rejects.toMatchObject({ code: 'backup.recoveryKeyWrong' })
  })

  it('leave nothing readable on the target', async () => {
    const target = freshTarget()
    await take(await openVault(target), Buffer.from('Northwind Trading '.repeat(200)))
    for (const { bytes } of target.objects.values()) {
      expect(bytes.includes('Northwind')).toBe(false)
      expect(bytes.includes('desk')).toBe(false)
    }
  })
})
