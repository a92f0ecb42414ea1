import { Segmented, Select } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useForeignCurrencies } from '../../app/currencies/foreign-currencies'
import { DayPicker } from '../../app/documents/day-picker'
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
  const [asOf, setAsOf] = useState(company.today)
  const foreign = useForeignCurrencies()
  const [currency, setCurrency] = useState('')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) =>
      engine.books.ageing({ ...input, role, asOf, ...(currency === '' ? {} : { currency }) }, { signal }),
    [role, asOf, currency],
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
        ...(currency === '' ? {} : { currency: () => currency }),
        isSortable: true,
        hasSum: true,
      })),
    ],
    [t, currency],
  )
  return (
    <ListPage<Row>
      key={`${role} ${asOf} ${currency}`}
      name="books.ageing"
      room="accounting"
      title={t('books.ageing')}
      about={`${t(`books.roles.${role}`)} ${asOf} ${currency}`}
      columns={columns}
      fetch={fetch}
      rowKey={(row) => String(row.partnerId)}
      onOpen={(row) => open('treasury.openItems', { role, partnerId: row.partnerId, asOf })}
      actions={
        <>
          <Segmented
            value={role}
            onChange={setRole}
            options={ROLES.map((value) => ({ value, label: t(`books.roles.${value}`) }))}
          />
          {foreign.length === 0 ? null : (
            <Select
              aria-label={t('currencies.currency')}
              value={currency}
              onChange={setCurrency}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: t('books.allCurrencies', { currency: company.currency }) },
                ...[company.currency, ...foreign.map(({ code }) => code)].map((value) => ({ value, label: value })),
              ]}
            />
          )}
          <DayPicker aria-label={t('books.asOf')} value={asOf} onChange={setAsOf} />
        </>
      }
      empty={{ title: t('treasury.nothingOwed'), hint: t('treasury.nothingOwedHint') }}
    />
  )
}
