import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './feedback.css'

export interface ProgressPanelProps {
  readonly title: string
  readonly done: number
  /** Left out while the amount of work is not known. */
  readonly total?: number | undefined
  /** What is being worked on, for example a document's number. */
  readonly note?: string | undefined
  readonly state?: 'running' | 'finished' | 'failed'
  /** Left out where stopping would do harm. */
  readonly onCancel?: (() => void) | undefined
}

/** Work that takes longer than a second: how far, of how much, and the way to stop it. */
export function ProgressPanel(props: ProgressPanelProps): ReactNode {
  const { title, done, total, note, state = 'running', onCancel } = props
  const { t } = useTranslation()
  const [isCancelling, setCancelling] = useState(false)
  const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total)
  const count = total === undefined ? t('ui.progress.done', { done }) : t('ui.progress.of', { done, total })
  const words = { running: count, finished: t('ui.progress.finished'), failed: t('ui.progress.failed') }[state]
  return (
    <section className="k-progress" aria-label={title}>
      <div className="k-progress-head">
        <strong>{title}</strong>
        <span className="k-num">{isCancelling && state === 'running' ? t('ui.progress.cancelling') : words}</span>
      </div>
      <div
        className={`k-progress-bar k-progress-${state}${share === undefined && state === 'running' ? ' k-progress-unknown' : ''}`}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={share === undefined ? undefined : done}
        aria-valuetext={words}
      >
        <div style={{ width: `${String(state === 'finished' ? 100 : Math.round((share ?? 0.3) * 1000) / 10)}%` }} />
      </div>
      <div className="k-progress-foot">
        <span>{note}</span>
        {onCancel === undefined || state !== 'running' ? null : (
          <Button
            size="small"
            disabled={isCancelling}
            onClick={() => {
              setCancelling(true)
              onCancel()
            }}
          >
            {t('ui.progress.cancel')}
          </Button>
        )}
      </div>
    </section>
  )
}
