import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../app/documents/document-parts'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['purchasing']['listReceipts']>>['rows'][number]
const fetch: ListPageProps<Row>['fetch'] = (input, signal) => engine.purchasing.listReceipts(input, { signal })

export function ReceiptList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canSeeCost = useCan('cost.see')
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('purchasing.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('purchasing.state'), kind: 'status', value: (row) => tag(row.state), width: 120 },
      { key: 'supplier', title: t('purchasing.supplier'), value: (row) => row.supplier.name },
      {
        key: 'receivedOn',
        title: t('purchasing.receivedOn'),
        kind: 'date',
        value: (row) => row.receivedOn,
        isSortable: true,
      },
      {
        key: 'terms',
        title: t('purchasing.consignment.terms'),
        value: (row) => t(`purchasing.consignment.${row.terms}`),
        width: 130,
      },
      {
        key: 'isInvoiced',
        title: t('purchasing.invoiced'),
        value: (row) => {
          if (row.terms === 'consigned') return ''
          return row.isInvoiced ? t('purchasing.yes') : t('purchasing.notYet')
        },
        width: 110,
      },
      ...(canSeeCost
        ? [
            {
              key: 'valueMinor',
              title: t('purchasing.value'),
              kind: 'money' as const,
              value: (row: Row) => row.valueMinor,
            },
          ]
        : []),
    ],
    [t, tag, canSeeCost],
  )
  return (
    <ListPage<Row>
      name="purchasing.receipts"
      room="purchasing"
      title={t('purchasing.receipts')}
      columns={columns}
      fetch={fetch}
      filterHint={t('purchasing.filterHint')}
      initialLayout={{ sort: { key: 'receivedOn', direction: 'descending' } }}
      onOpen={(row) => open('purchasing.receipt', { id: row.id })}
      empty={{ title: t('purchasing.noReceipts'), hint: t('purchasing.noReceiptsHint') }}
    />
  )
}
