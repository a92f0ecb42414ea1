import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../app/pages'
import type { ListColumn } from '../../ui'
import { useAccountChoice, useSpan } from '../../app/lists/span'

type Row = Awaited<ReturnType<Engine['books']['quantityLedger']>>['rows'][number] & { readonly at: number }
type Account = Awaited<ReturnType<Engine['accounting']['listAccounts']>>['rows'][number]

const counts = (account: Account): boolean => account.roles.includes('stock') || account.quantityUnit !== null

/** 数量金额账: what came in and went out, counted and valued; each line opens its document. */
export function QuantityLedgerPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const { from, to, about, picker } = useSpan(params)
  const { code, select } = useAccountChoice(params, counts)
  const itemId = params['itemId'] === undefined ? undefined : Number(params['itemId'])
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    async ({ offset, limit }, signal) => {
      if (code === undefined) return { rows: [], total: 0, sums: {} }
      const input = { accountCode: code, from, to, offset, limit, ...(itemId === undefined ? {} : { itemId }) }
      const { rows, total } = await engine.books.quantityLedger(input, { signal })
      return { rows: rows.map((row, at) => ({ ...row, at: offset + at })), total, sums: {} }
    },
    [code, from, to, itemId],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'on', title: t('accounting.postedOn'), kind: 'date', value: (row) => row.on },
      {
        key: 'sourceNumber',
        title: t('accounting.source'),
        value: (row) => row.sourceNumber,
        width: 150,
        isFixed: true,
      },
      { key: 'item', title: t('accounting.item'), value: (row) => `${row.itemCode ?? ''} ${row.itemName ?? ''}` },
      { key: 'inMicro', title: t('books.inQuantity'), kind: 'quantity', value: (row) => row.inMicro },
      { key: 'inMinor', title: t('books.inAmount'), kind: 'money', value: (row) => row.inMinor },
      { key: 'outMicro', title: t('books.outQuantity'), kind: 'quantity', value: (row) => row.outMicro },
      { key: 'outMinor', title: t('books.outAmount'), kind: 'money', value: (row) => row.outMinor },
      { key: 'balanceMicro', title: t('books.balanceQuantity'), kind: 'quantity', value: (row) => row.balanceMicro },
      { key: 'balanceMinor', title: t('books.balance'), kind: 'money', value: (row) => row.balanceMinor },
    ],
    [t],
  )
  return (
    <ListPage<Row>
      key={`${code ?? ''} ${from} ${to}`}
      name="books.quantity"
      room="accounting"
      title={t('books.quantity')}
      about={`${code ?? ''} ${about}`}
      columns={columns}
      fetch={fetch}
      rowKey={(row) => String(row.at)}
      onOpen={(row) => canOpen(row.sourceKind) && open(row.sourceKind, { id: row.sourceId })}
      actions={
        <>
          {select}
          {picker}
        </>
      }
      empty={{ title: t('books.noLines'), hint: t('books.noLinesHint') }}
    />
  )
}
