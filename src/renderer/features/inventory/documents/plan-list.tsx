import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { Dialog, QuantityText, RefusalAlert, type ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['stock']['listPlans']>>['rows'][number]
const STATES = ['open', 'done', 'cancelled'] as const
const TONE = { open: 'warning', done: 'good', cancelled: 'neutral' } as const

/** What the kitting and repacking stations have to do, and have done. */
export function PlanList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canPlan = useCan('inventory.adjust')
  const [state, setState] = useState<Row['state'] | 'all'>('open')
  const [shown, setShown] = useState<number>()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.stock.listPlans({ ...input, ...(state === 'all' ? {} : { state }) }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('stock.number'), value: (row) => row.number, isFixed: true },
      {
        key: 'state',
        title: t('stock.state'),
        kind: 'status',
        value: (row) => ({ label: t(`stock.planStates.${row.state}`), tone: TONE[row.state] }),
      },
      { key: 'kind', title: t('stock.kind'), value: (row) => t(`stock.kinds.${row.kind}`) },
      { key: 'made', title: t('stock.made'), value: (row) => row.made },
      { key: 'plannedOn', title: t('stock.plannedOn'), kind: 'date', value: (row) => row.plannedOn },
      { key: 'note', title: t('stock.note'), value: (row) => row.note },
    ],
    [t],
  )
  return (
    <>
      {shown === undefined ? null : <PlanDialog id={shown} onClose={() => setShown(undefined)} />}
      <ListPage<Row>
        key={`${state} ${shown ?? ''}`}
        name="stock.plans"
        room="inventory"
        title={t('stock.plans')}
        hint={t('stock.plansHint')}
        columns={columns}
        fetch={fetch}
        filterHint={t('stock.number')}
        actions={
          <Segmented
            value={state}
            onChange={setState}
            options={[
              ...STATES.map((value) => ({ value, label: t(`stock.planStates.${value}`) })),
              { value: 'all' as const, label: t('stock.anyState') },
            ]}
          />
        }
        onOpen={(row) => setShown(row.id)}
        {...(canPlan ? { onNew: () => open('stock.newConversion'), newLabel: t('stock.newPlan') } : {})}
        empty={{ title: t('stock.noPlans'), hint: t('stock.noPlansHint') }}
      />
    </>
  )
}

function PlanDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canPlan = useCan('inventory.adjust')
  const cancel = useCommand(engine.stock.cancelPlan)
  const { data } = useQuery(api.stock.getPlan.queryOptions({ input: { id } }))
  if (data === undefined) return null
  const { conversionId } = data
  const giveUp = async (): Promise<void> => {
    if ((await cancel.run({ id })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={`${data.number} ${t(`stock.planStates.${data.state}`)}`}
      width={620}
      footer={null}
      onCancel={onClose}
    >
      {cancel.refusal === undefined ? null : <RefusalAlert refusal={cancel.refusal} />}
      <table className="k-table" aria-label={t('stock.planOf')}>
        <thead>
          <tr>
            <th scope="col">{t('stock.item')}</th>
            <th scope="col" className="k-right">
              {t('stock.planned')}
            </th>
            <th scope="col" className="k-right">
              {t('stock.done')}
            </th>
          </tr>
        </thead>
        {(['used', 'made'] as const).map((side) => (
          <tbody key={side}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {t(`stock.${side}`)}
              </th>
            </tr>
            {data[side].map((line) => (
              <tr key={line.item.id}>
                <td>
                  {line.item.code} {line.item.name}
                </td>
                <td className="k-right">
                  <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />
                </td>
                <td className="k-right">
                  <QuantityText quantityMicro={line.doneMicro} unit={line.item.baseUnit} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p>
        {conversionId === null ? null : (
          <Button onClick={() => open('stock.conversion', { id: conversionId })}>
            {t('app.kinds.stock.conversion')}
          </Button>
        )}{' '}
        {data.state === 'open' && canPlan ? (
          <Button danger loading={cancel.isRunning} onClick={() => void giveUp()}>
            {t('stock.cancelPlan')}
          </Button>
        ) : null}
      </p>
    </Dialog>
  )
}
