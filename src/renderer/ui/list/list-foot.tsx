import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Integer } from '../../../shared/values/format'
import { NumberCell } from './list-cell'
import { isNumberColumn, type ListColumn, sumColumn } from './list-columns'

export interface ListFootProps<Row> {
  readonly columns: readonly ListColumn<Row>[]
  readonly total: number
  readonly sums: Readonly<Record<string, Integer>> | undefined
  readonly selected: readonly Row[]
}

function SumRow<Row>(props: {
  rowIndex: number
  label: string
  columns: readonly ListColumn<Row>[]
  sum: (column: ListColumn<Row>) => Integer | undefined
}): ReactNode {
  const { rowIndex, label, columns, sum } = props
  return (
    <div role="row" aria-rowindex={rowIndex} className="k-list-row">
      <div role="gridcell" aria-colindex={1} className="k-list-check" />
      {columns.map((column, at) => {
        const value = column.hasSum === true ? sum(column) : undefined
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={at + 2}
            className={`k-list-cell${isNumberColumn(column) ? ' k-list-number' : ''}`}
          >
            {at === 0 ? <strong>{label}</strong> : null}
            {value === undefined ? null : <NumberCell kind={column.kind} value={value} />}
          </div>
        )
      })}
    </div>
  )
}

/** Sums of everything that matches and, once rows are selected, of the selection. */
export function ListFoot<Row>(props: ListFootProps<Row>): ReactNode {
  const { columns, total, sums, selected } = props
  const { t } = useTranslation()
  if (!columns.some((column) => column.hasSum === true)) return null
  return (
    <div role="rowgroup" className="k-list-foot">
      {selected.length === 0 ? null : (
        <SumRow
          rowIndex={total + 2}
          label={t('ui.list.sumSelected')}
          columns={columns}
          sum={(column) => sumColumn(column, selected)}
        />
      )}
      <SumRow
        rowIndex={total + (selected.length === 0 ? 2 : 3)}
        label={t('ui.list.sumAll')}
        columns={columns}
        sum={(column) => sums?.[column.key]}
      />
    </div>
  )
}
