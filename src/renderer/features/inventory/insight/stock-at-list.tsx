import { DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import type { ListColumn } from '../../../ui'
import { useWarehouses } from '../documents/use-warehouses'

type Row = Awaited<ReturnType<Engine['inventory']['stockAt']>>['rows'][number]
const BY = ['item', 'bin', 'lot'] as const

/** Stock as the books had it at the end of any day. */
export function StockAtList(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const canSeeCost = useCan('cost.see')
  const { rows: warehouses } = useWarehouses()
  const [on, setOn] = useState(company.today)
  const [by, setBy] = useState<(typeof BY)[number]>('item')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.inventory.stockAt({ ...input, on, by }, { signal }),
    [on, by],
  )
  const names = useMemo(() => new Map(warehouses.map((row) => [row.id, row.name])), [warehouses])
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'item',
        title: t('inventory.code'),
        value: (row) => row.item.code,
        width: 130,
        isSortable: true,
        isFixed: true,
      },
      { key: 'name', title: t('inventory.item'), value: (row) => row.item.name },
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
      ...(by === 'bin'
        ? [
            {
              key: 'bin',
              title: t('inventory.bin'),
              value: (row: Row) => row.bin?.code ?? '',
              width: 120,
              isSortable: true,
            },
          ]
        : []),
      ...(by === 'item'
        ? []
        : [
            {
              key: 'lot',
              title: t('inventory.lot'),
              value: (row: Row) => row.lot?.code ?? '',
              width: 150,
              isSortable: true,
            },
          ]),
      {
        key: 'quantityMicro',
        title: t('inventory.quantity'),
        kind: 'quantity',
        value: (row) => row.quantityMicro,
        unit: (row) => row.item.baseUnit,
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
    ],
    [t, canSeeCost, names, by],
  )
  return (
    <ListPage<Row>
      key={by}
      name={`inventory.stockAt.${by}`}
      room="inventory"
      title={t('inventory.stockAt')}
      rowKey={(row) => `${row.warehouseId}-${row.item.id}-${row.bin?.id ?? 0}-${row.lot?.id ?? 0}`}
      columns={columns}
      fetch={fetch}
      filterHint={t('inventory.filterHint')}
      filters={
        <>
          <DatePicker
            aria-label={t('inventory.on')}
            allowClear={false}
            value={dayjs(on)}
            onChange={(day) => day && setOn(day.format('YYYY-MM-DD'))}
          />
          <Segmented
            aria-label={t('inventory.by')}
            value={by}
            onChange={setBy}
            options={BY.map((value) => ({ value, label: t(`inventory.groupings.${value}`) }))}
          />
        </>
      }
      onOpen={(row) => open('items.item', { id: row.item.id })}
      empty={{ title: t('inventory.noStockAt'), hint: t('inventory.noStockHint') }}
    />
  )
}
