import { refuse } from '../../../../shared/errors'
import type { StoredLayer } from './page-map'

/** One file of a snapshot. Ids in layers are hex. */
export interface FileRecord {
  /** in the snapshot, with `/`: `company.kontor`, `attachments/...` */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly chunkBytes: number
  readonly layers: readonly StoredLayer[]
}

/** What a snapshot is of. */
export interface SnapshotFacts {
  readonly companyId: string
  readonly company: string
  /** the PC that made it */
  readonly host: string
  /** ISO instant of the state it holds */
  readonly takenAt: string
  readonly program: string
}

export interface SnapshotRecord extends SnapshotFacts {
  readonly format: 1
  readonly files: readonly FileRecord[]
  /** what was read and what was new against everything in the vault */
  readonly totalBytes: number
  readonly newBytes: number
  readonly sentBytes: number
}

export interface Snapshot extends SnapshotRecord {
  /** the object's name in the vault */
  readonly name: string
}

/** `20261122T091500123Z-<sixteen hex digits of what it is>`: sorts by time, and two never share a name. */
export function snapshotName(takenAt: string, digest: string): string {
  return `snapshots/${takenAt.replaceAll(/[-:.]/g, '')}-${digest.slice(0, 16)}`
}

export function isSnapshotName(name: string): boolean {
  return /^snapshots\/\d{8}T\d{9}Z-[0-9a-f]{16}$/.test(name)
}

export function readRecord(name: string, content: Buffer): Snapshot {
  const record = JSON.parse(content.toString('utf8')) as SnapshotRecord
  if (record.format !== 1) refuse('backup.vaultFromNewerVersion')
  const isSound =
    name.startsWith(`snapshots/${record.takenAt.replaceAll(/[-:.]/g, '')}-`) &&
    record.files.every(({ path }) => isInside(path))
  if (!isSound) refuse('backup.damaged', { object: name })
  return { ...record, name }
}

/** A path that stays in the folder it is restored into, on every system. */
export function isInside(path: string): boolean {
  const parts = path.split('/')
  return (
    path !== '' &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:*?"<>|\p{Cc}]/u.test(part))
  )
}
