// Where things are: the checkout, what set-up knows about it, and the cache that outlives it.
import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Stamps of finished steps. Inside node_modules, so that removing that folder starts again from nothing. */
export const state = join(root, 'node_modules', '.kontor')

/** The Node that runs everything after the first minute: the npm package `node`, whatever the machine has. */
export const node = join(
  root,
  'node_modules',
  ...(process.platform === 'win32' ? ['node', 'bin', 'node.exe'] : ['.bin', 'node']),
)

/** Big downloads and compiled files. Outside the checkout, so that a new clone finds them again. */
export const cache = join(cacheRoot(), 'kontor')

function cacheRoot() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return join(homedir(), '.cache')
}

export const isLinux = process.platform === 'linux'
export const isRoot = isLinux && process.getuid?.() === 0

/** Whether a window can be shown. Windows and macOS always can. */
export const hasDisplay = !isLinux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** A program on the PATH, or undefined. */
export function onPath(name) {
  return (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

/** Whether this module is what Node was started with. */
export const isEntry = (meta) => Boolean(process.argv[1]) && realpathSync(process.argv[1]) === fileURLToPath(meta.url)

export const fingerprint = (text) => createHash('sha256').update(text).digest('hex').slice(0, 24)
