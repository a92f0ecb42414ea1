import { type RefObject, type UIEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useActivePage } from '../../shell/active-page'
import { type RowWindow, rowWindow } from './row-window'

export interface ListViewport {
  /** Height in which rows are seen. */
  readonly viewport: number
  /** Rows there are, or that fit while that is not known. */
  readonly total: number
  readonly seen: RowWindow
  readonly onScroll: (event: UIEvent) => void
}

/**
 * Which rows are in view. Drawn again only when other rows come into view, not at every pixel; the scroll position
 * survives standing behind another tab.
 */
export function useListViewport(
  scroller: RefObject<HTMLDivElement | null>,
  knownTotal: number | undefined,
  rowHeight: number,
  /** Height of what stays in place above and below: header and sums. */
  fixedPx: number,
): ListViewport {
  const [height, setHeight] = useState(600)
  const [scrollTop, setScrollTop] = useState(0)
  const lastTop = useRef(0)
  const isActive = useActivePage()
  const viewport = Math.max(0, height - fixedPx)
  const total = knownTotal ?? Math.ceil(viewport / rowHeight)
  const windowAt = (top: number): RowWindow => rowWindow({ total, rowHeight, viewport, scrollTop: top })
  const seen = windowAt(scrollTop)

  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => {
      // A hidden page measures nothing; what was measured before still holds.
      if (element.clientHeight > 0) setHeight(element.clientHeight)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])

  useLayoutEffect(() => {
    const element = scroller.current
    if (isActive && element !== null && element.scrollTop !== lastTop.current) {
      element.scrollTo({ top: lastTop.current })
    }
  }, [isActive, scroller])

  return {
    viewport,
    total,
    seen,
    onScroll: (event) => {
      const top = event.currentTarget.scrollTop
      lastTop.current = top
      const next = windowAt(top)
      if (next.first !== seen.first || next.end !== seen.end || next.topPx !== seen.topPx) setScrollTop(top)
    },
  }
}
