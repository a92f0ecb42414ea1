import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../../../shared/values/format-date'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { useLanguage, type ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['counter']['listSales']>>['rows'][number]

/** What was sold over the counter. */
export function SaleList(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canSell = useCan('sales.post')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.counter.listSales(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'invoiceNumber',
        title: t('counter.number'),
        value: (row) => row.invoiceNumber,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('counter.state'), kind: 'status', value: (row) => tag(row.invoiceState), width: 120 },
      {
        key: 'soldAt',
        title: t('counter.soldAt'),
        value: (row) => formatDateTime(Date.parse(row.soldAt), language),
        width: 170,
        isSortable: true,
      },
      { key: 'customer', title: t('counter.customer'), value: (row) => row.customer.name, isSortable: true },
      { key: 'soldBy', title: t('counter.soldBy'), value: (row) => row.soldBy, width: 120 },
      {
        key: 'grossMinor',
        title: t('counter.total'),
        kind: 'money',
        value: (row) => row.grossMinor,
        hasSum: true,
        isSortable: true,
      },
      { key: 'tenderedMinor', title: t('counter.cash'), kind: 'money', value: (row) => row.tenderedMinor },
      { key: 'changeMinor', title: t('counter.change'), kind: 'money', value: (row) => row.changeMinor },
    ],
    [t, tag, language],
  )
  const sell = (): void => open('counter.sell')
  return (
    <ListPage<Row>
      name="counter.sales"
      room="counter"
      title={t('counter.sales')}
      columns={columns}
      fetch={fetch}
      filterHint={t('sales.filterHint')}
      onOpen={(row) => open('sales.invoice', { id: row.invoiceId })}
      empty={{
        title: t('counter.noSales'),
        hint: t('counter.noSalesHint'),
        ...(canSell ? { action: { label: t('counter.title'), onAction: sell, keys: 'N' } } : {}),
      }}
      {...(canSell ? { onNew: sell, newLabel: t('counter.title') } : {})}
    />
  )
}
