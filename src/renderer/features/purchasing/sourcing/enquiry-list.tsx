import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { dayColumn, documentColumns } from '../../../app/lists/document-columns'
import { DocumentsPage } from '../../../app/lists/documents-page'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['sourcing']['listEnquiries']>>['rows'][number]
const STATES = ['open', 'awarded', 'cancelled'] as const
const { listEnquiries } = engine.sourcing

/** The same goods asked of several suppliers, and who has answered. */
export function EnquiryList(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      ...documentColumns<Row>(t, tag),
      dayColumn('askedOn', t('sourcing.askedOn')),
      dayColumn('answerBy', t('sourcing.answerBy')),
      dayColumn('neededOn', t('sourcing.neededOn')),
      { key: 'lines', title: t('sourcing.lines'), kind: 'count', value: (row) => row.lines, width: 90 },
      {
        key: 'answered',
        title: t('sourcing.answered'),
        value: (row) => t('sourcing.answeredOf', { answered: row.answered, asked: row.asked }),
        width: 110,
      },
    ],
    [t, tag],
  )
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="sourcing.enquiries"
      room="sourcing"
      title={t('sourcing.enquiries')}
      columns={columns}
      list={listEnquiries}
      states={STATES}
      page="sourcing.enquiry"
      filterHint={t('sourcing.enquiryFilterHint')}
      initialLayout={{ sort: { key: 'askedOn', direction: 'descending' } }}
      empty={{ title: t('sourcing.noEnquiries'), hint: t('sourcing.noEnquiriesHint') }}
      begin={canWrite ? { label: t('sourcing.newEnquiry') } : undefined}
    />
  )
}
