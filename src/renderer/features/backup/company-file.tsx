import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupCalls } from '../../../shared/backups'
import { useBackupAction } from '../../app/entrance/backups'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { DateTimeText, Fact, RefusalAlert, StateTag } from '../../ui'

/** The file itself: when it was last read through and proved, and the way to take everything along. */
export function CompanyFile(): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.health.state.queryOptions({ input: {} }))
  const check = useCommand(engine.health.checkNow)
  const leave = useBackupAction('leave')
  const [left, setLeft] = useState<BackupCalls['leave']['answer']>(null)
  const refusal = check.refusal ?? leave.refusal
  return (
    <section className="k-backup-target" aria-label={t('backup.file.title')}>
      <header>
        <h2>{t('backup.file.title')}</h2>
        {data === undefined || data.checkedAt === null ? null : (
          <StateTag
            tone={data.isSound ? 'good' : 'bad'}
            label={t(data.isSound ? 'backup.file.sound' : 'backup.file.broken')}
          />
        )}
      </header>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <dl className="k-facts">
        <Fact label={t('backup.file.checked')}>
          {data === undefined || data.checkedAt === null ? (
            t('backup.notYet')
          ) : (
            <DateTimeText at={Date.parse(data.checkedAt)} />
          )}
        </Fact>
      </dl>
      {data === undefined || data.isSound ? null : (
        <>
          <p>{t('backup.file.brokenHint')}</p>
          <ul>
            {data.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
      {left === null ? null : <p role="status">{t('backup.file.left', { ...left })}</p>}
      <div className="k-actions">
        <Button loading={check.isRunning || data?.isAsked === true} onClick={() => void check.run({})}>
          {t('backup.file.checkNow')}
        </Button>
        <Button
          loading={leave.isRunning}
          onClick={() => void leave.run(null).then((answer) => setLeft(answer ?? null))}
        >
          {t('backup.file.leave')}
        </Button>
      </div>
    </section>
  )
}
