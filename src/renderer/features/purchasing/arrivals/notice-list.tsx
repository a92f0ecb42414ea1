import { Select } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['arrivals']['listNotices']>>['rows'][number]
type State = Row['state']
export const NOTICE_TONE = {
  expected: 'info',
  'partly-received': 'warning',
  received: 'good',
  cancelled: 'neutral',
} as const
const STATES: readonly State[] = ['expected', 'partly-received', 'received', 'cancelled']

/** What suppliers say is on its way. */
export function NoticeList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canWrite = useCan('purchasing.write')
  const [state, setState] = useState<State>()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.arrivals.listNotices({ ...input, state }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('arrivals.number'), value: (row) => row.number, isSortable: true, isFixed: true },
      {
        key: 'state',
        title: t('arrivals.state'),
        kind: 'status',
        value: (row) => ({ label: t(`arrivals.states.${row.state}`), tone: NOTICE_TONE[row.state] }),
        isSortable: true,
      },
      { key: 'supplier', title: t('arrivals.supplier'), value: (row) => row.supplier.name, isSortable: true },
      { key: 'supplierNumber', title: t('arrivals.supplierNumber'), value: (row) => row.supplierNumber },
      {
        key: 'expectedOn',
        title: t('arrivals.expectedOn'),
        kind: 'date',
        value: (row) => row.expectedOn,
        isSortable: true,
      },
      {
        key: 'units',
        title: t('arrivals.unitsHere'),
        value: (row) => t('arrivals.unitsOf', { here: row.unitsReceived, all: row.units }),
      },
    ],
    [t],
  )
  return (
    <ListPage<Row>
      key={state ?? 'all'}
      name="arrivals.notices"
      room="purchasing"
      title={t('arrivals.notices')}
      hint={t('arrivals.noticesHint')}
      columns={columns}
      fetch={fetch}
      filterHint={t('arrivals.filter')}
      filters={
        <Select
          allowClear
          placeholder={t('arrivals.anyState')}
          aria-label={t('arrivals.state')}
          style={{ width: 150 }}
          value={state ?? null}
          onChange={(value: State | null) => setState(value ?? undefined)}
          options={STATES.map((value) => ({ value, label: t(`arrivals.states.${value}`) }))}
        />
      }
      onOpen={(row) => open('arrivals.notice', { id: row.id })}
      {...(canWrite ? { onNew: () => open('arrivals.notice'), newLabel: t('arrivals.newNotice') } : {})}
      empty={{ title: t('arrivals.noNotices'), hint: t('arrivals.noNoticesHint') }}
    />
  )
}
