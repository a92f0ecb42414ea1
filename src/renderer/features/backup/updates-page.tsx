import { Button, Progress, Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { UPDATE_CHANNELS, type UpdateState } from '../../../shared/updates'
import { shell } from '../../app/engine'
import { useUpdateAction, useUpdateState, type UpdateAction } from '../../app/entrance/updates'
import { EmptyState, PageHeader, RefusalAlert, Waiting, useLanguage } from '../../ui'

/** Which version runs here, which one there is, and the moment to change, which the person chooses. */
export function UpdatesPage(): ReactNode {
  const { t } = useTranslation()
  const state = useUpdateState()
  const action = useUpdateAction()
  if (shell === undefined) {
    return (
      <section className="k-page k-scroll">
        <PageHeader title={t('backup.updates.title')} />
        <EmptyState title={t('backup.updates.inBrowser')} hint={t('backup.updates.inBrowserHint')} />
      </section>
    )
  }
  if (state === undefined) return <Waiting />
  const { version, hindrance, channel, step, returnedFrom } = state
  const isBusy = step === 'checking' || step === 'loading' || step === 'installing'
  const refusal = action.refusal ?? state.problem
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('backup.updates.title')}
        hint={t('backup.updates.runs', { version })}
        actions={
          hindrance === null ? (
            <Button loading={step === 'checking'} disabled={isBusy} onClick={() => void action.run('check', null)}>
              {t('backup.updates.check')}
            </Button>
          ) : null
        }
      />
      {returnedFrom === null ? null : (
        <RefusalAlert refusal={{ code: 'updates.returned', params: { from: returnedFrom, to: version } }} />
      )}
      {refusal === null ? null : (
        <RefusalAlert
          refusal={refusal}
          {...(step === 'ready'
            ? {
                mend: {
                  label: t('backup.updates.withoutBackup'),
                  onMend: () => void action.run('install', { withoutBackup: true }),
                },
              }
            : {})}
        />
      )}
      {hindrance === null ? (
        <>
          <p>
            <span id="update-channel">{t('backup.updates.channel')}</span>{' '}
            <Segmented
              aria-labelledby="update-channel"
              value={channel}
              disabled={isBusy}
              options={UPDATE_CHANNELS.map((value) => ({ value, label: t(`backup.updates.channels.${value}`) }))}
              onChange={(value) => void action.run('follow', { channel: value })}
            />
          </p>
          {step === 'current' ? <p>{t('backup.updates.current')}</p> : null}
          <Offer state={state} action={action} />
        </>
      ) : (
        <EmptyState title={t(`refusals.updates.${hindrance}`)} hint={t('backup.updates.byHand')} />
      )}
    </section>
  )
}

function Offer({ state, action }: { readonly state: UpdateState; readonly action: UpdateAction }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { offered, step, percent } = state
  if (offered === null) return null
  return (
    <section aria-label={t('backup.updates.offered', { version: offered.version })}>
      <h2>{t('backup.updates.offered', { version: offered.version })}</h2>
      {offered.notes[language] === '' ? null : <p style={{ whiteSpace: 'pre-line' }}>{offered.notes[language]}</p>}
      {step === 'offered' ? (
        <Button type="primary" onClick={() => void action.run('load', null)}>
          {t('backup.updates.load')}
        </Button>
      ) : null}
      {step === 'loading' ? <Progress percent={percent} aria-label={t('backup.updates.loading')} /> : null}
      {step === 'ready' || step === 'installing' ? (
        <>
          <p>{t('backup.updates.ready')}</p>
          <Button
            type="primary"
            loading={step === 'installing'}
            onClick={() => void action.run('install', { withoutBackup: false })}
          >
            {t('backup.updates.install')}
          </Button>
        </>
      ) : null}
    </section>
  )
}
