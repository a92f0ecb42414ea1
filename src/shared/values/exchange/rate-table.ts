import { isBusinessDate } from '../date'
import { parseDecimal } from '../integers'
import { isCurrency } from './iso-4217'

export interface RateRow {
  readonly currency: string
  readonly validFrom: string
  readonly rateMicro: number
}

export interface RateProblem {
  /** counted from 1, as a spreadsheet does */
  readonly row: number
  readonly text: string
  readonly reason: 'day' | 'currency' | 'rate'
}

export interface RateTable {
  readonly rates: readonly RateRow[]
  readonly problems: readonly RateProblem[]
}

/**
 * Rates out of a table, however it is laid out: one rate a row (day, currency, rate in any order), or one day a row with
 * the currencies in the head, as central banks publish them. Full-width digits and both ways of writing a day are read.
 */
export function readRates(table: readonly (readonly string[])[]): RateTable {
  const head = (table[0] ?? []).map(currencyIn)
  const isHead = table[0]?.every((cell) => dayIn(cell) === undefined && rateIn(cell) === undefined) ?? false
  return isHead && head.some((code) => code !== undefined) ? byColumn(table, head) : byRow(table)
}

function byColumn(table: readonly (readonly string[])[], head: readonly (string | undefined)[]): RateTable {
  const rates: RateRow[] = []
  const problems: RateProblem[] = []
  for (const [at, cells] of table.entries()) {
    if (at === 0 || cells.every((cell) => cell.trim() === '')) continue
    const validFrom = cells.map(dayIn).find((day) => day !== undefined)
    if (validFrom === undefined) {
      problems.push({ row: at + 1, text: cells.join(' '), reason: 'day' })
      continue
    }
    for (const [column, currency] of head.entries()) {
      const text = cells[column]?.trim() ?? ''
      if (currency === undefined || text === '') continue
      const rateMicro = rateIn(text)
      if (rateMicro === undefined) problems.push({ row: at + 1, text, reason: 'rate' })
      else rates.push({ currency, validFrom, rateMicro })
    }
  }
  return { rates, problems }
}

function byRow(table: readonly (readonly string[])[]): RateTable {
  const rates: RateRow[] = []
  const problems: RateProblem[] = []
  for (const [at, cells] of table.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const validFrom = cells.map(dayIn).find((day) => day !== undefined)
    const currency = cells.map(currencyIn).find((code) => code !== undefined)
    const rateMicro = cells
      .filter((cell) => dayIn(cell) === undefined)
      .map(rateIn)
      .find((rate) => rate !== undefined)
    const text = cells.join(' ')
    // A first row that names the columns is no mistake.
    if (at === 0 && validFrom === undefined && rateMicro === undefined) continue
    if (validFrom === undefined) problems.push({ row: at + 1, text, reason: 'day' })
    else if (currency === undefined) problems.push({ row: at + 1, text, reason: 'currency' })
    else if (rateMicro === undefined) problems.push({ row: at + 1, text, reason: 'rate' })
    else rates.push({ currency, validFrom, rateMicro })
  }
  return { rates, problems }
}

function currencyIn(cell: string): string | undefined {
  const found = /(?<![A-Z])[A-Z]{3}(?![A-Z])/.exec(cell.trim().toUpperCase())?.[0]
  return found !== undefined && isCurrency(found) ? found : undefined
}

function dayIn(cell: string): string | undefined {
  const parts = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?(?:\s.*)?$/.exec(cell.normalize('NFKC').trim())
  if (parts === null) return undefined
  const [, year = '', month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isBusinessDate(date) ? date : undefined
}

function rateIn(cell: string): number | undefined {
  const text = cell.normalize('NFKC').trim().replaceAll(',', '')
  const rateMicro = parseDecimal(text.replace(/(\.\d{6})\d+$/, '$1'), 6)
  return rateMicro !== undefined && rateMicro > 0 ? rateMicro : undefined
}
