import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { engine } from './engine'

/** Which rooms' answers a fact of a room may change, beside its own. */
const AFFECTED: Readonly<Record<string, readonly string[]>> = {
  purchasing: ['inventory', 'warehouse', 'accounting', 'search'],
  sales: ['offers', 'inventory', 'warehouse', 'shipping', 'accounting', 'search'],
  offers: ['sales', 'search'],
  counter: ['sales', 'shipping', 'inventory', 'treasury', 'accounting'],
  shipping: ['sales', 'inventory', 'warehouse', 'accounting', 'search'],
  treasury: ['accounting', 'sales', 'purchasing', 'search'],
  warehouse: ['inventory', 'shipping', 'sales', 'accounting'],
  items: ['search', 'inventory', 'opening'],
  closing: ['accounting'],
  parties: ['search', 'opening'],
  accounting: ['opening'],
  opening: ['accounting', 'assets', 'inventory', 'parties', 'search', 'treasury', 'warehouse'],
}

const QUICK_MILLISECONDS = 200
/** Reports cost more and are read slower than they change. */
const REPORTS_MILLISECONDS = 3000
const RETRY_MILLISECONDS = 2000
const SLOW_ROOMS: ReadonlySet<string> = new Set(['reports', 'books', 'statements', 'closing'])

type Rooms = Pick<ReadonlySet<string>, 'has'>
type Listener = (rooms: Rooms) => void
const EVERY_ROOM: Rooms = { has: () => true }
const listeners = new Set<Listener>()

/** For parts that load by themselves (virtual lists): told which rooms changed. */
export function onRoomsChanged(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Keeps every open screen true: each commit of anybody refreshes the answers that it may have changed. */
export function useLiveUpdates(isSignedIn: boolean, connection: number): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isSignedIn || connection === 0) return undefined
    const stop = new AbortController()
    void watch(queries, stop.signal)
    return () => stop.abort()
  }, [queries, isSignedIn, connection])
}

let hasWatched = false

async function watch(queries: QueryClient, signal: AbortSignal): Promise<void> {
  const quick = collector(QUICK_MILLISECONDS, (rooms) => tell(queries, rooms))
  const slow = collector(REPORTS_MILLISECONDS, (rooms) => refresh(queries, rooms))
  while (!signal.aborted) {
    try {
      const commits = await engine.live.watch(undefined, { signal })
      // What changed while nobody told us is fetched now.
      if (hasWatched) tell(queries, EVERY_ROOM)
      hasWatched = true
      for await (const { kinds } of commits) {
        const changed = kinds.map((kind) => kind.split('.')[0] ?? '')
        quick(new Set([...changed, ...changed.flatMap((room) => AFFECTED[room] ?? [])]))
        slow(SLOW_ROOMS)
      }
    } catch {
      // The engine is away; it is asked again until it is back.
    }
    if (signal.aborted) return
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS))
  }
}

function tell(queries: QueryClient, rooms: Rooms): void {
  refresh(queries, rooms)
  for (const listener of listeners) listener(rooms)
}

function refresh(queries: QueryClient, rooms: Rooms): void {
  void queries.invalidateQueries({
    predicate: ({ queryKey: [path] }) => Array.isArray(path) && rooms.has(String(path[0])),
  })
}

/** Gathers rooms for a while, then hands them over at once: a burst of scans refreshes a screen once. */
function collector(
  milliseconds: number,
  hand: (rooms: ReadonlySet<string>) => void,
): (rooms: Iterable<string>) => void {
  let gathered = new Set<string>()
  let timer: number | undefined
  return (rooms) => {
    for (const room of rooms) gathered.add(room)
    timer ??= window.setTimeout(() => {
      timer = undefined
      const full = gathered
      gathered = new Set()
      hand(full)
    }, milliseconds)
  }
}
