// Builds what is older than its sources, and only that.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fingerprint, root } from './place.mjs'
import { alone, run } from './process.mjs'
import { Stop, say, seconds } from './say.mjs'

const out = join(root, 'out')
const configuration = ['electron.vite.config.ts', 'package-lock.json']

const parts = {
  main: { sources: ['src/main', 'src/shared', 'resources'], result: 'main/cli.js' },
  preload: { sources: ['src/main/edge/window', 'src/shared'], result: 'preload/index.cjs' },
  renderer: { sources: ['src/renderer', 'src/shared', 'resources'], result: 'renderer/index.html' },
}

const stampOf = (part) => join(out, `.${part}.json`)

/** Paths, sizes and times of all sources of a part: notices a file that went away or came back older, too. */
function sourcesOf(part) {
  const lines = []
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const at = join(path, entry.name)
      if (entry.isDirectory()) visit(at)
      else if (!/\.test\.tsx?$|^tsconfig\.json$/.test(entry.name)) lines.push(line(at))
    }
  }
  const line = (path) => {
    const { size, mtimeMs } = statSync(path)
    return `${relative(root, path)} ${size} ${mtimeMs}`
  }
  for (const source of parts[part].sources) if (existsSync(join(root, source))) visit(join(root, source))
  for (const file of configuration) lines.push(line(join(root, file)))
  return fingerprint(lines.sort().join('\n'))
}

const readStamp = (part) => (existsSync(stampOf(part)) ? JSON.parse(readFileSync(stampOf(part), 'utf8')) : undefined)

const isStale = (part) => !existsSync(join(out, parts[part].result)) || readStamp(part)?.sources !== sourcesOf(part)

/** @param {('main' | 'preload' | 'renderer')[]} wanted */
export async function ensureBuilt(...wanted) {
  if (!wanted.some(isStale)) return
  await alone('build', async () => {
    const stale = wanted.filter(isStale)
    if (stale.length > 0) await build(stale)
  })
}

async function build(stale) {
  const since = Date.now()
  say(`set-up: building ${stale.join(', ')} ...`)
  // Taken before: a source that is saved meanwhile makes the result stale again.
  const sources = stale.map((part) => [part, sourcesOf(part)])
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code, output } = await run(process.execPath, [tool, 'build', '--ignoreConfigWarning', '--logLevel', 'warn'], {
    output: 'keep',
    env: { KONTOR_BUILD: stale.join(','), NODE_ENV: 'production', FORCE_COLOR: '0' },
  })
  if (output.trim()) say(output.trim())
  const missing = stale.filter((part) => !existsSync(join(out, parts[part].result)))
  if (code !== 0 || missing.length > 0) {
    throw new Stop(
      `The build of ${stale.join(', ')} failed.`,
      code === 0
        ? `out/${missing.map((part) => parts[part].result).join(', out/')} did not come out of it`
        : 'see above',
      'mend the source that is named above, then run the same command again',
    )
  }
  for (const [part, fingerprint_] of sources) settle(part, fingerprint_, since)
  say(`set-up: building ${stale.join(', ')}: done (${seconds(since)})`)
}

/** Removes what neither this build nor the one before made: a program that is running may still load from that one. */
function settle(part, sources, since) {
  const folder = join(out, part)
  const before = new Set(readStamp(part)?.files)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  const made = files.filter((file) => statSync(join(folder, file)).mtimeMs >= since - 1000)
  if (part === 'main') {
    for (const file of files) if (!made.includes(file) && !before.has(file)) rmSync(join(folder, file))
  }
  mkdirSync(out, { recursive: true })
  writeFileSync(stampOf(part), JSON.stringify({ sources, files: made }))
}
