import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { DateText, PageHeader, RefusalAlert } from '../../../ui'
import { NoWarehouse } from '../layout/no-warehouse'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'
import './waves.css'

/** What waits for a wave, and who picks what of the waves that are out. */
export function WaveBoard(): ReactNode {
  const { t } = useTranslation()
  const warehouses = useWarehouse()
  if (!warehouses.isRead) return null
  const id = warehouses.warehouse?.id
  if (id === undefined) return <NoWarehouse />
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('warehouse.waves')} actions={<WarehouseSelect warehouses={warehouses} />} />
      <div className="k-waves">
        <Waiting key={`waiting-${id}`} warehouseId={id} />
        <Batches key={`batches-${id}`} warehouseId={id} />
      </div>
    </section>
  )
}

function Waiting({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { company } = useSession()
  const canWork = useCan('warehouse.work')
  const [without, setWithout] = useState<ReadonlySet<number>>(new Set())
  const [released, setReleased] = useState<string>()
  const release = useCommand(engine.warehouse.releaseWave)
  const { data } = useQuery(api.warehouse.listWaiting.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  const chosen = rows.filter((row) => !without.has(row.orderId))
  const toggle = (orderId: number): void => {
    const next = new Set(without)
    if (!next.delete(orderId)) next.add(orderId)
    setWithout(next)
  }
  const run = async (): Promise<void> => {
    const wave = await release.run({
      warehouseId,
      orderIds: chosen.length === rows.length ? [] : chosen.map((row) => row.orderId),
      releasedOn: company.today,
    })
    if (wave === undefined) return
    setReleased(t('warehouse.released', { number: wave.number, lines: wave.lines, batches: wave.batches.length }))
    setWithout(new Set())
  }
  return (
    <section className="k-fieldset" aria-label={t('warehouse.waiting')}>
      <header>
        <h2>{t('warehouse.waiting')}</h2>
        {canWork && chosen.length > 0 ? (
          <Button type="primary" loading={release.isRunning} onClick={() => void run()}>
            {t('warehouse.releaseSelected', { count: chosen.length })}
          </Button>
        ) : null}
      </header>
      {release.refusal === undefined ? null : <RefusalAlert refusal={release.refusal} onClose={release.clearRefusal} />}
      {released === undefined ? null : <p role="status">{released}</p>}
      {rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noWaiting')}</p>
      ) : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col" aria-label={t('warehouse.order')} />
              <th scope="col">{t('warehouse.order')}</th>
              <th scope="col">{t('warehouse.customer')}</th>
              <th scope="col">{t('warehouse.dueOn')}</th>
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
                    onChange={() => toggle(row.orderId)}
                  />
                </td>
                <td>
                  <button
                    type="button"
                    className="k-plain k-link"
                    onClick={() => open('sales.order', { id: row.orderId })}
                  >
                    {row.orderNumber}
                  </button>
                </td>
                <td>{row.customer.name}</td>
                <td>
                  <DateText date={row.dueOn} />
                </td>
                <td className="k-right k-num">{row.lines}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Batches({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const { data } = useQuery(api.warehouse.listBatches.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  return (
    <section className="k-fieldset" aria-label={t('warehouse.batches')}>
      <header>
        <h2>{t('warehouse.batches')}</h2>
      </header>
      {rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noBatches')}</p>
      ) : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('warehouse.batch')}</th>
              <th scope="col">{t('warehouse.wave')}</th>
              <th scope="col">{t('warehouse.picker')}</th>
              <th scope="col">{t('warehouse.progress')}</th>
              <th scope="col" className="k-right">
                {t('warehouse.walkOf')}
              </th>
              <th scope="col" aria-label={t('warehouse.pickNow')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.number}</td>
                <td>{row.waveNumber}</td>
                <td>{row.assignedTo ?? <span className="k-soft">{t('warehouse.nobody')}</span>}</td>
                <td>
                  <progress value={row.doneTasks} max={row.tasks} aria-label={row.number} />{' '}
                  <span className="k-num">{t('warehouse.progressOf', { done: row.doneTasks, total: row.tasks })}</span>
                </td>
                <td className="k-right k-num">
                  {t('warehouse.metres', { metres: Math.round(row.walkMillimetres / 1000) })}
                </td>
                <td className="k-right">
                  {canOpen('warehouse.station') ? (
                    <Button size="small" onClick={() => open('warehouse.station', { task: 'pick', batchId: row.id })}>
                      {t('warehouse.pickNow')}
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
