import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/document-parts'
import { api, engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { DateText, PageHeader, RefusalAlert, StateTag } from '../../ui'

const STATES = ['open', 'soft-closed', 'closed'] as const

/** The periods of the books: nothing is posted into a closed one. */
export function Periods(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const canPost = useCan('accounting.post')
  const { data } = useQuery(api.accounting.listPeriods.queryOptions({ input: {} }))
  const change = useCommand(engine.accounting.setPeriodState)
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('accounting.periods')} hint={t('accounting.periodsHint')} />
      {change.refusal === undefined ? null : <RefusalAlert refusal={change.refusal} />}
      <table className="k-table k-sticky" aria-label={t('accounting.periods')}>
        <thead>
          <tr>
            <th scope="col">{t('accounting.from')}</th>
            <th scope="col">{t('accounting.to')}</th>
            <th scope="col">{t('accounting.state')}</th>
            {canPost ? <th scope="col">{t('accounting.change')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {(data?.rows ?? []).map((period) => (
            <tr key={period.id}>
              <td>
                <DateText date={period.startsOn} />
              </td>
              <td>
                <DateText date={period.endsOn} />
              </td>
              <td>
                <StateTag {...tag(period.state)} />
              </td>
              {canPost ? (
                <td className="k-narrow">
                  <Select
                    size="small"
                    aria-label={t('accounting.change')}
                    style={{ width: 140 }}
                    value={period.state}
                    options={STATES.map((value) => ({ value, label: t(`app.states.${value}`) }))}
                    onChange={(state) =>
                      void change.run({ periodId: period.id, state: state as (typeof STATES)[number] })
                    }
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
