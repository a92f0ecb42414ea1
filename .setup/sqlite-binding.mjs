// better-sqlite3 for the fallback Electron. The prebuilt file asks for Node-API 10, that Electron has 9 and marks what
// is needed of 10 as experimental: the same source, compiled with these names, runs there. The official Electron and
// Node keep the prebuilt file.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cache, onPath, root } from './place.mjs'
import { alone, run } from './process.mjs'
import { Stop, step } from './say.mjs'
import { ensureSystem } from './system.mjs'

const packageOf = (name) => join(root, 'node_modules', name)
const versionOf = (name) => JSON.parse(readFileSync(join(packageOf(name), 'package.json'), 'utf8')).version

// Raise this when the way of compiling changes.
const FORM = 2

/** @returns {Promise<string>} path of the binding */
export async function ensureSqliteBinding(electronVersion) {
  const folder = join(
    cache,
    `better-sqlite3-${versionOf('better-sqlite3')}-electron-${electronVersion}-${process.platform}-${process.arch}-${FORM}`,
  )
  const binding = join(folder, 'better_sqlite3.node')
  if (!existsSync(binding)) {
    await ensureSystem('compiler')
    await alone(
      'sqlite',
      async () => {
        if (existsSync(binding)) return
        await step('compiling SQLite for this Electron (about a minute, once for this user)', () => compile(folder))
      },
      folder,
    )
  }
  return binding
}

async function compile(folder) {
  if (!onPath('g++') || !onPath('gcc')) {
    throw new Stop(
      'SQLite for the fallback Electron could not be compiled.',
      'there is no C++ compiler (g++) on this machine',
      'install it (Debian, Ubuntu: sudo apt-get install g++), then run the same command again',
    )
  }
  const source = packageOf('better-sqlite3')
  const work = `${folder}.part`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })

  const settings = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8').matchAll(/^\s*'([A-Z][^']*)',?$/gm)
  const sqlite = [...settings].map((match) => `-D${match[1]}`)
  const names = [
    'NDEBUG',
    'BUILDING_NODE_EXTENSION',
    'NODE_GYP_MODULE_NAME=better_sqlite3',
    'NAPI_DISABLE_CPP_EXCEPTIONS',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    'NAPI_EXPERIMENTAL',
    'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
    'NODE_API_EXPERIMENTAL_NO_WARNING',
  ].map((name) => `-D${name}`)
  const headers = [
    join(packageOf('node-api-headers'), 'include'),
    packageOf('node-addon-api'),
    join(source, 'deps', 'sqlite3'),
  ].map((path) => `-I${path}`)
  const common = ['-O2', '-fPIC', '-w']

  const call = async (command, args) => {
    const { code, output } = await run(command, args, { cwd: work, output: 'keep' })
    if (code === 0) return
    throw new Stop(
      'SQLite for the fallback Electron could not be compiled.',
      output.trim().split('\n').slice(0, 3).join(' '),
      'make sure that a C++20 compiler (g++ 12 or newer) works on this machine, then run the same command again',
    )
  }
  await Promise.all([
    call('gcc', [
      ...common,
      '-std=c99',
      '-DNDEBUG',
      ...sqlite,
      '-c',
      join(source, 'deps/sqlite3/sqlite3.c'),
      '-o',
      'sqlite3.o',
    ]),
    call('g++', [
      ...common,
      '-std=c++20',
      '-fno-exceptions',
      '-fvisibility=hidden',
      '-fvisibility-inlines-hidden',
      ...names,
      ...headers,
      '-include',
      join(root, '.setup', 'node-api-experimental.h'),
      '-c',
      join(source, 'src/better_sqlite3.cpp'),
      '-o',
      'binding.o',
    ]),
  ])
  // Its own SQLite, whatever other SQLite the process has loaded.
  const own = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL']
  await call('g++', ['-shared', '-s', '-o', 'better_sqlite3.node', 'binding.o', 'sqlite3.o', ...own, '-ldl'])
  rmSync(join(work, 'sqlite3.o'))
  rmSync(join(work, 'binding.o'))
  rmSync(folder, { recursive: true, force: true })
  renameSync(work, folder)
}
