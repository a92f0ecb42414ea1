import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount, formatQuantity } from '../../../../shared/values/format'
import { useCommand } from '../../../app/commands'
import { api, asRefusal, engine } from '../../../app/engine'
import { useCan, useSession } from '../../../app/session'
import { RefusalAlert, type ShownRefusal } from '../../../ui'
import type { Simulation, WavePlan } from './wave-plan'

const SHOWN_SHORT = 8

/** What the wave would be, before it is released; told again when the choice changes. */
export function SimulationPanel(props: {
  readonly warehouseId: number
  readonly orderIds: readonly number[]
  readonly plan: WavePlan
  readonly release: { readonly label: string; readonly isRunning: boolean; readonly run: () => void } | undefined
}): ReactNode {
  const { warehouseId, orderIds, plan, release } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const choice = JSON.stringify([orderIds, plan])
  const [result, setResult] = useState<{ readonly choice: string; readonly simulation: Simulation }>()
  const simulate = async (): Promise<void> => {
    setRunning(true)
    setRefusal(undefined)
    try {
      const input = { warehouseId, orderIds: [...orderIds], releasedOn: company.today, ...plan }
      setResult({ choice, simulation: await engine.warehouse.simulateWave(input) })
    } catch (error) {
      setRefusal(asRefusal(error))
    } finally {
      setRunning(false)
    }
  }
  // Another choice is another wave: the old figures would mislead.
  const simulation = result?.choice === choice ? result.simulation : undefined
  return (
    <>
      <div className="k-wave-actions">
        <Button loading={isRunning} disabled={orderIds.length === 0} onClick={() => void simulate()}>
          {t('warehouse.simulate')}
        </Button>
        {release === undefined ? null : (
          <Button type="primary" loading={release.isRunning} onClick={release.run}>
            {release.label}
          </Button>
        )}
      </div>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {simulation === undefined ? null : <FacesToFill warehouseId={warehouseId} orderIds={orderIds} />}
      {simulation === undefined ? null : <Figures simulation={simulation} />}
    </>
  )
}

/** Pick faces that these orders would empty: filled before the wave starts, nobody waits in front of an empty bin. */
function FacesToFill(props: { readonly warehouseId: number; readonly orderIds: readonly number[] }): ReactNode {
  const { warehouseId, orderIds } = props
  const { t } = useTranslation()
  const canWork = useCan('warehouse.work')
  const plan = useCommand(engine.warehouse.planReplenishment)
  const input = { warehouseId, orderIds: [...orderIds] }
  const { data } = useQuery(api.warehouse.listReplenishments.queryOptions({ input }))
  if (plan.refusal !== undefined) return <RefusalAlert refusal={plan.refusal} />
  if (data === undefined || data.rows.length === 0) return null
  return (
    <p className="k-wave-actions" role="status">
      {t('warehouse.floor.facesToFill', { count: data.rows.length })}
      {canWork ? (
        <Button size="small" loading={plan.isRunning} onClick={() => void plan.run(input)}>
          {t('warehouse.floor.fillFaces')}
        </Button>
      ) : null}
    </p>
  )
}

function Figures({ simulation }: { readonly simulation: Simulation }): ReactNode {
  const { t } = useTranslation()
  const { lines, picks, batches, walkMillimetres, minutes, shortLines } = simulation
  const figures = [
    { key: 'lines', text: formatCount(lines) },
    { key: 'picks', text: formatCount(picks) },
    { key: 'batch', text: formatCount(batches) },
    { key: 'walkOf', text: t('warehouse.metres', { metres: Math.round(walkMillimetres / 1000) }) },
    { key: 'work', text: t('warehouse.minutes', { minutes }) },
  ] as const
  return (
    <section className="k-wave-simulation" aria-label={t('warehouse.simulation')} aria-live="polite">
      <dl>
        {figures.map(({ key, text }) => (
          <div key={key}>
            <dt>{t(`warehouse.${key}`)}</dt>
            <dd className="k-num">{text}</dd>
          </div>
        ))}
      </dl>
      {shortLines.length === 0 ? (
        <p className="k-soft">{t('warehouse.nothingShort')}</p>
      ) : (
        <ul>
          {shortLines.slice(0, SHOWN_SHORT).map((line, at) => (
            <li key={at}>
              {t('warehouse.shortLine', {
                order: line.orderNumber,
                item: `${line.itemCode} ${line.itemName}`,
                quantity: formatQuantity(line.missingMicro, { unit: line.baseUnit }),
              })}
            </li>
          ))}
          {shortLines.length > SHOWN_SHORT ? (
            <li>{t('warehouse.station.moreLines', { count: shortLines.length - SHOWN_SHORT })}</li>
          ) : null}
        </ul>
      )}
    </section>
  )
}
