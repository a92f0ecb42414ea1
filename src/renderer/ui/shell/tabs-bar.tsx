import { CloseOutlined } from '@ant-design/icons'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ActivePageContext } from './active-page'
import { useShortcuts } from './use-shortcuts'
import './shell.css'

export interface OpenPage {
  readonly key: string
  readonly title: string
  /** Shown as a dot: something typed is not saved yet. */
  readonly isUnsaved?: boolean
  /** A page that stays: it has no close button. */
  readonly isFixed?: boolean
}

export interface TabsBarProps {
  readonly pages: readonly OpenPage[]
  readonly activeKey: string
  readonly onActivate: (key: string) => void
  readonly onClose: (key: string) => void
  /** Draws a page. Pages stay drawn behind the active one and keep all they hold. */
  readonly render: (key: string) => ReactNode
}

interface TabProps {
  readonly page: OpenPage
  readonly isActive: boolean
  readonly ids: { readonly tab: string; readonly panel: string }
  readonly onActivate: () => void
  readonly onClose: () => void
}

function Tab(props: TabProps): ReactNode {
  const { page, isActive, ids, onActivate, onClose } = props
  const { t } = useTranslation()
  return (
    <div className={`k-tab${isActive ? ' k-tab-active' : ''}`} role="presentation">
      <button
        type="button"
        role="tab"
        id={ids.tab}
        aria-selected={isActive}
        aria-controls={ids.panel}
        tabIndex={isActive ? 0 : -1}
        className="k-plain k-tab-title"
        title={page.title}
        ref={isActive ? (element) => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' }) : undefined}
        onClick={onActivate}
        onAuxClick={(event) => {
          if (event.button === 1 && page.isFixed !== true) onClose()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Delete' && page.isFixed !== true) onClose()
        }}
      >
        <span className="k-tab-text">{page.title}</span>
        {page.isUnsaved === true ? (
          <span className="k-tab-unsaved" role="img" aria-label={t('ui.tabs.unsaved')} title={t('ui.tabs.unsaved')} />
        ) : null}
      </button>
      {page.isFixed === true ? null : (
        <button
          type="button"
          className="k-plain k-tab-close"
          tabIndex={-1}
          // For the mouse; a list of tabs may hold tabs only. The keyboard closes with Delete or Ctrl+W.
          aria-hidden="true"
          title={t('ui.tabs.close', { title: page.title })}
          onClick={onClose}
        >
          <CloseOutlined />
        </button>
      )}
    </div>
  )
}

/** Ctrl+W closes, Alt+1 to Alt+9 go to a page, Ctrl+PageUp and Ctrl+PageDown (and Ctrl+Tab) go along. */
function useTabShortcuts(props: TabsBarProps): (step: number) => void {
  const { pages, activeKey, onActivate, onClose } = props
  const { t } = useTranslation()
  const active = pages.find((page) => page.key === activeKey)
  const go = (step: number): void => {
    const at = pages.findIndex((page) => page.key === activeKey)
    const next = pages[(at + step + pages.length) % pages.length]
    if (next !== undefined) onActivate(next.key)
  }
  useShortcuts(t('ui.tabs.label'), [
    {
      keys: 'Ctrl+W',
      label: t('ui.tabs.closeThis'),
      run: () => {
        if (active !== undefined && active.isFixed !== true) onClose(active.key)
      },
    },
    { keys: 'Ctrl+PageDown', label: t('ui.tabs.next'), run: () => go(1) },
    ...pages.slice(0, 9).map((page, index) => ({
      keys: `Alt+${String(index + 1)}`,
      label: t('ui.tabs.goTo', { number: index + 1 }),
      run: () => onActivate(page.key),
    })),
  ])
  return go
}

/** The open pages: a strip of tabs above the page in front. */
export function TabsBar(props: TabsBarProps): ReactNode {
  const { pages, activeKey, onActivate, onClose, render } = props
  const { t } = useTranslation()
  const id = useId()
  const go = useTabShortcuts(props)
  const ids = (key: string) => ({ tab: `${id}-tab-${key}`, panel: `${id}-page-${key}` })
  return (
    <div className="k-tabs">
      <div
        role="tablist"
        aria-label={t('ui.tabs.label')}
        className="k-tabs-strip k-no-print"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') go(1)
          else if (event.key === 'ArrowLeft') go(-1)
          else return
          event.preventDefault()
        }}
      >
        {pages.map((page) => (
          <Tab
            key={page.key}
            page={page}
            isActive={page.key === activeKey}
            ids={ids(page.key)}
            onActivate={() => onActivate(page.key)}
            onClose={() => onClose(page.key)}
          />
        ))}
      </div>
      {pages.map((page) => (
        <div
          key={page.key}
          role="tabpanel"
          id={ids(page.key).panel}
          aria-labelledby={ids(page.key).tab}
          className="k-tabs-page"
          hidden={page.key !== activeKey}
        >
          <ActivePageContext value={page.key === activeKey}>{render(page.key)}</ActivePageContext>
        </div>
      ))}
    </div>
  )
}
