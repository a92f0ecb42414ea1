import { Button, type InputRef } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, type EmptyStateProps } from '../feedback/empty-state'
import { useShortcuts } from '../shell/use-shortcuts'
import './list.css'
import { ListBody } from './list-body'
import type { ListColumn } from './list-columns'
import { ListToolbar, type ExportFormat } from './list-toolbar'
import type { ListLoader, ListQuery, ListSort } from './rows/page-store'
import { useListSelection } from './use-list-selection'
import { usePageStore } from './rows/use-page-store'

/** What a person has arranged: to be kept as a view. */
export interface ListLayout {
  /** Keys of the columns shown. */
  readonly columns: readonly string[]
  readonly sort: ListSort | undefined
  readonly filter: string
}

export interface DataListProps<Row> {
  /** Name of the list for those who hear it. */
  readonly label: string
  /** Keep the array stable between renders, or every row is drawn anew. */
  readonly columns: readonly ListColumn<Row>[]
  readonly rowKey: (row: Row) => string
  readonly load: ListLoader<Row>
  /** Change it to read again: after a live update, or when a filter of your own in `filters` changes. */
  readonly revision?: string | number
  readonly onOpen?: (row: Row) => void
  readonly onNew?: () => void
  readonly newLabel?: string
  /** What the text filter looks at, for example "number, partner". */
  readonly filterHint?: string
  readonly filters?: ReactNode
  /** Buttons for the selected rows. */
  readonly bulk?: (rows: readonly Row[]) => ReactNode
  readonly onSelect?: (rows: readonly Row[]) => void
  /** Exports what is seen: these columns, this order, this filter. */
  readonly onExport?: (layout: ListLayout, format: ExportFormat) => void
  /** Shown when the list is empty without a filter. */
  readonly empty?: EmptyStateProps
  readonly initialLayout?: Partial<ListLayout>
  readonly onLayout?: (layout: ListLayout) => void
}

const filterPauseMs = 200

function standardColumns<Row>(columns: readonly ListColumn<Row>[]): readonly string[] {
  return columns.filter((column) => column.isHiddenAtFirst !== true).map((column) => column.key)
}

/** The layout, with a filter that waits for a pause in typing before it is asked. */
function useLayout<Row>(props: DataListProps<Row>) {
  const { columns, initialLayout, onLayout } = props
  const [layout, setLayout] = useState<ListLayout>(() => ({
    columns: initialLayout?.columns ?? standardColumns(columns),
    sort: initialLayout?.sort,
    filter: initialLayout?.filter ?? '',
  }))
  const [filter, setFilter] = useState(layout.filter)
  const change = (part: Partial<ListLayout>): void => {
    const next = { ...layout, ...part }
    setLayout(next)
    onLayout?.(next)
  }
  const askFilter = useRef(change)
  useEffect(() => {
    askFilter.current = change
  })
  useEffect(() => {
    if (filter.trim() === layout.filter) return undefined
    const timer = setTimeout(() => askFilter.current({ filter: filter.trim() }), filter === '' ? 0 : filterPauseMs)
    return () => clearTimeout(timer)
  }, [filter, layout.filter])
  const query = useMemo<ListQuery>(() => ({ sort: layout.sort, filter: layout.filter }), [layout.sort, layout.filter])
  const shown = useMemo(
    () => columns.filter((column) => column.isFixed === true || layout.columns.includes(column.key)),
    [columns, layout.columns],
  )
  return { layout, change, filter, setFilter, query, shown }
}

/** In place of rows: nothing found, nothing there yet, or not readable. */
function ListPlaceholder(props: {
  filter: string
  hasFailed: boolean
  empty: EmptyStateProps | undefined
  onClearFilter: () => void
  onRetry: () => void
}): ReactNode {
  const { filter, hasFailed, empty, onClearFilter, onRetry } = props
  const { t } = useTranslation()
  if (hasFailed) {
    return <EmptyState title={t('ui.list.failed')} action={{ label: t('ui.list.retry'), onAction: onRetry }} />
  }
  if (filter === '') return <EmptyState {...(empty ?? { title: t('ui.list.emptyTitle') })} />
  return (
    <EmptyState
      title={t('ui.list.nothingFound', { filter })}
      hint={t('ui.list.nothingFoundHint')}
      action={{ label: t('ui.list.clearFilter'), onAction: onClearFilter }}
    />
  )
}

/**
 * A list of up to a million rows that are read as they come into view; sorting and filtering are the loader's.
 * Arrows move, Enter opens, Space selects, `/` filters, `N` makes a new one, Home and End go to the ends.
 * It fills the height it is given.
 */
export function DataList<Row>(props: DataListProps<Row>): ReactNode {
  const { label, columns, rowKey, load, revision, onOpen, onNew, bulk, onExport, empty } = props
  const { t } = useTranslation()
  const filterInput = useRef<InputRef>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const { layout, change, filter, setFilter, query, shown } = useLayout(props)
  const store = usePageStore(load, query, revision)
  const selection = useListSelection(rowKey, props.onSelect)
  useShortcuts(t('ui.list.keys.section'), [
    { keys: '/', label: t('ui.list.keys.filter'), run: () => filterInput.current?.focus({ cursor: 'all' }) },
    ...(onOpen === undefined ? [] : [{ keys: 'Enter', label: t('ui.list.keys.open') }]),
    { keys: 'Space', label: t('ui.list.keys.select') },
    { keys: 'Home', label: t('ui.list.keys.ends') },
    ...(onNew === undefined ? [] : [{ keys: 'N', label: props.newLabel ?? t('ui.list.keys.new'), run: onNew }]),
  ])
  const isEmpty = store.total === 0 || (store.total === undefined && store.error !== undefined)

  return (
    <div className="k-list">
      <ListToolbar
        {...{ filterInput, filter, total: store.total, onNew, columns }}
        onFilter={setFilter}
        onLeaveFilter={() => scroller.current?.focus()}
        filterHint={props.filterHint}
        extra={props.filters}
        selectedCount={selection.rows.length}
        onClearSelection={selection.clear}
        bulk={bulk?.(selection.rows)}
        onExport={onExport === undefined ? undefined : (format) => onExport(layout, format)}
        newLabel={props.newLabel}
        shown={layout.columns}
        onShown={(next) => change({ columns: next })}
        onReset={() => change({ columns: standardColumns(columns) })}
      />
      <ListBody
        {...{ label, scroller, store, selection, rowKey, onOpen, isEmpty }}
        version={store.version()}
        columns={shown}
        sort={layout.sort}
        onSort={(sort) => change({ sort })}
      />
      {isEmpty ? (
        <div className="k-list-placeholder">
          <ListPlaceholder
            filter={layout.filter}
            hasFailed={store.error !== undefined}
            empty={empty}
            onClearFilter={() => setFilter('')}
            onRetry={() => store.refresh()}
          />
        </div>
      ) : null}
      {!isEmpty && store.error !== undefined ? (
        <div className="k-list-error" role="alert">
          {t('ui.list.failed')}
          <Button size="small" onClick={() => store.refresh()}>
            {t('ui.list.retry')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
