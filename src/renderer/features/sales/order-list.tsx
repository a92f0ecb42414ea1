import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../app/documents/document-parts'
import { useForeignColumn } from '../../app/currencies/document-currency'
import { engine, type Engine } from '../../app/engine'
import { DocumentsPage } from '../../app/lists/documents-page'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['sales']['listOrders']>>['rows'][number]
const STATES = ['draft', 'confirmed', 'partly-shipped', 'shipped', 'closed', 'cancelled'] as const
const { listOrders } = engine.sales

export function OrderList(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const canWrite = useCan('sales.write')
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
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignGrossMinor }))
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="sales.orders"
      room="sales"
      title={t('sales.orders')}
      columns={[...columns, ...foreign]}
      list={listOrders}
      states={STATES}
      page="sales.order"
      filterHint={t('sales.filterHint')}
      initialLayout={{ sort: { key: 'orderedOn', direction: 'descending' } }}
      empty={{ title: t('sales.noOrders'), hint: t('sales.noOrdersHint') }}
      begin={canWrite ? { label: t('sales.newOrder') } : undefined}
    />
  )
}
