import { useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { documentOf } from '../../app/documents/document-of'
import { api, engine, type Engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useProcedureName } from '../../app/procedure-name'
import { useCan } from '../../app/session'
import { DateTimeText, EmptyState, PageHeader, RefusalAlert, StateTag, useRefusalText, Waiting } from '../../ui'
import './approvals.css'

type Request = Awaited<ReturnType<Engine['approvals']['list']>>['rows'][number]
type Shown = 'inbox' | 'asked' | 'decided'

const TONES = { open: 'warning', granted: 'good', refused: 'bad', withdrawn: 'neutral' } as const
const PAGE = 100

/** What waits for one's word, what one has asked for, and what was decided in the house. */
export function RequestPage(): ReactNode {
  const { t } = useTranslation()
  const canSeeAll = useCan('audit.read')
  const [show, setShow] = useState<Shown>('inbox')
  const { data, refetch } = useQuery(api.approvals.list.queryOptions({ input: { show, limit: PAGE } }))
  const count = useQuery(api.approvals.count.queryOptions({ input: {} }))
  const { run: markSeen } = useCommand(engine.approvals.seen)
  const hasAnswers = show === 'asked' && data !== undefined && (count.data?.answered ?? 0) > 0
  useEffect(() => {
    if (hasAnswers) void markSeen({})
  }, [hasAnswers, markSeen])
  const options: Shown[] = canSeeAll ? ['inbox', 'asked', 'decided'] : ['inbox', 'asked']
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('approvals.requests')} />
      <div className="k-form-page">
        <Segmented
          value={show}
          onChange={setShow}
          options={options.map((value) => ({
            value,
            label:
              value === 'inbox' && (count.data?.toDecide ?? 0) > 0
                ? `${t('approvals.shows.inbox')} (${count.data?.toDecide ?? 0})`
                : t(`approvals.shows.${value}`),
          }))}
        />
        {data === undefined ? (
          <Waiting />
        ) : data.rows.length === 0 ? (
          <EmptyState title={t(`approvals.none.${show}`)} hint={t('approvals.noneHint')} />
        ) : (
          <ul className="k-requests">
            {data.rows.map((request) => (
              <RequestCard key={request.id} request={request} show={show} onDone={() => void refetch()} />
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function RequestCard(props: { readonly request: Request; readonly show: Shown; onDone(): void }): ReactNode {
  const { request, show, onDone } = props
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const textOf = useRefusalText()
  const nameOf = useProcedureName()
  const decide = useCommand(engine.approvals.decide)
  const withdraw = useCommand(engine.approvals.withdraw)
  const [reason, setReason] = useState('')
  const refusal = decide.refusal ?? withdraw.refusal
  const document = documentOf(request.procedure, request.input)
  const answer = (isGranted: boolean): void => {
    void decide.run({ id: request.id, isGranted, reason }).then((done) => done && onDone())
  }
  return (
    <li className="k-fieldset">
      <header className="k-request-head">
        <strong>{nameOf(request.procedure)}</strong>
        {document !== undefined && canOpen(document.kind) ? (
          <Button type="link" size="small" onClick={() => open(document.kind, { id: document.id })}>
            {t('approvals.look')}
          </Button>
        ) : null}
        <StateTag tone={TONES[request.state]} label={t(`approvals.states.${request.state}`)} />
      </header>
      <p>{textOf({ code: request.refusalCode, params: request.refusalParams })}</p>
      {request.reason === '' ? null : <blockquote>{request.reason}</blockquote>}
      <p className="k-soft">
        {request.askedBy} · {request.station} · <DateTimeText at={Date.parse(request.askedAt)} />
        {request.decidedAt === null || request.decidedBy === null ? null : (
          <>
            {' → '}
            {request.decidedBy} · <DateTimeText at={Date.parse(request.decidedAt)} />
          </>
        )}
      </p>
      {request.decision === '' ? null : <blockquote>{request.decision}</blockquote>}
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {request.state !== 'open' ? null : show === 'asked' ? (
        <Button
          loading={withdraw.isRunning}
          onClick={() => void withdraw.run({ id: request.id }).then((done) => done && onDone())}
        >
          {t('approvals.withdraw')}
        </Button>
      ) : (
        <div className="k-toolbar-line">
          <Input
            aria-label={t('approvals.answer')}
            placeholder={t('approvals.answer')}
            maxLength={400}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="primary" loading={decide.isRunning} onClick={() => answer(true)}>
            {t('approvals.grant')}
          </Button>
          <Button danger disabled={reason.trim() === ''} loading={decide.isRunning} onClick={() => answer(false)}>
            {t('approvals.refuse')}
          </Button>
        </div>
      )}
    </li>
  )
}
