import type { FileStat, WebDAVClient } from 'webdav'
import { Refusal } from '../../../../shared/errors'
import type { StoredObject, Target } from './target'

export interface WebdavOptions {
  /** with the folder of the vault */
  readonly url: string
  readonly username: string
  readonly password: string
}

/** A WebDAV folder: 坚果云, Nextcloud, a NAS. */
export class WebdavTarget implements Target {
  readonly address: string
  readonly #clients = new Map<string, WebDAVClient>()
  readonly #folders = new Set<string>()

  constructor(private readonly options: WebdavOptions) {
    this.address = options.url
  }

  async list(folder: string): Promise<StoredObject[]> {
    const objects: StoredObject[] = []
    // Level by level: many servers refuse a listing of all levels at once.
    const waiting = [folder]
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const path = next
      const entries = await this.send(async (client) => (await client.getDirectoryContents(`/${path}`)) as FileStat[])
      for (const { type, basename, size, lastmod } of Array.isArray(entries) ? entries : []) {
        const name = `${path}/${basename}`
        if (type === 'directory') waiting.push(name)
        else objects.push({ name, bytes: size, modifiedAt: Date.parse(lastmod) || 0 })
      }
    }
    return objects
  }

  async get(name: string): Promise<Buffer | undefined> {
    const bytes = await this.send(async (client) =>
      Buffer.from((await client.getFileContents(`/${name}`)) as ArrayBuffer),
    )
    return typeof bytes === 'number' ? undefined : bytes
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    await this.makeFolder(name.slice(0, name.lastIndexOf('/') + 1))
    await this.send(async (client) => client.putFileContents(`/${name}`, bytes, { overwrite: true }))
  }

  private async makeFolder(folder: string): Promise<void> {
    if (this.#folders.has(folder)) return
    await this.makeBase()
    const parts = folder.split('/').filter((part) => part !== '')
    for (const at of parts.keys()) await this.make(this.options.url, `/${parts.slice(0, at + 1).join('/')}`)
    this.#folders.add(folder)
  }

  /** The folder of the vault, and those above it that are missing. What is above the share is not ours to make. */
  private async makeBase(): Promise<void> {
    if (this.#folders.has('')) return
    const { origin, pathname } = new URL(this.options.url)
    const parts = pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
    const missing: string[] = []
    while (parts.length > 0 && !(await this.make(origin, `/${parts.join('/')}`))) missing.unshift(parts.pop() ?? '')
    for (const part of missing) {
      parts.push(part)
      await this.make(origin, `/${parts.join('/')}`)
    }
    this.#folders.add('')
  }

  /** True when the folder is there then; false where the one above is missing (RFC 4918, 9.3.1). */
  private async make(base: string, path: string): Promise<boolean> {
    const status = await this.send(
      async (client) => {
        await client.createDirectory(path)
        return 201
      },
      base,
      [405, 409],
    )
    return status !== 409
  }

  async remove(name: string): Promise<void> {
    await this.send((client) => client.deleteFile(`/${name}`))
  }

  async close(): Promise<void> {}

  private async send<T>(
    work: (client: WebDAVClient) => Promise<T>,
    base = this.options.url,
    expected: readonly number[] = [],
  ): Promise<T | number | undefined> {
    const { createClient } = await import('webdav')
    const { username, password } = this.options
    let client = this.#clients.get(base)
    if (client === undefined) this.#clients.set(base, (client = createClient(base, { username, password })))
    try {
      return await work(client)
    } catch (error) {
      const status = (error as { status?: number }).status
      if (status === 404) return undefined
      if (status !== undefined && expected.includes(status)) return status
      throw failure(error, status, this.address)
    }
  }
}

function failure(error: unknown, status: number | undefined, address: string): Refusal {
  if (status === 401 || status === 403) return new Refusal('backup.targetNotAllowed', { address })
  if (status === 507 || status === 413) return new Refusal('backup.targetFull', { address })
  const { message } = error as { message?: unknown }
  return new Refusal('backup.targetUnreachable', { address, reason: String(status ?? message) })
}
