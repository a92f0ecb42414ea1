import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../app/pages'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['accounting']['listEntries']>>['rows'][number]

/** The journal, or with an account code the entries of that account. */
export function JournalList({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canPost = useCan('accounting.post')
  const accountCode = params['accountCode'] === undefined ? undefined : String(params['accountCode'])
  const from = params['from'] === undefined ? undefined : String(params['from'])
  const to = params['to'] === undefined ? undefined : String(params['to'])
  const fetch = useMemo<ListPageProps<Row>['fetch']>(
    () => (input, signal) => engine.accounting.listEntries({ ...input, accountCode, from, to }, { signal }),
    [accountCode, from, to],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'label', title: t('accounting.voucher'), value: (row) => row.label, width: 110, isFixed: true },
      {
        key: 'postedOn',
        title: t('accounting.postedOn'),
        kind: 'date',
        value: (row) => row.postedOn,
        isSortable: true,
      },
      { key: 'memo', title: t('accounting.memo'), value: (row) => row.memo },
      {
        key: 'sourceKind',
        title: t('accounting.source'),
        value: (row) => t(`app.kinds.${row.sourceKind}`),
        width: 160,
      },
      {
        key: 'amountMinor',
        title: t('accounting.amount'),
        kind: 'money',
        value: (row) => row.amountMinor,
        hasSum: true,
      },
    ],
    [t],
  )
  const addNew = (): void => open('accounting.newVoucher')
  return (
    <ListPage<Row>
      name="accounting.journal"
      room="accounting"
      title={accountCode === undefined ? t('accounting.journal') : t('accounting.journalOf', { account: accountCode })}
      columns={columns}
      fetch={fetch}
      filterHint={t('accounting.filterHint')}
      initialLayout={{ sort: { key: 'postedOn', direction: 'descending' } }}
      onOpen={(row) => open('accounting.entry', { id: row.id })}
      empty={{ title: t('accounting.noEntries'), hint: t('accounting.noEntriesHint') }}
      {...(canPost ? { onNew: addNew, newLabel: t('accounting.newVoucher') } : {})}
    />
  )
}
