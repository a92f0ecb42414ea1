import { refuse } from '../errors'
import { isBusinessDate } from '../values/date'
import { parseDecimal } from '../values/integers'

/** An amount as banks write it: `1,234.50`, `1.234,50`, `1 234,50-`, `(12.00)`, `+5`, `¥3.00`. Undefined if it is none. */
export function bankAmount(text: string, decimals: number): number | undefined {
  let bare = text.replaceAll(/[\s\u00a0\u202f'’¥￥$€£]/g, '').replaceAll(/^[A-Z]{3}|[A-Z]{3}$/g, '')
  if (bare === '') return undefined
  const isBracketed = /^\(.*\)$/.test(bare)
  if (isBracketed) bare = bare.slice(1, -1)
  const isTrailing = /[-]$/.test(bare)
  if (isTrailing) bare = bare.slice(0, -1)
  const value = parseDecimal(withPoint(bare), decimals)
  if (value === undefined) return undefined
  return (isBracketed || isTrailing) && value !== 0 ? 0 - value : value
}

/** Grouping taken away and the decimal mark made a point: the mark is the last one, unless it groups by three. */
function withPoint(text: string): string {
  const marks = [...text.matchAll(/[.,]/g)]
  const last = marks.at(-1)
  if (last === undefined) return text
  const isMixed = new Set(marks.map(([mark]) => mark)).size > 1
  const groups = marks.length > 1 && !isMixed
  const looksGrouped = last[0] === ',' && !isMixed && /^[+-]?\d{1,3}(,\d{3})+$/.test(text)
  if (groups || looksGrouped) return text.replaceAll(/[.,]/g, '')
  return `${text.slice(0, last.index).replaceAll(/[.,]/g, '')}.${text.slice(last.index + 1)}`
}

/** A day as banks write it: 2026-03-05, 20260305, 2026/3/5, 05.03.2026, 2026年3月5日. A time behind it is left away. */
export function bankDate(text: string): string | undefined {
  const trimmed = text.trim()
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(trimmed)?.slice(1) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d{3,5}(?!\d))/.exec(trimmed)?.slice(1) ??
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})/.exec(trimmed)?.slice(1).toReversed()
  if (parts === undefined) return undefined
  const [year = '', month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isBusinessDate(date) ? date : undefined
}

/** Refuses a file that does not say what its format asks for. */
export function broken(file: string, where: string): never {
  return refuse('bankFiles.broken', { file, where: where.slice(0, 120) })
}
