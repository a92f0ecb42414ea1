import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useSession } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['books']['ageing']>>['rows'][number]

const ROLES = ['receivable', 'payable'] as const
const BUCKETS = ['notDueMinor', 'days30Minor', 'days60Minor', 'days90Minor', 'olderMinor', 'totalMinor'] as const

/** 账龄分析: what is owed, by how long it is overdue. */
export function AgeingPage(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const [role, setRole] = useState<(typeof ROLES)[number]>('receivable')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.books.ageing({ ...input, role, asOf: company.today }, { signal }),
    [role, company.today],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'partnerCode',
        title: t('accounting.code'),
        value: (row) => row.partnerCode,
        width: 110,
        isSortable: true,
      },
      {
        key: 'partnerName',
        title: t('accounting.partner'),
        value: (row) => row.partnerName,
        isSortable: true,
        isFixed: true,
      },
      ...BUCKETS.map((bucket) => ({
        key: bucket,
        title: t(`books.buckets.${bucket}`),
        kind: 'money' as const,
        value: (row: Row) => row[bucket],
        isSortable: true,
        hasSum: true,
      })),
    ],
    [t],
  )
  return (
    <ListPage<Row>
      key={role}
      name="books.ageing"
      room="accounting"
      title={t('books.ageing')}
      columns={columns}
      fetch={fetch}
      rowKey={(row) => String(row.partnerId)}
      onOpen={(row) => open('parties.partner', { id: row.partnerId })}
      actions={
        <Segmented
          value={role}
          onChange={setRole}
          options={ROLES.map((value) => ({ value, label: t(`books.roles.${value}`) }))}
        />
      }
      empty={{ title: t('treasury.nothingOwed'), hint: t('treasury.nothingOwedHint') }}
    />
  )
}
