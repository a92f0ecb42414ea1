import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../app/documents/document-parts'
import { useForeignColumn } from '../../app/currencies/document-currency'
import { engine, type Engine } from '../../app/engine'
import { DocumentsPage } from '../../app/lists/documents-page'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['purchasing']['listOrders']>>['rows'][number]
const STATES = ['draft', 'confirmed', 'partly-received', 'received', 'closed', 'cancelled'] as const
const { listOrders } = engine.purchasing

export function OrderList(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
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
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignGrossMinor }))
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="purchasing.orders"
      room="purchasing"
      title={t('purchasing.orders')}
      columns={[...columns, ...foreign]}
      list={listOrders}
      states={STATES}
      page="purchasing.order"
      filterHint={t('purchasing.filterHint')}
      initialLayout={{ sort: { key: 'orderedOn', direction: 'descending' } }}
      empty={{ title: t('purchasing.noOrders'), hint: t('purchasing.noOrdersHint') }}
      begin={canWrite ? { label: t('purchasing.newOrder') } : undefined}
    />
  )
}
