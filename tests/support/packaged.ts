/** The packaged program. With its fuses set nobody can attach to its main process: its page is reached as a browser's. */
import { createPackageWithOptions, extractAll } from '@electron/asar'
import { chromium, expect, type Browser, type Page } from '@playwright/test'
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { listenForComplaints, programFolder } from './launch'

/** What `npm run package` made for this system, unpacked; undefined where it was not run. */
export const packagedProgram: string | undefined = [
  'dist/linux-unpacked/kontor',
  'dist/win-unpacked/Kontor.exe',
  'dist/mac/Kontor.app/Contents/MacOS/Kontor',
]
  .map((path) => join(programFolder, path))
  .find((path) => existsSync(path))

export const NOT_PACKAGED = 'nothing is packaged: npm test packages first, by hand it is npm run package'

export interface Window {
  readonly page: Page
  readonly complaints: string[]
  /** Ends the program, as closing its last window does. */
  quit(): Promise<void>
}

/** The page of a program that was started with `--remote-debugging-port=0` and this folder for its person. */
export async function pageOf(folder: string): Promise<Window> {
  const portFile = join(folder, 'DevToolsActivePort')
  let found: { browser: Browser; page: Page } | undefined
  // A program that has just ended, for the one after it, leaves its port behind for a moment.
  await expect(async () => {
    const [port] = readFileSync(portFile, 'utf8').split('\n')
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 3000 })
    const [page] = browser.contexts().flatMap((context) => context.pages())
    if (page === undefined) throw new Error('no page yet')
    found = { browser, page }
  }).toPass({ timeout: 60_000 })
  const { browser, page } = found as unknown as { browser: Browser; page: Page }
  const complaints: string[] = []
  listenForComplaints(page, complaints)
  return {
    page,
    complaints,
    async quit() {
      const session = await browser.newBrowserCDPSession()
      const gone = new Promise((resolve) => browser.once('disconnected', resolve))
      // It may be gone before it answers.
      await session.send('Browser.close').catch(() => undefined)
      await gone
      rmSync(portFile, { force: true })
    },
  }
}

/**
 * A copy of the packaged program under another version.
 * @param change what else differs, in the unpacked archive
 */
export async function repack(
  executable: string,
  to: string,
  version: string,
  release: unknown,
  change: (archive: string) => void = () => undefined,
): Promise<void> {
  const from = join(executable, '..')
  linkTree(from, to, (path) => !path.startsWith('resources'))
  const resources = join(from, 'resources')
  const archive = `${to}.archive`
  extractAll(join(resources, 'app.asar'), archive)
  const manifest = join(archive, 'package.json')
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), version }))
  change(archive)
  mkdirSync(join(to, 'resources'))
  await createPackageWithOptions(archive, join(to, 'resources/app.asar'), { unpack: '**/*.node' })
  rmSync(archive, { recursive: true })
  writeFileSync(join(to, 'resources/release.json'), JSON.stringify(release))
}

/** The same files under another folder, without the space of a copy where the disk allows it. */
function linkTree(from: string, to: string, isWanted: (path: string) => boolean): void {
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!isWanted(path)) continue
    if (statSync(join(from, path)).isDirectory()) continue
    mkdirSync(join(to, path, '..'), { recursive: true })
    try {
      linkSync(join(from, path), join(to, path))
    } catch {
      cpSync(join(from, path), join(to, path))
    }
  }
}
