import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { DocumentsPage } from '../../../app/lists/documents-page'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['offers']['listQuotations']>>['rows'][number]
const STATES = ['draft', 'sent', 'expired', 'partly-won', 'won', 'lost'] as const
const { listQuotations } = engine.offers

export function QuotationList(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const canWrite = useCan('sales.write')
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('sales.number'),
        value: (row) => row.number ?? '',
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('sales.state'), kind: 'status', value: (row) => tag(row.state), width: 130 },
      { key: 'customer', title: t('offers.customer'), value: (row) => row.customer.name, isSortable: true },
      { key: 'revision', title: t('offers.revision'), kind: 'count', value: (row) => row.revision, width: 100 },
      { key: 'quotedOn', title: t('offers.quotedOn'), kind: 'date', value: (row) => row.quotedOn, isSortable: true },
      {
        key: 'validUntil',
        title: t('offers.validUntil'),
        kind: 'date',
        value: (row) => row.validUntil,
        isSortable: true,
      },
      {
        key: 'grossMinor',
        title: t('sales.gross'),
        kind: 'money',
        value: (row) => row.grossMinor,
        hasSum: true,
        isSortable: true,
      },
    ],
    [t, tag],
  )
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="offers.quotations"
      room="offers"
      title={t('offers.quotations')}
      columns={columns}
      list={listQuotations}
      states={STATES}
      page="offers.quotation"
      filterHint={t('sales.filterHint')}
      initialLayout={{ sort: { key: 'quotedOn', direction: 'descending' } }}
      empty={{ title: t('offers.noQuotations'), hint: t('offers.noQuotationsHint') }}
      begin={canWrite ? { label: t('offers.newQuotation') } : undefined}
    />
  )
}
