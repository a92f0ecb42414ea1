import { Input } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { Dialog, RefusalAlert, useRefusalText, type ListColumn, type Tone } from '../../ui'

type Job = Awaited<ReturnType<Engine['labels']['listJobs']>>['rows'][number]

const TONES: Readonly<Record<string, Tone>> = {
  queued: 'info',
  sent: 'info',
  confirmed: 'good',
  unknown: 'warning',
  expired: 'bad',
  cancelled: 'neutral',
}

const shownTime = (instant: string): string =>
  new Date(instant).toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' })

/** Every label that was asked for, and what became of it. */
export function JobList(): ReactNode {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  const [asked, setAsked] = useState<Job>()
  const fetch = useCallback<ListPageProps<Job>['fetch']>(
    (input, signal) => engine.labels.listJobs(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Job>[]>(
    () => [
      { key: 'title', title: t('labels.label'), value: (job) => job.title, width: 320, isFixed: true },
      { key: 'use', title: t('labels.use'), value: (job) => t(`labels.uses.${job.use}`), width: 120 },
      { key: 'copies', title: t('labels.copies'), value: (job) => String(job.copies), width: 90 },
      {
        key: 'state',
        title: t('labels.state'),
        kind: 'status',
        value: (job) => ({ tone: TONES[job.state] ?? 'neutral', label: t(`labels.states.${job.state}`) }),
        width: 140,
      },
      {
        key: 'trouble',
        title: t('labels.trouble'),
        value: (job) => (job.trouble === null || job.state === 'confirmed' ? '' : refusalText(job.trouble)),
        width: 320,
      },
      { key: 'askedAt', title: t('labels.askedAt'), value: (job) => shownTime(job.askedAt), width: 160 },
      { key: 'reason', title: t('labels.reason'), value: (job) => job.reason, width: 160 },
      { key: 'station', title: t('labels.station'), value: (job) => job.station, width: 140 },
      { key: 'askedBy', title: t('labels.askedBy'), value: (job) => job.askedBy, width: 140 },
    ],
    [t, refusalText],
  )
  return (
    <>
      <ListPage<Job>
        name="labels.jobs"
        title={t('labels.jobs')}
        room="labels"
        fetch={fetch}
        columns={columns}
        filterHint={t('labels.filterHint')}
        onOpen={setAsked}
        empty={{ title: t('labels.noJobs'), hint: t('labels.noJobsHint') }}
      />
      {asked === undefined ? null : <JobDialog job={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

/** Prints a label again, with the reason; or takes one that waits out of the queue. */
function JobDialog({ job, onClose }: { readonly job: Job; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const reprint = useCommand(engine.labels.reprintJob)
  const cancel = useCommand(engine.labels.cancelJob)
  const refusal = reprint.refusal ?? cancel.refusal
  const isWaiting = job.state === 'queued'
  const act = async (): Promise<void> => {
    const answer = isWaiting ? await cancel.run({ id: job.id }) : await reprint.run({ id: job.id, reason })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={job.title}
      okText={t(isWaiting ? 'labels.cancelJob' : 'labels.printAgain')}
      cancelText={t('app.close')}
      okButtonProps={{
        loading: reprint.isRunning || cancel.isRunning,
        disabled: !isWaiting && reason.trim().length < 3,
      }}
      onOk={() => void act()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <p>{t(`labels.stateHints.${job.state}`)}</p>
      {isWaiting ? null : (
        <label>
          {t('labels.reasonWanted')}
          <Input autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
    </Dialog>
  )
}
