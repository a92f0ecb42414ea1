import { useSyncExternalStore, type ReactNode } from 'react'

export interface StationChoice {
  readonly key: string
  readonly title: string
  readonly detail?: string
  /** A large number beside the words: how much waits. */
  readonly count?: number
  readonly isDisabled?: boolean
  readonly onChoose: () => void
}

const narrow = '(max-width: 719px), (max-height: 620px)'

function listen(change: () => void): () => void {
  const media = window.matchMedia(narrow)
  media.addEventListener('change', change)
  return () => media.removeEventListener('change', change)
}

/** How many choices stand on the screen without scrolling. */
export function useTilesPerPage(): number {
  return useSyncExternalStore(listen, () => (window.matchMedia(narrow).matches ? 4 : 6))
}

/** Large numbered tiles: chosen by key, by scan, by finger. */
export function ChoiceTiles(props: {
  readonly label: string
  readonly choices: readonly StationChoice[]
  readonly columns?: 'few' | 'many'
}): ReactNode {
  const { label, choices, columns = 'few' } = props
  return (
    <ul className={`k-station-tiles k-station-tiles-${columns}`} aria-label={label}>
      {choices.map((choice, at) => (
        <li key={choice.key}>
          <button
            type="button"
            className="k-station-tile"
            disabled={choice.isDisabled}
            aria-keyshortcuts={String(at + 1)}
            onClick={choice.onChoose}
          >
            <span className="k-station-tile-key" aria-hidden="true">
              {at + 1}
            </span>
            <span className="k-station-tile-words">
              <strong>{choice.title}</strong>
              {choice.detail === undefined ? null : <span>{choice.detail}</span>}
            </span>
            {choice.count === undefined ? null : (
              <b className={`k-num${choice.count === 0 ? ' k-station-tile-none' : ''}`}>{choice.count}</b>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
