import { Button, Popconfirm, Progress } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TargetState } from '../../../shared/backups'
import { useBackupAction, useBackupState } from '../../app/entrance/backups'
import { shell } from '../../app/engine'
import {
  DateTimeText,
  EmptyState,
  Fact,
  PageHeader,
  RefusalAlert,
  ShortcutKeys,
  StateTag,
  useShortcuts,
} from '../../ui'
import { AddTarget } from './add-target'
import { CompanyFile } from './company-file'
import { ConfirmRecovery } from './confirm-recovery'
import { sizeText } from './size-text'
import { Snapshots } from './snapshots'
import { TargetRhythm } from './target-rhythm'

type Open = { readonly what: 'confirm' | 'snapshots'; readonly id: string } | { readonly what: 'add' }

/** Where the company is backed up, how each place stands, and what to do where something is wrong. */
export function BackupPage(): ReactNode {
  const { t } = useTranslation()
  const state = useBackupState()
  const [open, setOpen] = useState<Open>()
  useShortcuts(t('ui.shortcuts.page'), [{ keys: 'N', label: t('backup.add'), run: () => setOpen({ what: 'add' }) }])
  const close = (): void => setOpen(undefined)
  if (shell === undefined) {
    return (
      <section className="k-page k-scroll">
        <PageHeader title={t('backup.title')} />
        <EmptyState title={t('backup.inBrowser')} hint={t('backup.inBrowserHint')} />
      </section>
    )
  }
  const targets = state?.targets ?? []
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('backup.title')}
        actions={
          <Button type="primary" onClick={() => setOpen({ what: 'add' })}>
            {t('backup.add')} <ShortcutKeys keys="N" />
          </Button>
        }
      />
      {state?.riskyPlace == null ? null : (
        <RefusalAlert isReminder refusal={{ code: `backup.place.${state.riskyPlace}`, params: {} }} />
      )}
      {targets.length === 0 ? (
        <EmptyState title={t('backup.none')} hint={t('backup.noneHint')} />
      ) : (
        <>
          {state?.secretsAreSafe === false ? <p className="k-soft">{t('backup.secretsNotSafe')}</p> : null}
          {targets.map((target) => (
            <Target key={target.id} target={target} onOpen={(what) => setOpen({ what, id: target.id })} />
          ))}
        </>
      )}
      {(state?.former ?? []).map((url) => (
        <p key={url} className="k-soft">
          {t('backup.former', { url: decodeURI(url) })}
        </p>
      ))}
      <CompanyFile />
      {open?.what === 'add' ? <AddTarget onClose={close} /> : null}
      {open?.what === 'confirm' ? <ConfirmRecovery id={open.id} onClose={close} /> : null}
      {open?.what === 'snapshots' ? <Snapshots id={open.id} onClose={close} /> : null}
    </section>
  )
}

function Target({ target, onOpen }: { readonly target: TargetState; onOpen(what: 'confirm' | 'snapshots'): void }) {
  const { t } = useTranslation()
  const now = useBackupAction('now')
  const prove = useBackupAction('prove')
  const remove = useBackupAction('remove')
  const { running, problem } = target
  const refusal = problem ?? now.refusal ?? prove.refusal ?? remove.refusal
  const isBusy = running !== null || now.isRunning || prove.isRunning
  return (
    <section className="k-backup-target" aria-label={target.url}>
      <header>
        <h2>{decodeURI(target.url)}</h2>
        <StateTag {...tagOf(target, t)} />
      </header>
      {refusal === undefined || refusal === null ? null : <RefusalAlert refusal={refusal} />}
      {target.recoveryConfirmed ? null : (
        <RefusalAlert
          isReminder
          refusal={{ code: 'backup.recoveryNotConfirmed', params: {} }}
          mend={{ label: t('backup.confirm'), onMend: () => onOpen('confirm') }}
        />
      )}
      {target.otherHosts.length === 0 ? null : (
        <p className="k-soft">{t('backup.otherHosts', { hosts: target.otherHosts.join(', ') })}</p>
      )}
      <dl className="k-facts">
        <Fact label={t('backup.lastGood')}>{moment(target.lastGoodAt, t('backup.notYet'))}</Fact>
        <Fact label={t('backup.lastSent')}>{sizeText(target.lastSentBytes)}</Fact>
        <Fact label={t('backup.lastProven')}>{moment(target.lastProvenAt, t('backup.notYet'))}</Fact>
        <Fact label={t('backup.next')}>{moment(target.nextAt, t('backup.soon'))}</Fact>
      </dl>
      <TargetRhythm target={target} />
      {running === null ? null : (
        <Progress
          percent={running.total === 0 ? 0 : Math.floor((running.done / running.total) * 100)}
          aria-label={t(`backup.running.${running.what}`)}
          format={() => t(`backup.running.${running.what}`)}
        />
      )}
      <div className="k-actions">
        <Button disabled={isBusy} onClick={() => void now.run({ id: target.id })}>
          {t('backup.now')}
        </Button>
        <Button disabled={isBusy || target.lastGoodAt === null} onClick={() => void prove.run({ id: target.id })}>
          {t('backup.prove')}
        </Button>
        <Button onClick={() => onOpen('snapshots')}>{t('backup.snapshots')}</Button>
        <Popconfirm
          title={t('backup.removeAsk')}
          okText={t('backup.remove')}
          cancelText={t('app.cancel')}
          onConfirm={() => void remove.run({ id: target.id })}
        >
          <Button danger>{t('backup.remove')}</Button>
        </Popconfirm>
      </div>
    </section>
  )
}

const moment = (at: string | null, otherwise: string): ReactNode =>
  at === null ? otherwise : <DateTimeText at={Date.parse(at)} />

function tagOf(target: TargetState, t: (key: string) => string) {
  if (target.running !== null) return { tone: 'info' as const, label: t('backup.states.running') }
  if (target.problem !== null) return { tone: 'bad' as const, label: t('backup.states.failed') }
  if (target.lastGoodAt === null) return { tone: 'warning' as const, label: t('backup.states.waiting') }
  return { tone: 'good' as const, label: t('backup.states.good') }
}
