import dayjs from 'dayjs'
import { decimalText } from '../../../shared/values/integers'
import { currencyDecimals } from '../../../shared/values/money'
import { writeCsv, writeWorkbook, type SheetColumn } from '../../../shared/tables'
import type { DataListProps, ExportFormat, ListColumn, ListLayout } from '../../ui'
import { EXCEL, saveFile } from './save-file'

const PAGE = 500

export interface ListExport<Row> {
  readonly title: string
  readonly columns: readonly ListColumn<Row>[]
  readonly load: DataListProps<Row>['load']
  readonly layout: ListLayout
  readonly format: ExportFormat
  /** The company's own, for money without another. */
  readonly currency: string
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** Saves a list as it is seen: these columns, this order, this filter, all rows. Nothing is saved where it is stopped. */
export async function exportList<Row>(list: ListExport<Row>): Promise<void> {
  const { title, columns, load, layout, currency, signal } = list
  const rows: string[][] = []
  for (;;) {
    const page = await load({ offset: rows.length, limit: PAGE, sort: layout.sort, filter: layout.filter }, signal)
    for (const row of page.rows) rows.push(columns.map((column) => cellText(column, row, currency)))
    if (signal.aborted) return
    list.onProgress(rows.length, page.total)
    if (rows.length >= page.total || page.rows.length === 0) break
  }
  if (list.format === 'csv') {
    const titles = columns.map((column) => column.title)
    saveFile(`${title}.csv`, new Blob([writeCsv(titles, rows)], { type: 'text/csv;charset=utf-8' }))
    return
  }
  const sheet = { name: title, columns: columns.map((column) => sheetColumn(column, currency)), rows }
  saveFile(`${title}.xlsx`, new Blob([new Uint8Array(await writeWorkbook([sheet]))], { type: EXCEL }))
}

function sheetColumn<Row>(column: ListColumn<Row>, currency: string): SheetColumn {
  const { title, kind } = column
  if (kind === 'money') return { title, decimals: currencyDecimals(currency) }
  if (kind === 'quantity' || kind === 'count') return { title, decimals: 0, width: 12 }
  if (kind === 'price' || kind === 'percent') return { title, decimals: 4, width: 12 }
  return { title, width: kind === undefined || kind === 'text' ? 24 : 18 }
}

function cellText<Row>(column: ListColumn<Row>, row: Row, currency: string): string {
  const value = column.value(row)
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return value.label
  if (typeof value === 'string') return value
  switch (column.kind) {
    case 'money':
      return decimalText(Number(value), currencyDecimals(column.currency?.(row) ?? currency))
    case 'quantity':
    case 'price':
      return withoutZeros(decimalText(Number(value), 6))
    case 'percent':
      return withoutZeros(decimalText(Number(value), 4))
    case 'dateTime':
      return dayjs(Number(value)).format('YYYY-MM-DD HH:mm')
    default:
      return String(value)
  }
}

const withoutZeros = (text: string): string => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
