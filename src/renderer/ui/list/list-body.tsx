import { type CSSProperties, type ReactNode, type RefObject, useCallback, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { rowHeight as rowHeights } from '../theme/tokens'
import { useUi } from '../theme/ui-provider'
import { columnTemplate, type ListColumn } from './list-columns'
import { ListFoot } from './list-foot'
import { ListHead } from './list-head'
import { ListRow } from './list-row'
import type { ListSort, PageStore } from './rows/page-store'
import { useListKeys } from './use-list-keys'
import type { ListSelection } from './use-list-selection'
import { useListViewport } from './rows/use-list-viewport'
import { useWantedRows } from './rows/use-page-store'

export interface ListBodyProps<Row> {
  readonly label: string
  readonly columns: readonly ListColumn<Row>[]
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly store: PageStore<Row>
  /** Changes with the store, so that this is drawn again. */
  readonly version: number
  readonly selection: ListSelection<Row>
  readonly rowKey: (row: Row) => string
  readonly onOpen: ((row: Row) => void) | undefined
  readonly sort: ListSort | undefined
  readonly onSort: (sort: ListSort | undefined) => void
  readonly isEmpty: boolean
}

const checkWidth = 36

/** Header, rows and sums. Scrolling draws this again and nothing around it. */
export function ListBody<Row>(props: ListBodyProps<Row>): ReactNode {
  const { label, columns, scroller, store, selection, rowKey, onOpen, sort, onSort, isEmpty } = props
  const { t } = useTranslation()
  const id = useId()
  const rowHeight = rowHeights[useUi().density]
  const hasSums = columns.some((column) => column.hasSum === true)
  // Header and sums are rows like the others; above the sums stands a line of one pixel.
  const fixedPx = rowHeight + (hasSums ? rowHeight * (selection.rows.length > 0 ? 2 : 1) + 1 : 0)
  const { viewport, total, seen, onScroll } = useListViewport(scroller, store.total, rowHeight, fixedPx)
  useWantedRows(store, seen.first, seen.end)
  const keys = useListKeys({
    store,
    total: store.total ?? 0,
    place: { total, rowHeight, viewport },
    scroller,
    selection,
    rowKey,
    onOpen,
  })
  const selectText = useCallback((row: number) => t('ui.list.selectRow', { row }), [t])
  const { template, minWidth } = useMemo(() => columnTemplate(columns, checkWidth), [columns])
  const count = isEmpty ? 0 : seen.end - seen.first
  const rows = Array.from({ length: count }, (_, at) => seen.first + at)
  const isActiveDrawn = keys.active >= seen.first && keys.active < seen.end && !isEmpty
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={store.total === undefined ? -1 : store.total + 2}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-busy={store.total === undefined || store.isOutdated}
      aria-activedescendant={isActiveDrawn ? `${id}-${String(keys.active)}` : undefined}
      tabIndex={0}
      className={`k-list-scroll${store.isOutdated ? ' k-list-outdated' : ''}`}
      style={{ '--k-columns': template, '--k-list-width': `${String(minWidth)}px` } as CSSProperties}
      onScroll={onScroll}
      onKeyDown={keys.onKeyDown}
      onClick={keys.onClick}
      onDoubleClick={keys.onDoubleClick}
    >
      <ListHead
        columns={columns}
        sort={sort}
        onSort={(next) => {
          onSort(next)
          keys.goTo(0)
        }}
      />
      <div role="rowgroup" className="k-list-spacer" style={{ height: isEmpty ? 0 : seen.spacerPx }}>
        <div role="presentation" className="k-list-rows" style={{ transform: `translateY(${String(seen.topPx)}px)` }}>
          {rows.map((index) => {
            const row = store.rowAt(index)
            return (
              <ListRow
                // By place on the screen, not by row: scrolling fills the elements anew instead of replacing them.
                key={index % count}
                id={`${id}-${String(index)}`}
                index={index}
                row={row}
                columns={columns}
                isActive={index === keys.active}
                isSelected={row !== undefined && selection.has(rowKey(row))}
                isOpenable={onOpen !== undefined}
                selectText={selectText}
              />
            )
          })}
        </div>
      </div>
      {isEmpty ? null : <ListFoot columns={columns} total={total} sums={store.sums} selected={selection.rows} />}
    </div>
  )
}
