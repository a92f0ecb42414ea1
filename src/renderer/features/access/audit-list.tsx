import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['audit']['listEntries']>>['rows'][number]
const fetch: ListPageProps<Row>['fetch'] = (input, signal) => engine.audit.listEntries(input, { signal })
const TONES = { done: 'good', refused: 'warning', failed: 'bad' } as const

/** Who did what, when, from which station; refusals too. */
export function AuditList(): ReactNode {
  const { t } = useTranslation()
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'recordedAt',
        title: t('access.at'),
        kind: 'dateTime',
        value: (row) => Date.parse(row.recordedAt),
        isFixed: true,
      },
      { key: 'userName', title: t('access.name'), value: (row) => row.userName, width: 140 },
      { key: 'station', title: t('access.station'), value: (row) => row.station, width: 140 },
      { key: 'procedure', title: t('access.what'), value: (row) => row.procedure, width: 220 },
      {
        key: 'outcome',
        title: t('access.outcome'),
        kind: 'status',
        value: (row) => ({ tone: TONES[row.outcome], label: t(`access.outcomes.${row.outcome}`) }),
      },
      { key: 'refusalCode', title: t('access.reason'), value: (row) => row.refusalCode ?? '', width: 200 },
      { key: 'detail', title: t('access.detail'), value: (row) => row.detail },
    ],
    [t],
  )
  return (
    <ListPage<Row>
      name="access.audit"
      room="audit"
      title={t('access.audit')}
      columns={columns}
      fetch={fetch}
      filterHint={t('access.auditFilter')}
      empty={{ title: t('access.noEntries') }}
    />
  )
}
