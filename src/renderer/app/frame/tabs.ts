import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findPage, titleKeyOf } from './features'
import { pageKey, type Navigation, type PageParams, type PageTab } from '../pages'
import { readPreference, setPreference } from '../preferences'
import type { Session } from '../session'

export interface Tab {
  readonly key: string
  readonly kind: string
  readonly params: PageParams
  readonly title?: string
  readonly isUnsaved?: boolean
}

interface Tabs {
  readonly tabs: readonly Tab[]
  readonly activeKey: string
}

/** Where the day begins, by preset; a role of the company's own begins where most of its work is. */
const HOME: Readonly<Record<string, string>> = {
  owner: 'reports.owner',
  bookkeeper: 'sales.orders',
  clerk: 'warehouse.station',
  salesperson: 'sales.orders',
}
const OTHER_HOMES = ['sales.orders', 'warehouse.station', 'accounting.entries', 'reports.owner']

/** The open pages of one person on this computer; they are there again at the next start. */
export function useTabs(session: Session) {
  const { t } = useTranslation()
  const memory = `tabs.${session.userId}`
  const [state, setState] = useState<Tabs>(() =>
    restored(readPreference<Tabs>(memory, { tabs: [], activeKey: '' }), session),
  )
  const change = useCallback(
    (update: (state: Tabs) => Tabs) =>
      setState((before) => {
        const after = update(before)
        if (after !== before) setPreference(memory, after)
        return after
      }),
    [memory],
  )
  const navigation = useMemo<Navigation>(() => {
    const canOpen = (kind: string): boolean => {
      const page = findPage(kind)
      return page !== undefined && session.rights.has(page.right)
    }
    return {
      canOpen,
      open(kind, params = {}) {
        if (!canOpen(kind)) return
        const key = pageKey(kind, params)
        change(({ tabs }) => ({
          tabs: tabs.some((tab) => tab.key === key) ? tabs : [...tabs, { key, kind, params }],
          activeKey: key,
        }))
      },
      close(kind, params) {
        change((before) => withoutTab(before, pageKey(kind, params)))
      },
    }
  }, [change, session])
  // One handle per page for as long as it is open, so that effects may depend on it.
  const handles = useRef(new Map<string, PageTab>())
  const tabOf = useCallback(
    (key: string): PageTab => {
      const known = handles.current.get(key)
      if (known !== undefined) return known
      // Told again with every key that is typed: what is known already must not draw the pages anew.
      const set = (part: Partial<Tab>): void =>
        change((before) => {
          const tab = before.tabs.find((entry) => entry.key === key)
          if (tab === undefined || Object.entries(part).every(([name, value]) => tab[name as keyof Tab] === value))
            return before
          return { ...before, tabs: before.tabs.map((entry) => (entry === tab ? { ...tab, ...part } : entry)) }
        })
      const handle: PageTab = { setTitle: (title) => set({ title }), setUnsaved: (isUnsaved) => set({ isUnsaved }) }
      handles.current.set(key, handle)
      return handle
    },
    [change],
  )
  const titles = state.tabs.map((tab) => ({
    ...tab,
    title: tab.title ?? t(titleKeyOf(tab.kind, tab.params)),
  }))
  return {
    tabs: titles,
    active: state.tabs.find((tab) => tab.key === state.activeKey),
    navigation,
    tabOf,
    activate: (key: string) => change((before) => ({ ...before, activeKey: key })),
    close: (key: string) => change((before) => withoutTab(before, key)),
  }
}

function withoutTab({ tabs, activeKey }: Tabs, key: string): Tabs {
  const at = tabs.findIndex((tab) => tab.key === key)
  const left = tabs.filter((tab) => tab.key !== key)
  const next = left[Math.min(at, left.length - 1)]
  return { tabs: left, activeKey: activeKey === key ? (next?.key ?? '') : activeKey }
}

/** What was open and still may be; a home page where nothing is. */
function restored(kept: Tabs, session: Session): Tabs {
  const tabs = kept.tabs.filter((tab) => {
    const page = findPage(tab.kind)
    return page !== undefined && session.rights.has(page.right)
  })
  const [first] = tabs
  if (first !== undefined) {
    return { tabs, activeKey: tabs.some((tab) => tab.key === kept.activeKey) ? kept.activeKey : first.key }
  }
  const kind = [HOME[session.role], ...OTHER_HOMES].find((wanted) => {
    const page = wanted === undefined ? undefined : findPage(wanted)
    return page !== undefined && session.rights.has(page.right)
  })
  return kind === undefined ? { tabs: [], activeKey: '' } : { tabs: [{ key: kind, kind, params: {} }], activeKey: kind }
}
