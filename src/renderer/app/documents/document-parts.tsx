import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountTable } from './amount-table'
import { api } from '../engine'
import { useNavigation } from '../pages'
import { useCan } from '../session'
import { useProcedureName } from '../procedure-name'
import { DateText, DateTimeText, type ChainDocument, type SidePart, type StateTagProps } from '../../ui'

interface DocumentLink {
  readonly kind: string
  readonly id: number
  readonly number: string | null
  readonly state: string
}

const TONES: Readonly<Record<string, StateTagProps['tone']>> = {
  draft: 'neutral',
  confirmed: 'info',
  'partly-received': 'warning',
  'partly-shipped': 'warning',
  received: 'good',
  shipped: 'good',
  posted: 'good',
  approved: 'good',
  reviewed: 'good',
  closed: 'good',
  counting: 'info',
  counted: 'warning',
  released: 'info',
  picked: 'good',
  reversed: 'bad',
  cancelled: 'bad',
  'in-transit': 'warning',
  arrived: 'good',
  paid: 'good',
  overdue: 'bad',
  open: 'info',
  sent: 'info',
  expired: 'warning',
  'partly-won': 'warning',
  won: 'good',
  lost: 'bad',
}

/** The tag of a document's state: the same word, shape and colour on every list and page. */
export function useStateTag(): (state: string) => StateTagProps {
  const { t } = useTranslation()
  return useMemo(() => (state) => ({ tone: TONES[state] ?? 'neutral', label: t(`app.states.${state}`) }), [t])
}

/** The chain line: what it came from, itself, what it led to. */
export function useChain(
  chain: { readonly from: readonly DocumentLink[]; readonly to: readonly DocumentLink[] } | undefined,
  self: { readonly kind: string; readonly number: string | null; readonly state: string },
): ChainDocument[] {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tag = useStateTag()
  const linked = (link: DocumentLink): ChainDocument => ({
    key: `${link.kind}-${link.id}`,
    label: t(`app.kinds.${link.kind}`),
    number: link.number ?? t('app.states.draft'),
    state: tag(link.state),
    ...(canOpen(link.kind) ? { onOpen: () => open(link.kind, { id: link.id }) } : {}),
  })
  return [
    ...(chain?.from ?? []).map(linked),
    {
      key: 'self',
      label: t(`app.kinds.${self.kind}`),
      number: self.number ?? t('app.states.draft'),
      state: tag(self.state),
      isCurrent: true,
    },
    ...(chain?.to ?? []).map(linked),
  ]
}

/** At the side of a document: the journal that it made and who did what with it, for those who may read them. */
export function useJournalPart(sourceKind: string, sourceId: number | undefined): SidePart[] {
  const { t } = useTranslation()
  const canRead = useCan('accounting.read')
  const history = useHistoryPart(sourceKind, sourceId)
  if (!canRead || sourceId === undefined) return history
  return [
    {
      key: 'journal',
      title: t('app.journal.title'),
      render: () => <Journal sourceKind={sourceKind} sourceId={sourceId} />,
    },
    ...history,
  ]
}

/** Who did what with it and when, and the way to the whole trail. */
export function useHistoryPart(kind: string, id: number | undefined): SidePart[] {
  const { t } = useTranslation()
  const canRead = useCan('audit.read')
  if (!canRead || id === undefined) return []
  return [{ key: 'history', title: t('access.history'), render: () => <History kind={kind} id={id} /> }]
}

const SHOWN_STEPS = 20

function History({ kind, id }: { readonly kind: string; readonly id: number }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const nameOf = useProcedureName()
  const { data } = useQuery(
    api.audit.listEntries.queryOptions({ input: { subjectKind: kind, subjectId: id, limit: SHOWN_STEPS } }),
  )
  if (data === undefined) return null
  return (
    <>
      <table className="k-table" aria-label={t('access.history')}>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.id}>
              <td>
                <DateTimeText at={Date.parse(row.recordedAt)} />
              </td>
              <td>{row.userName}</td>
              <td>
                {nameOf(row.procedure)}
                {row.outcome === 'done' ? null : (
                  <span className="k-soft"> · {t(`access.outcomes.${row.outcome}`)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button type="link" size="small" onClick={() => open('access.audit', { kind, id })}>
        {t('access.wholeTrail')}
      </Button>
    </>
  )
}

function Journal({ sourceKind, sourceId }: { readonly sourceKind: string; readonly sourceId: number }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.accounting.entriesOf.queryOptions({ input: { sourceKind, sourceId } }))
  if (data === undefined) return null
  if (data.entries.length === 0) return <p className="k-soft">{t('app.journal.none')}</p>
  return data.entries.map((entry) => (
    <AmountTable
      key={entry.id}
      className="k-journal"
      rows={entry.lines}
      caption={
        <>
          {entry.label} · <DateText date={entry.postedOn} /> · {entry.memo}
        </>
      }
    />
  ))
}
