import { app, dialog, type BrowserWindow, type UtilityProcess } from 'electron'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BackupCalls, BackupVerb, KeeperNews, KeeperOrder, TargetState } from '../../../../shared/backups'
import { Refusal, refuse, type RefusalData } from '../../../../shared/errors'
import { attachmentsFolderOf, riskyPlaceOf, takePlace } from '../../../kernel/db'
import { TargetSettings } from './target-settings'

export interface BackupShellOptions {
  readonly script: string
  readonly userData: string
  readonly host: string
  /** the company of this person, not the demonstration */
  readonly ownCompany: () => string
  /** the one that is open now */
  readonly openCompany: () => string
  readonly open: (path: string) => void
  /** Lets the file go, so that another can take its place. */
  readonly closeCompany: () => Promise<void>
  /** Asks the engine whether the person at this window has the right; the trail keeps it. Throws a Refusal. */
  readonly authorise: (window: BrowserWindow, what: string, detail: string) => Promise<void>
  /** A procedure of the engine, as the person at this window. */
  readonly ask: (window: BrowserWindow, name: string, input: object) => Promise<unknown>
  readonly supportText: (window: BrowserWindow, backups: readonly TargetState[]) => Promise<string>
  /** Starts a process whose words of trouble are kept. */
  readonly fork: (script: string, name: string) => UtilityProcess
  readonly isEstablished: (window: BrowserWindow) => Promise<boolean>
  readonly onState: (state: BackupCalls['state']['answer']) => void
  readonly onProgress: (done: number, total: number) => void
}

/** In the snapshot: places of the backups of this PC, so that the next one can go on there. */
const BESIDE = 'settings/backup-places.json'

type Answers = {
  [V in BackupVerb]: (window: BrowserWindow, input: BackupCalls[V]['input']) => Promise<BackupCalls[V]['answer']>
}

/** Asked before anybody is signed in: they need a passphrase or a recovery key, and write only new files. */
const BEFORE_SIGN_IN = new Set<BackupVerb>(['state', 'find', 'chooseFolder'])
/** Where no company can be opened nobody can sign in: whoever sits here may bring one back. */
const WITHOUT_COMPANY = new Set<BackupVerb>(['bringBack', 'salvage', 'useSalvaged'])

/** What the page may ask about backups: who asks is checked by the engine, secrets stay in the shell and its process. */
export class BackupShell {
  #process: UtilityProcess | undefined
  #states: readonly TargetState[] = []
  #nextId = 1
  readonly #waiting = new Map<number, { resolve(answer: unknown): void; reject(error: unknown): void }>()
  readonly #settings: TargetSettings
  readonly #formerPath: string

  constructor(private readonly options: BackupShellOptions) {
    this.#settings = new TargetSettings(join(options.userData, 'backup-targets.json'))
    this.#formerPath = join(options.userData, 'backup-former.json')
  }

  /** Begins to keep the company that is open; the demonstration is nobody's data. */
  keep(): void {
    const { openCompany, ownCompany } = this.options
    if (openCompany() !== ownCompany()) return
    const targets = this.#settings.read()
    if (targets.length === 0) return
    this.send({
      kind: 'keep',
      companyPath: ownCompany(),
      host: this.options.host,
      program: app.getVersion(),
      memoryPath: join(this.options.userData, 'backup-memory.json'),
      beside: [{ path: BESIDE, file: this.writeSettings(targets.map(({ url }) => url)) }],
      targets,
    })
  }

  /** To every target, now; throws the first Refusal. */
  async backUpEverywhere(): Promise<void> {
    await Promise.all(this.#settings.read().map(({ id }) => this.ask('now', { id })))
  }

  async call(
    window: BrowserWindow,
    verb: unknown,
    input: unknown,
  ): Promise<{ answer: unknown } | { refusal: RefusalData }> {
    try {
      if (typeof verb !== 'string' || !(verb in this.#answers))
        refuse('app.unknownProcedure', { procedure: String(verb) })
      const known = verb as BackupVerb
      const isFree = WITHOUT_COMPANY.has(known) && !(await this.options.isEstablished(window))
      if (!BEFORE_SIGN_IN.has(known) && !isFree) await this.options.authorise(window, known, describe(input))
      return { answer: await this.#answers[known](window, input as never) }
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('app.unexpected', { reference: 'backup' })
      return { refusal: refusal.toData() }
    }
  }

  readonly #answers: Answers = {
    state: async () => this.state(),
    chooseFolder: async (window) => {
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
      const [folder] = filePaths
      return { url: folder === undefined ? '' : pathToFileURL(join(folder, 'Kontor backup')).href }
    },
    look: (_window, input) => this.ask('look', input),
    add: async (_window, { passphrase, everyMinutes, limitKilobytes, url, user, secret }) => {
      const recoveryKey = await this.ask<string | null>('openOrMake', { url, user, secret, passphrase })
      const id = randomUUID()
      const entry = { id, url, everyMinutes, limitKilobytes, recoveryConfirmed: false, user, secret, passphrase }
      this.store([...this.#settings.read(), entry])
      void this.ask('now', { id }).catch(() => undefined)
      return { id, recoveryKey }
    },
    change: async (_window, { id, everyMinutes, limitKilobytes }) => {
      this.store(
        this.#settings
          .read()
          .map((target) => (target.id === id ? { ...target, everyMinutes, limitKilobytes } : target)),
      )
      return null
    },
    remove: async (_window, { id }) => {
      this.store(this.#settings.read().filter((target) => target.id !== id))
      return null
    },
    now: (_window, input) => this.ask('now', input),
    confirm: async (_window, { id, recoveryKey }) => {
      const proof = await this.ask<{ takenAt: string; checks: number }>('prove', { id, recoveryKey })
      this.store(
        this.#settings.read().map((target) => (target.id === id ? { ...target, recoveryConfirmed: true } : target)),
      )
      return proof
    },
    prove: (_window, { id }) => this.ask('prove', { id }),
    snapshotsOf: async (_window, input) => ({ snapshots: await this.ask('snapshotsOf', input) }),
    restoreBeside: (_window, input) => this.ask('restoreBeside', input),
    openBeside: async (_window, { path }) => {
      this.options.open(this.requireBeside(path))
      return null
    },
    useFrom: async (_window, { path }) => this.replaceOwn(this.requireBeside(path)),
    find: async (_window, input) => ({ snapshots: await this.ask('find', input) }),
    bringBack: async (_window, input) => {
      const restored = `${this.options.ownCompany()}.brought-back`
      // Of a try that was cut off.
      for (const rest of [restored, attachmentsFolderOf(restored), `${restored}.beside`])
        rmSync(rest, { recursive: true, force: true })
      const { verified } = await this.ask<{ verified: boolean }>('bringBack', { ...input, to: restored })
      this.keepFormer(`${restored}.beside`)
      await this.replaceOwn(restored)
      return { verified }
    },
    support: async (window) => ({ text: await this.options.supportText(window, this.#states) }),
    leave: async (window) => {
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
      const [parent] = filePaths
      if (parent === undefined) return null
      const companyPath = this.options.openCompany()
      const stamp = new Date().toISOString().slice(0, 16).replaceAll(/[:T]/g, '-')
      const folder = join(parent, `${basename(companyPath, '.kontor')} ${stamp}`)
      await this.options.ask(window, 'audit.recordExport', {
        what: 'everything',
        about: folder.slice(0, 200),
        format: 'folder',
        rows: 0,
        idempotencyKey: randomUUID(),
      })
      return this.ask('leave', { companyPath, folder })
    },
    salvage: () => {
      const from = this.options.ownCompany()
      const to = `${from}.salvaged`
      for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(to + suffix, { force: true })
      return this.ask('salvage', { from, to })
    },
    useSalvaged: () => this.replaceOwn(`${this.options.ownCompany()}.salvaged`),
    lookUp: async (window, input) => this.ask('lookUp', { ...input, rights: await this.rightsAt(window) }),
    readOld: async (window, input) => this.ask('readOld', { ...input, rights: await this.rightsAt(window) }),
    endLookUp: (_window, input) => this.ask('endLookUp', input),
  }

  private async rightsAt(window: BrowserWindow): Promise<readonly string[]> {
    return ((await this.options.ask(window, 'access.me', {})) as { rights: readonly string[] }).rights
  }

  /** Where the PC before kept its backups: said here, so that somebody sets it up again. */
  private keepFormer(beside: string): void {
    const told = join(beside, BESIDE)
    if (existsSync(told)) renameSync(told, this.#formerPath)
    rmSync(beside, { recursive: true, force: true })
  }

  private former(): readonly string[] {
    try {
      const urls = JSON.parse(readFileSync(this.#formerPath, 'utf8')) as unknown
      const known = new Set(this.#settings.read().map(({ url }) => url))
      return Array.isArray(urls) ? urls.filter((url) => typeof url === 'string' && !known.has(url)) : []
    } catch {
      return []
    }
  }

  /** A page names a file only by what this shell has restored before: beside the company, a company file. */
  private requireBeside(path: string): string {
    const whole = resolve(path)
    const isBeside = dirname(whole) === dirname(this.options.ownCompany()) && whole.endsWith('.kontor')
    return isBeside && existsSync(whole) ? whole : refuse('company.fileMissing', { file: path })
  }

  /** The file in use stays under another name; then the other takes its own. */
  private async replaceOwn(path: string): Promise<{ kept: string }> {
    const own = this.options.ownCompany()
    const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '')
    const kept = `${own.replace(/\.kontor$/, '')} replaced ${stamp}.kontor`
    await this.options.closeCompany()
    takePlace(path, own, kept)
    const [ownFolder, newFolder] = [attachmentsFolderOf(own), attachmentsFolderOf(path)]
    if (existsSync(newFolder)) {
      if (existsSync(ownFolder)) renameSync(ownFolder, attachmentsFolderOf(kept))
      renameSync(newFolder, ownFolder)
    }
    this.options.open(own)
    return { kept }
  }

  private state(): BackupCalls['state']['answer'] {
    const riskyPlace = riskyPlaceOf(this.options.ownCompany()) ?? null
    const { secretsAreSafe } = this.#settings
    return { targets: this.#states, secretsAreSafe, riskyPlace, former: this.former() }
  }

  /** What a new PC should know of this one; no secret in it. */
  private writeSettings(urls: readonly string[]): string {
    const path = join(this.options.userData, 'backup-places.json')
    writeFileSync(path, JSON.stringify(urls))
    return path
  }

  private store(targets: ReturnType<TargetSettings['read']>): void {
    this.#settings.write(targets)
    this.writeSettings(targets.map(({ url }) => url))
    if (this.#states.length === 0) this.keep()
    else this.send({ kind: 'targets', targets })
  }

  private ask<T>(verb: string, input: unknown): Promise<T> {
    const id = this.#nextId++
    return new Promise<T>((resolveAnswer, reject) => {
      this.#waiting.set(id, { resolve: resolveAnswer as (answer: unknown) => void, reject })
      this.send({ kind: 'call', id, verb, input })
    })
  }

  private send(order: KeeperOrder): void {
    this.#process ??= this.start()
    this.#process.postMessage(order)
  }

  private start(): UtilityProcess {
    const keeper = this.options.fork(this.options.script, 'Kontor backup')
    keeper.on('message', (news: KeeperNews) => {
      if (news.kind === 'state') {
        this.#states = news.states
        this.options.onState(this.state())
      } else if (news.kind === 'progress') this.options.onProgress(news.done, news.total)
      else {
        const waiting = this.#waiting.get(news.id)
        this.#waiting.delete(news.id)
        if (news.refusal === undefined) waiting?.resolve(news.answer)
        else waiting?.reject(new Refusal(news.refusal.code, news.refusal.params))
      }
    })
    keeper.on('exit', () => {
      this.#process = undefined
      for (const { reject } of this.#waiting.values()) reject(new Refusal('backup.interrupted'))
      this.#waiting.clear()
      // Started again a little later: whatever ended it must not end it in a circle.
      setTimeout(() => this.keep(), 60_000).unref()
    })
    return keeper
  }
}

/** For the trail: which target, never a secret. */
function describe(input: unknown): string {
  const { id, url, name } = (input ?? {}) as { id?: unknown; url?: unknown; name?: unknown }
  return [url, id, name]
    .filter((part) => typeof part === 'string')
    .join(' ')
    .slice(0, 300)
}
