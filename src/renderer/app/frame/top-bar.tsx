import { DownloadOutlined, SearchOutlined, UsbOutlined, UserOutlined, WarningFilled } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../shared/i18n'
import { ShortcutKeys, useLanguage, type Appearance } from '../../ui'
import { ApprovalBadge } from '../approvals/approval-badge'
import { BackupBadge } from '../entrance/backup-badge'
import { lockNow } from '../entrance/lock'
import { shell } from '../engine'
import { useUpdateState } from '../entrance/updates'
import { changeLanguage } from '../i18n'
import { usePreference } from '../preferences'
import { useNavigation } from '../pages'
import { useSession } from '../session'
import { useDeviceLines } from '../station/station-device-list'

const APPEARANCES: readonly Appearance[] = ['light', 'dark']

/** Company and period, search, the person with language, appearance and sign-out. */
export function TopBar({ onSearch, help }: { onSearch(): void; readonly help: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const { company, name, role, roleName, station, signOut } = useSession()
  const language = useLanguage()
  const { open } = useNavigation()
  const [appearance, setAppearance] = usePreference<Appearance>('appearance', 'light')
  const period = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return (
    <header className="k-top k-no-print">
      <div className="k-top-company">
        <strong>{company.name}</strong>
        <span>{period.format(new Date(`${company.today}T00:00:00Z`))}</span>
        {company.isDemo ? <span className="k-top-demo">{t('app.demo')}</span> : null}
      </div>
      <button type="button" className="k-plain k-top-search" onClick={onSearch}>
        <SearchOutlined aria-hidden="true" /> {t('app.search')} <ShortcutKeys keys="Ctrl+K" />
      </button>
      {help}
      <ApprovalBadge />
      <BackupBadge />
      <UpdateBadge />
      <Devices />
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'station',
              label: `${roleName === '' ? t(`access.roles.${role}`) : roleName} · ${station}`,
              disabled: true,
            },
            { type: 'divider' },
            ...languages.map((code) => ({
              key: code,
              label: `${code === language ? '✓ ' : ''}${t(`app.language.${code}`)}`,
              onClick: () => void changeLanguage(code),
            })),
            { type: 'divider' },
            ...APPEARANCES.map((look) => ({
              key: look,
              label: `${look === appearance ? '✓ ' : ''}${t(`app.appearance.${look}`)}`,
              onClick: () => setAppearance(look),
            })),
            { type: 'divider' },
            ...(company.isDemo && shell !== undefined
              ? [{ key: 'own', label: t('app.openOwn'), onClick: () => shell?.openOwn() }]
              : []),
            { key: 'mine', label: t('access.mine'), onClick: () => open('access.mine') },
            { key: 'lock', label: `${t('app.lock.do')} (Ctrl+L)`, onClick: () => void lockNow() },
            { key: 'out', label: t('app.signOut'), onClick: signOut },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined aria-hidden="true" />}>
          {name}
        </Button>
      </Dropdown>
    </header>
  )
}

/** The devices of this station: a shape and a word for each kind, and the way to their page. */
function Devices(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const lines = useDeviceLines()
  if (lines.length === 0) return null
  const isWell = lines.every((line) => line.state === 'ok')
  const words = lines.map(
    ({ kind, state, text }) => `${t(`ui.station.${kind}`)} ${text ?? t(`ui.station.state.${state}`)}`,
  )
  return (
    <Button
      type="text"
      icon={isWell ? <UsbOutlined aria-hidden="true" /> : <WarningFilled aria-hidden="true" />}
      title={lines
        .map(({ trouble }) => trouble ?? '')
        .join('\n')
        .trim()}
      disabled={!canOpen('devices.devices')}
      onClick={() => open('devices.devices')}
    >
      {words.join(' · ')}
    </Button>
  )
}

/** Only where a newer version is there, for whoever may install it. */
function UpdateBadge(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const offered = useUpdateState()?.offered ?? null
  if (offered === null || !canOpen('backup.updates')) return null
  return (
    <Button type="text" icon={<DownloadOutlined aria-hidden="true" />} onClick={() => open('backup.updates')}>
      {t('backup.updates.badge', { version: offered.version })}
    </Button>
  )
}
