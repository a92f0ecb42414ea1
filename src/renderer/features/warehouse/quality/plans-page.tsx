import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../shared/values/format'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { useCan } from '../../../app/session'
import { EmptyState, PageHeader, RefusalAlert, ShortcutKeys, useShortcuts, Waiting } from '../../../ui'
import { PlanDialog } from './plan-dialog'

export type QualityPlan = Awaited<ReturnType<Engine['quality']['listPlans']>>['rows'][number]

/** Which goods are looked at when they arrive, how many of them, and for what. */
export function PlansPage(): ReactNode {
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const [edited, setEdited] = useState<QualityPlan | 'new'>()
  const remove = useCommand(engine.quality.removePlan)
  const { data } = useQuery(api.quality.listPlans.queryOptions({ input: {} }))
  const addNew = (): void => setEdited('new')
  useShortcuts(t('ui.shortcuts.page'), canManage ? [{ keys: 'N', label: t('quality.newPlan'), run: addNew }] : [])
  if (data === undefined) return <Waiting />
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('quality.plans')}
        hint={t('quality.plansHint')}
        actions={
          canManage ? (
            <Button type="primary" onClick={addNew}>
              {t('quality.newPlan')} <ShortcutKeys keys="N" />
            </Button>
          ) : undefined
        }
      />
      {remove.refusal === undefined ? null : <RefusalAlert refusal={remove.refusal} onClose={remove.clearRefusal} />}
      {data.rows.length === 0 ? (
        <EmptyState title={t('quality.noPlans')} hint={t('quality.noPlansHint')} />
      ) : (
        <table className="k-table" aria-label={t('quality.plans')}>
          <thead>
            <tr>
              {(['name', 'forWhat', 'sample', 'points'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`quality.${key}`)}
                </th>
              ))}
              <th scope="col" aria-label={t('quality.editPlan')} />
            </tr>
          </thead>
          <tbody>
            {data.rows.map((plan) => (
              <tr key={plan.id}>
                <td>{plan.name}</td>
                <td>{forWhat(plan, t('quality.everything'))}</td>
                <td className="k-num">
                  {t('quality.sampleOf', {
                    share: plan.samplePermille / 10,
                    minimum: formatQuantity(plan.sampleMinimumMicro),
                  })}
                </td>
                <td>{[...plan.points, ...(plan.asksPhoto ? [t('quality.asksPhoto')] : [])].join(' · ')}</td>
                <td className="k-right">
                  {canManage ? (
                    <>
                      <Button size="small" onClick={() => setEdited(plan)}>
                        {t('quality.editPlan')}
                      </Button>{' '}
                      <Button size="small" danger onClick={() => void remove.run({ id: plan.id })}>
                        {t('quality.remove')}
                      </Button>
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited === undefined ? null : (
        <PlanDialog plan={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </section>
  )
}

function forWhat({ item, category, supplier }: QualityPlan, everything: string): string {
  const parts = [item === null ? '' : `${item.code} ${item.name}`, category, supplier?.name ?? '']
  const named = parts.filter((part) => part !== '')
  return named.length === 0 ? everything : named.join(' · ')
}
