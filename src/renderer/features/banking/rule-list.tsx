import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { EmptyState, PageHeader, RefusalAlert } from '../../ui'

/** What was learned from how lines were booked; a wrong lesson is forgotten. */
export function RuleList(): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('treasury.write')
  const { data } = useQuery(api.banking.listRules.queryOptions({ input: {} }))
  const forget = useCommand(engine.banking.deleteRule)
  const rows = data?.rows ?? []
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('banking.rules')} hint={t('banking.rulesHint')} />
      {forget.refusal === undefined ? null : <RefusalAlert refusal={forget.refusal} />}
      {rows.length === 0 ? (
        <EmptyState title={t('banking.noRules')} hint={t('banking.rulesHint')} />
      ) : (
        <table className="k-table k-sticky" aria-label={t('banking.rules')}>
          <thead>
            <tr>
              <th scope="col">{t('banking.pattern')}</th>
              <th scope="col">{t('treasury.direction')}</th>
              <th scope="col">{t('banking.leadsTo')}</th>
              <th scope="col" className="k-right">
                {t('banking.hits')}
              </th>
              <th scope="col" aria-label={t('banking.forget')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.pattern}</td>
                <td>{t(`treasury.directions.${row.direction}`)}</td>
                <td>{row.partnerName ?? row.accountCode}</td>
                <td className="k-right">{row.hits}</td>
                <td>
                  {canWrite ? (
                    <Button size="small" onClick={() => void forget.run({ id: row.id })}>
                      {t('banking.forget')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
