import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { dayColumn, documentColumns } from '../../../app/lists/document-columns'
import { DocumentsPage } from '../../../app/lists/documents-page'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['purchasing']['listAgreements']>>['rows'][number]
const STATES = ['open', 'expired', 'ended'] as const
const { listAgreements } = engine.purchasing

/** What is agreed with suppliers for a time, and how much of it is called off. */
export function AgreementList(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const canSeeCost = useCan('cost.see')
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      ...documentColumns<Row>(t, tag),
      { key: 'supplier', title: t('purchasing.supplier'), value: (row) => row.supplier.name, isSortable: true },
      dayColumn('validFrom', t('purchasing.agreements.validFrom')),
      dayColumn('validTo', t('purchasing.agreements.validTo')),
      { key: 'note', title: t('app.lines.note'), value: (row) => row.note },
      ...(canSeeCost
        ? [
            {
              key: 'amountMinor',
              title: t('purchasing.agreements.amount'),
              kind: 'money' as const,
              value: (row: Row) => row.amountMinor,
            },
            {
              key: 'drawnMinor',
              title: t('purchasing.agreements.drawn'),
              kind: 'money' as const,
              value: (row: Row) => row.drawnMinor,
            },
          ]
        : []),
    ],
    [t, tag, canSeeCost],
  )
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="purchasing.agreements"
      room="purchasing"
      title={t('purchasing.agreements.list')}
      columns={columns}
      list={listAgreements}
      states={STATES}
      page="purchasing.agreement"
      filterHint={t('purchasing.filterHint')}
      initialLayout={{ sort: { key: 'validTo', direction: 'descending' } }}
      empty={{ title: t('purchasing.agreements.none'), hint: t('purchasing.agreements.noneHint') }}
      begin={canWrite ? { label: t('purchasing.agreements.new') } : undefined}
    />
  )
}
