import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../../../shared/values/format-date'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { DocumentsPage } from '../../../app/lists/documents-page'
import { useLanguage, type ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['counter']['listTills']>>['rows'][number]
const STATES = ['open', 'closed'] as const
const { listTills } = engine.counter

/** Every opening and closing of a till, with what was over or short. */
export function TillList(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const tag = useStateTag()
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const time = (instant: string | null): string =>
      instant === null ? '' : formatDateTime(Date.parse(instant), language)
    return [
      {
        key: 'number',
        title: t('counter.till.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('counter.state'), kind: 'status', value: (row) => tag(row.state), width: 100 },
      { key: 'cashier', title: t('counter.soldBy'), value: (row) => row.cashier, isSortable: true, width: 120 },
      { key: 'account', title: t('counter.till.account'), value: (row) => row.account },
      {
        key: 'openedAt',
        title: t('counter.till.openedAt'),
        value: (row) => time(row.openedAt),
        isSortable: true,
        width: 150,
      },
      { key: 'closedAt', title: t('counter.till.closedAt'), value: (row) => time(row.closedAt), width: 150 },
      { key: 'floatMinor', title: t('counter.till.float'), kind: 'money', value: (row) => row.floatMinor },
      { key: 'salesMinor', title: t('counter.till.sales'), kind: 'money', value: (row) => row.salesMinor },
      { key: 'countedMinor', title: t('counter.till.counted'), kind: 'money', value: (row) => row.countedMinor },
      {
        key: 'differenceMinor',
        title: t('counter.till.difference'),
        kind: 'money',
        value: (row) => row.differenceMinor,
        hasSum: true,
        isSortable: true,
      },
    ]
  }, [t, tag, language])
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="counter.tills"
      room="counter"
      title={t('counter.tills')}
      columns={columns}
      list={listTills}
      states={STATES}
      page="counter.till"
      filterHint={t('counter.till.filterHint')}
      empty={{ title: t('counter.till.none'), hint: t('counter.till.noneHint') }}
    />
  )
}
