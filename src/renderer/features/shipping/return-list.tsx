import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../app/documents/document-parts'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['shipping']['listReturns']>>['rows'][number]

export function ReturnList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.shipping.listReturns(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('shipping.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('shipping.state'), kind: 'status', value: (row) => tag(row.state), width: 120 },
      { key: 'customer', title: t('shipping.customer'), value: (row) => row.customer.name },
      {
        key: 'returnedOn',
        title: t('shipping.returnedOn'),
        kind: 'date',
        width: 140,
        value: (row) => row.returnedOn,
        isSortable: true,
      },
      { key: 'reason', title: t('shipping.reason'), value: (row) => row.reason },
      { key: 'netMinor', title: t('app.lines.net'), kind: 'money', value: (row) => row.netMinor },
    ],
    [t, tag],
  )
  return (
    <ListPage<Row>
      name="shipping.returns"
      room="shipping"
      title={t('shipping.returns')}
      columns={columns}
      fetch={fetch}
      filterHint={t('shipping.filterHint')}
      initialLayout={{ sort: { key: 'returnedOn', direction: 'descending' } }}
      onOpen={(row) => open('shipping.return', { id: row.id })}
      empty={{
        title: t('shipping.noReturns'),
        hint: t('shipping.noReturnsHint'),
        action: { label: t('shipping.shipments'), onAction: () => open('shipping.shipments') },
      }}
    />
  )
}
