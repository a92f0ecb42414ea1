// Running other programs.
import { spawn } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cache, fingerprint, node, root } from './place.mjs'
import { say } from './say.mjs'

/**
 * Runs a program to its end. Its output goes to `output`: 'error' (shown on our standard error), 'show' (ours) or
 * 'keep' (returned, not shown). Standard input is never handed on: nothing may ask.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd = root, env = {}, output = 'error', timeoutSeconds } = {}) {
  return new Promise((resolve) => {
    const out = { error: 2, show: 1, keep: 'pipe' }[output]
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', out, output === 'show' ? 2 : out],
      windowsHide: true,
    })
    let kept = ''
    child.stdout?.on('data', (data) => (kept += data))
    child.stderr?.on('data', (data) => (kept += data))
    const timer = timeoutSeconds && setTimeout(() => child.kill('SIGKILL'), timeoutSeconds * 1000)
    const end = (code) => {
      clearTimeout(timer)
      resolve({ code, output: kept })
    }
    child.on('error', (error) => {
      kept += error.message
      end(127)
    })
    child.on('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)))
  })
}

/** npm as it was started, under the Node it was started with (on Windows npm itself is a script). */
export function npm(args, options) {
  const { npm_execpath: script, npm_node_execpath: interpreter } = process.env
  if (script && /\.c?js$/.test(script)) {
    return run(interpreter && existsSync(interpreter) ? interpreter : process.execPath, [script, ...args], options)
  }
  return run('npm', args, options)
}

/**
 * Becomes this script under the Node of the program: same standard streams, its exit code and signals are ours. Where
 * the system allows it this process is replaced, so that a signal sent to it, even SIGKILL, reaches the script itself.
 */
export function becomeScript(script, args, env = {}) {
  const whole = ['--import', pathToFileURL(join(root, '.setup', 'leash.mjs')).href, script, ...args]
  if (process.platform !== 'win32' && typeof process.execve === 'function') {
    process.execve(node, [node, ...whole], { ...process.env, ...env })
  }
  return standFor(node, whole, env)
}

/** Runs a program with our standard streams, hands signals on to it and ends as it ends. */
export function standFor(command, args, env = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl+C in a terminal reaches the child without us.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
  }
  const parent = process.ppid
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500)
  child.on('error', (error) => {
    say(`${command} did not start: ${error.message}`)
    process.exit(127)
  })
  child.on('exit', (code, signal) => {
    clearInterval(watch)
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
  })
  return new Promise(() => {})
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** The process that holds this lock: undefined when nobody does any more, 0 when it died before it could say. */
function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid > 0) return pid
    return Date.now() - statSync(file).mtimeMs > 5000 ? 0 : process.ppid
  } catch {
    return undefined
  }
}

/** Takes a dead holder's lock away, and only that: another process may have done so and locked anew meanwhile. */
function breakLock(file, holder) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    if ((holderOf(aside) ?? holder) !== holder) linkSync(aside, file)
  } catch {
    // somebody else was faster
  }
  rmSync(aside, { force: true })
}

/** Lets one process at a time do `work` of this name on this checkout; the others wait, then look again. */
export async function alone(name, work, scope = root) {
  mkdirSync(join(cache, 'locks'), { recursive: true })
  const file = join(cache, 'locks', `${name}-${fingerprint(scope)}`)
  for (let told = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const holder = holderOf(file)
      if (holder === undefined) continue
      if (holder === 0 || !isAlive(holder)) {
        breakLock(file, holder)
        continue
      }
      if (!told) say(`set-up: waiting for process ${holder}, which is doing the same (${name})`)
      told = true
      await new Promise((done) => setTimeout(done, 200))
    }
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}
