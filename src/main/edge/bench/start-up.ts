import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, type Measure } from './measure'

const TIMES = 5
const LONGEST_MILLISECONDS = 60_000

interface Electron {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** The least an Electron can do: one window, one line of HTML, gone when it is painted. */
const BARE_MAIN = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: true, width: 1366, height: 768 })
  window.webContents.once('did-finish-load', () => app.exit(0))
  window.loadURL('data:text/html,<input>')
})
`

/** Start of the program to a page that takes input, against a bare window; undefined where neither can be started. */
export async function startMeasure(folder: string): Promise<Measure | undefined> {
  const program = programFolder()
  const described = join(program, 'node_modules', '.kontor', 'electron.json')
  if (!existsSync(described) || !existsSync(join(program, 'out', 'renderer', 'index.html'))) return undefined
  const screen = process.platform === 'linux' && process.env['DISPLAY'] === undefined
  if (screen && spawnSync('xvfb-run', ['--help']).error !== undefined) return undefined
  const electron = JSON.parse(readFileSync(described, 'utf8')) as Electron
  const bare = join(folder, 'bare')
  mkdirSync(bare)
  writeFileSync(join(bare, 'package.json'), '{ "name": "bare", "version": "1.0.0", "main": "main.cjs" }')
  writeFileSync(join(bare, 'main.cjs'), BARE_MAIN)
  const data = `--user-data=${join(folder, 'data')}`
  const ours: number[] = []
  const floor: number[] = []
  // The first of each warms the disk's cache and makes the company file.
  for (let nth = 0; nth <= TIMES; nth += 1) {
    const bareTime = await runOnce(electron, screen, [bare])
    const ourTime = await runOnce(electron, screen, [program, data, '--exit-when-ready'])
    if (bareTime === undefined || ourTime === undefined) return undefined
    if (nth === 0) continue
    floor.push(bareTime)
    ours.push(ourTime)
  }
  const [oursMilliseconds, floorMilliseconds] = [median(ours), median(floor)]
  return {
    name: 'start to a page that takes input',
    oursMilliseconds,
    floorMilliseconds,
    ratio: oursMilliseconds / floorMilliseconds,
    aim: null,
  }
}

/** The folder of package.json above this file, which the build may have put at any depth. */
function programFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function runOnce(electron: Electron, screen: boolean, args: readonly string[]): Promise<number | undefined> {
  const command = [electron.executablePath, ...electron.args, ...args]
  const [program = '', ...rest] = screen ? ['xvfb-run', '-a', ...command] : command
  const since = performance.now()
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      env: { ...process.env, ...electron.env },
      stdio: 'ignore',
      timeout: LONGEST_MILLISECONDS,
    })
    child.on('error', () => resolve(undefined))
    child.on('exit', (code) => resolve(code === 0 ? performance.now() - since : undefined))
  })
}
