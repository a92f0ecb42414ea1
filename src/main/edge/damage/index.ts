/**
 * The file itself: what can be read of a damaged one as a new file, and everything of a whole one for those who leave.
 * Owns no table.
 */
import { existsSync, rmSync } from 'node:fs'
import { refuse } from '../../../shared/errors'
import { runChecks } from '../../outlets/reports'
import { checks, createCompanyFile, openCompany } from '../../rooms'
import { salvageRows, type LostRows } from './salvage-store'

export interface Salvaged {
  readonly path: string
  readonly rows: number
  /** tables of which something is missing */
  readonly lost: readonly LostRows[]
  /** invariants that do not hold any more */
  readonly broken: readonly string[]
}

/** Never writes to the damaged file, nor over another. */
export function salvageCompany(from: string, to: string): Salvaged {
  if (!existsSync(from)) refuse('company.fileMissing', { file: from })
  if (existsSync(to)) refuse('company.fileExists', { file: to })
  try {
    createCompanyFile(to)
    const tables = salvageRows(from, to)
    const company = openCompany(to, { mode: 'write' })
    try {
      const result = company.file.snapshot((reader) => runChecks(reader, checks))
      return {
        path: to,
        rows: tables.reduce((sum, { kept }) => sum + kept, 0),
        lost: tables.filter(({ lost, isGone }) => lost.length > 0 || isGone),
        broken: result.checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`),
      }
    } finally {
      company.close()
    }
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(`${to}${suffix}`, { force: true })
    throw error
  }
}

export { exportEverything, type Left } from './leave'
