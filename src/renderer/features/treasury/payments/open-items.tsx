import { Button } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useForeignColumn } from '../../../app/currencies/document-currency'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { DateText, type ListColumn } from '../../../ui'
import { WriteOffDialog } from './write-off-dialog'

type Row = Awaited<ReturnType<Engine['accounting']['listOpenItems']>>['rows'][number]

/** What customers owe us, or what we owe suppliers: oldest due first. */
export function OpenItems({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canWriteOff = useCan('treasury.writeOff')
  const [writing, setWriting] = useState<readonly Row[]>()
  const role = params['role'] === 'payable' ? 'payable' : 'receivable'
  const partnerId = params['partnerId'] === undefined ? undefined : Number(params['partnerId'])
  const asOf = params['asOf'] === undefined ? undefined : String(params['asOf'])
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) =>
      engine.accounting.listOpenItems(
        {
          ...input,
          role,
          ...(partnerId === undefined ? {} : { partnerId }),
          ...(asOf === undefined ? {} : { asOf }),
        },
        { signal },
      ),
    [role, partnerId, asOf],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'documentNumber',
        title: t('treasury.document'),
        value: (row) => row.documentNumber,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'partnerName', title: t('treasury.partner'), value: (row) => row.partnerName, isSortable: true },
      { key: 'postedOn', title: t('treasury.postedOn'), kind: 'date', value: (row) => row.postedOn, isSortable: true },
      { key: 'dueOn', title: t('treasury.dueOn'), kind: 'date', value: (row) => row.dueOn, isSortable: true },
      {
        key: 'daysOverdue',
        title: t('treasury.lateness'),
        kind: 'status',
        width: 150,
        value: (row) =>
          row.daysOverdue > 0
            ? {
                tone: row.daysOverdue > 30 ? 'bad' : 'warning',
                label: t('treasury.overdue', { days: row.daysOverdue }),
              }
            : { tone: 'neutral', label: t('treasury.notDue') },
      },
      { key: 'amountMinor', title: t('treasury.total'), kind: 'money', value: (row) => row.amountMinor },
      {
        key: 'openMinor',
        title: t('treasury.open'),
        kind: 'money',
        value: (row) => row.openMinor,
        hasSum: true,
        isSortable: true,
      },
    ],
    [t],
  )
  const bulk = (rows: readonly Row[]): ReactNode => (
    <Button size="small" onClick={() => setWriting(rows)}>
      {t('treasury.writeOffs.do')}
    </Button>
  )
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignOpenMinor }))
  return (
    <>
      <ListPage<Row>
        name={`treasury.${role}`}
        room="accounting"
        title={t(`treasury.lists.${role}`)}
        {...(asOf === undefined ? {} : { hint: <DateText date={asOf} />, about: asOf })}
        columns={[...columns, ...foreign]}
        fetch={fetch}
        filterHint={t('treasury.filterHint')}
        initialLayout={{ sort: { key: 'dueOn', direction: 'ascending' } }}
        onOpen={(row) => open(row.sourceKind, { id: row.sourceId })}
        {...(canWriteOff ? { bulk } : {})}
        empty={{ title: t('treasury.nothingOwed'), hint: t('treasury.nothingOwedHint') }}
      />
      {writing === undefined ? null : (
        <WriteOffDialog items={writing} role={role} onClose={() => setWriting(undefined)} />
      )}
    </>
  )
}
