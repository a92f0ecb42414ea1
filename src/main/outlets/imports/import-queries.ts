import type { Reader } from '../../kernel/db'
import { cellOf, figure, type Cells } from './cells'
import type { Context, Kept, Kind, Row } from './kind'

function cellsOf(kind: Kind, context: Context, raw: Row): { row: Row; cells: Cells } {
  const row = kind.shape?.(context, raw) ?? raw
  const cells = kind.columns.map(({ name, type }) => [name, cellOf(type, row[name] ?? null, context.moneyDecimals)])
  return { row, cells: Object.fromEntries(cells) as Cells }
}

/** What is kept under the key of these cells. */
export function findKept(kind: Kind, context: Context, cells: Cells): Kept | undefined {
  const key = kind.columns
    .filter(({ isKey }) => isKey === true)
    .map((column) =>
      column.type === 'quantity' ? figure(cells, column, context.moneyDecimals) : (cells[column.name] ?? ''),
    )
  const found = context.reader.first<Row>(`${kind.rows} WHERE ${kind.byKey}`, key)
  if (found === undefined) return undefined
  return { id: Number(found['id']), isAway: found['active'] === 0, ...cellsOf(kind, context, found) }
}

export function pageOf(kind: Kind, context: Context, offset: number, limit: number): Cells[] {
  const text = `${kind.rows} WHERE ${kind.shown} ORDER BY ${kind.order} LIMIT ? OFFSET ?`
  return context.reader.all<Row>(text, [limit, offset]).map((row) => cellsOf(kind, context, row).cells)
}

export function countOf(kind: Kind, reader: Reader): number {
  const text = `SELECT count(*) AS total FROM (${kind.rows} WHERE ${kind.shown})`
  return reader.first<{ total: number }>(text)?.total ?? 0
}
