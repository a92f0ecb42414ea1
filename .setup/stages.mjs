// `npm test`: everything a change must pass, in the order of what is cheap to find out.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureElectron } from './electron.mjs'
import { makePackage } from './package.mjs'
import { hasDisplay, onPath, root } from './place.mjs'
import { run } from './process.mjs'
import { Stop, seconds } from './say.mjs'
import { ensureSystem } from './system.mjs'

const script = (name, path) => join(root, 'node_modules', name, path)
const tool = (path, ...args) => run(process.execPath, [path, ...args], { output: 'show' })

const oxfmt = script('oxfmt', 'bin/oxfmt')

/** The first four need nothing but the sources: if one fails, the slow ones are not begun. */
const cheap = {
  format: () => tool(oxfmt, '--check'),
  lint: () => tool(script('oxlint', 'bin/oxlint'), '--deny-warnings'),
  types,
  'dead code': () => tool(script('knip', 'bin/knip.js'), '--no-progress'),
}

const slow = {
  'unit, journeys, invariants, boundaries': (args) => unit(args),
  build: async () => {
    await ensureBuilt('main', 'preload', 'renderer')
    return { code: 0 }
  },
  package: async () => {
    await makePackage(['--dir'])
    return { code: 0 }
  },
  'end to end in Electron': (args) => endToEnd(args),
}

async function types() {
  const results = []
  for (const project of ['src/shared', 'src/main', 'src/renderer', 'tests']) {
    results.push((await tool(script('typescript', 'bin/tsc'), '-p', join(project, 'tsconfig.json'))).code)
  }
  return { code: Math.max(...results) }
}

export const format = () => tool(oxfmt)

export const unit = (args = []) =>
  tool(script('vitest', 'vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', ...args)

export async function endToEnd(args = []) {
  const tests = join(root, 'tests', 'e2e')
  if (
    !existsSync(tests) ||
    !readdirSync(tests, { recursive: true }).some((name) => String(name).endsWith('.spec.ts'))
  ) {
    console.log('tests/e2e holds no *.spec.ts: nothing was tested in the window')
    return { code: 1 }
  }
  const electron = await ensureElectron()
  const command = [script('@playwright/test', 'cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts', ...args]
  const env = { ...electron.env, KONTOR_ELECTRON: JSON.stringify(electron) }
  if (hasDisplay) return run(process.execPath, command, { output: 'show', env })
  const screen = onPath('xvfb-run')
  if (!screen) {
    throw new Stop(
      'The end-to-end tests cannot open a window.',
      'there is neither a display nor xvfb-run, which stands in for one',
      'install it (Debian, Ubuntu: sudo apt-get install xvfb xauth), then run the same command again',
    )
  }
  const server = ['-a', '--server-args=-screen 0 1920x1080x24', process.execPath]
  return run(screen, [...server, ...command], { output: 'show', env })
}

/** Sets up what only the tests need. */
export async function ensureTestTools() {
  await ensureSystem('window', 'tests')
  await ensureElectron()
}

/** @returns {Promise<number>} exit code */
export async function test() {
  const begun = Date.now()
  const results = []
  const go = async (stages) => {
    for (const [name, stage] of Object.entries(stages)) {
      if (name.startsWith('end') && results.some(([what, ok]) => what === 'build' && !ok)) continue
      console.log(`\n━━━ ${name} ${'━'.repeat(Math.max(3, 76 - name.length))}`)
      const since = Date.now()
      const ok = await passes(stage)
      results.push([name, ok, seconds(since)])
      console.log(`━━━ ${name}: ${ok ? 'passed' : 'FAILED'} (${seconds(since)})`)
    }
  }
  await go(cheap)
  if (results.every(([, ok]) => ok)) await go(slow)
  const all = [...Object.keys(cheap), ...Object.keys(slow)]
  console.log(`\n${'━'.repeat(80)}`)
  for (const name of all) {
    const [, ok, time] = results.find(([what]) => what === name) ?? []
    console.log(`${ok === undefined ? 'not run' : ok ? 'passed ' : 'FAILED '}  ${name}${time ? `  ${time}` : ''}`)
  }
  const isGood = results.length === all.length && results.every(([, ok]) => ok)
  console.log(`${isGood ? 'All passed' : 'Not passed'} after ${seconds(begun)}, without set-up.`)
  return isGood ? 0 : 1
}

async function passes(stage) {
  try {
    return (await stage()).code === 0
  } catch (error) {
    console.log(error instanceof Stop ? error.message : error)
    return false
  }
}
