import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import type { ListColumn } from '../../ui'
import { ListHeadDialog } from './list-head-dialog'
import { validityTag } from './validity'

type Row = Awaited<ReturnType<Engine['prices']['listLists']>>['rows'][number]

/** Price lists, or the contracts of single customers, by the page's `side`. */
export function PriceLists({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { company } = useSession()
  const canWrite = useCan('prices.write')
  const [isAdding, setAdding] = useState(false)
  const side = params['side'] === 'contracts' ? 'contracts' : 'lists'
  const isContracts = side === 'contracts'
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.prices.listLists({ ...input, side }, { signal }),
    [side],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'code', title: t('prices.code'), value: (row) => row.code, width: 140, isSortable: true, isFixed: true },
      { key: 'name', title: t('prices.name'), value: (row) => row.name, isSortable: true },
      {
        key: 'state',
        title: t('prices.state'),
        kind: 'status',
        width: 130,
        value: (row) => validityTag(t, row, company.today),
      },
      ...(isContracts
        ? [{ key: 'customer', title: t('prices.customer'), value: (row: Row) => row.customer?.name ?? '' }]
        : [
            {
              key: 'className',
              title: t('prices.customerClass'),
              value: (row: Row) => row.className ?? t('prices.anyClass'),
              width: 150,
            },
            {
              key: 'channelName',
              title: t('prices.channel'),
              value: (row: Row) => row.channelName ?? t('prices.anyChannel'),
              width: 150,
            },
          ]),
      { key: 'lines', title: t('prices.lines'), kind: 'count', value: (row) => row.lines },
      { key: 'validFrom', title: t('prices.from'), kind: 'date', value: (row) => row.validFrom, isSortable: true },
      { key: 'validTo', title: t('prices.to'), kind: 'date', value: (row) => row.validTo, isSortable: true },
    ],
    [t, company.today, isContracts],
  )
  const newLabel = t(isContracts ? 'prices.newContract' : 'prices.newList')
  const addNew = (): void => setAdding(true)
  return (
    <>
      <ListPage<Row>
        name={`prices.${side}`}
        room="prices"
        title={t(isContracts ? 'prices.contracts' : 'prices.lists')}
        columns={columns}
        fetch={fetch}
        filterHint={t('prices.filterHint')}
        onOpen={(row) => open('prices.list', { id: row.id })}
        empty={{
          title: t(isContracts ? 'prices.noContracts' : 'prices.noLists'),
          hint: t(isContracts ? 'prices.noContractsHint' : 'prices.noListsHint'),
          ...(canWrite ? { action: { label: newLabel, onAction: addNew, keys: 'N' } } : {}),
        }}
        {...(canWrite ? { onNew: addNew, newLabel } : {})}
      />
      {isAdding ? (
        <ListHeadDialog
          isContract={isContracts}
          onClose={() => setAdding(false)}
          onSaved={(id) => open('prices.list', { id })}
        />
      ) : null}
    </>
  )
}
