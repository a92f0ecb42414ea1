import { useQuery } from '@tanstack/react-query'
import { Button, Input, Popconfirm } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { DateTimeText, RefusalAlert, StateTag, Waiting } from '../../ui'

/** Made, printed, typed once from the paper: from then on it opens the door to an owner who forgot the password. */
export function RecoveryKey(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { data, refetch } = useQuery(api.access.recoveryState.queryOptions({ input: {} }))
  const make = useCommand(engine.access.makeRecoveryKey)
  const confirm = useCommand(engine.access.confirmRecoveryKey)
  const [shown, setShown] = useState<string>()
  const [typed, setTyped] = useState('')
  if (data === undefined) return <Waiting />
  const begin = async (): Promise<void> => {
    const answer = await make.run({})
    if (answer !== undefined) setShown(answer.recoveryKey)
    await refetch()
  }
  const read = async (): Promise<void> => {
    if ((await confirm.run({ recoveryKey: typed })) === undefined) return
    setShown(undefined)
    setTyped('')
    await refetch()
  }
  const refusal = make.refusal ?? confirm.refusal
  const isWaiting = data.madeAt !== null && data.confirmedAt === null
  return (
    <fieldset className="k-fieldset">
      <legend>{t('access.recovery')}</legend>
      <p className="k-soft">{t('access.recoveryHint')}</p>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <p>
        <StateTag
          tone={data.confirmedAt === null ? 'warning' : 'good'}
          label={t(
            data.confirmedAt !== null
              ? 'access.recoveryReady'
              : data.madeAt === null
                ? 'access.recoveryNone'
                : 'access.recoveryUnread',
          )}
        />{' '}
        {data.confirmedAt === null ? null : <DateTimeText at={Date.parse(data.confirmedAt)} />}
      </p>
      {shown === undefined ? null : (
        <section className="k-recovery k-print-only-this">
          <strong>{t('access.recoveryPaper', { company: company.name })}</strong>
          <code>{shown}</code>
          <span>{t('access.recoveryPaperHint')}</span>
          <Button className="k-no-print" onClick={() => window.print()}>
            {t('access.print')}
          </Button>
        </section>
      )}
      {isWaiting ? (
        <div className="k-toolbar-line">
          <Input
            className="k-recovery-typed"
            value={typed}
            maxLength={80}
            spellCheck={false}
            autoComplete="off"
            aria-label={t('access.recoveryTyped')}
            placeholder={t('access.recoveryTyped')}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={() => void read()}
          />
          <Button type="primary" disabled={typed.trim() === ''} loading={confirm.isRunning} onClick={() => void read()}>
            {t('access.recoveryConfirm')}
          </Button>
        </div>
      ) : null}
      {data.madeAt === null ? (
        <Button loading={make.isRunning} onClick={() => void begin()}>
          {t('access.recoveryMake')}
        </Button>
      ) : (
        <Popconfirm
          title={t('access.recoveryAgainAsk')}
          okText={t('access.recoveryMake')}
          cancelText={t('app.cancel')}
          onConfirm={() => void begin()}
        >
          <Button loading={make.isRunning}>{t('access.recoveryAgain')}</Button>
        </Popconfirm>
      )}
    </fieldset>
  )
}
