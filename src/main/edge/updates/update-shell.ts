import { app, net, type BrowserWindow } from 'electron'
import electronUpdater from 'electron-updater'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal, refuse, type RefusalData } from '../../../shared/errors'
import {
  UPDATE_CHANNELS,
  type UpdateCalls,
  type UpdateReply,
  type UpdateState,
  type UpdateVerb,
} from '../../../shared/updates'
import { log } from '../../kernel/log'
import { isCovered, readRelease, type Release } from './signed-release'
import { WayBack } from './way-back'

const { autoUpdater } = electronUpdater
const LOOK_EVERY = 86_400_000

export interface UpdateShellOptions {
  readonly userData: string
  /** Asks the engine whether the person at this window has the right; the trail keeps it. Throws a Refusal. */
  readonly authorise: (window: BrowserWindow, what: string, detail: string) => Promise<void>
  /** To every place that keeps backups; throws where one fails. */
  readonly backUp: () => Promise<void>
  /** Lets the company file go, for good. */
  readonly leave: () => Promise<void>
  readonly onState: (state: UpdateState) => void
}

/** Where releases are, and who signs them; packed into the program. */
const source = z.object({ url: z.string(), publicKey: z.string() }).nullable()

/**
 * Newer versions: looked for by itself, fetched and installed when the person says so, and only what the holder of the
 * release key has signed. electron-updater does the work of each system; its own check of the sum of a download is made
 * against the signed list. Without an address in the package it never asks anybody.
 */
export class UpdateShell {
  readonly #wayBack: WayBack
  readonly #source: z.infer<typeof source>
  #release: Release | undefined
  #state: UpdateState

  constructor(private readonly options: UpdateShellOptions) {
    const appImage = process.platform === 'linux' ? process.env['APPIMAGE'] : undefined
    this.#source = app.isPackaged ? packedSource() : null
    this.#wayBack = new WayBack(join(options.userData, 'updates'), app.getVersion(), appImage)
    const isOfSystem = process.platform === 'linux' && appImage === undefined
    this.#state = {
      version: app.getVersion(),
      hindrance: this.#source === null ? 'noAddress' : isOfSystem ? 'installedBySystem' : null,
      channel: this.#wayBack.channel,
      step: 'idle',
      offered: null,
      percent: 0,
      problem: null,
      returnedFrom: this.#wayBack.returnedFrom,
    }
  }

  /** @returns whether the version before is to return at once; the caller then calls `goBack` */
  begin(): boolean {
    return this.#wayBack.begin()
  }

  watch(): void {
    if (this.#source === null || this.#state.hindrance !== null) return
    autoUpdater.logger = { info: () => undefined, warn: (text) => log.warn(text), error: (text) => log.warn(text) }
    autoUpdater.autoDownload = false
    autoUpdater.autoInstallOnAppQuit = false
    autoUpdater.updateConfigPath = this.#wayBack.writeConfiguration(this.#source.url)
    autoUpdater.on('download-progress', ({ percent }) => this.tell({ percent: Math.round(percent) }))
    autoUpdater.on('update-downloaded', ({ version, downloadedFile }) =>
      this.#wayBack.keepInstaller(version, downloadedFile),
    )
    // Quietly: a network that is away is nobody's trouble.
    const look = (): void => void this.check().catch((error: unknown) => log.info({ err: error }, 'no word of updates'))
    look()
    setInterval(look, LOOK_EVERY).unref()
  }

  /**
   * The company was opened, or could not be. What the new version stumbles over itself brings the version before back;
   * what lies in the file (in use, damaged, gone) would stop that one as well.
   * @returns whether the version before returns
   */
  onCompany(refusal: RefusalData | undefined): boolean {
    if (refusal === undefined) this.#wayBack.arrive()
    return refusal?.code === 'app.unexpected' && this.#wayBack.isPossible
  }

  goBack(): void {
    app.releaseSingleInstanceLock()
    this.#wayBack.go()
  }

  async call(window: BrowserWindow, verb: unknown, input: unknown): Promise<UpdateReply> {
    try {
      if (typeof verb !== 'string' || !(verb in this.#answers)) {
        refuse('app.unknownProcedure', { procedure: String(verb) })
      }
      const known = verb as UpdateVerb
      if (known !== 'state') await this.options.authorise(window, known, this.#release?.version ?? '')
      await this.#answers[known](input as never)
      return { answer: this.#state }
    } catch (error) {
      return { refusal: asRefusal(error).toData() }
    }
  }

  readonly #answers: { [V in UpdateVerb]: (input: UpdateCalls[V]['input']) => Promise<void> } = {
    state: () => Promise.resolve(),
    check: () => this.check(),
    load: () => this.load(),
    install: ({ withoutBackup }) => this.install(withoutBackup),
    follow: ({ channel }) => {
      this.#wayBack.follow(z.enum(UPDATE_CHANNELS).parse(channel))
      this.tell({ channel: this.#wayBack.channel })
      return this.check()
    },
  }

  private async check(): Promise<void> {
    if (this.#source === null || this.#state.hindrance !== null)
      refuse(`updates.${this.#state.hindrance ?? 'noAddress'}`)
    const { url, publicKey } = this.#source
    const { channel } = this.#state
    await this.step('checking', 'idle', async () => {
      const address = `${url}/${channel === 'beta' ? 'release-beta.json' : 'release.json'}`
      const answer = await net.fetch(address, { cache: 'no-store' })
      if (!answer.ok) refuse('updates.unreachable', { reason: `${answer.status}` })
      const release = readRelease(await answer.text(), publicKey)
      autoUpdater.channel = channel === 'beta' ? 'beta' : 'latest'
      // Choosing a channel allows it; the books of a newer version can't be read by an older one.
      autoUpdater.allowDowngrade = false
      const found = await autoUpdater.checkForUpdates()
      if (found?.isUpdateAvailable !== true || release.version === this.#state.returnedFrom) {
        this.tell({ step: 'current', offered: null })
        return
      }
      const { version, files } = found.updateInfo
      const hashes = files.map(({ sha512 }) => sha512)
      if (!isCovered(release, version, hashes)) refuse('updates.notGenuine')
      this.#release = release
      this.tell({ step: 'offered', offered: { version, notes: release.notes } })
    })
  }

  private async load(): Promise<void> {
    if (this.#release === undefined) refuse('updates.nothingOffered')
    await this.step('loading', 'offered', async () => {
      await autoUpdater.downloadUpdate()
      this.tell({ step: 'ready', percent: 100 })
    })
  }

  private async install(withoutBackup: boolean): Promise<void> {
    const release = this.#release
    if (release === undefined || this.#state.step !== 'ready') refuse('updates.nothingOffered')
    await this.step('installing', 'ready', async () => {
      if (!withoutBackup) await this.options.backUp()
      await this.options.leave()
      this.#wayBack.expect(release.version)
      app.releaseSingleInstanceLock()
      autoUpdater.quitAndInstall(true, true)
    })
  }

  /** While `work` runs the state says `during`; where it fails, the state before and why. */
  private async step(
    during: UpdateState['step'],
    before: UpdateState['step'],
    work: () => Promise<void>,
  ): Promise<void> {
    this.tell({ step: during, problem: null, percent: 0 })
    try {
      await work()
    } catch (error) {
      const refusal = asRefusal(error)
      this.tell({ step: before, problem: refusal.toData() })
      throw refusal
    }
  }

  private tell(change: Partial<UpdateState>): void {
    this.#state = { ...this.#state, ...change }
    this.options.onState(this.#state)
  }
}

function packedSource(): z.infer<typeof source> {
  try {
    return source.parse(JSON.parse(readFileSync(join(process.resourcesPath, 'release.json'), 'utf8')))
  } catch {
    return null
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'ERR_CHECKSUM_MISMATCH') return new Refusal('updates.broken')
  return new Refusal('updates.unreachable', { reason: (code ?? message ?? '').slice(0, 80) })
}
