import type { ReactNode } from 'react'
import type { Integer } from '../../../shared/values/format'
import type { StateTagProps } from '../feedback/state-tag'

export type ColumnKind = 'text' | 'money' | 'quantity' | 'price' | 'percent' | 'count' | 'date' | 'dateTime' | 'status'

export type ColumnValue = string | Integer | StateTagProps | null | undefined

export interface ListColumn<Row> {
  /** Name of the field in the loader's `sort`, in sums and in exports. */
  readonly key: string
  readonly title: string
  /** Decides alignment and writing. Text when left out. */
  readonly kind?: ColumnKind
  /**
   * money in minor units, quantity, price and percent in micro, date `YYYY-MM-DD`, dateTime in milliseconds, status as
   * `{tone, label}`.
   */
  readonly value: (row: Row) => ColumnValue
  /** Draws the cell instead, for example with a mark beside the text. */
  readonly render?: (row: Row) => ReactNode
  /** Pixels. Without it the kind decides; text takes what is left. */
  readonly width?: number
  readonly isSortable?: boolean
  /** The loader gives this column's sum over all rows; the list adds up the selection. */
  readonly hasSum?: boolean
  /** Not shown until chosen. */
  readonly isHiddenAtFirst?: boolean
  /** Can't be taken away. */
  readonly isFixed?: boolean
  /** Currency of a money cell where it may differ from the company's. */
  readonly currency?: (row: Row) => string
  /** Unit of a quantity. */
  readonly unit?: (row: Row) => string
}

const numberKinds = new Set<ColumnKind>(['money', 'quantity', 'price', 'percent', 'count'])

export function isNumberColumn(column: Pick<ListColumn<never>, 'kind'>): boolean {
  return numberKinds.has(column.kind ?? 'text')
}

const widths: Readonly<Record<Exclude<ColumnKind, 'text'>, number>> = {
  money: 128,
  quantity: 104,
  price: 124,
  percent: 80,
  count: 80,
  date: 112,
  dateTime: 152,
  status: 136,
}

const leastText = 140

function leastWidth<Row>(column: ListColumn<Row>): number {
  const kind = column.kind ?? 'text'
  return column.width ?? (kind === 'text' ? leastText : widths[kind])
}

/** The CSS grid that header, rows and footer share. Text columns without a width take what is left. */
export function columnTemplate<Row>(
  columns: readonly ListColumn<Row>[],
  checkWidth: number,
): {
  template: string
  minWidth: number
} {
  const flexible = columns.some((column) => (column.kind ?? 'text') === 'text' && column.width === undefined)
  const tracks = columns.map((column, index) => {
    const least = `${String(leastWidth(column))}px`
    const grows = flexible
      ? (column.kind ?? 'text') === 'text' && column.width === undefined
      : index === columns.length - 1
    return grows ? `minmax(${least}, 1fr)` : least
  })
  const minWidth = columns.reduce((sum, column) => sum + leastWidth(column), checkWidth)
  return { template: [`${String(checkWidth)}px`, ...tracks].join(' '), minWidth }
}

/** Adds up a column over rows; anything that is no whole number counts as nothing. */
export function sumColumn<Row>(column: ListColumn<Row>, rows: Iterable<Row>): bigint {
  let sum = 0n
  for (const row of rows) {
    const value = column.value(row)
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) sum += BigInt(value)
  }
  return sum
}
