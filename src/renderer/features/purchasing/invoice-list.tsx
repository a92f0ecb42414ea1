import { Checkbox } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../app/documents/document-parts'
import { useForeignColumn } from '../../app/currencies/document-currency'
import { engine, type Engine } from '../../app/engine'
import { invoiceState } from '../../app/documents/invoice-state'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['purchasing']['listInvoices']>>['rows'][number]

export function InvoiceList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { company } = useSession()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const [isHeld, setHeld] = useState(false)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.purchasing.listInvoices(isHeld ? { ...input, isHeld } : input, { signal }),
    [isHeld],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('purchasing.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      {
        key: 'state',
        title: t('purchasing.state'),
        kind: 'status',
        value: (row) =>
          row.isHeld
            ? { tone: 'warning', label: t('purchasing.match.heldShort') }
            : tag(invoiceState(row, company.today)),
        width: 120,
      },
      { key: 'supplier', title: t('purchasing.supplier'), value: (row) => row.supplier.name },
      { key: 'supplierReference', title: t('purchasing.reference'), value: (row) => row.supplierReference, width: 150 },
      {
        key: 'invoicedOn',
        title: t('purchasing.invoicedOn'),
        kind: 'date',
        value: (row) => row.invoicedOn,
        isSortable: true,
      },
      { key: 'dueOn', title: t('purchasing.dueOn'), kind: 'date', value: (row) => row.dueOn, isSortable: true },
      {
        key: 'grossMinor',
        title: t('purchasing.gross'),
        kind: 'money',
        value: (row) => row.grossMinor,
        hasSum: true,
        isSortable: true,
      },
      { key: 'openMinor', title: t('purchasing.open'), kind: 'money', value: (row) => row.openMinor, hasSum: true },
    ],
    [t, tag, company.today],
  )
  const addNew = (): void => open('purchasing.newInvoice')
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignGrossMinor }))
  return (
    <ListPage<Row>
      name="purchasing.invoices"
      room="purchasing"
      title={t('purchasing.invoices')}
      columns={[...columns, ...foreign]}
      fetch={fetch}
      filterHint={t('purchasing.filterHint')}
      filters={
        <Checkbox checked={isHeld} onChange={(event) => setHeld(event.target.checked)}>
          {t('purchasing.match.heldShort')}
        </Checkbox>
      }
      initialLayout={{ sort: { key: 'invoicedOn', direction: 'descending' } }}
      onOpen={(row) => open('purchasing.invoice', { id: row.id })}
      empty={{
        title: t('purchasing.noInvoices'),
        hint: t('purchasing.noInvoicesHint'),
        ...(canWrite ? { action: { label: t('purchasing.newInvoice'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canWrite ? { onNew: addNew, newLabel: t('purchasing.newInvoice') } : {})}
    />
  )
}
