import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['sales']['listBackOrders']>>['rows'][number]

/** What waits for stock, in the order in which it gets it. */
export function BackOrderList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canWrite = useCan('sales.write')
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const fill = useCommand(engine.sales.fillBackOrders)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.sales.listBackOrders(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('sales.number'), value: (row) => row.number, width: 150, isFixed: true },
      { key: 'customer', title: t('sales.customer'), value: (row) => row.customer.name },
      { key: 'item', title: t('sales.item'), value: (row) => `${row.item.code} ${row.item.name}` },
      {
        key: 'backorderedMicro',
        title: t('sales.waits'),
        kind: 'quantity',
        value: (row) => row.backorderedMicro,
        unit: (row) => row.item.baseUnit,
        width: 130,
      },
      { key: 'priority', title: t('sales.priority'), kind: 'count', value: (row) => row.priority, width: 90 },
      { key: 'promisedOn', title: t('sales.promisedOn'), kind: 'date', value: (row) => row.promisedOn },
    ],
    [t],
  )
  const fillAll = async (): Promise<void> => {
    for (const { id } of warehouses?.rows ?? []) await fill.run({ warehouseId: id })
  }
  return (
    <ListPage<Row>
      name="sales.backOrders"
      room="sales"
      title={t('sales.backOrders')}
      columns={columns}
      fetch={fetch}
      filterHint={t('sales.filterHint')}
      onOpen={(row) => open('sales.order', { id: row.orderId })}
      empty={{ title: t('sales.noBackOrders'), hint: t('sales.noBackOrdersHint') }}
      {...(canWrite
        ? {
            actions: (
              <Button onClick={() => void fillAll()} loading={fill.isRunning}>
                {t('sales.fillNow')}
              </Button>
            ),
          }
        : {})}
    />
  )
}
