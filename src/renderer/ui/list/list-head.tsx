import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isNumberColumn, type ListColumn } from './list-columns'
import type { ListSort } from './rows/page-store'

/** Ascending, descending, as the program orders it. */
export function nextSort(sort: ListSort | undefined, key: string): ListSort | undefined {
  if (sort?.key !== key) return { key, direction: 'ascending' }
  return sort.direction === 'ascending' ? { key, direction: 'descending' } : undefined
}

export interface ListHeadProps<Row> {
  readonly columns: readonly ListColumn<Row>[]
  readonly sort: ListSort | undefined
  readonly onSort: (sort: ListSort | undefined) => void
}

export function ListHead<Row>(props: ListHeadProps<Row>): ReactNode {
  const { columns, sort, onSort } = props
  const { t } = useTranslation()
  return (
    <div role="row" aria-rowindex={1} className="k-list-row k-list-head">
      <div role="columnheader" aria-colindex={1} className="k-list-check">
        <span className="k-sr">{t('ui.list.sumSelected')}</span>
      </div>
      {columns.map((column, at) => {
        const direction = sort?.key === column.key ? sort.direction : undefined
        return (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={at + 2}
            aria-sort={direction ?? 'none'}
            className={`k-list-cell${isNumberColumn(column) ? ' k-list-number' : ''}`}
          >
            {column.isSortable === false ? (
              <span title={column.title}>{column.title}</span>
            ) : (
              <button
                type="button"
                className="k-plain k-list-sort"
                title={t('ui.list.sortBy', { column: column.title })}
                onClick={() => onSort(nextSort(sort, column.key))}
              >
                <span>{column.title}</span>
                {direction === 'ascending' ? <CaretUpFilled /> : null}
                {direction === 'descending' ? <CaretDownFilled /> : null}
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}
