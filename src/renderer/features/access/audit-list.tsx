import { Button, DatePicker, Select } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../app/pages'
import { useProcedureName } from '../../app/procedure-name'
import { useRefusalText, type ListColumn } from '../../ui'
import { plainDetail } from './plain-detail'
import { proceduresNamed } from './procedures-named'

type Row = Awaited<ReturnType<Engine['audit']['listEntries']>>['rows'][number]
const TONES = { done: 'good', refused: 'warning', failed: 'bad' } as const
const OUTCOMES = ['done', 'refused', 'failed'] as const

/** Who did what, when, from which station; refusals and exports too. With a kind and an id: of one document. */
export function AuditList({ params }: { readonly params: PageParams }): ReactNode {
  const { t, i18n } = useTranslation()
  const { open } = useNavigation()
  const nameOf = useProcedureName()
  const textOf = useRefusalText()
  const [day, setDay] = useState<string>()
  const [outcome, setOutcome] = useState<Row['outcome']>()
  const { kind, id } = params
  const isOfOne = typeof kind === 'string' && typeof id === 'number'
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) =>
      engine.audit.listEntries(
        {
          ...input,
          // People search by what they read: the words of their language, not the names in the file.
          procedures: proceduresNamed(input.filter, i18n.language),
          ...(outcome === undefined ? {} : { outcome }),
          ...(day === undefined ? {} : { from: day, to: day }),
          ...(isOfOne ? { subjectKind: kind, subjectId: id } : {}),
        },
        { signal },
      ),
    [i18n.language, outcome, day, isOfOne, kind, id],
  )
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
      { key: 'procedure', title: t('access.what'), value: (row) => nameOf(row.procedure), width: 240 },
      {
        key: 'outcome',
        title: t('access.outcome'),
        kind: 'status',
        value: (row) => ({ tone: TONES[row.outcome], label: t(`access.outcomes.${row.outcome}`) }),
      },
      {
        key: 'reason',
        title: t('access.reason'),
        value: (row) => (row.refusalCode === null ? '' : textOf({ code: row.refusalCode, params: {} })),
        width: 260,
      },
      { key: 'detail', title: t('access.detail'), value: (row) => plainDetail(row.detail, row.facts, t) },
      { key: 'station', title: t('access.station'), value: (row) => row.station, width: 120 },
      { key: 'id', title: t('access.entry'), kind: 'count', value: (row) => row.id, width: 80 },
    ],
    [t, nameOf, textOf],
  )
  return (
    <ListPage<Row>
      name="access.audit"
      room="audit"
      title={isOfOne ? t('access.auditOf', { kind: t(`app.kinds.${kind}`), id }) : t('access.audit')}
      columns={columns}
      fetch={fetch}
      filterHint={t('access.auditFilter')}
      empty={{ title: t('access.noEntries') }}
      actions={
        <span className="k-buttons">
          {isOfOne ? <Button onClick={() => open('access.audit')}>{t('access.wholeTrail')}</Button> : null}
          <DatePicker
            aria-label={t('access.day')}
            placeholder={t('access.day')}
            onChange={(chosen) => setDay(chosen?.format('YYYY-MM-DD'))}
          />
          <Select
            className="k-narrow"
            allowClear
            aria-label={t('access.outcome')}
            placeholder={t('access.outcome')}
            value={outcome}
            onChange={setOutcome}
            options={OUTCOMES.map((value) => ({ value, label: t(`access.outcomes.${value}`) }))}
          />
        </span>
      }
    />
  )
}
