import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import { StateTag, useRefusalText, type Tone } from '../../ui'

const TONES = { waiting: 'info', sent: 'info', confirmed: 'good', unknown: 'warning', expired: 'bad' } as const
const KINDS = Object.keys(TONES) as (keyof typeof TONES)[]

/** What became of the labels and papers that were asked for at a station: waiting, printing, printed, not known, expired. */
export function PrintQueue({ station }: { readonly station?: string }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canRead = useCan('warehouse.read')
  const refusalText = useRefusalText()
  const input = station === undefined ? {} : { station }
  const { data } = useQuery(api.labels.queueOf.queryOptions({ input }))
  if (data === undefined) return null
  const shown = KINDS.filter((kind) => data[kind] > 0)
  return (
    <section aria-label={t('labels.queue.title')}>
      <h2 className="k-devices-heading">{t('labels.queue.title')}</h2>
      <p className="k-devices-queue" role="status">
        {shown.length === 0 ? <span className="k-soft">{t('labels.queue.nothing')}</span> : null}
        {shown.map((kind) => (
          <StateTag
            key={kind}
            tone={TONES[kind] satisfies Tone}
            label={t(`labels.queue.${kind}`, { count: data[kind] })}
          />
        ))}
        {data.trouble === null ? null : <span>{refusalText(data.trouble)}</span>}
        {canRead ? (
          <Button size="small" onClick={() => open('labels.jobs')}>
            {t('labels.queue.open')}
          </Button>
        ) : null}
      </p>
    </section>
  )
}
