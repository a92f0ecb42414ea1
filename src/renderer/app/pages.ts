import { createContext, use, type ComponentType, type ReactNode } from 'react'
import type { Right } from '../../shared/contracts/procedure'

export type PageParams = Readonly<Record<string, string | number>>

/** A page of a feature. Its kind is also the kind of document it shows: links and search hits open it by that. */
export interface PageDefinition {
  /** for example `sales.orders` (a list) or `sales.order` (one document, params: id; without id a new one) */
  readonly kind: string
  readonly right: Right
  /** Key of the tab's first title; the page may set a better one (a document's number). */
  readonly titleKey: string
  readonly component: ComponentType<{ readonly params: PageParams }>
  /** Takes the whole window: the station. */
  readonly isFullScreen?: boolean
}

export interface MenuEntry {
  readonly kind: string
  readonly params?: PageParams
  readonly labelKey: string
}

/** What a feature brings: its pages and its place in the rail. */
export interface Feature {
  readonly room: string
  readonly icon: ReactNode
  readonly menu: readonly MenuEntry[]
  readonly pages: readonly PageDefinition[]
}

export interface Navigation {
  /** Opens a page, or goes to it where it is open already. */
  open(kind: string, params?: PageParams): void
  close(kind: string, params?: PageParams): void
  /** False where this person may not open it or there is no such page: then a link is plain text. */
  canOpen(kind: string): boolean
}

export const NavigationContext = createContext<Navigation | undefined>(undefined)

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (navigation === undefined) throw new Error('no navigation here')
  return navigation
}

export interface PageTab {
  setTitle(title: string): void
  setUnsaved(isUnsaved: boolean): void
}

/** The tab of the page it is called in. */
export const PageTabContext = createContext<PageTab>({ setTitle() {}, setUnsaved() {} })

export function usePageTab(): PageTab {
  return use(PageTabContext)
}

export function pageKey(kind: string, params: PageParams = {}): string {
  const entries = Object.entries(params).sort(([a], [b]) => a.localeCompare(b))
  // Part of the ids of the tab and its panel, which may hold no space.
  return [kind, ...entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join('&')
}
