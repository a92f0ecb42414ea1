import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { type ListLoader, type ListQuery, PageStore } from './page-store'

const scrollPauseMs = 60

/** A list's rows, read as they come into view. `revision` asks again when it changes, leaving rows in place until then. */
export function usePageStore<Row>(
  load: ListLoader<Row>,
  query: ListQuery,
  revision: string | number | undefined,
): PageStore<Row> {
  const loadNow = useEffectEvent(load)
  const [store] = useState(() => new PageStore<Row>(load, query))
  useSyncExternalStore(store.subscribe, store.version)
  useEffect(() => {
    store.setLoader((request, signal) => loadNow(request, signal))
    return () => store.close()
  }, [store])
  useEffect(() => store.setQuery(query), [store, query])
  useEffect(() => {
    if (revision !== undefined && store.total !== undefined) store.refresh()
  }, [store, revision])
  return store
}

/** Asks for the rows in view: at once at first, then in the pauses of scrolling. */
export function useWantedRows<Row>(store: PageStore<Row>, first: number, end: number): void {
  useEffect(() => {
    const timer = setTimeout(() => store.want(first, end), store.total === undefined ? 0 : scrollPauseMs)
    return () => clearTimeout(timer)
  }, [store, first, end])
}
