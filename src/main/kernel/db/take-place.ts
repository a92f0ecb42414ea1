import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'

const LOGS = ['-wal', '-shm'] as const

/**
 * Puts a finished file in the place of a closed company, which stays as `kept`. The process may end between any two
 * steps: there is always a company under the name, and the one before is whole under one of the two.
 */
export function takePlace(finished: string, path: string, kept: string): void {
  for (const suffix of ['', ...LOGS]) if (existsSync(path + suffix)) keep(path + suffix, kept + suffix)
  // A log belongs to its own file: the new one must not find it.
  for (const suffix of LOGS) rmSync(path + suffix, { force: true })
  renameSync(finished, path)
}

/** A second name for the same content; where the file system has none, a copy. */
function keep(path: string, as: string): void {
  rmSync(as, { force: true })
  try {
    linkSync(path, as)
  } catch {
    const draft = `${as}.copying`
    copyFileSync(path, draft)
    renameSync(draft, as)
  }
}
