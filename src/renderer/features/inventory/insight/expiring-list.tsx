import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['inventory']['listExpiring']>>['rows'][number]
const WITHIN_DAYS = [0, 30, 90, 180] as const

/** Lots on hand by expiry, the most urgent first. */
export function ExpiringList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { company } = useSession()
  const canSeeCost = useCan('cost.see')
  const [days, setDays] = useState<(typeof WITHIN_DAYS)[number]>(30)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.inventory.listExpiring({ ...input, before: addDays(company.today, days) }, { signal }),
    [days, company.today],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'code', title: t('inventory.code'), value: (row) => row.item.code, width: 120, isFixed: true },
      { key: 'name', title: t('inventory.item'), value: (row) => row.item.name },
      { key: 'lot', title: t('inventory.lot'), value: (row) => row.lot.code, width: 160 },
      { key: 'expiresOn', title: t('inventory.expiresOn'), kind: 'date', value: (row) => row.lot.expiresOn },
      {
        key: 'daysLeft',
        title: t('inventory.daysLeft'),
        kind: 'status',
        width: 180,
        value: (row) =>
          row.daysLeft < 0
            ? { tone: 'bad', label: t('inventory.expiredSince', { count: -row.daysLeft }) }
            : {
                tone: row.daysLeft <= 7 ? 'warning' : 'neutral',
                label: t('inventory.inDays', { count: row.daysLeft }),
              },
      },
      {
        key: 'proposal',
        title: t('inventory.proposal'),
        kind: 'status',
        width: 170,
        value: (row) => ({
          tone: row.proposal === 'none' ? 'good' : row.proposal === 'write-off' ? 'bad' : 'warning',
          label: t(`inventory.proposals.${row.proposal}`),
        }),
      },
      {
        key: 'sellsInDays',
        title: t('inventory.pace'),
        width: 150,
        value: (row) =>
          row.sellsInDays === null ? t('inventory.sellsNever') : t('inventory.sellsIn', { count: row.sellsInDays }),
      },
      {
        key: 'quantityMicro',
        title: t('inventory.quantity'),
        kind: 'quantity',
        value: (row) => row.quantityMicro,
        unit: (row) => row.item.baseUnit,
      },
      ...(canSeeCost
        ? [
            {
              key: 'valueMinor',
              title: t('inventory.value'),
              kind: 'money' as const,
              value: (row: Row) => row.valueMinor,
              hasSum: true,
            },
          ]
        : []),
    ],
    [t, canSeeCost],
  )
  return (
    <ListPage<Row>
      name="inventory.expiring"
      room="inventory"
      title={t('inventory.expiring')}
      rowKey={(row) => String(row.lot.id)}
      columns={columns}
      fetch={fetch}
      filterHint={t('inventory.filterHint')}
      filters={
        <Segmented
          aria-label={t('inventory.within')}
          value={days}
          onChange={setDays}
          options={WITHIN_DAYS.map((value) => ({
            value,
            label: value === 0 ? t('inventory.expired') : t('inventory.withinDays', { count: value }),
          }))}
        />
      }
      onOpen={(row) => open('items.item', { id: row.item.id })}
      empty={{ title: t('inventory.noExpiring'), hint: t('inventory.noExpiringHint') }}
    />
  )
}
