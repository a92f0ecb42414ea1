import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ItemSelect } from '../../app/documents/item-select'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../app/pages'
import { MoneyText, QuantityText, type ListColumn } from '../../ui'
import { useAccountChoice, useSpan } from '../../app/lists/span'

type Ledger = Awaited<ReturnType<Engine['books']['quantityLedger']>>
type Row = Ledger['rows'][number] & { readonly at: number }
type Account = Awaited<ReturnType<Engine['accounting']['listAccounts']>>['rows'][number]

const counts = (account: Account): boolean => account.roles.includes('stock') || account.quantityUnit !== null

/**
 * 数量金额账: what came in and went out, counted and valued; each line opens its document. What lies there is counted
 * only where all of it is counted in one unit: one item, or an account with its own.
 */
export function QuantityLedgerPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const { from, to, about, picker } = useSpan(params)
  const { code, select, account } = useAccountChoice(params, counts)
  const [itemId, setItem] = useState(params['itemId'] === undefined ? null : Number(params['itemId']))
  const [item, setItemName] = useState('')
  const [ledger, setLedger] = useState<Ledger>()
  const isStock = account?.roles.includes('stock') === true
  const isOneUnit = itemId !== null || (account !== undefined && !isStock)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    async ({ offset, limit }, signal) => {
      if (code === undefined) return { rows: [], total: 0, sums: {} }
      const input = { accountCode: code, from, to, offset, limit, ...(itemId === null ? {} : { itemId }) }
      const answer = await engine.books.quantityLedger(input, { signal })
      const { rows, total } = answer
      if (offset === 0) setLedger(answer)
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
      ...(isOneUnit
        ? ([
            {
              key: 'balanceMicro',
              title: t('books.balanceQuantity'),
              kind: 'quantity',
              value: (row) => row.balanceMicro,
            },
          ] satisfies ListColumn<Row>[])
        : []),
      { key: 'balanceMinor', title: t('books.balance'), kind: 'money', value: (row) => row.balanceMinor },
    ],
    [t, isOneUnit],
  )
  return (
    <ListPage<Row>
      key={`${code ?? ''} ${itemId ?? ''} ${from} ${to}`}
      name="books.quantity"
      room="accounting"
      title={t('books.quantity')}
      about={`${code ?? ''} ${item} ${about}`}
      hint={ledger === undefined || !isOneUnit ? '' : <Summary ledger={ledger} />}
      columns={columns}
      fetch={fetch}
      rowKey={(row) => String(row.at)}
      onOpen={(row) => canOpen(row.sourceKind) && open(row.sourceKind, { id: row.sourceId })}
      actions={
        <>
          {select}
          {isStock ? (
            <div style={{ width: 240 }}>
              <ItemSelect
                label={t('accounting.item')}
                placeholder={t('books.anyItem')}
                value={itemId}
                onChange={(id, name) => {
                  setItem(id)
                  setItemName(name)
                }}
              />
            </div>
          ) : null}
          {picker}
        </>
      }
      empty={{ title: t('books.noLines'), hint: t('books.noLinesHint') }}
    />
  )
}

function Summary({ ledger }: { readonly ledger: Ledger }): ReactNode {
  const { t } = useTranslation()
  const unit = ledger.unit ?? undefined
  return (
    <>
      {t('books.opening')} <QuantityText quantityMicro={ledger.openingMicro} unit={unit} />{' '}
      {ledger.openingMinor === null ? null : <MoneyText amountMinor={ledger.openingMinor} />} · {t('books.closing')}{' '}
      <QuantityText quantityMicro={ledger.closingMicro} unit={unit} />{' '}
      {ledger.closingMinor === null ? null : <MoneyText amountMinor={ledger.closingMinor} />}
    </>
  )
}
