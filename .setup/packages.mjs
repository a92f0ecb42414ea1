// The npm packages of the lock file, and the Node among them.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node, root, state } from './place.mjs'
import { alone, npm, run } from './process.mjs'
import { Stop, step } from './say.mjs'

const lockFile = join(root, 'package-lock.json')
// npm writes it last.
const hiddenLockFile = join(root, 'node_modules', '.package-lock.json')
const stampFile = join(state, 'packages')

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const wanted = () => `${process.platform}-${process.arch} ${createHash('sha256').update(read(lockFile)).digest('hex')}`

const isReady = () => read(stampFile) === wanted() && existsSync(node)

export async function ensurePackages() {
  if (isReady()) return
  await alone('packages', async () => {
    if (isReady()) return
    if (!holdsLocked()) await install()
    await ensureNode()
    mkdirSync(state, { recursive: true })
    writeFileSync(stampFile, wanted())
  })
}

/** Whether node_modules already holds what the lock file names, so that nothing needs to be fetched or replaced. */
function holdsLocked() {
  const installed = read(hiddenLockFile)
  if (!installed || !existsSync(lockFile)) return false
  const have = JSON.parse(installed).packages
  return Object.entries(JSON.parse(read(lockFile)).packages).every(
    ([path, { version, optional }]) => path === '' || have[path]?.version === version || (optional && !have[path]),
  )
}

async function install() {
  // `npm ci` begins with an empty node_modules, whatever an interrupted one left; a changed lock file needs less.
  const isFresh = !existsSync(hiddenLockFile) && existsSync(lockFile)
  const command = isFresh ? 'ci' : 'install'
  await step(`npm ${command} (some 440 packages, a minute or two)`, async () => {
    const { code } = await npm([command, '--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund'])
    if (code === 0) return
    throw new Stop(
      `npm ${command} ended with code ${code}.`,
      'its own message stands above; most often the npm registry could not be reached or the disk is full',
      'check the connection (npm ping) and the space on the disk, then run the same command again',
    )
  })
}

/** The package `node` fetches its binary in an install script, the only one that is run. */
async function ensureNode() {
  const works = async () => existsSync(node) && (await run(node, ['--version'], { output: 'keep' })).code === 0
  if (await works()) return
  await step('fetching Node for this program', () =>
    npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']),
  )
  if (await works()) return
  throw new Stop(
    'The Node that this program runs on is not there.',
    'the install script of the npm package `node` did not run or could not fetch the binary for this system',
    'run `npm rebuild node --ignore-scripts=false` and read what it says, then run the same command again',
  )
}
