import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../app/documents/document-parts'
import { useForeignColumn } from '../../app/currencies/document-currency'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useSession } from '../../app/session'
import type { ListColumn } from '../../ui'
import { invoiceState } from '../../app/documents/invoice-state'

type Row = Awaited<ReturnType<Engine['sales']['listInvoices']>>['rows'][number]
const KINDS = ['any', 'invoice', 'credit-note'] as const

export function InvoiceList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { company } = useSession()
  const tag = useStateTag()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('any')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.sales.listInvoices({ ...input, kind }, { signal }),
    [kind],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('sales.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      {
        key: 'state',
        title: t('sales.state'),
        kind: 'status',
        value: (row) => tag(invoiceState(row, company.today)),
        width: 120,
      },
      { key: 'customer', title: t('sales.customer'), value: (row) => row.customer.name },
      {
        key: 'invoicedOn',
        title: t('sales.invoicedOn'),
        kind: 'date',
        value: (row) => row.invoicedOn,
        isSortable: true,
      },
      { key: 'dueOn', title: t('sales.dueOn'), kind: 'date', value: (row) => row.dueOn, isSortable: true },
      {
        key: 'grossMinor',
        title: t('sales.gross'),
        kind: 'money',
        value: (row) => row.grossMinor,
        hasSum: true,
        isSortable: true,
      },
      { key: 'openMinor', title: t('sales.open'), kind: 'money', value: (row) => row.openMinor, hasSum: true },
    ],
    [t, tag, company.today],
  )
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignGrossMinor }))
  return (
    <ListPage<Row>
      name="sales.invoices"
      room="sales"
      title={t('sales.invoices')}
      columns={[...columns, ...foreign]}
      fetch={fetch}
      filterHint={t('sales.filterHint')}
      filters={
        <Segmented
          aria-label={t('sales.kind')}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: t(`sales.kinds.${value}`) }))}
        />
      }
      initialLayout={{ sort: { key: 'invoicedOn', direction: 'descending' } }}
      onOpen={(row) => open('sales.invoice', { id: row.id })}
      empty={{ title: t('sales.noInvoices'), hint: t('sales.noInvoicesHint') }}
    />
  )
}
