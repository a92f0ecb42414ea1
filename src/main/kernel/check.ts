import type { Reader } from './db'

/** What a check found. `examined` counts rows: a check that examined nothing proves nothing, and says so. */
export interface CheckResult {
  readonly ok: boolean
  readonly examined: number
  /** One line for people; where something is wrong, it names the first document. */
  readonly detail: string
}

/** One invariant of the company file, proved from its entries up. */
export interface Check {
  /** `<room>.<what holds>` */
  readonly name: string
  run(reader: Reader): CheckResult
}

interface RowCheck {
  readonly name: string
  /** Counts what is examined, as `examined`. */
  readonly examined: string
  /** Rows that break the rule, each with a text `detail`; none when all is well. */
  readonly offenders: string
}

/** A check that is one set-based query for what breaks the rule. */
export function rowCheck({ name, examined, offenders }: RowCheck): Check {
  return {
    name,
    run(reader) {
      const count = Number(reader.first<{ examined: number }>(examined)?.examined ?? 0)
      const offender = reader.first<{ detail: string }>(offenders)
      if (offender !== undefined) return { ok: false, examined: count, detail: offender.detail }
      return { ok: true, examined: count, detail: count === 0 ? 'nothing to examine' : `${count} rows hold` }
    },
  }
}
