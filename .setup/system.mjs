// What must come from the operating system: libraries of Electron, a compiler for the fallback, tools of the tests.
import { existsSync, readFileSync } from 'node:fs'
import { isLinux, isRoot, onPath } from './place.mjs'
import { alone, run } from './process.mjs'
import { Stop, say, step } from './say.mjs'

// Debian's names. Where releases differ, either name will do.
const groups = {
  window: [
    'libgtk-3-0|libgtk-3-0t64',
    'libnss3',
    'libgbm1',
    'libasound2|libasound2t64',
    'libatk-bridge2.0-0|libatk-bridge2.0-0t64',
    'libxss1',
    'libxtst6',
    'libusb-1.0-0',
    'fonts-noto-cjk',
  ],
  compiler: ['g++'],
  tests: [
    'xvfb',
    'xauth',
    'umockdev',
    'strace',
    'socat',
    'hledger',
    'ledger',
    'openssh-server',
    'lighttpd',
    'lighttpd-mod-webdav',
  ],
}

const isDebian = () => {
  if (!isLinux || !onPath('dpkg-query') || !onPath('apt-get')) return false
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release)
}

/**
 * Installs what is missing of these groups when it may (root on a Debian-like system), otherwise names it in one
 * line and goes on: the machine may well have it under another name.
 */
export async function ensureSystem(...names) {
  if (!isDebian()) return
  const missing = await missingOf(names)
  if (missing.length === 0) return
  if (!isRoot) {
    say(`set-up: missing system packages: sudo apt-get install ${missing.map((name) => name.split('|')[0]).join(' ')}`)
    return
  }
  // One apt-get at a time on the whole machine.
  await alone('apt', () => install(names), 'apt')
}

async function missingOf(names) {
  const wanted = names.flatMap((name) => groups[name])
  const { output } = await run(
    'dpkg-query',
    ['-W', '-f', '${Package} ${db:Status-Status}\n', ...wanted.flatMap((name) => name.split('|'))],
    {
      output: 'keep',
    },
  )
  const installed = new Set([...output.matchAll(/^(\S+) installed$/gm)].map((match) => match[1]))
  return wanted.filter((name) => !name.split('|').some((either) => installed.has(either)))
}

async function install(names) {
  const missing = await missingOf(names)
  if (missing.length === 0) return
  const apt = (...args) =>
    run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=600', ...args], {
      output: 'keep',
      env: { DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'l', LC_ALL: 'C' },
    })
  await step(`apt-get install ${missing.map((name) => name.split('|')[0]).join(' ')}`, async () => {
    const update = await apt('update')
    const chosen = await Promise.all(missing.map(choose))
    const result = await apt('install', '-y', '--no-install-recommends', ...chosen)
    if (result.code === 0) return
    const reason = `${update.output}\n${result.output}`.split('\n').filter((line) => /^[EW]:/.test(line))
    throw new Stop(
      `apt-get could not install ${chosen.join(' ')}.`,
      reason.slice(0, 4).join('; ') || `it ended with code ${result.code}`,
      `run \`apt-get update && apt-get install ${chosen.join(' ')}\` by hand, then the same command again`,
    )
  })
}

/** The first of the names that this release of the system has. */
async function choose(names) {
  for (const name of names.split('|')) {
    const { output } = await run('apt-cache', ['policy', name], { output: 'keep', env: { LC_ALL: 'C' } })
    if (/Candidate: (?!\(none\))/.test(output)) return name
  }
  return names.split('|')[0]
}

/** Shared libraries that a program needs and this machine lacks. */
export async function missingLibraries(executable) {
  if (!isLinux || !onPath('ldd')) return []
  const { output } = await run('ldd', [executable], { output: 'keep' })
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1])
}
