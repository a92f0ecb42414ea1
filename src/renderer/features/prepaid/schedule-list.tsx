import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMonth } from '../../../shared/values/format-date'
import { useStateTag } from '../../app/documents/document-parts'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import { useLanguage, type ListColumn } from '../../ui'
import { AddDialog } from './add-dialog'

type Row = Awaited<ReturnType<Engine['prepaid']['list']>>['rows'][number]

const STATES = ['running', 'any'] as const
const AMOUNTS = ['amountMinor', 'takenMinor', 'leftMinor'] as const

/** What was paid for a longer time, and how much of it is left. */
export function ScheduleList(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const tag = useStateTag()
  const { open } = useNavigation()
  const canWrite = useCan('accounting.post')
  const [state, setState] = useState<(typeof STATES)[number]>('running')
  const [isAdding, setAdding] = useState(false)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.prepaid.list({ ...input, state }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'name', title: t('prepaid.name'), value: (row) => row.name, isSortable: true, isFixed: true },
      { key: 'state', title: t('prepaid.state'), kind: 'status', value: (row) => tag(row.state), width: 104 },
      {
        key: 'startsOn',
        title: t('prepaid.startsOn'),
        value: (row) => formatMonth(row.startsOn.slice(0, 7), language),
        width: 104,
        isSortable: true,
      },
      { key: 'months', title: t('prepaid.months'), kind: 'count', value: (row) => row.months, isSortable: true },
      {
        key: 'account',
        title: t('prepaid.account'),
        value: (row) => `${row.accountCode} ${row.accountName}`,
        width: 152,
      },
      {
        key: 'expense',
        title: t('prepaid.expenseAccount'),
        value: (row) => `${row.expenseAccountCode} ${row.expenseAccountName}`,
        width: 152,
      },
      ...AMOUNTS.map((key) => ({
        key,
        title: t(`prepaid.amounts.${key}`),
        kind: 'money' as const,
        value: (row: Row) => row[key],
        hasSum: true,
        isSortable: true,
      })),
    ],
    [t, tag, language],
  )
  return (
    <>
      <ListPage<Row>
        key={state}
        name="prepaid.schedules"
        room="prepaid"
        title={t('prepaid.title')}
        columns={columns}
        fetch={fetch}
        onOpen={(row) => open('prepaid.schedule', { id: row.id })}
        {...(canWrite ? { onNew: () => setAdding(true), newLabel: t('prepaid.new') } : {})}
        actions={
          <Segmented
            value={state}
            onChange={setState}
            options={STATES.map((value) => ({ value, label: t(`prepaid.states.${value}`) }))}
          />
        }
        empty={{ title: t('prepaid.none'), hint: t('prepaid.noneHint') }}
      />
      {isAdding ? <AddDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}
