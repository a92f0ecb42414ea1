import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../app/pages'
import type { ListColumn } from '../../ui'
import { useSpan } from '../../app/lists/span'

type Row = Awaited<ReturnType<Engine['books']['journal']>>['rows'][number]

/** 序时账: every line of the books in its order; each opens its voucher. */
export function JournalPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { from, to, about, picker } = useSpan(params)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    ({ offset, limit, filter }, signal) => engine.books.journal({ from, to, offset, limit, filter }, { signal }),
    [from, to],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'postedOn', title: t('accounting.postedOn'), kind: 'date', value: (row) => row.postedOn },
      { key: 'label', title: t('accounting.voucher'), value: (row) => row.label, width: 110, isFixed: true },
      { key: 'memo', title: t('accounting.memo'), value: (row) => row.memo },
      {
        key: 'account',
        title: t('app.journal.account'),
        value: (row) => `${row.accountCode} ${row.accountName}`,
        width: 220,
      },
      { key: 'debitMinor', title: t('app.journal.debit'), kind: 'money', value: (row) => row.debitMinor, hasSum: true },
      {
        key: 'creditMinor',
        title: t('app.journal.credit'),
        kind: 'money',
        value: (row) => row.creditMinor,
        hasSum: true,
      },
      { key: 'partnerName', title: t('accounting.partner'), value: (row) => row.partnerName, width: 160 },
      { key: 'sourceNumber', title: t('accounting.source'), value: (row) => row.sourceNumber, width: 150 },
    ],
    [t],
  )
  return (
    <ListPage<Row>
      key={`${from} ${to}`}
      name="books.journal"
      room="accounting"
      title={t('books.journal')}
      about={about}
      columns={columns}
      fetch={fetch}
      rowKey={(row) => `${row.entryId}-${row.lineNumber}`}
      onOpen={(row) => open('accounting.entry', { id: row.entryId })}
      actions={picker}
      empty={{ title: t('accounting.noEntries'), hint: t('accounting.noEntriesHint') }}
    />
  )
}
