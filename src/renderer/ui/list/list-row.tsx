import { memo, type ReactNode } from 'react'
import { CellContent } from './list-cell'
import { isNumberColumn, type ListColumn } from './list-columns'

export interface ListRowProps<Row> {
  readonly id: string
  readonly index: number
  /** Undefined while it is being read. */
  readonly row: Row | undefined
  readonly columns: readonly ListColumn<Row>[]
  readonly isActive: boolean
  readonly isSelected: boolean
  /** The first cell opens the row with a click. */
  readonly isOpenable: boolean
  /** Writes the name of the check box: "Select row 7". */
  readonly selectText: (row: number) => string
}

function PlainListRow<Row>(props: ListRowProps<Row>): ReactNode {
  const { id, index, row, columns, isActive, isSelected, isOpenable, selectText } = props
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined}
      data-index={index}
      className={`k-list-row${isActive ? ' k-list-active' : ''}${isSelected ? ' k-list-selected' : ''}`}
    >
      <div role="gridcell" aria-colindex={1} className="k-list-check">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          readOnly
          disabled={row === undefined}
          aria-label={selectText(index + 1)}
        />
      </div>
      {columns.map((column, at) => (
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={at + 2}
          className={`k-list-cell${isNumberColumn(column) ? ' k-list-number' : ''}`}
        >
          {row === undefined ? (
            <span className="k-skeleton" />
          ) : isOpenable && at === 0 ? (
            <span className="k-link" data-open="true">
              <CellContent column={column} row={row} />
            </span>
          ) : (
            <CellContent column={column} row={row} />
          )}
        </div>
      ))}
    </div>
  )
}

/** Drawn anew only when the row itself, its place or its marks change: scrolling stays smooth. */
export const ListRow = memo(PlainListRow) as typeof PlainListRow
