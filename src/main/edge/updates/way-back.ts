import { spawn } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { UPDATE_CHANNELS } from '../../../shared/updates'
import { z } from 'zod'

const memory = z.object({
  channel: z.enum(UPDATE_CHANNELS),
  /** An update that has not opened the company yet. */
  pending: z.object({ from: z.string(), to: z.string(), starts: z.number() }).nullable(),
  returnedFrom: z.string().nullable(),
})
type Memory = z.infer<typeof memory>

/** A version that dies this often before the company is open will not do better the next time. */
const MOST_STARTS = 3

/**
 * The way back to the version before: what is needed to install it again, kept until the next one has opened the
 * company. On Linux that is the AppImage itself, on Windows the installer that the last update came as; on macOS there
 * is none.
 */
export class WayBack {
  readonly #file: string
  #memory: Memory

  constructor(
    private readonly folder: string,
    private readonly version: string,
    /** the AppImage that runs, on Linux */
    private readonly appImage: string | undefined,
  ) {
    this.#file = join(folder, 'updates.json')
    this.#memory = this.read()
  }

  get channel(): Memory['channel'] {
    return this.#memory.channel
  }

  get returnedFrom(): string | null {
    return this.#memory.returnedFrom
  }

  /** What electron-updater reads, as JSON, which is YAML too. @returns its path */
  writeConfiguration(url: string): string {
    mkdirSync(this.folder, { recursive: true })
    const path = join(this.folder, 'app-update.yml')
    writeFileSync(path, JSON.stringify({ provider: 'generic', url, updaterCacheDirName: 'kontor-updater' }))
    return path
  }

  follow(channel: Memory['channel']): void {
    this.write({ ...this.#memory, channel })
  }

  /** A downloaded installer: on Windows it is the way back from the version after it. */
  keepInstaller(version: string, path: string): void {
    if (this.appImage !== undefined) return
    mkdirSync(this.folder, { recursive: true })
    copyFileSync(path, this.keptFor(version))
  }

  /** Right before `to` takes the place of this version. */
  expect(to: string): void {
    mkdirSync(this.folder, { recursive: true })
    if (this.appImage !== undefined) copyFileSync(this.appImage, this.keptFor(this.version))
    this.write({ ...this.#memory, pending: { from: this.version, to, starts: 0 }, returnedFrom: null })
  }

  /** @returns whether this version has died too often before it opened the company, and the one before is to return */
  begin(): boolean {
    const { pending } = this.#memory
    if (pending === null) return false
    if (pending.to !== this.version) {
      // The person went back, or further, by hand.
      this.write({ ...this.#memory, pending: null })
      return false
    }
    this.write({ ...this.#memory, pending: { ...pending, starts: pending.starts + 1 } })
    return pending.starts >= MOST_STARTS && this.isPossible
  }

  /** The company is open: the update has succeeded. */
  arrive(): void {
    const { pending } = this.#memory
    if (pending === null) return
    rmSync(this.keptFor(pending.from), { force: true })
    this.write({ ...this.#memory, pending: null })
  }

  /** Whether this is an update that has not opened the company yet, with a version before to go back to. */
  get isPossible(): boolean {
    const { pending } = this.#memory
    return pending?.to === this.version && existsSync(this.keptFor(pending.from))
  }

  /** Puts the version before in place and starts it; the caller ends this one. */
  go(): void {
    const { pending } = this.#memory
    if (pending === null || !this.isPossible) return
    const kept = this.keptFor(pending.from)
    this.write({ ...this.#memory, pending: null, returnedFrom: this.version })
    const started =
      this.appImage === undefined
        ? spawn(kept, ['/S', '--force-run'], { detached: true, stdio: 'ignore' })
        : spawn(this.putBack(kept, this.appImage), [], { detached: true, stdio: 'ignore' })
    started.unref()
  }

  /** Under another name first: a torn copy must never stand where the program was. */
  private putBack(kept: string, appImage: string): string {
    const beside = `${appImage}.before`
    copyFileSync(kept, beside)
    chmodSync(beside, 0o755)
    renameSync(beside, appImage)
    return appImage
  }

  private keptFor(version: string): string {
    return join(this.folder, this.appImage === undefined ? `kontor-${version}.exe` : `kontor-${version}.AppImage`)
  }

  private read(): Memory {
    const fresh: Memory = { channel: 'stable', pending: null, returnedFrom: null }
    if (!existsSync(this.#file)) return fresh
    try {
      return memory.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
    } catch {
      return fresh
    }
  }

  private write(next: Memory): void {
    this.#memory = next
    mkdirSync(this.folder, { recursive: true })
    writeFileSync(`${this.#file}.new`, JSON.stringify(next))
    renameSync(`${this.#file}.new`, this.#file)
  }
}
