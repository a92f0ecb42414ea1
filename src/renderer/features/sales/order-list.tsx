import { Select } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../app/documents/document-parts'
import { useForeignColumn } from '../../app/currencies/document-currency'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['sales']['listOrders']>>['rows'][number]
const STATES = ['draft', 'confirmed', 'partly-shipped', 'shipped', 'closed', 'cancelled'] as const

export function OrderList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canWrite = useCan('sales.write')
  const [state, setState] = useState<string>()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.sales.listOrders({ ...input, state }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('sales.number'),
        value: (row) => row.number ?? '',
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('sales.state'), kind: 'status', value: (row) => tag(row.state), width: 130 },
      { key: 'customer', title: t('sales.customer'), value: (row) => row.customer.name },
      { key: 'orderedOn', title: t('sales.orderedOn'), kind: 'date', value: (row) => row.orderedOn, isSortable: true },
      {
        key: 'promisedOn',
        title: t('sales.promisedOn'),
        kind: 'date',
        value: (row) => row.promisedOn,
        isSortable: true,
      },
      {
        key: 'grossMinor',
        title: t('sales.gross'),
        kind: 'money',
        value: (row) => row.grossMinor,
        hasSum: true,
        isSortable: true,
      },
    ],
    [t, tag],
  )
  const addNew = (): void => open('sales.order')
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignGrossMinor }))
  return (
    <ListPage<Row>
      name="sales.orders"
      room="sales"
      title={t('sales.orders')}
      columns={[...columns, ...foreign]}
      fetch={fetch}
      filterHint={t('sales.filterHint')}
      filters={
        <Select
          allowClear
          placeholder={t('sales.anyState')}
          aria-label={t('sales.state')}
          style={{ width: 150 }}
          value={state ?? null}
          onChange={(value: string | null) => setState(value ?? undefined)}
          options={STATES.map((value) => ({ value, label: t(`app.states.${value}`) }))}
        />
      }
      initialLayout={{ sort: { key: 'orderedOn', direction: 'descending' } }}
      onOpen={(row) => open('sales.order', { id: row.id })}
      empty={{
        title: t('sales.noOrders'),
        hint: t('sales.noOrdersHint'),
        ...(canWrite ? { action: { label: t('sales.newOrder'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canWrite ? { onNew: addNew, newLabel: t('sales.newOrder') } : {})}
    />
  )
}
