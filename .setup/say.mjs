// What set-up tells people. Always on standard error: standard output belongs to the command that was asked for.
import { writeSync } from 'node:fs'

const started = Date.now()

/**
 * Written straight to the file: opening process.stderr would switch a pipe to non-blocking for the program that
 * takes this process over later.
 */
export function say(text) {
  let rest = Buffer.from(`${text}\n`)
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(2, rest))
    } catch (error) {
      if (error.code !== 'EAGAIN') return
    }
  }
}

export const seconds = (since = started) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Says what is being done, does it, says how long it took. */
export async function step(what, work) {
  const since = Date.now()
  say(`set-up: ${what} ...`)
  const result = await work()
  say(`set-up: ${what}: done (${seconds(since)})`)
  return result
}

/** Set-up cannot go on for a reason outside the program. Says what, why and what to do; never shows a stack. */
export class Stop extends Error {
  constructor(what, why, todo) {
    super(`${what}\n  why:  ${why}\n  what to do:  ${todo}`)
  }
}
