import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../app/documents/document-parts'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['shipping']['listShipments']>>['rows'][number]

export function ShipmentList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canSeeCost = useCan('cost.see')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.shipping.listShipments(input, { signal }),
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
        key: 'shippedOn',
        title: t('shipping.shippedOn'),
        kind: 'date',
        value: (row) => row.shippedOn,
        isSortable: true,
      },
      { key: 'carrier', title: t('shipping.carrier'), value: (row) => row.carrier, width: 160 },
      { key: 'cartons', title: t('shipping.cartons'), kind: 'count', value: (row) => row.cartons },
      ...(canSeeCost
        ? [{ key: 'costMinor', title: t('shipping.cost'), kind: 'money' as const, value: (row: Row) => row.costMinor }]
        : []),
    ],
    [t, tag, canSeeCost],
  )
  return (
    <ListPage<Row>
      name="shipping.shipments"
      room="shipping"
      title={t('shipping.shipments')}
      columns={columns}
      fetch={fetch}
      filterHint={t('shipping.filterHint')}
      initialLayout={{ sort: { key: 'shippedOn', direction: 'descending' } }}
      onOpen={(row) => open('shipping.shipment', { id: row.id })}
      empty={{ title: t('shipping.noShipments'), hint: t('shipping.noShipmentsHint') }}
    />
  )
}
