/**
 * Writing and reading calendar days and moments. A day is the text `YYYY-MM-DD` (no zone: a document's date is the
 * date on the paper); a moment is milliseconds since 1970 and is shown in the zone of the person who reads it.
 */
import { addDays } from './date'
import type { Language } from './format'

export type DateForm = 'short' | 'long' | 'monthDay'

const monthsShort = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthsLong = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

function isRealDay({ year, month, day }: Day): boolean {
  if (year < 1900 || year > 2200) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function toIso({ year, month, day }: Day): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function fromIso(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (match === null) return undefined
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isRealDay(day) ? day : undefined
}

/**
 * `2026-11-22` -> en `22 Nov 2026` (no one mistakes the day for the month), zh-CN `2026-11-22`.
 * Text that is no day is returned as it is: a wrong date must stay visible.
 */
export function formatDate(iso: string, language: Language, form: DateForm = 'short'): string {
  const date = fromIso(iso)
  if (date === undefined) return iso
  const { year, month, day } = date
  if (language === 'zh-CN') {
    if (form === 'long') return `${String(year)}年${String(month)}月${String(day)}日`
    return form === 'monthDay' ? `${String(month)}月${String(day)}日` : toIso(date)
  }
  const name = (form === 'long' ? monthsLong : monthsShort)[month - 1] ?? ''
  return form === 'monthDay' ? `${String(day)} ${name}` : `${String(day)} ${name} ${String(year)}`
}

/** `2026-11` -> `Nov 2026`, `2026年11月`. */
export function formatMonth(yearMonth: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})/.exec(yearMonth)
  const name = monthsShort[Number(match?.[2]) - 1]
  if (match === null || name === undefined) return yearMonth
  return language === 'zh-CN' ? `${match[1] ?? ''}年${String(Number(match[2]))}月` : `${name} ${match[1] ?? ''}`
}

const dateTimeFormats = new Map<string, Intl.DateTimeFormat>()

/** A moment as `22 Nov 2026 14:05` / `2026-11-22 14:05`, in `timeZone` or the reader's own. */
export function formatDateTime(epochMs: number, language: Language, timeZone?: string): string {
  let format = dateTimeFormats.get(timeZone ?? '')
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(timeZone === undefined ? {} : { timeZone }),
    })
    dateTimeFormats.set(timeZone ?? '', format)
  }
  const parts = new Map(format.formatToParts(epochMs).map((part) => [part.type, part.value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  const day = formatDate(`${part('year')}-${part('month')}-${part('day')}`, language)
  return `${day} ${part('hour')}:${part('minute')}`
}

function monthNamed(name: string): number {
  const index = monthsLong.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()))
  return name.length >= 3 ? index + 1 : 0
}

type DateReading = (groups: readonly string[], year: number) => Day

const number = (text: string | undefined): number => Number(text ?? '')
const fullYear = (text: string | undefined): number => number(text) + ((text ?? '').length === 2 ? 2000 : 0)

/** Forms people type, most exact first. A slashed date with day first or month first is left to `slashed`. */
const readings: readonly (readonly [RegExp, DateReading])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([y, m, d]) => ({ year: number(y), month: number(m), day: number(d) })],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => ({ year: number(y), month: number(m), day: number(d) })],
  [/^(\d{2})(\d{2})(\d{2})$/, ([y, m, d]) => ({ year: fullYear(y), month: number(m), day: number(d) })],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/, ([y, m, d]) => ({ year: number(y), month: number(m), day: number(d) })],
  [/^(\d{1,2})月(\d{1,2})[日号]?$/, ([m, d], year) => ({ year, month: number(m), day: number(d) })],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/, ([d, m, y]) => ({ year: fullYear(y), month: number(m), day: number(d) })],
  [/^(\d{1,2})-(\d{1,2})$/, ([m, d], year) => ({ year, month: number(m), day: number(d) })],
  [/^(\d{2})(\d{2})$/, ([m, d], year) => ({ year, month: number(m), day: number(d) })],
  [
    /^(\d{1,2})[ -]?([a-z]{3,9})\.?(?:[ ,-]*(\d{2}|\d{4}))?$/i,
    ([d, name, y], year) => ({ year: y ? fullYear(y) : year, month: monthNamed(name ?? ''), day: number(d) }),
  ],
]

/** `03/04/2026` could be two days, so it is refused; `25/04/2026`, `04/25/2026` and `04/04/2026` have one meaning. */
function slashed(text: string): Day | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text)
  if (match === null) return undefined
  const [first, second, year] = [number(match[1]), number(match[2]), fullYear(match[3])]
  if (first > 12) return { year, month: second, day: first }
  if (second > 12 || first === second) return { year, month: first, day: second }
  return undefined
}

/**
 * Reads a day as typed: `2026-11-22`, `20261122`, `22.11.2026`, `22 Nov`, `11月22日`, `11-22`, `1122`,
 * `t` or `今天` for today, `+7` and `-1` from today.
 * @returns ISO day, or undefined where the text has no or more than one meaning.
 */
export function parseDate(text: string, todayIso: string): string | undefined {
  const plain = text.trim().replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
  if (/^(t|today|今天|今日)$/i.test(plain)) return todayIso
  const relative = /^([+-]\d{1,4})$/.exec(plain)
  if (relative !== null) return addDays(todayIso, Number(relative[1]))
  const year = Number(todayIso.slice(0, 4))
  for (const [pattern, read] of readings) {
    const match = pattern.exec(plain)
    if (match === null) continue
    const day = read(match.slice(1), year)
    return isRealDay(day) ? toIso(day) : undefined
  }
  const day = slashed(plain)
  return day !== undefined && isRealDay(day) ? toIso(day) : undefined
}
