import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePiecesColumn } from '../../../app/documents/catch-weights'
import { api, engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['inventory']['listStock']>>['rows'][number]

/** What is on hand, promised and free, item by item. */
export function StockList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canSeeCost = useCan('cost.see')
  const [warehouseId, setWarehouse] = useState<number>()
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.inventory.listStock({ ...input, warehouseId }, { signal }),
    [warehouseId],
  )
  const names = useMemo(() => new Map(warehouses?.rows.map((row) => [row.id, row.name])), [warehouses])
  const pieces = usePiecesColumn<Row>()
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const unit = (row: Row): string => row.item.baseUnit
    return [
      {
        key: 'item',
        title: t('inventory.code'),
        value: (row) => row.item.code,
        width: 120,
        isSortable: true,
        isFixed: true,
      },
      { key: 'name', title: t('inventory.item'), value: (row) => row.item.name },
      { key: 'category', title: t('inventory.category'), value: (row) => row.category, width: 140, isSortable: true },
      ...(names.size > 1
        ? [
            {
              key: 'warehouse',
              title: t('inventory.warehouse'),
              value: (row: Row) => names.get(row.warehouseId) ?? '',
              width: 140,
            },
          ]
        : []),
      {
        key: 'onHandMicro',
        title: t('inventory.onHand'),
        kind: 'quantity',
        value: (row) => row.onHandMicro,
        unit,
        isSortable: true,
      },
      ...pieces,
      {
        key: 'availableMicro',
        title: t('inventory.available'),
        kind: 'quantity',
        value: (row) => row.availableMicro,
        unit,
        isHiddenAtFirst: true,
      },
      {
        key: 'reservedMicro',
        title: t('inventory.reserved'),
        kind: 'quantity',
        value: (row) => row.reservedMicro,
        unit,
        isSortable: true,
      },
      {
        key: 'freeMicro',
        title: t('inventory.free'),
        kind: 'quantity',
        value: (row) => row.freeMicro,
        unit,
        isSortable: true,
      },
      ...(canSeeCost
        ? [
            {
              key: 'valueMinor',
              title: t('inventory.value'),
              kind: 'money' as const,
              value: (row: Row) => row.valueMinor,
              hasSum: true,
              isSortable: true,
            },
          ]
        : []),
    ]
  }, [t, canSeeCost, names, pieces])
  return (
    <ListPage<Row>
      name="inventory.stock"
      room="inventory"
      title={t('inventory.stock')}
      rowKey={(row) => `${row.warehouseId}-${row.item.id}`}
      columns={columns}
      fetch={fetch}
      filterHint={t('inventory.filterHint')}
      filters={
        names.size < 2 ? null : (
          <Select
            allowClear
            placeholder={t('inventory.anyWarehouse')}
            aria-label={t('inventory.warehouse')}
            style={{ width: 160 }}
            value={warehouseId ?? null}
            onChange={(value: number | null) => setWarehouse(value ?? undefined)}
            options={[...names].map(([value, label]) => ({ value, label }))}
          />
        )
      }
      onOpen={(row) => open('items.item', { id: row.item.id })}
      empty={{ title: t('inventory.noStock'), hint: t('inventory.noStockHint') }}
    />
  )
}
