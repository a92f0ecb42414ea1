/** Dates in codes: two digits of year, no century (GS1 General Specifications, section 7.12). */
import type { BusinessDate } from '../date'

/**
 * The century that puts the year into the window from 49 years back to 50 years ahead of `today`.
 * In 2026: `75` is 2075, `77` is 1977, `76` is 2076.
 */
function fullYear(twoDigits: number, today: BusinessDate): number {
  const thisYear = Number(today.slice(0, 4))
  const century = thisYear - (thisYear % 100)
  const ahead = twoDigits - (thisYear % 100)
  if (ahead >= 51) return century - 100 + twoDigits
  if (ahead <= -50) return century + 100 + twoDigits
  return century + twoDigits
}

function lastDayOfMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return isLeap ? 29 : 28
}

/** A year, month and day as `YYYY-MM-DD`; day 0 is the last of its month. Undefined where there is no such day. */
export function isoDate(year: number, month: number, day: number): BusinessDate | undefined {
  if (month < 1 || month > 12) return undefined
  const last = lastDayOfMonth(year, month)
  if (day > last) return undefined
  const pad = (n: number, length: number): string => String(n).padStart(length, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day === 0 ? last : day, 2)}`
}

/** YYMMDD, with day 00 for a whole month, which ends on its last day. */
export function dateFromCode(yymmdd: string, today: BusinessDate): BusinessDate | undefined {
  if (!/^\d{6}$/.test(yymmdd)) return undefined
  const year = fullYear(Number(yymmdd.slice(0, 2)), today)
  return isoDate(year, Number(yymmdd.slice(2, 4)), Number(yymmdd.slice(4, 6)))
}

/** `2027-02-28` -> `270228`. The century goes: readers put it back by the same window. */
export function dateForCode(date: BusinessDate): string {
  return date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10)
}
