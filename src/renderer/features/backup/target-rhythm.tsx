import { Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TargetState } from '../../../shared/backups'
import { useBackupAction } from '../../app/entrance/backups'
import { RefusalAlert } from '../../ui'

export const RHYTHMS = [5, 15, 60, 240, 1440] as const
/** Kilobytes a second; a line of a small office has some hundreds upwards. */
export const LIMITS = [0, 50, 200, 1000, 5000] as const

/** How often a place is written, and how much of the line it may take; both hold at once. */
export function TargetRhythm({ target }: { readonly target: TargetState }): ReactNode {
  const { t } = useTranslation()
  const change = useBackupAction('change')
  const name = useId()
  const { id, everyMinutes, limitKilobytes } = target
  return (
    <>
      {change.refusal === undefined ? null : <RefusalAlert refusal={change.refusal} />}
      <div className="k-actions">
        <label htmlFor={`${name}-every`}>{t('backup.every')}</label>
        <Select
          id={`${name}-every`}
          value={everyMinutes}
          options={RHYTHMS.map((value) => ({ value, label: t(`backup.rhythms.${value}`) }))}
          onChange={(value: number) => void change.run({ id, everyMinutes: value, limitKilobytes })}
        />
        <label htmlFor={`${name}-limit`}>{t('backup.limit')}</label>
        <Select
          id={`${name}-limit`}
          value={limitKilobytes}
          options={LIMITS.map((value) => ({ value, label: t(`backup.limits.${value}`) }))}
          onChange={(value: number) => void change.run({ id, everyMinutes, limitKilobytes: value })}
        />
      </div>
    </>
  )
}
