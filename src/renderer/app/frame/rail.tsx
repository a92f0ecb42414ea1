import { Popover } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { features } from './features'
import { useNavigation, type Feature } from '../pages'

/** The rooms that this person may use; each opens its list of pages. */
export function Rail({ active }: { readonly active: string | undefined }): ReactNode {
  const { t } = useTranslation()
  const { canOpen } = useNavigation()
  // Pages of several features may be reached from the menu of one room.
  const room = features.find(({ pages }) => pages.some((page) => page.kind === active))?.room
  return (
    <nav className="k-rail k-no-print" aria-label={t('app.railLabel')}>
      <div className="k-rail-mark" aria-hidden="true">
        K
      </div>
      {features
        .filter((feature) => feature.menu.some((entry) => canOpen(entry.kind)))
        .map((feature) => (
          <RailRoom key={feature.room} feature={feature} isActive={feature.room === room} />
        ))}
    </nav>
  )
}

function RailRoom({ feature, isActive }: { readonly feature: Feature; readonly isActive: boolean }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const [isOpen, setOpen] = useState(false)
  const entries = feature.menu.filter((entry) => canOpen(entry.kind))
  const [only] = entries
  const label = t(`app.rooms.${feature.room}`)
  const button = (
    <button
      type="button"
      className={`k-plain k-rail-room${isActive ? ' k-rail-active' : ''}`}
      aria-current={isActive ? 'page' : undefined}
      aria-haspopup={entries.length > 1 ? 'menu' : undefined}
      onClick={entries.length === 1 && only !== undefined ? () => open(only.kind, only.params) : undefined}
    >
      <span className="k-rail-icon" aria-hidden="true">
        {feature.icon}
      </span>
      <span>{label}</span>
    </button>
  )
  if (entries.length === 1) return button
  return (
    <Popover
      placement="rightTop"
      trigger="click"
      arrow={false}
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div role="menu" aria-label={label} className="k-rail-menu">
          {entries.map((entry) => (
            <button
              key={entry.labelKey}
              type="button"
              role="menuitem"
              className="k-plain"
              onClick={() => {
                setOpen(false)
                open(entry.kind, entry.params)
              }}
            >
              {t(entry.labelKey)}
            </button>
          ))}
        </div>
      }
    >
      {button}
    </Popover>
  )
}
