import { multiplyDivide } from '../../../shared/values/integers'

export interface Schedule {
  readonly state: 'running' | 'ended' | 'cancelled'
  readonly amountMinor: number
  /** First day of the first month. */
  readonly startsOn: string
  readonly months: number
  /** First day of the month in which it was ended or cancelled. */
  readonly stoppedOn: string | null
}

const ordinal = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))

/**
 * What a schedule has taken by the end of a month. Worked out as a whole and rounded once, so that the parts of the
 * months add up to the amount; an ended one takes the rest with its month, a cancelled one nothing from then on.
 */
export function takenBy({ state, amountMinor, startsOn, months, stoppedOn }: Schedule, month: string): number {
  if (stoppedOn !== null && ordinal(month) >= ordinal(stoppedOn)) return state === 'cancelled' ? 0 : amountMinor
  const passed = Math.min(Math.max(ordinal(month) - ordinal(startsOn) + 1, 0), months)
  return multiplyDivide(amountMinor, passed, months)
}

/**
 * What a month still takes. What later months took already is not asked for again in an earlier one; only the last
 * month with a part gives back what is too much.
 */
export function missingIn(
  schedule: Schedule,
  month: string,
  posted: { readonly byThenMinor: number; readonly allMinor: number },
): number {
  const wanted = takenBy(schedule, month)
  if (posted.allMinor !== posted.byThenMinor) return Math.max(0, wanted - Math.max(posted.allMinor, posted.byThenMinor))
  return wanted - posted.byThenMinor
}
