import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import type { ListColumn } from '../../../ui'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useWarehouse, WarehouseSelect } from '../layout/warehouse-select'

type Row = Awaited<ReturnType<Engine['warehouse']['listWaves']>>['rows'][number]

/** Every wave that was released, the newest first. */
export function WaveList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const warehouses = useWarehouse()
  const warehouseId = warehouses.warehouse?.id ?? 0
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.warehouse.listWaves({ ...input, warehouseId }, { signal }),
    [warehouseId],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('warehouse.wave'), value: (row) => row.number, isSortable: true, isFixed: true },
      { key: 'state', title: t('warehouse.state'), kind: 'status', value: (row) => tag(row.state), isSortable: true },
      {
        key: 'releasedOn',
        title: t('warehouse.releasedOn'),
        kind: 'date',
        value: (row) => row.releasedOn,
        isSortable: true,
      },
      { key: 'releasedBy', title: t('warehouse.releasedBy'), value: (row) => row.releasedBy },
      { key: 'orders', title: t('warehouse.orders'), kind: 'count', value: (row) => row.orders },
      { key: 'lines', title: t('warehouse.lines'), kind: 'count', value: (row) => row.lines },
      {
        key: 'progress',
        title: t('warehouse.progress'),
        value: (row) => t('warehouse.progressOf', { done: row.doneTasks, total: row.tasks }),
        width: 130,
      },
      {
        key: 'walk',
        title: t('warehouse.walkOf'),
        value: (row) => t('warehouse.metres', { metres: Math.round(row.walkMillimetres / 1000) }),
        width: 110,
      },
    ],
    [t, tag],
  )
  if (!warehouses.isRead) return null
  if (warehouses.warehouse === undefined) return <NoWarehouse />
  return (
    <ListPage<Row>
      key={warehouseId}
      name="warehouse.waveList"
      room="warehouse"
      title={t('warehouse.waveList')}
      actions={<WarehouseSelect warehouses={warehouses} />}
      columns={columns}
      fetch={fetch}
      filterHint={t('warehouse.waveFilter')}
      onOpen={(row) => open('warehouse.wave', { id: row.id })}
      empty={{ title: t('warehouse.noWaves'), hint: t('warehouse.noWavesHint') }}
    />
  )
}
