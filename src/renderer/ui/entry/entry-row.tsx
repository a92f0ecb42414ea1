import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type EntryColumn, type EntryError, isEditable, isNumberCell } from './entry-columns'

export interface EntryRowProps<Line> {
  readonly index: number
  readonly line: Line
  /** Texts of the cells in the order of the columns, also what was typed and not taken. */
  readonly texts: string
  readonly columns: readonly EntryColumn<Line>[]
  readonly errors: readonly EntryError[]
  /** The active cell's column and its input; undefined in other rows. */
  readonly active: { readonly column: number; readonly editor: ReactNode } | undefined
  /** Column that is marked in this row, or -1. */
  readonly marked: number
  readonly isNew: boolean
  readonly onDelete: ((row: number) => void) | undefined
}

/** Separates the texts of a row's cells; no cell text holds it. */
export const cellSeparator = '\u001f'

function PlainEntryRow<Line>(props: EntryRowProps<Line>): ReactNode {
  const { index, line, columns, errors, active, marked, isNew, onDelete } = props
  const { t } = useTranslation()
  const texts = props.texts.split(cellSeparator)
  return (
    <div role="rowgroup" className="k-entry-group">
      <div
        role="row"
        aria-rowindex={index + 2}
        data-row={index}
        className={`k-entry-row${isNew ? ' k-entry-new' : ''}${active === undefined ? '' : ' k-entry-current'}`}
      >
        <div role="rowheader" className="k-entry-number k-num">
          {isNew ? <span title={t('ui.entry.newLine')}>+</span> : index + 1}
        </div>
        {columns.map((column, at) => {
          const hasError = errors.some((error) => error.column === column.key)
          const isActive = active?.column === at
          const classes = [
            'k-entry-cell',
            isNumberCell(column) ? 'k-entry-right' : '',
            isEditable(column, line) ? '' : 'k-entry-fixed',
            hasError ? 'k-entry-wrong' : '',
            isActive ? 'k-entry-active' : '',
            marked === at ? 'k-entry-marked' : '',
          ]
          return (
            <div
              key={column.key}
              role="gridcell"
              aria-colindex={at + 2}
              aria-invalid={hasError}
              data-column={at}
              className={classes.filter((name) => name !== '').join(' ')}
            >
              {isActive ? active.editor : (column.render?.(line) ?? <span title={texts[at]}>{texts[at]}</span>)}
            </div>
          )
        })}
        <div role="gridcell" className="k-entry-end">
          {onDelete === undefined || isNew ? null : (
            <Button
              type="text"
              size="small"
              tabIndex={-1}
              icon={<DeleteOutlined />}
              aria-label={t('ui.entry.deleteLine', { row: index + 1 })}
              onClick={() => onDelete(index)}
            />
          )}
        </div>
      </div>
      {errors.length === 0 ? null : (
        <div role="row" className="k-entry-errors">
          <div role="gridcell" aria-colspan={columns.length + 2}>
            {errors.map((error) => (
              <p key={`${error.column} ${error.message}`} role="alert">
                <strong>{columns.find((column) => column.key === error.column)?.title}</strong> {error.message}
                {error.mend === undefined ? null : (
                  <Button size="small" onClick={error.mend.onMend}>
                    {error.mend.label}
                  </Button>
                )}
              </p>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}

export const EntryRow = memo(PlainEntryRow) as typeof PlainEntryRow
