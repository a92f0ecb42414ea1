import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandPalette, EmptyState, ShortcutsHelp, TabsBar, useShortcuts } from '../../ui'
import '../app.css'
import { lockNow } from '../entrance/lock'
import { findPage, titleKeyOf } from './features'
import { FirstSteps } from './first-steps'
import { PageHelp } from './page-help'
import { PageBoundary } from './page-boundary'
import { NavigationContext, PageTabContext } from '../pages'
import { Rail } from './rail'
import { useSession } from '../session'
import { useTabs } from './tabs'
import { TopBar } from './top-bar'
import { usePaletteSections } from './palette'

/** The program after sign-in: rail, top bar, open pages. The station takes the whole window. */
export function Shell(): ReactNode {
  const { t } = useTranslation()
  const session = useSession()
  const { tabs, active, navigation, tabOf, activate, close } = useTabs(session)
  const [isSearching, setSearching] = useState(false)
  const sections = usePaletteSections(navigation)
  useShortcuts(t('app.name'), [{ keys: 'Ctrl+L', label: t('app.lock.do'), run: () => void lockNow() }])
  const isFullScreen = active !== undefined && findPage(active.kind)?.isFullScreen === true

  const render = (key: string): ReactNode => {
    const tab = tabs.find((entry) => entry.key === key)
    const page = tab === undefined ? undefined : findPage(tab.kind)
    if (tab === undefined || page === undefined) return null
    const Page = page.component
    return (
      <PageTabContext value={tabOf(key)}>
        <PageBoundary>
          <Page params={tab.params} />
        </PageBoundary>
      </PageTabContext>
    )
  }
  const help = (
    <PageHelp
      kind={active?.kind}
      title={active === undefined ? t('app.name') : t(titleKeyOf(active.kind, active.params))}
      isButton={!isFullScreen}
    />
  )
  return (
    <NavigationContext value={navigation}>
      <div className={isFullScreen ? 'k-shell k-shell-full' : 'k-shell'}>
        {isFullScreen ? null : <Rail active={active?.kind} />}
        <div className="k-shell-main">
          {isFullScreen ? help : <TopBar onSearch={() => setSearching(true)} help={help} />}
          {isFullScreen ? null : <FirstSteps />}
          <main className="k-shell-page">
            {tabs.length === 0 ? (
              <EmptyState title={t('app.nothingOpen')} hint={t('app.nothingOpenHint')} />
            ) : (
              <TabsBar
                pages={tabs}
                activeKey={active?.key ?? ''}
                onActivate={activate}
                onClose={close}
                render={render}
              />
            )}
          </main>
        </div>
      </div>
      <CommandPalette sections={sections} open={isSearching} onOpenChange={setSearching} />
      <ShortcutsHelp />
    </NavigationContext>
  )
}
