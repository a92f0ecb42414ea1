import { useQuery } from '@tanstack/react-query'
import { App, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine } from '../../../app/engine'
import { useCan, useSession } from '../../../app/session'
import { EmptyState, PageHeader, RefusalAlert, Waiting } from '../../../ui'

const METHODS = ['average', 'fifo', 'lot'] as const
type Method = (typeof METHODS)[number]

/** How each category of stock is valued. */
export function CostingPage(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { modal } = App.useApp()
  const canPost = useCan('accounting.post')
  const change = useCommand(engine.inventory.setCostingMethod)
  const { data } = useQuery(api.inventory.listCostingMethods.queryOptions({ input: {} }))
  if (data === undefined) return <Waiting />
  const ask = (category: string, method: Method): void => {
    modal.confirm({
      title: t('inventory.changeMethod'),
      content: t('inventory.changeMethodHint'),
      okText: t('inventory.changeMethod'),
      cancelText: t('app.cancel'),
      onOk: () => change.run({ category, method, changedOn: company.today }),
    })
  }
  return (
    <section className="k-form-page">
      <PageHeader title={t('inventory.costingMethods')} />
      {change.refusal === undefined ? null : <RefusalAlert refusal={change.refusal} />}
      {data.rows.length === 0 ? (
        <EmptyState title={t('inventory.noStock')} hint={t('inventory.noStockHint')} />
      ) : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('inventory.category')}</th>
              <th scope="col" className="k-right">
                {t('inventory.itemsCount')}
              </th>
              <th scope="col">{t('inventory.method')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.category}>
                <td>{row.category === '' ? t('inventory.noCategory') : row.category}</td>
                <td className="k-right k-num">{row.items}</td>
                <td>
                  <Select
                    aria-label={`${t('inventory.method')} ${row.category}`}
                    style={{ width: 220 }}
                    disabled={!canPost}
                    value={row.method}
                    onChange={(method: Method) => ask(row.category, method)}
                    options={METHODS.map((value) => ({ value, label: t(`inventory.methods.${value}`) }))}
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
