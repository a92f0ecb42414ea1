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

type Row = Awaited<ReturnType<Engine['purchasing']['listOrders']>>['rows'][number]
const STATES = ['draft', 'confirmed', 'partly-received', 'received', 'closed', 'cancelled'] as const

export function OrderList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const [state, setState] = useState<string>()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.purchasing.listOrders({ ...input, state }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('purchasing.number'),
        value: (row) => row.number ?? '',
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('purchasing.state'), kind: 'status', value: (row) => tag(row.state), width: 130 },
      { key: 'supplier', title: t('purchasing.supplier'), value: (row) => row.supplier.name },
      {
        key: 'orderedOn',
        title: t('purchasing.orderedOn'),
        kind: 'date',
        value: (row) => row.orderedOn,
        isSortable: true,
      },
      {
        key: 'expectedOn',
        title: t('purchasing.expectedOn'),
        kind: 'date',
        value: (row) => row.expectedOn,
        isSortable: true,
      },
      {
        key: 'grossMinor',
        title: t('purchasing.gross'),
        kind: 'money',
        value: (row) => row.grossMinor,
        hasSum: true,
        isSortable: true,
      },
    ],
    [t, tag],
  )
  const addNew = (): void => open('purchasing.order')
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignGrossMinor }))
  return (
    <ListPage<Row>
      name="purchasing.orders"
      room="purchasing"
      title={t('purchasing.orders')}
      columns={[...columns, ...foreign]}
      fetch={fetch}
      filterHint={t('purchasing.filterHint')}
      filters={
        <Select
          allowClear
          placeholder={t('purchasing.anyState')}
          aria-label={t('purchasing.state')}
          style={{ width: 150 }}
          value={state ?? null}
          onChange={(value: string | null) => setState(value ?? undefined)}
          options={STATES.map((value) => ({ value, label: t(`app.states.${value}`) }))}
        />
      }
      initialLayout={{ sort: { key: 'orderedOn', direction: 'descending' } }}
      onOpen={(row) => open('purchasing.order', { id: row.id })}
      empty={{
        title: t('purchasing.noOrders'),
        hint: t('purchasing.noOrdersHint'),
        ...(canWrite ? { action: { label: t('purchasing.newOrder'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canWrite ? { onNew: addNew, newLabel: t('purchasing.newOrder') } : {})}
    />
  )
}
