import { addDays, type BusinessDate } from '../../../../shared/values/date'

export interface Rhythm {
  readonly rhythm: 'none' | 'weekly' | 'monthly'
  /** Weeks or months from one to the next. */
  readonly every: number
  /** The day of the month to keep to; months that are shorter take their last day. */
  readonly monthDay: number | null
}

/**
 * The first day of the rhythm after a day, counted from the one due now; undefined where there is no rhythm. Whoever was
 * away for a month finds one order, not four: days that are over by then are passed.
 */
export function nextDay(rhythm: Rhythm, dueOn: BusinessDate, after: BusinessDate): BusinessDate | undefined {
  if (rhythm.rhythm === 'none') return undefined
  if (rhythm.rhythm === 'weekly') {
    const step = 7 * rhythm.every
    let day = addDays(dueOn, step)
    while (day <= after) day = addDays(day, step)
    return day
  }
  for (let months = rhythm.every; ; months += rhythm.every) {
    const day = monthsLater(dueOn, months, rhythm.monthDay ?? Number(dueOn.slice(8)))
    if (day > after) return day
  }
}

function monthsLater(from: BusinessDate, months: number, monthDay: number): BusinessDate {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const pad = (n: number): string => String(n).padStart(2, '0')
  return `${String(year)}-${pad(month)}-${pad(Math.min(monthDay, lastDay))}`
}
