/**
 * Which rows to draw. Rows have one height, so this is arithmetic. Browsers cap an element's height (Firefox at about
 * 17.8 million pixels, Chromium at 33.5 million): beyond `maxSpacerPx` the scroll bar is scaled and a million rows still fit.
 */
export const maxSpacerPx = 12_000_000

export interface ScrollPlace {
  readonly total: number
  readonly rowHeight: number
  /** Height in which rows are seen. */
  readonly viewport: number
  readonly scrollTop: number
}

export interface RowWindow {
  /** First row to draw, and one past the last. */
  readonly first: number
  readonly end: number
  /** Where the first drawn row stands in the spacer. */
  readonly topPx: number
  /** Height of the element that gives the scroll bar its length. */
  readonly spacerPx: number
}

interface Scale {
  readonly spacerPx: number
  /** Pixels of content per pixel of scroll bar. */
  readonly ratio: number
}

function scaleOf({ total, rowHeight, viewport }: Omit<ScrollPlace, 'scrollTop'>): Scale {
  const content = total * rowHeight
  if (content <= maxSpacerPx) return { spacerPx: content, ratio: 1 }
  return { spacerPx: maxSpacerPx, ratio: (content - viewport) / (maxSpacerPx - viewport) }
}

export function rowWindow(place: ScrollPlace, overscan = 8): RowWindow {
  const { total, rowHeight, viewport } = place
  const { spacerPx, ratio } = scaleOf(place)
  const scrollTop = Math.max(0, Math.min(place.scrollTop, Math.max(0, spacerPx - viewport)))
  const contentTop = scrollTop * ratio
  const first = Math.max(0, Math.floor(contentTop / rowHeight) - overscan)
  const end = Math.min(total, Math.ceil((contentTop + viewport) / rowHeight) + overscan)
  return { first, end, topPx: scrollTop + first * rowHeight - contentTop, spacerPx }
}

/** The scroll position that shows a row, moving no further than needed. */
export function scrollTopToShow(place: ScrollPlace, index: number): number {
  const { rowHeight, viewport, scrollTop } = place
  const { ratio } = scaleOf(place)
  const top = index * rowHeight
  const contentTop = scrollTop * ratio
  if (top < contentTop) return top / ratio
  if (top + rowHeight > contentTop + viewport) return (top + rowHeight - viewport) / ratio
  return scrollTop
}
