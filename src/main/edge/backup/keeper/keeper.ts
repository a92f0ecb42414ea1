import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SnapshotEntry, TargetEntry, TargetSecrets, TargetState } from '../../../../shared/backups'
import { Refusal, refuse } from '../../../../shared/errors'
import { log } from '../../../kernel/log'
import { backUpCompany, type BackUp } from '../back-up-company'
import { factsOfFile } from '../company-facts-queries'
import { chooseSnapshot, proveCompany, restoreCompany, type Proof } from '../restore-company'
import { USUAL_CARE } from '../targets/careful-target'
import { openTarget } from '../targets/open-target'
import type { Target } from '../targets/target'
import { clearUp } from '../vault/clear-up'
import { USUAL_RETENTION } from '../vault/retention'
import type { Snapshot } from '../vault/snapshot-record'
import { Vault } from '../vault/vault'
import { dueAt, isProofDue, NO_MEMORY, type TargetMemory } from './schedule'

export type KeptTarget = TargetEntry & TargetSecrets

export interface KeeperOptions {
  readonly companyPath: string
  readonly host: string
  readonly program: string
  /** where it remembers what it did; holds no secret */
  readonly memoryPath: string
  /** settings of this PC to keep with the company */
  readonly beside?: BackUp['beside']
  readonly onState: (states: readonly TargetState[]) => void
  readonly now?: () => number
}

/** Keeps a company backed up on its targets: by rhythm, after failures again, proved every week. */
export class Keeper {
  #targets: readonly KeptTarget[] = []
  readonly #vaults = new Map<string, { vault: Vault; target: Target; stamp: string; limit: number }>()
  readonly #memory: Map<string, TargetMemory>
  readonly #running = new Map<string, NonNullable<TargetState['running']>>()
  #work: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: KeeperOptions) {
    this.#memory = readMemory(options.memoryPath)
  }

  setTargets(targets: readonly KeptTarget[]): void {
    this.#targets = targets
    for (const [id, { target, limit }] of this.#vaults) {
      // Another limit holds from the next byte on.
      if (targets.some((entry) => entry.id === id && entry.limitKilobytes === limit)) continue
      void target.close()
      this.#vaults.delete(id)
    }
    this.tell()
  }

  /** Called every half minute: does what is due, one thing after the other. */
  async tick(): Promise<void> {
    for (const target of this.#targets) {
      const now = this.now()
      if (dueAt(this.memoryOf(target.id), target.everyMinutes) <= now)
        await this.backUp(target.id).catch(() => undefined)
      if (isProofDue(this.memoryOf(target.id), now)) await this.prove(target.id).catch(() => undefined)
    }
  }

  backUp(id: string): Promise<void> {
    return this.alone(id, 'backup', async (target, onBytes) => {
      const begun = this.now()
      // Nothing was written since: what is stored already is this state.
      const stamp = stampOf(this.options.companyPath)
      const known = this.#vaults.get(id)
      if (known?.stamp === stamp && this.memoryOf(id).failures === 0) return
      const { vault } = await this.open(target)
      const { companyPath, host, program } = this.options
      const beside = (this.options.beside ?? []).filter(({ file }) => existsSync(file))
      const sentBefore = vault.sentBytes
      const snapshot = await backUpCompany(vault, { companyPath, host, program, beside, onBytes })
      await clearUp(vault, USUAL_RETENTION, new Date(this.now()), host).catch((error: unknown) => {
        if ((error as { code?: unknown }).code !== 'backup.busy') throw error
      })
      const kept = this.#vaults.get(id)
      if (kept !== undefined) kept.stamp = stamp
      const { readable } = await vault.snapshots()
      const others = readable.filter((entry) => entry.companyId === snapshot.companyId && entry.host !== host)
      this.remember(id, {
        lastGoodAt: snapshot.takenAt,
        lastSentBytes: vault.sentBytes - sentBefore,
        lastSeconds: (this.now() - begun) / 1000,
        otherHosts: [...new Set(others.map((entry) => entry.host))],
      })
    })
  }

  /** The drill: fetch, open, verify the newest snapshot, as on the day it is needed. */
  async prove(id: string, recoveryKey?: string): Promise<{ takenAt: string; checks: number }> {
    let result: { takenAt: string; checks: number } | undefined
    await this.alone(id, 'proof', async (target, onBytes) => {
      const secret = recoveryKey === undefined ? { passphrase: target.passphrase } : { recoveryKey }
      const place = this.targetOf(target)
      try {
        // Opened anew: nothing that this process remembers may help.
        const vault = await Vault.open(place, secret)
        const { readable } = await vault.snapshots()
        const { companyId } = factsOfFile(this.options.companyPath)
        const snapshot = chooseSnapshot(readable, { company: companyId })
        const proof = await proveSnapshot(vault, snapshot, onBytes)
        if (!proof.ok) refuse('backup.notProven', { what: proof.broken[0] ?? '' })
        result = { takenAt: snapshot.takenAt, checks: proof.checks }
        this.remember(id, { lastProvenAt: new Date(this.now()).toISOString() })
      } finally {
        await place.close()
      }
    })
    return result ?? refuse('backup.interrupted')
  }

  async snapshotsOf(id: string): Promise<SnapshotEntry[]> {
    const { vault } = await this.open(this.target(id))
    return entriesOf((await vault.snapshots()).readable)
  }

  /** Restores a snapshot as a new file; its name tells the moment. */
  async restoreBeside(id: string, name: string): Promise<{ path: string; verified: boolean }> {
    const { vault } = await this.open(this.target(id))
    const snapshot = chooseSnapshot((await vault.snapshots()).readable, { name })
    const moment = snapshot.takenAt.slice(0, 16).replace('T', ' ').replace(':', '')
    const stem = `${this.options.companyPath.replace(/\.kontor$/, '')} ${moment}`
    let path = `${stem}.kontor`
    for (let at = 2; existsSync(path); at += 1) path = `${stem} (${at}).kontor`
    await restoreCompany(vault, snapshot, path)
    return { path, verified: proveCompany(path).ok }
  }

  /** Into a new file, to be looked into. */
  async fetch(id: string, name: string, to: string): Promise<void> {
    const { vault } = await this.open(this.target(id))
    await restoreCompany(vault, chooseSnapshot((await vault.snapshots()).readable, { name }), to)
  }

  private target(id: string): KeptTarget {
    return this.#targets.find((entry) => entry.id === id) ?? refuse('backup.targetUnknown')
  }

  private targetOf(target: KeptTarget): Target {
    const { url, user, secret, limitKilobytes } = target
    return openTarget(url, signInOf({ user, secret }), { ...USUAL_CARE, bytesPerSecond: limitKilobytes * 1000 })
  }

  private async open(entry: KeptTarget): Promise<{ vault: Vault }> {
    const known = this.#vaults.get(entry.id)
    if (known !== undefined) return known
    const target = this.targetOf(entry)
    const vault = await Vault.open(target, { passphrase: entry.passphrase })
    const opened = { vault, target, stamp: '', limit: entry.limitKilobytes }
    this.#vaults.set(entry.id, opened)
    return opened
  }

  /** One thing at a time, its progress and its failure shown. */
  private alone(
    id: string,
    what: 'backup' | 'proof',
    work: (target: KeptTarget, onBytes: (done: number, total: number) => void) => Promise<void>,
  ): Promise<void> {
    const run = async (): Promise<void> => {
      this.#running.set(id, { what, done: 0, total: 0 })
      this.tell()
      try {
        await work(this.target(id), (done, total) => {
          this.#running.set(id, { what, done, total })
          this.tell()
        })
        this.remember(id, { problem: null, failures: 0, ...this.triedNow(what) })
      } catch (error) {
        const refusal = error instanceof Refusal ? error : new Refusal('app.unexpected', { reference: 'backup' })
        if (!(error instanceof Refusal)) log.error({ err: error }, 'a backup failed')
        // A slip of the person who types a key says nothing about the target.
        if (refusal.code.startsWith('backup.recoveryKey')) throw refusal
        // What was kept in memory may be what is wrong.
        await this.#vaults.get(id)?.target.close()
        this.#vaults.delete(id)
        const failures = this.memoryOf(id).failures + 1
        this.remember(id, { problem: refusal.toData(), failures, ...this.triedNow(what) })
        throw refusal
      } finally {
        this.#running.delete(id)
        this.tell()
      }
    }
    const next = this.#work.then(run)
    this.#work = next.catch(() => undefined)
    return next
  }

  private triedNow(what: 'backup' | 'proof'): Partial<TargetMemory> {
    return what === 'backup' ? { lastTriedAt: new Date(this.now()).toISOString() } : {}
  }

  private memoryOf(id: string): TargetMemory {
    return this.#memory.get(id) ?? NO_MEMORY
  }

  private remember(id: string, what: Partial<TargetMemory>): void {
    this.#memory.set(id, { ...this.memoryOf(id), ...what })
    const draft = `${this.options.memoryPath}.draft`
    writeFileSync(draft, JSON.stringify(Object.fromEntries(this.#memory)))
    renameSync(draft, this.options.memoryPath)
    this.tell()
  }

  private tell(): void {
    this.options.onState(
      this.#targets.map(({ user: _user, secret: _secret, passphrase: _passphrase, ...target }) => {
        const memory = this.memoryOf(target.id)
        const next = dueAt(memory, target.everyMinutes)
        return {
          ...target,
          running: this.#running.get(target.id) ?? null,
          lastGoodAt: memory.lastGoodAt,
          lastSentBytes: memory.lastSentBytes,
          lastProvenAt: memory.lastProvenAt,
          nextAt: next === 0 ? null : new Date(next).toISOString(),
          problem: memory.problem,
          otherHosts: memory.otherHosts,
        }
      }),
    )
  }

  private now(): number {
    return this.options.now?.() ?? Date.now()
  }
}

export const signInOf = ({ user, secret }: { user: string; secret: string }) =>
  user === '' ? {} : secret.startsWith('-----BEGIN') ? { user, secret: '', privateKey: secret } : { user, secret }

export const entriesOf = (snapshots: readonly Snapshot[]): SnapshotEntry[] =>
  snapshots
    .map(({ name, takenAt, company, host, totalBytes }) => ({ name, takenAt, company, host, bytes: totalBytes }))
    .reverse()

async function proveSnapshot(
  vault: Vault,
  snapshot: Snapshot,
  onBytes: (done: number, total: number) => void,
): Promise<Proof> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-proof-'))
  try {
    const { path } = await restoreCompany(vault, snapshot, join(folder, 'company.kontor'), onBytes)
    return proveCompany(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Changes with every write to the company. */
function stampOf(companyPath: string): string {
  return [companyPath, `${companyPath}-wal`]
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .map((facts) => `${facts?.mtimeMs ?? 0} ${facts?.size ?? 0}`)
    .join(' ')
}

function readMemory(path: string): Map<string, TargetMemory> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, TargetMemory>))
  } catch {
    // Lost, it is learnt again from the next run.
    return new Map()
  }
}
