import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'
import type { PageStore } from './rows/page-store'
import { type ScrollPlace, scrollTopToShow } from './rows/row-window'
import type { ListSelection } from './use-list-selection'

export interface ListKeysInput<Row> {
  readonly store: PageStore<Row>
  readonly total: number
  readonly place: Omit<ScrollPlace, 'scrollTop'>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly selection: ListSelection<Row>
  readonly rowKey: (row: Row) => string
  readonly onOpen: ((row: Row) => void) | undefined
}

export interface ListKeys {
  /** Index of the row that keys act on. */
  readonly active: number
  readonly goTo: (index: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onClick: (event: MouseEvent) => void
  readonly onDoubleClick: (event: MouseEvent) => void
}

interface Active {
  readonly index: number
  /** Key of the row, so that it stays the same row when others come in above it. */
  readonly key: string | undefined
}

/** Where a key moves to, or undefined for a key that moves nowhere. */
export function targetOf(key: string, from: number, total: number, pageRows: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: -total,
    End: total,
  }
  const step = steps[key]
  return step === undefined || total === 0 ? undefined : Math.max(0, Math.min(total - 1, from + step))
}

function rowsBetween<Row>(store: PageStore<Row>, a: number, b: number): Row[] {
  const [first, last] = a < b ? [a, b] : [b, a]
  return Array.from({ length: last - first + 1 }, (_, at) => store.rowAt(first + at)).filter((row) => row !== undefined)
}

function indexUnder(event: MouseEvent): number | undefined {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
  return row === null ? undefined : Number(row.dataset['index'])
}

/** Keyboard and mouse of a list: one active row, selection with Space and shift. */
export function useListKeys<Row>(input: ListKeysInput<Row>): ListKeys {
  const { store, total, place, scroller, selection, rowKey, onOpen } = input
  const [stored, setActive] = useState<Active>({ index: 0, key: undefined })
  const anchor = useRef<number | undefined>(undefined)
  const found = stored.key === undefined ? undefined : store.locate(stored.index, (row) => rowKey(row) === stored.key)
  const active = Math.min(found ?? stored.index, Math.max(0, total - 1))

  const goTo = (index: number): void => {
    const row = store.rowAt(index)
    setActive({ index, key: row === undefined ? undefined : rowKey(row) })
    const element = scroller.current
    element?.scrollTo({ top: scrollTopToShow({ ...place, scrollTop: element.scrollTop }, index) })
  }
  const extendTo = (index: number): void => {
    anchor.current ??= active
    selection.add(rowsBetween(store, anchor.current, index))
  }
  const open = (index: number): void => {
    const row = store.rowAt(index)
    if (row !== undefined) onOpen?.(row)
  }
  const toggle = (index: number): void => {
    const row = store.rowAt(index)
    if (row !== undefined) selection.toggle(row)
    anchor.current = index
  }

  return {
    active,
    goTo,
    onKeyDown: (event) => {
      if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
      const target = targetOf(event.key, active, total, Math.max(1, Math.floor(place.viewport / place.rowHeight) - 1))
      if (target !== undefined) {
        if (event.shiftKey) extendTo(target)
        else anchor.current = undefined
        goTo(target)
      } else if (event.key === 'Enter') open(active)
      else if (event.key === ' ') toggle(active)
      else if (event.key === 'Escape' && selection.rows.length > 0) selection.clear()
      else return
      event.preventDefault()
    },
    onClick: (event) => {
      const index = indexUnder(event)
      if (index === undefined || !(event.target instanceof Element)) return
      goTo(index)
      if (event.shiftKey) extendTo(index)
      else if (event.ctrlKey || event.metaKey || event.target.closest('.k-list-check') !== null) toggle(index)
      else if (event.target.closest('[data-open]') !== null) open(index)
      else anchor.current = index
    },
    onDoubleClick: (event) => {
      const index = indexUnder(event)
      if (index !== undefined && event.target instanceof Element && event.target.closest('.k-list-check') === null) {
        open(index)
      }
    },
  }
}
