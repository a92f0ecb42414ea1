import dayjs from 'dayjs'
import { PAPER_ROWS } from '../../../shared/contracts/reports'
import { Refusal } from '../../../shared/errors'
import { writeCsv, writeWorkbook, type SheetColumn } from '../../../shared/tables'
import {
  formatCount,
  formatMoney,
  formatPercent,
  formatPrice,
  formatQuantity,
  type Language,
} from '../../../shared/values/format'
import { formatDate, formatDateTime } from '../../../shared/values/format-date'
import { decimalText } from '../../../shared/values/integers'
import { currencyDecimals } from '../../../shared/values/money'
import type { ColumnKind, ColumnValue, ExportFormat } from '../../ui'
import { engine } from '../engine'
import { EXCEL, saveFile, savePdf } from './save-file'

/** A value, and the currency of an amount that is not in the company's. */
export interface SheetCell {
  readonly value: ColumnValue
  readonly currency?: string | undefined
}

/** A list, a ledger or a report as it leaves the program: in a workbook, as text, on paper. */
export interface Sheet {
  readonly title: string
  /** What it is about: an account, a span of days. */
  readonly about: string
  readonly columns: readonly { readonly title: string; readonly kind?: ColumnKind | undefined }[]
  readonly rows: readonly { readonly cells: readonly SheetCell[]; readonly isStrong?: boolean }[]
}

export interface SheetPlace {
  readonly companyName: string
  readonly currency: string
  readonly language: Language
}

export async function saveSheet(sheet: Sheet, format: ExportFormat, place: SheetPlace): Promise<void> {
  await engine.audit.recordExport({
    what: sheet.title,
    about: sheet.about.slice(0, 200),
    format,
    rows: sheet.rows.length,
    idempotencyKey: crypto.randomUUID(),
  })
  const fileName = [sheet.title, sheet.about].filter((text) => text !== '').join(' ')
  if (format === 'pdf') {
    const { pdf } = await engine.reports.printTable(paperOf(sheet, place))
    savePdf(`${fileName}.pdf`, pdf)
    return
  }
  const { columns } = sheet
  const rows = sheet.rows.map(({ cells }) =>
    cells.map((cell, at) => plainText(columns[at]?.kind, cell, place.currency)),
  )
  if (format === 'csv') {
    const titles = columns.map(({ title }) => title)
    saveFile(`${fileName}.csv`, new Blob([writeCsv(titles, rows)], { type: 'text/csv;charset=utf-8' }))
    return
  }
  const heading = sheet.about === '' ? {} : { heading: [place.companyName, sheet.title, sheet.about] }
  const workbook = await writeWorkbook([
    { name: sheet.title, ...heading, columns: columns.map((column) => workbookColumn(column, place.currency)), rows },
  ])
  saveFile(`${fileName}.xlsx`, new Blob([new Uint8Array(workbook)], { type: EXCEL }))
}

function paperOf({ title, about, columns, rows }: Sheet, place: SheetPlace) {
  if (rows.length > PAPER_ROWS) throw new Refusal('ui.tooLongForPaper', { rows: rows.length, most: PAPER_ROWS })
  return {
    title,
    about,
    locale: place.language,
    columns: columns.map(({ title: text, kind }) => ({
      title: text,
      align: NUMBERS.has(kind ?? 'text') ? ('right' as const) : ('left' as const),
    })),
    rows: rows.map(({ cells, isStrong = false }) => ({
      cells: cells.map((cell, at) => shownText(columns[at]?.kind, cell, place)),
      isStrong,
    })),
  }
}

const NUMBERS: ReadonlySet<ColumnKind> = new Set(['money', 'quantity', 'price', 'percent', 'count'])

function workbookColumn({ title, kind }: Sheet['columns'][number], currency: string): SheetColumn {
  if (kind === 'money') return { title, decimals: currencyDecimals(currency) }
  if (kind === 'quantity' || kind === 'count') return { title, decimals: 0, width: 12 }
  if (kind === 'price' || kind === 'percent') return { title, decimals: 4, width: 12 }
  return { title, width: kind === undefined || kind === 'text' ? 24 : 18 }
}

const wordsOf = (value: ColumnValue): string | undefined => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return value.label
  return typeof value === 'string' ? value : undefined
}

/** For machines: plain decimals, ISO days. */
function plainText(kind: ColumnKind | undefined, { value, currency }: SheetCell, own: string): string {
  const words = wordsOf(value)
  if (words !== undefined) return words
  const number = Number(value)
  switch (kind) {
    case 'money':
      return decimalText(number, currencyDecimals(currency ?? own))
    case 'quantity':
    case 'price':
      return withoutZeros(decimalText(number, 6))
    case 'percent':
      return withoutZeros(decimalText(number, 4))
    case 'dateTime':
      return dayjs(number).format('YYYY-MM-DD HH:mm')
    default:
      return String(value)
  }
}

/** For people: as the page writes it; zero is left empty, as a ledger on paper has it. */
function shownText(kind: ColumnKind | undefined, { value, currency }: SheetCell, place: SheetPlace): string {
  const words = wordsOf(value)
  if (words !== undefined) return kind === 'date' && words !== '' ? formatDate(words, place.language) : words
  const number = Number(value)
  if (number === 0 && kind !== 'count') return ''
  switch (kind) {
    case 'money':
      return formatMoney(number, place.language, { currency: currency ?? place.currency })
    case 'quantity':
      return formatQuantity(number)
    case 'price':
      return formatPrice(number, { currency: currency ?? place.currency })
    case 'percent':
      return formatPercent(number)
    case 'dateTime':
      return formatDateTime(number, place.language)
    default:
      return formatCount(number)
  }
}

const withoutZeros = (text: string): string => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
