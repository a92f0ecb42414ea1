import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { DateText, RefusalAlert, StateTag } from '../../../ui'
import { OrderTerms } from './order-terms'
import { SimulationPanel } from './simulation-panel'
import { ALLOCATIONS, criteriaOf, PICKINGS, USUAL_PLAN, type WaitingOrder, type WavePlan } from './wave-plan'
import { RuleSelect } from './wave-rules'

/** Orders that wait, by rule or all of them: simulated, then released. */
export function WaitingOrders({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const canWork = useCan('warehouse.work')
  const [ruleId, setRuleId] = useState<number>()
  const [plan, setPlan] = useState<WavePlan>(USUAL_PLAN)
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set())
  const [released, setReleased] = useState<string>()
  const release = useCommand(engine.warehouse.releaseWave)
  const { data: rules } = useQuery(
    api.warehouse.listWaveRules.queryOptions({ input: { warehouseId, today: company.today } }),
  )
  const rule = rules?.rows.find((known) => known.id === ruleId)
  const { data } = useQuery({
    ...api.warehouse.listWaiting.queryOptions({ input: { warehouseId, ...criteriaOf(rule, company.today) } }),
    placeholderData: keepPreviousData,
  })
  const rows = data?.rows ?? []
  const chosen = rows.filter((row) => !without.has(row.orderId))
  const orderIds = chosen.map((row) => row.orderId)
  const toggle = (orderId: number): void => {
    const next = new Set(without)
    if (!next.delete(orderId)) next.add(orderId)
    setWithout(next)
  }
  const run = async (): Promise<void> => {
    const wave = await release.run({ warehouseId, orderIds, releasedOn: company.today, ...plan })
    if (wave === undefined) return
    setReleased(t('warehouse.released', { number: wave.number, lines: wave.lines, batches: wave.batches.length }))
    setWithout(new Set())
  }
  return (
    <section className="k-fieldset" aria-label={t('warehouse.waiting')}>
      <header>
        <h2>{t('warehouse.waiting')}</h2>
        <RuleSelect
          warehouseId={warehouseId}
          rules={rules?.rows ?? []}
          chosen={rule}
          onChoose={(next) => {
            setRuleId(next?.id)
            setWithout(new Set())
            if (next !== undefined) {
              setPlan({ picking: next.picking, allocation: next.allocation, batchCapacity: next.batchCapacity })
            }
          }}
        />
      </header>
      {release.refusal === undefined ? null : <RefusalAlert refusal={release.refusal} onClose={release.clearRefusal} />}
      {released === undefined ? null : <p role="status">{released}</p>}
      {rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noWaiting')}</p>
      ) : (
        <>
          <PlanFields plan={plan} onChange={setPlan} />
          <SimulationPanel
            warehouseId={warehouseId}
            orderIds={orderIds}
            plan={plan}
            release={
              canWork && chosen.length > 0
                ? {
                    label: t('warehouse.releaseSelected', { count: chosen.length }),
                    isRunning: release.isRunning,
                    run: () => void run(),
                  }
                : undefined
            }
          />
          {canWork && chosen.length > 0 ? <OrderTerms warehouseId={warehouseId} orderIds={orderIds} /> : null}
          <OrderTable rows={rows} without={without} onToggle={toggle} />
        </>
      )}
    </section>
  )
}

function PlanFields(props: { readonly plan: WavePlan; readonly onChange: (plan: WavePlan) => void }): ReactNode {
  const { plan, onChange } = props
  const { t } = useTranslation()
  const capacityLabel = t(plan.picking === 'cluster' ? 'warehouse.cartTotes' : 'warehouse.batchCapacity')
  return (
    <div className="k-wave-plan">
      <Select
        aria-label={t('warehouse.pickingMode')}
        value={plan.picking}
        onChange={(picking) => onChange({ ...plan, picking, batchCapacity: picking === 'cluster' ? 12 : 60 })}
        options={PICKINGS.map((value) => ({ value, label: t(`warehouse.pickings.${value}`) }))}
      />
      <Select
        aria-label={t('warehouse.allocationOf')}
        value={plan.allocation}
        onChange={(allocation) => onChange({ ...plan, allocation })}
        options={ALLOCATIONS.map((value) => ({ value, label: t(`warehouse.allocations.${value}`) }))}
      />
      {plan.picking === 'order' ? null : (
        <label>
          {capacityLabel}{' '}
          <InputNumber
            min={1}
            max={2000}
            value={plan.batchCapacity}
            onChange={(batchCapacity) => onChange({ ...plan, batchCapacity: batchCapacity ?? 1 })}
          />
        </label>
      )}
    </div>
  )
}

function OrderTable(props: {
  readonly rows: readonly WaitingOrder[]
  readonly without: ReadonlySet<number>
  readonly onToggle: (orderId: number) => void
}): ReactNode {
  const { rows, without, onToggle } = props
  const { t } = useTranslation()
  const { open } = useNavigation()
  return (
    <table className="k-table">
      <thead>
        <tr>
          <th scope="col" aria-label={t('warehouse.order')} />
          <th scope="col">{t('warehouse.order')}</th>
          <th scope="col">{t('warehouse.customer')}</th>
          <th scope="col">{t('warehouse.dueOn')}</th>
          <th scope="col">{t('warehouse.carrier')}</th>
          <th scope="col" className="k-right">
            {t('warehouse.lines')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.orderId}>
            <td>
              <Checkbox
                aria-label={row.orderNumber}
                checked={!without.has(row.orderId)}
                onChange={() => onToggle(row.orderId)}
              />
            </td>
            <td>
              <button type="button" className="k-plain k-link" onClick={() => open('sales.order', { id: row.orderId })}>
                {row.orderNumber}
              </button>
              {row.priority === 0 ? null : (
                <StateTag tone="warning" label={`${t('warehouse.urgent')} ${row.priority}`} />
              )}
            </td>
            <td>{row.customer.name}</td>
            <td>
              <DateText date={row.dueOn} />
            </td>
            <td>{[row.carrier, row.channel].filter((part) => part !== '').join(' · ')}</td>
            <td className="k-right k-num">{row.lines}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
