import { ArrowUpOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { DateText, PageHeader, RefusalAlert, StateTag } from '../../../ui'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'
import '../waves/waves.css'

/** Packed orders onto vehicles by stop, and how far each is loaded. */
export function LoadsPage(): ReactNode {
  const { t } = useTranslation()
  const warehouses = useWarehouse()
  if (!warehouses.isRead) return null
  const id = warehouses.warehouse?.id
  if (id === undefined) return <NoWarehouse />
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('warehouse.loads')} actions={<WarehouseSelect warehouses={warehouses} />} />
      <div className="k-waves">
        <Plan key={`plan-${id}`} warehouseId={id} />
        <Loads key={`loads-${id}`} warehouseId={id} />
      </div>
    </section>
  )
}

function Plan({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const canWork = useCan('warehouse.work')
  const [stops, setStops] = useState<readonly number[]>([])
  const [carrier, setCarrier] = useState('')
  const [on, setOn] = useState(company.today)
  const plan = useCommand(engine.warehouse.planLoad)
  const { data } = useQuery(api.shipping.listReady.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  const submit = async (): Promise<void> => {
    const answer = await plan.run({ warehouseId, carrier: carrier.trim(), plannedOn: on, orderIds: [...stops] })
    if (answer !== undefined) setStops([])
  }
  const toggle = (orderId: number): void =>
    setStops(stops.includes(orderId) ? stops.filter((known) => known !== orderId) : [...stops, orderId])
  const earlier = (at: number): void =>
    setStops(stops.map((stop, index) => (index === at - 1 ? stops[at]! : index === at ? stops[at - 1]! : stop)))
  const inOrder = [
    ...stops.flatMap((id) => rows.find((row) => row.orderId === id) ?? []),
    ...rows.filter((row) => !stops.includes(row.orderId)),
  ]
  return (
    <section className="k-fieldset" aria-label={t('warehouse.newLoad')}>
      <header>
        <h2>{t('warehouse.newLoad')}</h2>
      </header>
      <p className="k-soft">{t('warehouse.loadHint')}</p>
      {plan.refusal === undefined ? null : <RefusalAlert refusal={plan.refusal} onClose={plan.clearRefusal} />}
      <div className="k-wave-plan">
        <Input
          aria-label={t('warehouse.carrier')}
          placeholder={t('warehouse.ownVan')}
          maxLength={60}
          value={carrier}
          onChange={(event) => setCarrier(event.target.value)}
        />
        <DatePicker
          aria-label={t('warehouse.plannedOn')}
          allowClear={false}
          value={dayjs(on)}
          onChange={(date) => setOn(date?.format('YYYY-MM-DD') ?? company.today)}
        />
        {canWork ? (
          <Button type="primary" disabled={stops.length === 0} loading={plan.isRunning} onClick={() => void submit()}>
            {t('warehouse.planLoad')}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.station.nothingToShip')}</p>
      ) : (
        <table className="k-table" aria-label={t('warehouse.ready')}>
          <tbody>
            {inOrder.map((row) => {
              const at = stops.indexOf(row.orderId)
              return (
                <tr key={row.orderId}>
                  <td>
                    <Checkbox aria-label={row.orderNumber} checked={at >= 0} onChange={() => toggle(row.orderId)} />
                  </td>
                  <td>{at < 0 ? null : t('warehouse.stop', { stop: at + 1 })}</td>
                  <td>{row.orderNumber}</td>
                  <td>{row.customer.name}</td>
                  <td className="k-right">
                    {at <= 0 ? null : (
                      <Button
                        size="small"
                        icon={<ArrowUpOutlined />}
                        aria-label={t('warehouse.earlier')}
                        title={t('warehouse.earlier')}
                        onClick={() => earlier(at)}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Loads({ warehouseId }: { readonly warehouseId: number }): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const { open, canOpen } = useNavigation()
  const cancel = useCommand(engine.warehouse.cancelLoad)
  const { data } = useQuery(api.warehouse.listLoads.queryOptions({ input: { warehouseId } }))
  const rows = data?.rows ?? []
  return (
    <section className="k-fieldset" aria-label={t('warehouse.loads')}>
      <header>
        <h2>{t('warehouse.loads')}</h2>
      </header>
      {cancel.refusal === undefined ? null : <RefusalAlert refusal={cancel.refusal} onClose={cancel.clearRefusal} />}
      {rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noLoads')}</p>
      ) : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('warehouse.carrier')}</th>
              <th scope="col">{t('warehouse.plannedOn')}</th>
              <th scope="col">{t('warehouse.state')}</th>
              <th scope="col">{t('warehouse.progress')}</th>
              <th scope="col" aria-label={t('warehouse.loadNow')} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.carrier === '' ? t('warehouse.ownVan') : row.carrier}</td>
                <td>
                  <DateText date={row.plannedOn} />
                </td>
                <td>
                  <StateTag {...tag(row.state)} />
                </td>
                <td>
                  {t('warehouse.stops', { count: row.stops })} ·{' '}
                  {t('warehouse.cartonsLoaded', { done: row.loaded, total: Math.max(row.cartons, row.loaded) })}
                </td>
                <td className="k-right">
                  {row.state === 'open' && canOpen('warehouse.station') ? (
                    <>
                      <Button size="small" onClick={() => open('warehouse.station', { task: 'load', loadId: row.id })}>
                        {t('warehouse.loadNow')}
                      </Button>{' '}
                      <Button size="small" danger onClick={() => void cancel.run({ loadId: row.id })}>
                        {t('warehouse.cancelLoad')}
                      </Button>
                    </>
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
