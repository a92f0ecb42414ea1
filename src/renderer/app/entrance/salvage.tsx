import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Salvaged } from '../../../shared/backups'
import { RefusalAlert } from '../../ui'
import { useBackupAction } from './backups'

/** Where no backup is at hand: what can still be read of a damaged company, with a list of what is lost. */
export function Salvage(): ReactNode {
  const { t } = useTranslation()
  const [result, setResult] = useState<Salvaged>()
  const salvage = useBackupAction('salvage')
  const use = useBackupAction('useSalvaged')
  const refusal = salvage.refusal ?? use.refusal
  return (
    <>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {result === undefined ? (
        <Button block loading={salvage.isRunning} onClick={() => void salvage.run(null).then(setResult)}>
          {t('backup.salvage.do')}
        </Button>
      ) : (
        <section role="status" aria-label={t('backup.salvage.do')}>
          <p>{t('backup.salvage.rows', { rows: result.rows })}</p>
          {result.lost.length === 0 && result.broken.length === 0 ? <p>{t('backup.salvage.nothingLost')}</p> : null}
          <ul>
            {result.lost.map(({ table, rows }) => (
              <li key={table}>{t(rows < 0 ? 'backup.salvage.goneTable' : 'backup.salvage.lost', { table, rows })}</li>
            ))}
            {result.broken.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Button danger block loading={use.isRunning} onClick={() => void use.run(null)}>
            {t('backup.salvage.use')}
          </Button>
        </section>
      )}
    </>
  )
}
