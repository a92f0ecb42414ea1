import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMonth } from '../../../shared/values/format-date'
import { useStateTag } from '../../app/documents/document-parts'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import { useLanguage, type ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['payroll']['listRuns']>>['rows'][number]

const AMOUNTS = ['grossMinor', 'costMinor', 'netMinor'] as const

/** Wages by month: what they cost, what the staff gets, what of it was paid. */
export function RunList(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const tag = useStateTag()
  const { open } = useNavigation()
  const canWrite = useCan('accounting.post')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.payroll.listRuns(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('payroll.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      {
        key: 'month',
        title: t('payroll.month'),
        value: (row) => formatMonth(row.month.slice(0, 7), language),
        width: 130,
        isSortable: true,
      },
      { key: 'state', title: t('payroll.state'), kind: 'status', value: (row) => tag(row.state) },
      ...AMOUNTS.map((key) => ({
        key,
        title: t(`payroll.amounts.${key}`),
        kind: 'money' as const,
        value: (row: Row) => row[key],
        hasSum: key !== 'grossMinor',
      })),
      {
        key: 'paid',
        title: t('payroll.paid'),
        width: 220,
        value: (row) => row.paid.map((kind) => t(`payroll.kinds.${kind}`)).join(' · '),
      },
      { key: 'note', title: t('payroll.note'), value: (row) => row.note },
    ],
    [t, tag, language],
  )
  return (
    <ListPage<Row>
      name="payroll.runs"
      room="payroll"
      title={t('payroll.runs')}
      columns={columns}
      fetch={fetch}
      onOpen={(row) => open('payroll.run', { id: row.id })}
      {...(canWrite ? { onNew: () => open('payroll.newRun'), newLabel: t('payroll.newRun') } : {})}
      empty={{ title: t('payroll.none'), hint: t('payroll.noneHint') }}
    />
  )
}
