import { timingSafeEqual, hash } from 'node:crypto'
import type SftpClient from 'ssh2-sftp-client'
import { Refusal } from '../../../../shared/errors'
import type { StoredObject, Target } from './target'

export interface SftpOptions {
  readonly host: string
  readonly port: number
  readonly username: string
  readonly folder: string
  readonly password: string | undefined
  readonly privateKey: string | undefined
  /** SHA-256 of the server's key, as `ssh-keygen -lf` prints it; undefined takes any, and says so */
  readonly hostKey: string | undefined
}

const DRAFT = '.partial'

/** A folder on a server that speaks SSH. */
export class SftpTarget implements Target {
  readonly address: string
  #client: SftpClient | undefined
  readonly #folders = new Set<string>()

  constructor(private readonly options: SftpOptions) {
    this.address = `sftp://${options.host}:${options.port}${options.folder}`
  }

  async list(folder: string): Promise<StoredObject[]> {
    const objects: StoredObject[] = []
    const waiting = [folder]
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const path = next
      const entries = await this.send((client) => client.list(this.pathOf(path)))
      for (const { type, name, size, modifyTime } of entries ?? []) {
        if (type === 'd') waiting.push(`${path}/${name}`)
        else if (!name.endsWith(DRAFT)) objects.push({ name: `${path}/${name}`, bytes: size, modifiedAt: modifyTime })
      }
    }
    return objects
  }

  async get(name: string): Promise<Buffer | undefined> {
    return this.send(async (client) => (await client.get(this.pathOf(name))) as Buffer)
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(name)
    const folder = path.slice(0, path.lastIndexOf('/'))
    if (!this.#folders.has(folder)) {
      await this.send((client) => client.mkdir(folder, true))
      this.#folders.add(folder)
    }
    const done = await this.send(async (client) => {
      await client.put(bytes, `${path}${DRAFT}`)
      // OpenSSH's own request replaces what is there at once; others need it out of the way.
      await client.posixRename(`${path}${DRAFT}`, path).catch(async () => {
        await client.delete(path, true)
        await client.rename(`${path}${DRAFT}`, path)
      })
      return true
    })
    if (done === undefined) throw new Refusal('backup.targetUnreachable', { address: this.address, reason: 'ENOENT' })
  }

  async remove(name: string): Promise<void> {
    await this.send((client) => client.delete(this.pathOf(name), true))
  }

  async close(): Promise<void> {
    await this.#client?.end().catch(() => undefined)
    this.#client = undefined
  }

  private pathOf(name: string): string {
    return `${this.options.folder}/${name}`
  }

  private async connect(): Promise<SftpClient> {
    const { default: Client } = await import('ssh2-sftp-client')
    const forget = (): void => {
      this.#client = undefined
    }
    // Without listeners of its own it writes to standard output.
    const client = new Client('kontor', { error: forget, end: forget, close: forget })
    const { host, port, username, password, privateKey, hostKey } = this.options
    await client.connect({
      host,
      port,
      username,
      ...(password === undefined ? {} : { password }),
      ...(privateKey === undefined ? {} : { privateKey }),
      ...(hostKey === undefined ? {} : { hostVerifier: (key: Buffer) => isHostKey(key, hostKey) }),
      readyTimeout: 20_000,
      keepaliveInterval: 15_000,
    })
    return client
  }

  private async send<T>(work: (client: SftpClient) => Promise<T>): Promise<T | undefined> {
    try {
      this.#client ??= await this.connect()
      return await work(this.#client)
    } catch (error) {
      const { code, message = '' } = error as { code?: unknown; message?: string }
      if (code === 2 || code === 'ENOENT' || /no such file/i.test(message)) return undefined
      await this.close()
      throw failure(String(code ?? ''), message, this.address)
    }
  }
}

function isHostKey(key: Buffer, expected: string): boolean {
  const wanted = Buffer.from(expected.replace(/^SHA256:/, '').replace(/=+$/, ''))
  const actual = Buffer.from(hash('sha256', key, 'base64').replace(/=+$/, ''))
  return wanted.length === actual.length && timingSafeEqual(wanted, actual)
}

function failure(code: string, message: string, address: string): Refusal {
  if (/authentication|permission denied/i.test(message)) return new Refusal('backup.targetNotAllowed', { address })
  if (/host denied|verification failed/i.test(message)) return new Refusal('backup.serverNotKnown', { address })
  if (/no space|quota/i.test(message)) return new Refusal('backup.targetFull', { address })
  return new Refusal('backup.targetUnreachable', { address, reason: code || message.slice(0, 120) })
}
