import type { DataListProps, ListColumn, ListLayout } from '../ui'
import { decimalText } from '../../shared/values/integers'

const PAGE = 500
const DECIMALS: Readonly<Record<string, number>> = { money: 2, quantity: 6, price: 6, percent: 4 }

/** Saves a list as it is seen (columns, order, filter) as CSV with a byte order mark, which Excel needs for Chinese. */
export async function exportCsv<Row>(
  title: string,
  columns: readonly ListColumn<Row>[],
  load: DataListProps<Row>['load'],
  layout: ListLayout,
): Promise<void> {
  const lines = [columns.map((column) => cell(column.title)).join(',')]
  const signal = new AbortController().signal
  for (let offset = 0; ; offset += PAGE) {
    const { rows, total } = await load({ offset, limit: PAGE, sort: layout.sort, filter: layout.filter }, signal)
    for (const row of rows) lines.push(columns.map((column) => cell(textOf(column, row))).join(','))
    if (offset + rows.length >= total || rows.length === 0) break
  }
  saveFile(`${title}.csv`, new Blob(['\uFEFF', lines.join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' }))
}

function textOf<Row>(column: ListColumn<Row>, row: Row): string {
  const value = column.value(row)
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return value.label
  const decimals = DECIMALS[column.kind ?? 'text']
  if (decimals === undefined || typeof value === 'string') return String(value)
  return decimalText(Number(value), decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
}

/** Quoted; a leading = + - @ would make a spreadsheet compute a text that somebody else typed. */
function cell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** A paper of the engine (delivery note, invoice): saved; the desktop program opens it at once. */
export function savePdf(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  saveFile(fileName, new Blob([bytes], { type: 'application/pdf' }))
}
