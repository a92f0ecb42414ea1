import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../../app/pages'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { PageHeader } from '../../../ui'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'
import { OpenBatches } from './open-batches'
import { WaitingOrders } from './waiting-orders'
import './waves.css'

/** What waits for a wave, and who picks what of the waves that are out. */
export function WaveBoard(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const warehouses = useWarehouse()
  if (!warehouses.isRead) return null
  const id = warehouses.warehouse?.id
  if (id === undefined) return <NoWarehouse />
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('warehouse.waves')}
        actions={
          <>
            <WarehouseSelect warehouses={warehouses} />
            <Button onClick={() => open('warehouse.waveList')}>{t('warehouse.waveList')}</Button>
          </>
        }
      />
      <div className="k-waves">
        <WaitingOrders key={`waiting-${id}`} warehouseId={id} />
        <OpenBatches key={`batches-${id}`} warehouseId={id} />
      </div>
    </section>
  )
}
