import { useRef, useState } from 'react'
import type { EntryLookup, LookupItem } from './entry-columns'

export interface LookupState {
  readonly isOpen: boolean
  readonly text: string
  readonly items: readonly LookupItem[]
  readonly isSearching: boolean
  /** The row after the last item is "new", where the lookup can make one. */
  readonly highlighted: number
  readonly canCreate: boolean
}

export interface Lookup extends LookupState {
  readonly open: (text: string) => void
  readonly close: () => void
  readonly move: (step: number) => void
  readonly point: (index: number) => void
  /** The item that Enter takes: undefined while the answer for this text is not here. */
  readonly current: LookupItem | undefined
  readonly isCreateCurrent: boolean
}

const closed: LookupState = {
  isOpen: false,
  text: '',
  items: [],
  isSearching: false,
  highlighted: 0,
  canCreate: false,
}
const typingPauseMs = 90

/** The search behind a lookup cell: waits for a pause in typing, drops answers that come too late. */
export function useLookup<Line>(lookup: EntryLookup<Line> | undefined): Lookup {
  const [state, setState] = useState<LookupState>(closed)
  const running = useRef<{ abort: AbortController; timer: ReturnType<typeof setTimeout> }>(undefined)

  const stop = (): void => {
    running.current?.abort.abort()
    clearTimeout(running.current?.timer)
    running.current = undefined
  }
  const open = (text: string): void => {
    if (lookup === undefined) return
    stop()
    const abort = new AbortController()
    const canCreate = lookup.create !== undefined && text.trim() !== ''
    setState((before) => ({ ...before, isOpen: true, text, isSearching: true, highlighted: 0, canCreate }))
    const search = async (): Promise<void> => {
      const items = await lookup.search(text.trim(), abort.signal).catch((): readonly LookupItem[] => [])
      if (!abort.signal.aborted) setState((before) => ({ ...before, items, isSearching: false }))
    }
    running.current = { abort, timer: setTimeout(() => void search(), text === '' ? 0 : typingPauseMs) }
  }
  const close = (): void => {
    stop()
    setState(closed)
  }
  const choices = state.items.length + (state.canCreate ? 1 : 0)
  const isReady = state.isOpen && !state.isSearching
  return {
    ...state,
    open,
    close,
    move: (step) => {
      if (choices > 0) setState((now) => ({ ...now, highlighted: (now.highlighted + step + choices) % choices }))
    },
    point: (index) => setState((now) => ({ ...now, highlighted: index })),
    current: isReady ? state.items[state.highlighted] : undefined,
    isCreateCurrent: isReady && state.canCreate && state.highlighted === state.items.length,
  }
}
