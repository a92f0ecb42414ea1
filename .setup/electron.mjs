// The Electron that runs here, and how it is started. The end-to-end tests and the benchmark ask here too:
//   node .setup/electron.mjs --json     { kind, version, executablePath, args, env }
// The same is in node_modules/.kontor/electron.json once set-up has run. Start it with
//   executablePath [...args, <folder of the application>, <arguments for the application>...]
// and `env` added to the environment.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureFallbackElectron, isPossible, version as fallbackVersion } from './fallback-electron.mjs'
import { hasDisplay, isEntry, isLinux, isRoot, root, state } from './place.mjs'
import { alone, run } from './process.mjs'
import { Stop, say, step } from './say.mjs'
import { ensureSqliteBinding } from './sqlite-binding.mjs'
import { ensureSystem, missingLibraries } from './system.mjs'

const file = join(state, 'electron.json')
const package_ = join(root, 'node_modules', 'electron')
const officialVersion = () => JSON.parse(readFileSync(join(package_, 'package.json'), 'utf8')).version

/** @returns {Promise<{ kind: 'official' | 'fallback', version: string, executablePath: string, args: string[], env: Record<string, string> }>} */
export async function ensureElectron() {
  await ensureSystem('window')
  const found = (await known()) ?? (await alone('electron', async () => (await known()) ?? (await find())))
  const electron = { ...found, args: argumentsFor(found.kind) }
  mkdirSync(state, { recursive: true })
  const text = `${JSON.stringify(electron, null, 2)}\n`
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
  return electron
}

/** What was found before, if it is still what this checkout wants. Asking the network again would cost seconds. */
async function known() {
  if (!existsSync(file)) return undefined
  const { kind } = JSON.parse(readFileSync(file, 'utf8'))
  return kind === 'fallback' && isPossible ? fallback() : installed()
}

async function find() {
  const electron = (await official()) ?? (await fallback())
  const missing = await missingLibraries(electron.executablePath)
  if (missing.length > 0) {
    say(
      `set-up: Electron needs libraries that this machine lacks: ${missing.join(' ')}. Install the packages that hold them.`,
    )
  }
  return electron
}

/** The official Electron, if it is there. */
function installed() {
  const name = join(package_, 'path.txt')
  const executablePath = existsSync(name) && join(package_, 'dist', readFileSync(name, 'utf8'))
  if (!executablePath || !existsSync(executablePath)) return undefined
  const isOfPackage =
    readFileSync(join(package_, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '') === officialVersion()
  if (!isOfPackage) return undefined
  return { kind: 'official', version: officialVersion(), executablePath, env: { ELECTRON_EXEC_PATH: executablePath } }
}

async function official() {
  if (installed()) return installed()
  const version = officialVersion()
  const reason = await unreachable(version)
  if (reason) {
    say(`set-up: Electron ${version} is out of reach (${reason})`)
  } else {
    await step(`Electron ${version} (100 MB, once)`, () =>
      run(process.execPath, [join(package_, 'install.js')], { timeoutSeconds: 1800, env: proxyAware }),
    )
  }
  if (installed() || isPossible) return installed()
  throw new Stop(
    `Electron ${version} could not be fetched.`,
    reason ?? 'its installer failed; its own message stands above',
    'make sure that https://github.com can be opened from this machine, or set ELECTRON_MIRROR to a place that has Electron (a proxy: HTTPS_PROXY), then run the same command again',
  )
}

// Node's own fetch takes a proxy from the environment only when told so.
const proxyAware = { NODE_USE_ENV_PROXY: '1' }

/** Asks for the smallest file of the release, so that a closed network costs seconds and not a download's time-out. */
async function unreachable(version) {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return undefined
  const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`
  const question = `fetch(${JSON.stringify(address)}, { method: 'HEAD', signal: AbortSignal.timeout(6000) })
    .then((answer) => answer.ok ? '' : 'github.com answers ' + answer.status, (error) => 'github.com: ' + (error.cause?.code ?? error.name))
    .then((reason) => { process.stdout.write(reason); process.exit(0) })`
  const { output } = await run(process.execPath, ['-e', question], {
    output: 'keep',
    timeoutSeconds: 10,
    env: proxyAware,
  })
  return output.trim() || undefined
}

async function fallback() {
  // The download waits for the network, the compiler for the processor.
  const [executablePath, binding] = await Promise.all([ensureFallbackElectron(), ensureSqliteBinding(fallbackVersion)])
  const env = {
    // electron-vite asks for the first, the npm package `electron` for the second.
    ELECTRON_EXEC_PATH: executablePath,
    ELECTRON_OVERRIDE_DIST_PATH: dirname(executablePath),
    KONTOR_SQLITE_BINDING: binding,
  }
  return { kind: 'fallback', version: fallbackVersion, executablePath, env }
}

function argumentsFor(kind) {
  if (!isLinux) return []
  const args = []
  if (isRoot || !allowsSandbox()) args.push('--no-sandbox')
  if (isRoot || !hasDisplay) args.push('--disable-gpu')
  if (kind === 'fallback' && !process.env.DISPLAY && process.env.WAYLAND_DISPLAY) args.push('--ozone-platform=wayland')
  return args
}

/** Chromium's sandbox needs user namespaces, which some distributions keep from programs that were not installed. */
function allowsSandbox() {
  const setting = (name) => (existsSync(name) ? readFileSync(name, 'utf8').trim() : undefined)
  return (
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    setting('/proc/sys/kernel/unprivileged_userns_clone') !== '0'
  )
}

// Not awaited: the task imports this module again, which must have ended by then.
if (isEntry(import.meta)) void import('./run.mjs').then(({ main }) => main(['electron']))
