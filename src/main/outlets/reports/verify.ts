import type { Check } from '../../kernel/check'
import type { Reader } from '../../kernel/db'

export interface VerifiedCheck {
  readonly name: string
  readonly ok: boolean
  /** Rows that were looked at. */
  readonly examined: number
  readonly detail: string
}

export interface Verification {
  readonly ok: boolean
  readonly checks: VerifiedCheck[]
}

/** Proves every check; one that fails or breaks does not stop the others. */
export function runChecks(
  reader: Reader,
  checks: readonly Check[],
  onProgress: (done: number, total: number, name: string) => void = () => {},
): Verification {
  const results = checks.map((check, index) => {
    onProgress(index, checks.length, check.name)
    return runCheck(reader, check)
  })
  onProgress(checks.length, checks.length, '')
  return { ok: results.every((result) => result.ok), checks: results }
}

function runCheck(reader: Reader, check: Check): VerifiedCheck {
  try {
    const { ok, examined, detail } = check.run(reader)
    if (!ok) return { name: check.name, ok, examined, detail }
    const found = examined === 0 ? 'nothing to examine' : detail
    return { name: check.name, ok, examined, detail: found === '' ? `${examined} rows hold` : found }
  } catch (error) {
    // A damaged file breaks the query that reads it: that is a finding, not a crash.
    return { name: check.name, ok: false, examined: 0, detail: error instanceof Error ? error.message : String(error) }
  }
}
