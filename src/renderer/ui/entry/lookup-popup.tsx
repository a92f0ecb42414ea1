import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lookup } from './use-lookup'

export interface LookupPopupProps {
  readonly id: string
  readonly label: string
  readonly lookup: Lookup
  /** The cell it belongs to. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly onPick: (index: number) => void
}

const popupHeight = 320

function place(popup: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect()
  const below = window.innerHeight - box.bottom
  const isAbove = below < 200 && box.top > below
  popup.style.left = `${String(Math.max(8, Math.min(box.left, window.innerWidth - popup.offsetWidth - 8)))}px`
  popup.style.minWidth = `${String(Math.max(box.width, 320))}px`
  popup.style.maxHeight = `${String(Math.min(popupHeight, (isAbove ? box.top : below) - 12))}px`
  popup.style.top = isAbove ? 'auto' : `${String(box.bottom + 2)}px`
  popup.style.bottom = isAbove ? `${String(window.innerHeight - box.top + 2)}px` : 'auto'
}

/** What a lookup found, below its cell. It stands in the browser's top layer, so no scrolling part cuts it off. */
export function LookupPopup(props: LookupPopupProps): ReactNode {
  const { id, label, lookup, anchor, onPick } = props
  const { t } = useTranslation()
  const popup = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = popup.current
    if (element === null) return undefined
    const follow = (): void => {
      if (anchor.current !== null) place(element, anchor.current)
    }
    element.showPopover()
    follow()
    window.addEventListener('scroll', follow, { capture: true })
    window.addEventListener('resize', follow)
    return () => {
      window.removeEventListener('scroll', follow, { capture: true })
      window.removeEventListener('resize', follow)
    }
  }, [anchor])
  const text = lookup.text.trim()
  const nothing = lookup.isSearching ? t('ui.entry.searching') : t('ui.entry.noMatch', { text })
  const option = (index: number, content: ReactNode, key: string): ReactNode => (
    <div
      key={key}
      id={`${id}-${String(index)}`}
      role="option"
      aria-selected={index === lookup.highlighted}
      tabIndex={-1}
      className="k-lookup-item"
      ref={index === lookup.highlighted ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
      // Pressing must not take the focus out of the cell.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={() => {
        if (index !== lookup.highlighted) lookup.point(index)
      }}
      onClick={() => onPick(index)}
    >
      {content}
    </div>
  )
  return (
    <div ref={popup} popover="manual" className="k-lookup">
      <div id={id} role="listbox" aria-label={label} aria-busy={lookup.isSearching}>
        {lookup.items.map((item, index) =>
          option(
            index,
            <>
              <span className="k-lookup-code">{item.code}</span>
              <span className="k-lookup-name">{item.name}</span>
              <span className="k-lookup-detail">{item.detail}</span>
            </>,
            item.key,
          ),
        )}
        {lookup.canCreate ? option(lookup.items.length, t('ui.entry.create', { text }), '+new') : null}
      </div>
      {lookup.items.length === 0 ? (
        <p className="k-lookup-note" role="status">
          {text === '' && !lookup.isSearching ? null : nothing}
        </p>
      ) : null}
    </div>
  )
}
