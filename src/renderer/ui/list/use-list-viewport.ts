import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useActivePage } from '../shell/active-page'

/** Height in which rows are seen, and the scroll position, which survives standing behind another tab. */
export function useListViewport(): {
  scroller: RefObject<HTMLDivElement | null>
  viewport: number
  scrollTop: number
  setScrollTop: (scrollTop: number) => void
} {
  const scroller = useRef<HTMLDivElement>(null)
  const [viewport, setViewport] = useState(600)
  const [scrollTop, setScrollTop] = useState(0)
  const isActive = useActivePage()
  const lastTop = useRef(0)

  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const measure = (): void => {
      const head = element.querySelector<HTMLElement>('.k-list-head')?.offsetHeight ?? 0
      const foot = element.querySelector<HTMLElement>('.k-list-foot')?.offsetHeight ?? 0
      // A hidden page measures nothing; what was measured before still holds.
      if (element.clientHeight > 0) setViewport(Math.max(0, element.clientHeight - head - foot))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useLayoutEffect(() => {
    const element = scroller.current
    if (isActive && element !== null && element.scrollTop !== lastTop.current) element.scrollTop = lastTop.current
  }, [isActive])

  return {
    scroller,
    viewport,
    scrollTop,
    setScrollTop: (top) => {
      lastTop.current = top
      setScrollTop(top)
    },
  }
}
