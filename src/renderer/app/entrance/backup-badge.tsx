import { CloudUploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../../shared/values/format-date'
import { StateTag, useLanguage } from '../../ui'
import { useBackupState } from './backups'
import { shell } from '../engine'
import { useNavigation } from '../pages'
import { useSession } from '../session'

/** In the top bar: whether the company is safe, for whoever can do something about it. */
export function BackupBadge(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { company } = useSession()
  const { open, canOpen } = useNavigation()
  const state = useBackupState()
  if (shell === undefined || company.isDemo || !canOpen('backup.targets') || state === undefined) return null
  const { targets } = state
  const newest = targets
    .flatMap(({ lastGoodAt }) => (lastGoodAt === null ? [] : [lastGoodAt]))
    .sort()
    .at(-1)
  const isBad = targets.some(({ problem }) => problem !== null)
  const isHalf = targets.some(({ recoveryConfirmed }) => !recoveryConfirmed)
  const label =
    newest === undefined
      ? t(targets.length === 0 ? 'backup.badge.none' : 'backup.badge.waiting')
      : t('backup.badge.good', { at: formatDateTime(Date.parse(newest), language) })
  const tone = isBad ? 'bad' : newest === undefined || isHalf ? 'warning' : 'good'
  return (
    <Button type="text" icon={<CloudUploadOutlined aria-hidden="true" />} onClick={() => open('backup.targets')}>
      <StateTag tone={tone} label={isBad ? t('backup.badge.failed') : label} />
    </Button>
  )
}
