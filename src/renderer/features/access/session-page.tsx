import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Field, PageHeader, RefusalAlert, Waiting } from '../../ui'
import { RecoveryKey } from './recovery-key'
import { SessionTable } from './session-table'

const MINUTES = [2, 5, 10, 15, 30, 60, 120, 0]

/** Who is here, when a place locks by itself, and the owner's way back in. */
export function SessionPage(): ReactNode {
  const { t } = useTranslation()
  const { role } = useSession()
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('access.sessions')} />
      <div className="k-form-page">
        <fieldset className="k-fieldset">
          <legend>{t('access.whoIsHere')}</legend>
          <SessionTable />
        </fieldset>
        <Locking />
        {role === 'owner' ? <RecoveryKey /> : null}
      </div>
    </section>
  )
}

export function useMinuteOptions(): { value: number; label: string }[] {
  const { t } = useTranslation()
  return MINUTES.map((value) => ({
    value,
    label: value === 0 ? t('access.neverLocks') : t('access.minutes', { count: value }),
  }))
}

function Locking(): ReactNode {
  const { t } = useTranslation()
  const { data, refetch } = useQuery(api.access.locking.queryOptions({ input: {} }))
  const save = useCommand(engine.access.saveLocking)
  const options = useMinuteOptions()
  const [changed, setChanged] = useState<{ houseMinutes?: number; stationMinutes?: number | null }>({})
  if (data === undefined) return <Waiting />
  const { houseMinutes, stationMinutes } = { ...data, ...changed }
  const submit = async (): Promise<void> => {
    if ((await save.run({ houseMinutes, stationMinutes })) === undefined) return
    await refetch()
    setChanged({})
  }
  return (
    <fieldset className="k-fieldset">
      <legend>{t('access.locking')}</legend>
      <p className="k-soft">{t('access.lockingHint')}</p>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <div className="k-form-columns">
        <Field label={t('access.lockHouse')}>
          {(control) => (
            <Select
              id={control.id}
              value={houseMinutes}
              options={options}
              onChange={(value) => setChanged({ ...changed, houseMinutes: value })}
            />
          )}
        </Field>
        <Field label={t('access.lockStation', { station: data.station })}>
          {(control) => (
            <Select
              id={control.id}
              value={stationMinutes ?? -1}
              options={[{ value: -1, label: t('access.asTheHouse') }, ...options]}
              onChange={(value) => setChanged({ ...changed, stationMinutes: value === -1 ? null : value })}
            />
          )}
        </Field>
      </div>
      <Button loading={save.isRunning} disabled={Object.keys(changed).length === 0} onClick={() => void submit()}>
        {t('app.save')}
      </Button>
    </fieldset>
  )
}
