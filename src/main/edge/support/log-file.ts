import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const MOST_BYTES = 1_000_000

/** Lines of all processes, in two files that take turns: never more than two megabytes. */
export class LogFile {
  constructor(private readonly path: string) {}

  add(text: string): void {
    try {
      mkdirSync(dirname(this.path), { recursive: true })
      if ((statSync(this.path, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES)
        renameSync(this.path, `${this.path}.before`)
      appendFileSync(this.path, text.endsWith('\n') ? text : `${text}\n`, { mode: 0o600 })
    } catch {
      // A full disk must not stop what is told of it.
    }
  }

  /** The newest lines, the oldest of them first. */
  last(count: number): string[] {
    const read = (path: string): string[] =>
      existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
        : []
    return [...read(`${this.path}.before`), ...read(this.path)].slice(-count)
  }
}
