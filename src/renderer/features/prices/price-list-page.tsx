import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { usePageTab, type PageParams } from '../../app/pages'
import { useCan } from '../../app/session'
import { RefusalAlert, Waiting, type ListColumn } from '../../ui'
import { ListHeadDialog } from './list-head-dialog'
import { PricesDialog } from './prices-dialog'

type Row = Awaited<ReturnType<Engine['prices']['listPrices']>>['rows'][number]

/** One price list: its prices by item, pack and quantity. */
export function PriceListPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const tab = usePageTab()
  const canWrite = useCan('prices.write')
  const [dialog, setDialog] = useState<'head' | 'prices'>()
  const remove = useCommand(engine.prices.removePrices)
  const { data: list, refetch } = useQuery(api.prices.getList.queryOptions({ input: { id } }))
  useEffect(() => {
    if (list !== undefined) tab.setTitle(list.code)
  }, [tab, list])
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.prices.listPrices({ ...input, listId: id }, { signal }),
    [id],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'item',
        title: t('prices.code'),
        value: (row) => row.item.code,
        width: 140,
        isSortable: true,
        isFixed: true,
      },
      { key: 'name', title: t('prices.item'), value: (row) => row.item.name, isSortable: true },
      { key: 'pack', title: t('prices.pack'), value: (row) => row.packUnit ?? row.item.baseUnit, width: 110 },
      {
        key: 'minimumMicro',
        title: t('prices.minimum'),
        kind: 'quantity',
        value: (row) => row.minimumMicro,
        unit: (row) => row.item.baseUnit,
        width: 150,
        isSortable: true,
      },
      { key: 'priceMicro', title: t('prices.price'), kind: 'price', value: (row) => row.priceMicro, isSortable: true },
    ],
    [t],
  )
  if (list === undefined) return <Waiting />
  const add = (): void => setDialog('prices')
  const removal = (rows: readonly Row[]): ReactNode => (
    <Button
      danger
      size="small"
      loading={remove.isRunning}
      onClick={() => void remove.run({ listId: id, lineIds: rows.map((row) => row.id) })}
    >
      {t('prices.removePrice')}
    </Button>
  )
  return (
    <>
      <ListPage<Row>
        name="prices.list"
        room="prices"
        title={list.name}
        hint={list.customer === null ? list.code : `${list.code} · ${list.customer.name}`}
        columns={columns}
        fetch={fetch}
        filterHint={t('prices.filterHint')}
        {...(canWrite
          ? {
              onNew: add,
              newLabel: t('prices.addPrices'),
              actions: <Button onClick={() => setDialog('head')}>{t('app.change')}</Button>,
              bulk: removal,
            }
          : {})}
        empty={{
          title: t('prices.noPrices'),
          hint: t('prices.noPricesHint'),
          ...(canWrite ? { action: { label: t('prices.addPrices'), onAction: add, keys: 'N' } } : {}),
        }}
      />
      {remove.refusal === undefined ? null : <RefusalAlert refusal={remove.refusal} />}
      {dialog === 'head' ? (
        <ListHeadDialog
          list={list}
          isContract={list.customer !== null}
          onClose={() => setDialog(undefined)}
          onSaved={() => void refetch()}
        />
      ) : null}
      {dialog === 'prices' ? <PricesDialog listId={id} onClose={() => setDialog(undefined)} /> : null}
    </>
  )
}
