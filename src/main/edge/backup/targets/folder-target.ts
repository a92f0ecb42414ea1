import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../../../../shared/errors'
import type { StoredObject, Target } from './target'

const DRAFT = '.partial'

/** A folder on a disk, a USB drive or a network share. */
export class FolderTarget implements Target {
  readonly address: string

  constructor(private readonly folder: string) {
    this.address = folder
  }

  async list(folder: string): Promise<StoredObject[]> {
    const entries = await readdir(join(this.folder, folder), { withFileTypes: true, recursive: true }).catch(
      (error: unknown) => {
        if (isMissing(error)) return []
        throw failure(error, this.address)
      },
    )
    const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(DRAFT))
    const objects: StoredObject[] = []
    for (const entry of files) {
      const path = join(entry.parentPath, entry.name)
      const name = path.slice(this.folder.length + 1).replaceAll('\\', '/')
      // One that went away meanwhile is simply not listed.
      const facts = await stat(path).catch(() => undefined)
      if (facts !== undefined) objects.push({ name, bytes: facts.size, modifiedAt: facts.mtimeMs })
    }
    return objects
  }

  async get(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(join(this.folder, name))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw failure(error, this.address)
    }
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const path = join(this.folder, name)
    const draft = `${path}${DRAFT}`
    try {
      await mkdir(dirname(path), { recursive: true })
      const file = await open(draft, 'w')
      try {
        await file.writeFile(bytes)
        // The name must not be on the disk before the content is.
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined)
      throw failure(error, this.address)
    }
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true }).catch((error: unknown) => {
      throw failure(error, this.address)
    })
  }

  async close(): Promise<void> {}
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

function failure(error: unknown, address: string): Refusal {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new Refusal('backup.targetFull', { address })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Refusal('backup.targetNotAllowed', { address })
  return new Refusal('backup.targetUnreachable', { address, reason: code || String(error) })
}
