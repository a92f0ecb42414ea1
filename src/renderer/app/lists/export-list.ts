import type { ColumnValue, DataListProps, ExportFormat, ListColumn, ListLayout } from '../../ui'
import { saveSheet, type Sheet, type SheetPlace } from './sheet'

const PAGE = 500

export interface ListExport<Row> extends SheetPlace {
  readonly title: string
  readonly about: string
  readonly columns: readonly ListColumn<Row>[]
  readonly load: DataListProps<Row>['load']
  readonly layout: ListLayout
  readonly format: ExportFormat
  readonly total: string
  /** Asked before the first row, between two and after the last: strong lines by column, for paper. */
  readonly between?:
    | ((before: Row | undefined, after: Row | undefined) => readonly Readonly<Record<string, ColumnValue>>[])
    | undefined
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** Saves a list as it is seen: these columns, this order, this filter, all rows. Nothing is saved where it is stopped. */
export async function exportList<Row>(list: ListExport<Row>): Promise<void> {
  const { columns, load, layout, signal } = list
  const rows: Sheet['rows'][number][] = []
  let last: Row | undefined
  let read = 0
  const betweenRows = (before: Row | undefined, after: Row | undefined): void => {
    if (list.format !== 'pdf' || list.between === undefined) return
    for (const line of list.between(before, after)) {
      rows.push({ cells: columns.map(({ key }) => ({ value: line[key] })), isStrong: true })
    }
  }
  let sums: Readonly<Record<string, number | bigint>> = {}
  for (;;) {
    const page = await load({ offset: read, limit: PAGE, sort: layout.sort, filter: layout.filter }, signal)
    if (read === 0) sums = page.sums ?? {}
    for (const row of page.rows) {
      betweenRows(last, row)
      last = row
      rows.push({ cells: columns.map((column) => ({ value: column.value(row), currency: column.currency?.(row) })) })
    }
    if (signal.aborted) return
    read += page.rows.length
    list.onProgress(read, page.total)
    if (read >= page.total || page.rows.length === 0) break
  }
  betweenRows(last, undefined)
  // A workbook adds up by itself; paper does not.
  if (
    list.format === 'pdf' &&
    list.between === undefined &&
    columns.some(({ key, hasSum }) => hasSum === true && sums[key] !== undefined)
  ) {
    const cells = columns.map(({ key, hasSum }, at) => ({
      value: hasSum === true ? sums[key] : at === 0 ? list.total : null,
    }))
    rows.push({ cells, isStrong: true })
  }
  await saveSheet({ title: list.title, about: list.about, columns, rows }, list.format, list)
}
