import { Button } from 'antd'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { ModalFrame } from './modal-frame'
import { ShortcutKeys } from './shortcut-keys'
import { shortcutRegistry, type ShortcutGroup } from './shortcuts'
import { useShortcuts } from './use-shortcuts'
import './shell.css'

/** Groups of the same title are one section; a shortcut hidden by an inner one is not listed twice. */
function sections(groups: readonly ShortcutGroup[]): [string, { keys: string; label: string }[]][] {
  const seen = new Set<string>()
  const byTitle = new Map<string, { keys: string; label: string }[]>()
  for (const group of groups) {
    if (group.inModal) continue
    const fresh = group.shortcuts.filter(({ keys }) => !seen.has(keys))
    for (const { keys } of fresh) seen.add(keys)
    if (fresh.length > 0) byTitle.set(group.title, [...(byTitle.get(group.title) ?? []), ...fresh])
  }
  return [...byTitle]
}

/** Place once in the shell. `?` lists every shortcut that works at this moment. */
export function ShortcutsHelp(): ReactNode {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const groups = useSyncExternalStore(shortcutRegistry.subscribe, shortcutRegistry.groups)
  useShortcuts(t('ui.shortcuts.everywhere'), [{ keys: '?', label: t('ui.shortcuts.help'), run: () => setOpen(true) }])
  if (!open) return null
  return (
    <ModalFrame label={t('ui.shortcuts.title')} className="k-shortcuts" onClose={() => setOpen(false)}>
      <header className="k-modal-head">
        <h2>{t('ui.shortcuts.title')}</h2>
        <Button onClick={() => setOpen(false)}>{t('ui.shortcuts.close')}</Button>
      </header>
      <div className="k-shortcuts-columns">
        {sections(groups).map(([title, shortcuts]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ keys, label }) => (
                <div key={keys}>
                  <dt>{label}</dt>
                  <dd>
                    <ShortcutKeys keys={keys} />
                    <span className="k-sr">{keys}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </ModalFrame>
  )
}
