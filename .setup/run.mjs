// What the npm scripts start. Plain JavaScript without dependencies: the first time it runs, there are none, and the
// Node is the machine's own.
//   node .setup/run.mjs start | test | dev | kontor | build | package | format | unit | e2e | electron
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay, isEntry, node, root } from './place.mjs'
import { ensurePackages } from './packages.mjs'
import { becomeScript, standFor } from './process.mjs'
import { Stop, say, seconds } from './say.mjs'

const OLDEST_NODE = 20

const tasks = {
  /** Opens the program; where no window can be shown, serves it to a browser on this machine. */
  async start(args) {
    const { ensureBuilt } = await import('./build.mjs')
    if (!hasDisplay) {
      say('There is no display: the program is served to a browser on this machine instead.')
      await ensureBuilt('main', 'renderer')
      return becomeScript(join(root, 'out/main/cli.js'), ['host', ...args])
    }
    const { ensureElectron } = await import('./electron.mjs')
    const electron = await ensureElectron()
    await ensureBuilt('main', 'preload', 'renderer')
    return standFor(electron.executablePath, [...electron.args, root, ...args], electron.env)
  },

  /** The command line. Adds nothing to its output, and next to nothing to its time when all is built. */
  async kontor(args) {
    const { ensureBuilt } = await import('./build.mjs')
    await ensureBuilt('main')
    if (args[0] === 'host') await ensureBuilt('renderer')
    return becomeScript(join(root, 'out/main/cli.js'), args)
  },

  async test() {
    const { ensureTestTools, test } = await import('./stages.mjs')
    await ensureTestTools()
    say(`set-up: ready after ${seconds()}`)
    return test()
  },

  async dev(args) {
    if (!hasDisplay)
      throw new Stop('There is no display.', 'DISPLAY is not set', 'run it under xvfb-run, or on a desktop')
    const { ensureElectron } = await import('./electron.mjs')
    const electron = await ensureElectron()
    const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
    return standFor(node, [tool, 'dev', '--watch', '--', ...electron.args, ...args], electron.env)
  },

  async build() {
    const { ensureBuilt } = await import('./build.mjs')
    await ensureBuilt('main', 'preload', 'renderer')
  },

  /** The program as people install it. */
  async package(args) {
    await (await import('./package.mjs')).makePackage(args)
  },

  format: async () => (await (await import('./stages.mjs')).format()).code,

  unit: async (args) => (await (await import('./stages.mjs')).unit(args)).code,

  async e2e(args) {
    const { endToEnd, ensureTestTools } = await import('./stages.mjs')
    await ensureTestTools()
    await tasks.build()
    return (await endToEnd(args)).code
  },

  /** Prints as JSON how Electron is started here. */
  async electron() {
    const { ensureElectron } = await import('./electron.mjs')
    console.log(JSON.stringify(await ensureElectron(), null, 2))
  },
}

export async function main([name, ...args]) {
  try {
    process.chdir(root)
    if (!tasks[name])
      throw new Stop(`There is no task "${name}".`, `there are ${Object.keys(tasks).join(', ')}`, 'choose one')
    const major = Number(process.versions.node.split('.')[0])
    if (major < OLDEST_NODE) {
      throw new Stop(
        `Node ${process.versions.node} is too old.`,
        `set-up needs ${OLDEST_NODE} or newer`,
        'install a newer Node, then run the same command again',
      )
    }
    await ensurePackages()
    // From here on the Node of node_modules. npm puts it first on the PATH, except on the very first run.
    const isOurs = realpathSync(node) === process.execPath
    if (!isOurs) return await becomeScript(join(root, '.setup', 'run.mjs'), [name, ...args])
    process.exitCode = (await tasks[name](args)) ?? 0
  } catch (error) {
    say(error instanceof Stop ? `\n${error.message}` : error.stack)
    process.exitCode = 1
  }
}

if (isEntry(import.meta)) await main(process.argv.slice(2))
