import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  MessageChannelMain,
  utilityProcess,
  type IpcMainEvent,
  type MessagePortMain,
  type UtilityProcess,
} from 'electron'
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal, type RefusalData } from '../shared/errors'
import { SHELL_CHANNELS, type EngineNews, type EngineOrder, type OpenOrder } from '../shared/shell'
import type { TargetState } from '../shared/backups'
import { LogFile, supportText } from './edge/support'
import { UpdateShell } from './edge/updates'
import { alsoLogTo } from './kernel/log'
import {
  BackupShell,
  harden,
  keepDownloads,
  openWindow,
  PAGE_ADDRESS,
  registerScheme,
  serveRenderer,
} from './edge/window'

const here = dirname(fileURLToPath(import.meta.url))
const developmentAddress = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const DEMO_DAYS = 30
const MOST_FAILED_STARTS = 3

const argument = (name: string): string | undefined =>
  process.argv.find((entry) => entry.startsWith(`--${name}=`))?.slice(name.length + 3)

const userData = argument('user-data')
if (userData !== undefined) app.setPath('userData', userData)
const ownCompany = (): string => argument('company') ?? join(app.getPath('userData'), 'company.kontor')
const demoCompany = (): string => join(app.getPath('userData'), 'demo.kontor')

const logFile = new LogFile(join(app.getPath('userData'), 'logs/kontor.log'))
alsoLogTo((line) => logFile.add(line))

/** A process of the program; what it logs is kept with everything else. */
function startProcess(script: string, serviceName: string, env: Readonly<Record<string, string>> = {}): UtilityProcess {
  const child = utilityProcess.fork(script, [], { serviceName, env: { ...process.env, ...env }, stdio: 'pipe' })
  child.stdout?.on('data', (piece: Buffer) => process.stdout.write(piece))
  child.stderr?.on('data', (piece: Buffer) => {
    process.stderr.write(piece)
    logFile.add(piece.toString('utf8'))
  })
  return child
}

/** What helps whoever helps: shown to the person, who sends it or does not. */
async function supportOf(window: BrowserWindow, backups: readonly TargetState[]): Promise<string> {
  let [facts, hidden]: [string, readonly string[]] = ['', []]
  try {
    const told = (await engine.ask(window, 'health.supportFacts', {})) as { text: string; hidden: readonly string[] }
    facts = told.text
    hidden = told.hidden
  } catch (error) {
    facts = error instanceof Refusal ? error.code : 'no answer'
  }
  return supportText({
    program: app.getVersion(),
    facts,
    hidden,
    logLines: logFile.last(300),
    backups: backups.map(({ url, problem, otherHosts, ...state }) => ({
      ...state,
      kind: url.slice(0, url.indexOf(':')),
      problem: problem?.code ?? null,
      otherHosts: otherHosts.length,
    })),
  })
}

/** The engine: one process, the only writer of the company file. What goes wrong in it never takes the window down. */
class Engine {
  #process: UtilityProcess | undefined
  #state: 'opening' | 'ready' | { refusal: RefusalData } = 'opening'
  #failedStarts = 0
  #nextId = 1
  readonly #asked = new Map<number, { resolve(answer: unknown): void; reject(error: unknown): void }>()
  readonly #waiting = new Set<BrowserWindow>()
  /** Who is signed in, by window: an engine that died must not cost anybody a new sign-in. */
  readonly #tokens = new Map<number, string>()
  #order: OpenOrder = { kind: 'open', path: '', demoDays: null }

  get path(): string {
    return this.#order.path
  }

  /** A call of the shell itself, as whoever is signed in at the window. */
  async ask(window: BrowserWindow, name: string, input: unknown): Promise<unknown> {
    return this.request({ kind: 'call', id: this.#nextId++, token: this.#tokens.get(window.id) ?? null, name, input })
  }

  /** The file is free for others to rename when it settles. */
  async close(): Promise<void> {
    this.#state = 'opening'
    await this.request({ kind: 'close', id: this.#nextId++ })
  }

  private request(order: EngineOrder & { id: number }): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#process === undefined) {
        reject(new Refusal('app.engineAway'))
        return
      }
      this.#asked.set(order.id, { resolve, reject })
      this.#process.postMessage(order)
    })
  }

  private settleAsked({ id, answer, refusal }: EngineNews & { kind: 'reply' }): void {
    const asked = this.#asked.get(id)
    this.#asked.delete(id)
    if (refusal === undefined) asked?.resolve(answer)
    else asked?.reject(new Refusal(refusal.code, refusal.params))
  }

  open(path: string, demoDays: number | null): void {
    mkdirSync(dirname(path), { recursive: true })
    if (this.#order.path !== path) this.#tokens.clear()
    this.#order = { kind: 'open', path, demoDays }
    this.#state = 'opening'
    this.#process ??= this.start()
    this.#process.postMessage(this.#order)
  }

  /** Hands the window a port as soon as the company is open, or the reason why it can't be. */
  connect(window: BrowserWindow): void {
    if (this.#state === 'opening') {
      this.#waiting.add(window)
    } else if (this.#state === 'ready') {
      const { port1, port2 } = new MessageChannelMain()
      const order: EngineOrder = { kind: 'connect', window: window.id, token: this.#tokens.get(window.id) ?? null }
      this.#process?.postMessage(order, [port1])
      window.webContents.postMessage(SHELL_CHANNELS.engine, null, [port2])
    } else {
      window.webContents.postMessage(SHELL_CHANNELS.engine, this.#state)
    }
  }

  /** A port to the devices of this PC. */
  connectDevices(port: MessagePortMain): void {
    const order: EngineOrder = { kind: 'devices' }
    this.#process?.postMessage(order, [port])
  }

  private settle(state: 'ready' | { refusal: RefusalData }): void {
    if (updates.onCompany(state === 'ready' ? undefined : state.refusal)) {
      updates.goBack()
      app.exit(0)
      return
    }
    this.#state = state
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const window of waiting) if (!window.isDestroyed()) this.connect(window)
  }

  private start(): UtilityProcess {
    const engine = startProcess(join(here, 'engine.js'), 'Kontor engine', { KONTOR_STATION: hostname() })
    engine.on('message', (news: EngineNews) => {
      if (news.kind === 'progress') {
        for (const window of this.#waiting) window.webContents.send(SHELL_CHANNELS.progress, news)
        return
      }
      if (news.kind === 'signedIn') {
        if (news.token === null) this.#tokens.delete(news.window)
        else this.#tokens.set(news.window, news.token)
        return
      }
      if (news.kind === 'reply') {
        this.settleAsked(news)
        return
      }
      this.#failedStarts = 0
      // A company that was found damaged while it was open is gone from every window.
      if (news.kind === 'failed') for (const window of BrowserWindow.getAllWindows()) this.#waiting.add(window)
      this.settle(news.kind === 'ready' ? 'ready' : { refusal: news.refusal })
    })
    engine.on('exit', () => {
      this.#process = undefined
      for (const { reject } of this.#asked.values()) reject(new Refusal('app.engineAway'))
      this.#asked.clear()
      if (quitting) return
      // Every acknowledged command is on disk; open the company again and give the windows new ports.
      for (const window of BrowserWindow.getAllWindows()) this.#waiting.add(window)
      if (this.#state === 'opening') this.#failedStarts += 1
      if (this.#failedStarts < MOST_FAILED_STARTS) {
        this.open(this.#order.path, this.#order.demoDays)
        devices.connectEngine()
      } else this.settle({ refusal: { code: 'app.unexpected', params: { reference: 'engine' } } })
    })
    return engine
  }
}

/** A devices process that lived so long was well. */
const WELL_MS = 60_000

/** The devices process. Every window, and the engine, has a port of its own to it; where it died, a new one. */
class Devices {
  #process: UtilityProcess | undefined
  readonly #windows = new Set<BrowserWindow>()
  #restarts = 0

  start(): void {
    const begun = Date.now()
    const devices = startProcess(join(here, 'devices.js'), 'Kontor devices')
    this.#process = devices
    devices.once('spawn', () => {
      engine.connectDevices(this.port())
      for (const window of this.#windows) if (!window.isDestroyed()) this.connect(window)
    })
    devices.once('exit', () => {
      this.#process = undefined
      if (quitting) return
      // A driver that crashes at once must not keep the PC busy.
      this.#restarts = Date.now() - begun > WELL_MS ? 0 : this.#restarts + 1
      setTimeout(() => this.start(), Math.min(500 * 2 ** this.#restarts, 30_000))
    })
  }

  connect(window: BrowserWindow): void {
    this.#windows.add(window)
    if (this.#process !== undefined) window.webContents.postMessage(SHELL_CHANNELS.devices, null, [this.port()])
  }

  /** The engine was started anew and has lost its port. */
  connectEngine(): void {
    if (this.#process !== undefined) engine.connectDevices(this.port())
  }

  private port(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain()
    this.#process?.postMessage(null, [port1])
    return port2
  }
}

let quitting = false
const engine = new Engine()
const devices = new Devices()

const authorise = async (window: BrowserWindow, what: string, detail: string): Promise<void> => {
  await engine.ask(window, 'access.authorise', { what, detail, idempotencyKey: randomUUID() })
}
const toEveryWindow = (channel: string, news: unknown): void => {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, news)
}

const updates = new UpdateShell({
  userData: app.getPath('userData'),
  authorise: (window, what, detail) => authorise(window, `update.${what}`, detail),
  backUp: () => backups.backUpEverywhere(),
  leave: async () => {
    quitting = true
    await engine.close()
  },
  onState: (state) => toEveryWindow(SHELL_CHANNELS.updateState, state),
})

const backups = new BackupShell({
  script: join(here, 'backup.js'),
  userData: app.getPath('userData'),
  host: hostname(),
  ownCompany,
  openCompany: () => engine.path,
  open: (path) => {
    engine.open(path, null)
    for (const window of BrowserWindow.getAllWindows()) engine.connect(window)
  },
  closeCompany: () => engine.close(),
  authorise: (window, what, detail) => authorise(window, `backup.${what}`, detail),
  ask: (window, name, input) => engine.ask(window, name, input),
  supportText: supportOf,
  fork: (script, name) => startProcess(script, name),
  isEstablished: async (window) => {
    try {
      return ((await engine.ask(window, 'company.status', {})) as { isReady: boolean }).isReady
    } catch {
      // A company that can't be opened: whoever sits here may bring a good one back.
      return false
    }
  },
  onState: (state) => toEveryWindow(SHELL_CHANNELS.backupState, state),
  onProgress: (done, total) => toEveryWindow(SHELL_CHANNELS.progress, { done, total }),
})

/** By scheme and host: a scheme of one's own has no origin in a URL. */
function isOwnPage(url: string): boolean {
  if (!URL.canParse(url)) return false
  const [asked, own] = [new URL(url), new URL(developmentAddress ?? PAGE_ADDRESS)]
  return asked.protocol === own.protocol && asked.host === own.host
}

/** Only our own page, in its top frame, may speak to the shell. */
function windowOf(event: Pick<IpcMainEvent, 'sender' | 'senderFrame'>): BrowserWindow | undefined {
  const frame = event.senderFrame
  const isOurs = frame !== null && frame === event.sender.mainFrame && isOwnPage(frame.url)
  return isOurs ? (BrowserWindow.fromWebContents(event.sender) ?? undefined) : undefined
}

function listen(): void {
  ipcMain.on(SHELL_CHANNELS.connect, (event) => {
    const window = windowOf(event)
    if (window !== undefined) engine.connect(window)
  })
  const reopen = (channel: string, path: () => string, demoDays: number | null): void => {
    ipcMain.on(channel, (event) => {
      const window = windowOf(event)
      if (window === undefined) return
      engine.open(path(), demoDays)
      engine.connect(window)
    })
  }
  reopen(SHELL_CHANNELS.openDemo, demoCompany, DEMO_DAYS)
  reopen(SHELL_CHANNELS.openOwn, ownCompany, null)
  ipcMain.handle(SHELL_CHANNELS.backup, (event, verb: unknown, input: unknown) => {
    const window = windowOf(event)
    return window === undefined ? undefined : backups.call(window, verb, input)
  })
  ipcMain.handle(SHELL_CHANNELS.update, (event, verb: unknown, input: unknown) => {
    const window = windowOf(event)
    return window === undefined ? undefined : updates.call(window, verb, input)
  })
  // Chromium writes what a page remembers seconds later; a program that is killed would come back without it.
  ipcMain.on(SHELL_CHANNELS.keep, (event) => windowOf(event)?.webContents.session.flushStorageData())
  ipcMain.on(SHELL_CHANNELS.connectDevices, (event) => {
    const window = windowOf(event)
    if (window !== undefined) devices.connect(window)
  })
}

function show(): void {
  const window = openWindow({ preload: join(here, '../preload/index.cjs'), station: hostname(), developmentAddress })
  if (process.argv.includes('--exit-when-ready')) void exitWhenReady(window)
}

/** For `kontor bench`: the program ends as soon as its page takes input. */
async function exitWhenReady(window: BrowserWindow): Promise<void> {
  const asked = "document.querySelector('form input, .k-shell') !== null"
  while (!((await window.webContents.executeJavaScript(asked).catch(() => false)) as boolean)) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  app.exit(0)
}

registerScheme()
if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  app.on('second-instance', (_event, argv) => {
    // A second workplace on the same computer, with a scanner of its own.
    if (argv.includes('--new-window')) return show()
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('before-quit', () => (quitting = true))
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => {
    if (updates.begin()) {
      updates.goBack()
      app.exit(0)
      return
    }
    Menu.setApplicationMenu(null)
    harden(isOwnPage)
    serveRenderer(join(here, '../renderer'))
    keepDownloads(app.getPath('downloads'))
    listen()
    const demo = process.argv.includes('--demo')
    engine.open(demo ? demoCompany() : ownCompany(), demo ? DEMO_DAYS : null)
    backups.keep()
    devices.start()
    show()
    updates.watch()
  })
}
