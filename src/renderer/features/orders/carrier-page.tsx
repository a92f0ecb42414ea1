import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { EmptyState, PageHeader, RefusalAlert, Waiting } from '../../ui'

/** Who fetches goods of which category. */
export function CarrierPage(): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('sales.write')
  const set = useCommand(engine.orders.setCarrier)
  const { data } = useQuery(api.orders.listCarriers.queryOptions({ input: {} }))
  if (data === undefined) return <Waiting />
  return (
    <section className="k-form-page">
      <PageHeader title={t('orders.carriers')} hint={t('orders.carriersHint')} />
      {set.refusal === undefined ? null : <RefusalAlert refusal={set.refusal} />}
      {data.rows.length === 0 ? (
        <EmptyState title={t('orders.carriersNone')} hint={t('orders.carriersNoneHint')} />
      ) : (
        <table className="k-table" aria-label={t('orders.carriers')}>
          <thead>
            <tr>
              <th scope="col">{t('orders.category')}</th>
              <th scope="col" className="k-right">
                {t('orders.itemsOf')}
              </th>
              <th scope="col">{t('orders.carrier')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ category, carrier, items }) => (
              <tr key={category}>
                <td>{category === '' ? t('inventory.noCategory') : category}</td>
                <td className="k-right">{items}</td>
                <td>
                  <Input
                    key={carrier}
                    aria-label={`${t('orders.carrier')} ${category}`}
                    disabled={!canWrite}
                    maxLength={60}
                    placeholder={t('orders.whoever')}
                    defaultValue={carrier}
                    onPressEnter={(event) => event.currentTarget.blur()}
                    onBlur={(event) =>
                      event.target.value.trim() === carrier
                        ? undefined
                        : void set.run({ category, carrier: event.target.value.trim() })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
