import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['stock']['listTransfers']>>['rows'][number]

/** Goods between warehouses, those on the way first of mind. */
export function TransferList(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tag = useStateTag()
  const canSeeCost = useCan('cost.see')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.stock.listTransfers(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('stock.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('stock.state'), kind: 'status', value: (row) => tag(row.state), width: 120 },
      { key: 'fromWarehouse', title: t('stock.fromWarehouse'), value: (row) => row.fromWarehouse },
      { key: 'toWarehouse', title: t('stock.toWarehouse'), value: (row) => row.toWarehouse },
      { key: 'sentOn', title: t('stock.sentOn'), kind: 'date', value: (row) => row.sentOn, isSortable: true },
      { key: 'arrivedOn', title: t('stock.arrivedOn'), kind: 'date', value: (row) => row.arrivedOn, isSortable: true },
      { key: 'lines', title: t('stock.lines'), kind: 'count', value: (row) => row.lines, width: 90 },
      ...(canSeeCost
        ? [
            {
              key: 'valueMinor',
              title: t('stock.value'),
              kind: 'money' as const,
              value: (row: Row) => row.valueMinor,
              hasSum: true,
            },
          ]
        : []),
    ],
    [t, tag, canSeeCost],
  )
  const canAdd = canOpen('stock.newTransfer')
  const addNew = (): void => open('stock.newTransfer')
  return (
    <ListPage<Row>
      name="stock.transfers"
      room="stock"
      title={t('stock.transfers')}
      columns={columns}
      fetch={fetch}
      filterHint={t('stock.filterHint')}
      onOpen={(row) => open('stock.transfer', { id: row.id })}
      empty={{
        title: t('stock.noTransfers'),
        hint: t('stock.noTransfersHint'),
        ...(canAdd ? { action: { label: t('stock.newTransfer'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canAdd ? { onNew: addNew, newLabel: t('stock.newTransfer') } : {})}
    />
  )
}
