import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { refuse } from '../../../shared/errors'
import { attachmentsFolderOf } from '../../kernel/db'
import { runChecks } from '../../outlets/reports'
import { checks, openCompany } from '../../rooms'
import { COMPANY_FILE } from './back-up-company'
import { isInside, type Snapshot } from './vault/snapshot-record'
import type { Vault } from './vault/vault'
import { digestOf, readFileOf } from './vault/read-snapshot'
import type { OnBytes } from './vault/write-snapshot'

/** The newest snapshot, or the newest that is not after an instant; of one company where the target holds several. */
export function chooseSnapshot(
  snapshots: readonly Snapshot[],
  wanted: {
    readonly at?: string | undefined
    readonly company?: string | undefined
    readonly name?: string | undefined
  },
): Snapshot {
  const named = snapshots.filter(
    ({ company, companyId, name }) =>
      (wanted.company === undefined || wanted.company === company || wanted.company === companyId) &&
      (wanted.name === undefined || wanted.name === name),
  )
  const companies = new Set(named.map(({ companyId }) => companyId))
  if (companies.size > 1)
    refuse('backup.severalCompanies', { companies: [...new Set(named.map((s) => s.company))].join(', ') })
  const until = wanted.at === undefined ? undefined : new Date(wanted.at).getTime()
  const early = named.filter(({ takenAt }) => until === undefined || Date.parse(takenAt) <= until)
  const newest = early.toSorted((a, b) => a.takenAt.localeCompare(b.takenAt)).at(-1)
  return newest ?? refuse('backup.snapshotUnknown', { at: wanted.at ?? '' })
}

export interface Restored {
  readonly path: string
  readonly files: number
  readonly bytes: number
  readonly takenAt: string
}

/** Brings a whole company back as a new file with its attachments; never over one that is there. */
export async function restoreCompany(
  vault: Vault,
  snapshot: Snapshot,
  to: string,
  onBytes: OnBytes = () => {},
): Promise<Restored> {
  const path = resolve(to)
  const places = snapshot.files.map((file) => ({ file, to: placeOf(file.path, path) }))
  const missing: typeof places = []
  for (const place of places) {
    if (!existsSync(place.to)) missing.push(place)
    // What a restore that was cut off has brought already stays; anything else is somebody's.
    else if (place.to === path || (await digestOf(place.to)) !== place.file.sha256)
      refuse('company.fileExists', { file: place.to })
  }
  await vault.refresh()
  const total = snapshot.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let before = 0
  // The company last: a restore that was cut off leaves no file that looks like one.
  for (const place of missing.toSorted((a, b) => Number(a.to === path) - Number(b.to === path))) {
    await readFileOf(vault, place.file, place.to, (done) => onBytes(before + done, total))
    before += place.file.bytes
  }
  return { path, files: places.length, bytes: total, takenAt: snapshot.takenAt }
}

function placeOf(inSnapshot: string, path: string): string {
  if (!isInside(inSnapshot)) refuse('backup.damaged', { object: inSnapshot })
  if (inSnapshot === COMPANY_FILE) return path
  const [folder, ...rest] = inSnapshot.split('/')
  return folder === 'attachments' ? join(attachmentsFolderOf(path), ...rest) : join(`${path}.beside`, inSnapshot)
}

export interface Proof {
  readonly ok: boolean
  readonly checks: number
  /** what does not hold */
  readonly broken: readonly string[]
}

/** Opens a restored company and proves every invariant; a file of an older version on a copy that is brought up to date. */
export function proveCompany(path: string): Proof {
  const proof = `${path}.proof`
  try {
    let company: ReturnType<typeof openCompany>
    try {
      company = openCompany(path, { mode: 'read' })
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'company.fileFromOlderVersion') throw error
      copyFileSync(path, proof)
      company = openCompany(proof, { mode: 'write' })
    }
    try {
      const result = company.file.snapshot((reader) => runChecks(reader, checks))
      const broken = result.checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`)
      return { ok: result.ok, checks: result.checks.length, broken }
    } finally {
      company.close()
    }
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-lock', '-journal']) rmSync(`${proof}${suffix}`, { force: true })
  }
}
