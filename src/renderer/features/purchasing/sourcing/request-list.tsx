import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { dayColumn, documentColumns } from '../../../app/lists/document-columns'
import { DocumentsPage } from '../../../app/lists/documents-page'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['sourcing']['listRequests']>>['rows'][number]
const STATES = ['open', 'asked', 'ordered', 'refused'] as const
const { listRequests } = engine.sourcing

/** What people in the house need bought. */
export function RequestList(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      ...documentColumns<Row>(t, tag),
      { key: 'reason', title: t('sourcing.reason'), value: (row) => row.reason },
      { key: 'requestedBy', title: t('sourcing.requestedBy'), value: (row) => row.requestedBy, width: 150 },
      dayColumn('requestedOn', t('sourcing.requestedOn')),
      dayColumn('neededOn', t('sourcing.neededOn')),
      { key: 'lines', title: t('sourcing.lines'), kind: 'count', value: (row) => row.lines, width: 90 },
    ],
    [t, tag],
  )
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="sourcing.requests"
      room="sourcing"
      title={t('sourcing.requests')}
      columns={columns}
      list={listRequests}
      states={STATES}
      page="sourcing.request"
      filterHint={t('sourcing.filterHint')}
      initialLayout={{ sort: { key: 'requestedOn', direction: 'descending' } }}
      empty={{ title: t('sourcing.noRequests'), hint: t('sourcing.noRequestsHint') }}
      begin={{ label: t('sourcing.newRequest') }}
    />
  )
}
