/** Cells to text and back, text tables from spreadsheets, and the choice among what a lookup found. All pure. */
import {
  formatMoney,
  formatPercent,
  formatPrice,
  formatQuantity,
  formatScaled,
  type Language,
  microDecimals,
  parseScaled,
  percentDecimals,
} from '../../../shared/values/format'
import { formatDate, parseDate } from '../../../shared/values/format-date'
import { currencyDecimals } from '../../../shared/values/money'
import type { EntryColumn, EntryKind, EntryValue, LookupItem } from './entry-columns'

/** How a cell is written and read: what the column says, in the currency of the line where that decides. */
export function formatOf<Line>(column: EntryColumn<Line>, line: Line): Format {
  return column.currencyOf === undefined ? column : { kind: column.kind, currency: column.currencyOf(line) }
}

type Format = { readonly kind: EntryKind; readonly currency?: string | undefined }

function decimalsOf({ kind, currency }: Format): number {
  if (kind === 'money') return currencyDecimals(currency ?? 'CNY')
  if (kind === 'percent') return percentDecimals
  return kind === 'integer' ? 0 : microDecimals
}

/** What stands in the cell when it is not being edited. */
export function cellText(format: Format, value: EntryValue, language: Language): string {
  if (value === undefined || value === '') return ''
  if (typeof value === 'string') return format.kind === 'date' ? formatDate(value, language) : value
  const currency = format.currency === undefined ? {} : { currency: format.currency }
  if (format.kind === 'money') return formatMoney(value, language, currency)
  if (format.kind === 'quantity') return formatQuantity(value)
  if (format.kind === 'price') return formatPrice(value, currency)
  if (format.kind === 'percent') return formatPercent(value)
  return formatScaled(value, decimalsOf(format), { group: format.kind !== 'text' })
}

export type CellProblem = 'notANumber' | 'tooManyDecimals' | 'tooLarge' | 'notADate' | 'notFound' | 'ambiguous'

export type CellReading =
  | { readonly ok: true; readonly value: EntryValue }
  | { readonly ok: false; readonly problem: CellProblem; readonly decimals: number }

/** What a typed or pasted text means in a cell. Nothing typed empties the cell. */
export function readCell(format: Format, text: string, todayIso: string): CellReading {
  const trimmed = text.trim()
  const decimals = decimalsOf(format)
  if (trimmed === '') return { ok: true, value: undefined }
  if (format.kind === 'text' || format.kind === 'lookup' || format.kind === 'readonly')
    return { ok: true, value: trimmed }
  if (format.kind === 'date') {
    const day = parseDate(trimmed, todayIso)
    return day === undefined ? { ok: false, problem: 'notADate', decimals } : { ok: true, value: day }
  }
  const parsed = parseScaled(trimmed, decimals)
  if (parsed.ok) return parsed
  if (parsed.reason === 'empty') return { ok: true, value: undefined }
  return { ok: false, problem: parsed.reason, decimals: format.kind === 'percent' ? 4 : decimals }
}

/**
 * Reads what a spreadsheet puts on the clipboard: cells by tab, rows by line break, a cell with tabs, line breaks or
 * quotes in quotes (Excel doubles the quotes inside). Empty rows at the end are dropped.
 */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain[at] ?? ''
    if (isQuoted) {
      if (char === '"' && plain[at + 1] === '"') {
        cell += '"'
        at += 1
      } else if (char === '"') isQuoted = false
      else cell += char === '\n' ? ' ' : char
    } else if (char === '"' && cell === '') isQuoted = true
    else if (char === '\t') endCell()
    else if (char === '\n') {
      endCell()
      rows.push([])
    } else cell += char
  }
  endCell()
  while (rows.length > 0 && rows.at(-1)?.every((value) => value === '') === true) rows.pop()
  return rows
}

/** The same the other way, for copying to a spreadsheet. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quote).join('\t')).join('\n')
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * The one item a text means without a person choosing: an exact code, alias or name, or the only one found.
 * A near match among several is never taken by itself.
 */
export function meantItem<Item extends LookupItem>(text: string, items: readonly Item[]): Item | undefined {
  const byCode = items.find((item) => same(item.code, text) || (item.aliases ?? []).some((alias) => same(alias, text)))
  if (byCode !== undefined) return byCode
  const byName = items.filter((item) => same(item.name, text))
  if (byName.length === 1) return byName[0]
  return items.length === 1 ? items[0] : undefined
}

/** The text a cell is copied as: unformatted enough to be read back exactly. */
export function copyText<Line>(column: EntryColumn<Line>, line: Line, language: Language): string {
  return cellText(formatOf(column, line), column.read(line), language)
}
