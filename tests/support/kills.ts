import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** How many processes are killed, over all kinds of work. */
export const KILLS = Number(process.env['KONTOR_KILLS'] ?? 25)

/** A stream of numbers from 0 to 1 that is the same every time. */
export function dice(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * Lets a program work and kills it so many milliseconds after it has said its first (or `after`th) line; gives back
 * every line that it said. Fails where the program ended by itself.
 */
export function workAndDie<Line>(
  program: readonly string[],
  waitMilliseconds: number,
  { after = 1, env = {} }: { readonly after?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Line[]> {
  const child = spawn(process.execPath, program, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const lines: Line[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line) as Line)
    if (lines.length === after) setTimeout(() => child.kill('SIGKILL'), waitMilliseconds)
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(lines)
      else reject(new Error(`the program ended by itself (${code}): ${JSON.stringify(lines.at(-1))}`))
    })
  })
}
