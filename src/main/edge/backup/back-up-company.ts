import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { attachmentsFolderOf, copyCompanyFile } from '../../kernel/db'
import { factsOfFile } from './company-facts-queries'
import { isRunning } from './running'
import type { Snapshot } from './vault/snapshot-record'
import type { Vault } from './vault/vault'
import { writeSnapshot, type FileSource, type OnBytes } from './vault/write-snapshot'

/** The name of the company file in every snapshot, whatever it is called on this PC. */
export const COMPANY_FILE = 'company.kontor'
const ATTACHMENT_CHUNK_BYTES = 256 * 1024

export interface BackUp {
  readonly companyPath: string
  readonly host: string
  readonly program: string
  readonly now?: Date
  /** More to keep beside the company: device profiles, settings. Path in the snapshot and file on this PC. */
  readonly beside?: readonly { readonly path: string; readonly file: string }[]
  readonly onBytes?: OnBytes
}

/** Takes a snapshot of a company that may be in use, and stores what is new of it. */
export async function backUpCompany(vault: Vault, options: BackUp): Promise<Snapshot> {
  const { companyPath } = options
  removeOldCopies(companyPath)
  const copy = `${companyPath}${COPY_MARK}${process.pid}`
  try {
    const takenAt = (options.now ?? new Date()).toISOString()
    await copyCompanyFile(companyPath, copy)
    const { pageBytes, ...facts } = factsOfFile(copy)
    const sources: FileSource[] = [
      { path: COMPANY_FILE, file: copy, chunkBytes: pageBytes },
      ...filesUnder(attachmentsFolderOf(companyPath), 'attachments'),
      ...(options.beside ?? []).map((entry) => ({ ...entry, chunkBytes: ATTACHMENT_CHUNK_BYTES })),
    ]
    const { host, program, onBytes } = options
    return await writeSnapshot(vault, sources, { ...facts, host, takenAt, program }, onBytes)
  } finally {
    removeCopy(copy)
  }
}

const COPY_MARK = '.snapshot-'

/** Copies that a killed process left behind. */
function removeOldCopies(companyPath: string): void {
  const folder = dirname(companyPath)
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(basename(companyPath) + COPY_MARK)) continue
    const pid = Number(/\d+/.exec(name.split(COPY_MARK).at(-1) ?? '')?.[0] ?? 0)
    if (pid === process.pid || !isRunning(pid)) rmSync(join(folder, name), { force: true })
  }
}

function removeCopy(copy: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${copy}${suffix}`, { force: true })
}

function filesUnder(folder: string, path: string): FileSource[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const inside = relative(folder, file).split(sep).join('/')
      return { path: `${path}/${inside}`, file, chunkBytes: ATTACHMENT_CHUNK_BYTES }
    })
}
