import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { DocumentsPage } from '../../../app/lists/documents-page'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['purchasing']['listReturns']>>['rows'][number]
const STATES = ['planned', 'sent', 'closed', 'cancelled', 'reversed'] as const
const { listReturns } = engine.purchasing

/** What goes back to suppliers, and the credit that is still to come. */
export function ReturnList(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const canSeeCost = useCan('cost.see')
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
        value: (row) => tag(row.state),
        width: 130,
        isSortable: true,
      },
      { key: 'supplier', title: t('purchasing.supplier'), value: (row) => row.supplier.name, isSortable: true },
      {
        key: 'plannedOn',
        title: t('purchasing.back.plannedOn'),
        kind: 'date',
        value: (row) => row.plannedOn,
        isSortable: true,
      },
      { key: 'reason', title: t('purchasing.back.reason'), value: (row) => row.reason },
      ...(canSeeCost
        ? [
            {
              key: 'expectedMinor',
              title: t('purchasing.back.expected'),
              kind: 'money' as const,
              value: (row: Row) => row.expectedMinor,
              hasSum: true,
            },
          ]
        : []),
    ],
    [t, tag, canSeeCost],
  )
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="purchasing.returns"
      room="purchasing"
      title={t('purchasing.back.list')}
      columns={columns}
      list={listReturns}
      states={STATES}
      page="purchasing.return"
      filterHint={t('purchasing.filterHint')}
      initialLayout={{ sort: { key: 'plannedOn', direction: 'descending' } }}
      empty={{ title: t('purchasing.back.none'), hint: t('purchasing.back.noneHint') }}
      begin={canWrite ? { label: t('purchasing.back.new'), page: 'purchasing.newReturn' } : undefined}
    />
  )
}
