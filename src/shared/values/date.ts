/** A business date, `YYYY-MM-DD`, without zone. */
export type BusinessDate = string

const DAY_MILLISECONDS = 86_400_000

/** Outside of these no business is done; adding days to a date stays inside four digits of a year. */
const FIRST_DATE = '1900-01-01'
const LAST_DATE = '2999-12-31'

export function isBusinessDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DATE || text > LAST_DATE) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)
}

/** Whole days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLISECONDS)
}

export function yearOf(date: BusinessDate): number {
  return Number(date.slice(0, 4))
}

export function monthOf(date: BusinessDate): string {
  return date.slice(0, 7)
}

/** The calendar day of an instant in the zone this computer stands in: what people there call today. */
export function localDate(instant: Date): BusinessDate {
  const pad = (n: number): string => String(n).padStart(2, '0')
  return `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`
}
