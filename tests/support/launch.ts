/** The real program in a real window, and what a person or a scanner does to it. */
import { _electron, expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { createInstance, type TFunction } from 'i18next'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { addFormats, translationOptions } from '../../src/shared/i18n'
import type { Language } from '../../src/shared/values/format'

export const programFolder = resolve(import.meta.dirname, '../..')
const pictures = join(programFolder, 'docs/pictures')

interface FoundElectron {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** What set-up found. Without it there is no window to test. */
function foundElectron(): FoundElectron {
  const text = process.env['KONTOR_ELECTRON']
  if (text === undefined) throw new Error('KONTOR_ELECTRON is not set: start the tests with `npm run e2e`')
  return JSON.parse(text) as FoundElectron
}

/** How Electron must be started on this machine. */
export const electronArguments = (): readonly string[] => foundElectron().args

/** The words of the program, so that a test names a button as a person reads it. */
export function words(language: Language): TFunction {
  const translations = createInstance()
  void translations.init(translationOptions(language))
  addFormats(translations)
  return translations.t
}

export interface OpenOptions {
  readonly language?: Language
  /** The company file; a missing one is made and asks for the first run. */
  readonly company?: string
  /** The person's own folder; a fresh one when left out. */
  readonly folder?: string
  readonly size?: { readonly width: number; readonly height: number }
  /** Switches of Chromium, for what this machine does not have. */
  readonly args?: readonly string[]
}

export interface Program {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  readonly t: TFunction
  readonly language: Language
  /** What the page complained about: errors, refused resources, breaches of the content security policy. */
  readonly complaints: string[]
  close(): Promise<void>
}

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kontor-window-'))
}

export async function openProgram(options: OpenOptions = {}): Promise<Program> {
  const { language = 'en', folder = freshFolder() } = options
  const electron = foundElectron()
  const args = [
    ...electron.args,
    programFolder,
    `--user-data=${folder}`,
    `--lang=${language === 'en' ? 'en-US' : language}`,
  ]
  if (options.company !== undefined) args.push(`--company=${options.company}`)
  args.push(...(options.args ?? []))
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args,
    env: {
      ...(process.env as Record<string, string>),
      ...electron.env,
      KONTOR_OPEN_DOWNLOADS: 'no',
      LANGUAGE: language,
      TZ: 'UTC',
    },
  })
  const page = await app.firstWindow()
  const complaints: string[] = []
  listenForComplaints(page, complaints)
  await page.evaluate(
    (code) => localStorage.getItem('kontor.language') ?? localStorage.setItem('kontor.language', code),
    language,
  )
  if ((await page.evaluate(() => document.documentElement.lang)) !== language) await page.reload()
  if (options.size !== undefined) await resize(app, options.size)
  return {
    app,
    page,
    folder,
    language,
    t: words(language),
    complaints,
    async close() {
      await app.close()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface Browser {
  readonly pages: readonly Page[]
  readonly complaints: string[]
  close(): Promise<void>
}

/** Plain browser windows, to see what the host serves: the same Chromium, none of the program's own shell. */
export async function openBrowser(addresses: readonly string[], language: Language = 'en'): Promise<Browser> {
  const electron = foundElectron()
  const profile = freshFolder()
  const lang = `--lang=${language === 'en' ? 'en-US' : language}`
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args: [...electron.args, join(import.meta.dirname, 'browser'), `--profile=${profile}`, lang, ...addresses],
    env: { ...(process.env as Record<string, string>), ...electron.env, LANGUAGE: language, TZ: 'UTC' },
  })
  await expect.poll(() => app.windows().length).toBe(addresses.length)
  const pages = app.windows()
  const complaints: string[] = []
  for (const page of pages) {
    listenForComplaints(page, complaints)
    await page.waitForLoadState()
  }
  return {
    pages,
    complaints,
    async close() {
      await app.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

export function listenForComplaints(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
}

export async function resize(
  app: ElectronApplication,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height)
  }, size)
}

/** As a person does it at the desk. */
export async function signIn(page: Page, t: TFunction, login: string, password: string): Promise<void> {
  await page.getByLabel(t('app.signIn.login')).fill(login)
  await page.getByLabel(t('app.signIn.password'), { exact: true }).last().fill(password)
  await page.getByRole('button', { name: t('app.signIn.do') }).click()
}

export async function signOut(page: Page, t: TFunction, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: t('app.signOut') }).click()
}

/** Ctrl+K, and what is typed into it. */
export async function search(page: Page, t: TFunction, text: string): Promise<Locator> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: t('ui.palette.title') })
  await palette.getByRole('combobox').fill(text)
  // What it offered before still stands there until the answer comes.
  await expect(palette.getByRole('listbox')).toHaveAttribute('aria-busy', 'false')
  return palette
}

/** Opens a page by Ctrl+K and its name, as the palette offers it below its room. */
export async function openPage(page: Page, t: TFunction, titleKey: string, room: string): Promise<void> {
  const palette = await search(page, t, t(titleKey))
  await palette.getByRole('option', { name: `${t(titleKey)} ${t(`app.rooms.${room}`)}`, exact: true }).click()
}

const GROUP_SEPARATOR = '\u001d'
const US_KEYS = new Map<string, { code: string; isShifted: boolean }>(
  [
    ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, letter.toUpperCase(), `Key${letter.toUpperCase()}`]),
    ...[...'1234567890'].map((digit, at) => [digit, '!@#$%^&*()'[at] ?? '', `Digit${digit}`]),
    ['-', '_', 'Minus'],
    ['=', '+', 'Equal'],
    ['[', '{', 'BracketLeft'],
    [']', '}', 'BracketRight'],
    ['/', '?', 'Slash'],
    ['.', '>', 'Period'],
    [',', '<', 'Comma'],
    [';', ':', 'Semicolon'],
    ["'", '"', 'Quote'],
    [' ', '', 'Space'],
  ].flatMap(([plain = '', shifted = '', code = '']) => [
    [plain, { code, isShifted: false }] as const,
    [shifted, { code, isShifted: true }] as const,
  ]),
)

/**
 * Pulls the trigger: every key of the code and Enter, one after the other without a pause, as a scanner in keyboard
 * mode sends them. FNC1 (U+001D) goes as F8, which is what scanners are set to; a line break is the Enter between two
 * codes of one trigger.
 */
export async function scan(page: Page, text: string): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  const sent: Promise<unknown>[] = []
  const begun = Date.now()
  const press = (key: string, code: string, modifiers: number, character?: string): void => {
    // However busy this machine is, the scanner says when it sent each key: one every 4 ms.
    const timestamp = (begun + sent.length * 2) / 1000
    const event = { key, code, modifiers, timestamp, windowsVirtualKeyCode: virtualKey(code) }
    sent.push(
      keyboard.send('Input.dispatchKeyEvent', {
        ...event,
        type: 'keyDown',
        ...(character === undefined ? {} : { text: character }),
      }),
    )
    sent.push(keyboard.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }))
  }
  for (const character of text) {
    if (character === GROUP_SEPARATOR) {
      press('F8', 'F8', 0)
      continue
    }
    if (character === '\n') {
      press('Enter', 'Enter', 0, '\r')
      continue
    }
    const key = US_KEYS.get(character)
    if (key === undefined) throw new Error(`a scanner has no key for "${character}"`)
    press(character, key.code, key.isShifted ? 8 : 0, character)
  }
  press('Enter', 'Enter', 0, '\r')
  await Promise.all(sent)
  await keyboard.detach()
  // No hand pulls the trigger twice within the time in which the same code counts as one scan.
  await page.waitForTimeout(300)
}

function virtualKey(code: string): number {
  if (code === 'Enter') return 13
  if (code === 'F8') return 119
  return /^(Key|Digit)(.)$/.exec(code)?.[2]?.codePointAt(0) ?? 0
}

/**
 * Takes a picture for the documentation where pictures are asked for (KONTOR_PICTURES=1: an ordinary test run leaves
 * the checkout clean). Asked for or not, the page must not have complained.
 */
export async function picture(program: Pick<Program, 'page' | 'complaints'>, name: string): Promise<void> {
  expect(program.complaints, `complaints of the page at ${name}`).toEqual([])
  if (process.env['KONTOR_PICTURES'] !== '1') return
  mkdirSync(pictures, { recursive: true })
  await program.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
}
