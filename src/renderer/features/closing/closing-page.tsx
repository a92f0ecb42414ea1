import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMonth } from '../../../shared/values/format-date'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/documents/document-parts'
import { api, engine, type Engine } from '../../app/engine'
import type { PageParams } from '../../app/pages'
import { useCan } from '../../app/session'
import { PageHeader, RefusalAlert, StateTag, useLanguage, Waiting } from '../../ui'
import { AmountTable } from '../../app/documents/amount-table'
import './closing.css'
import { CheckList } from './check-list'
import { EventList } from './event-list'
import { MonthEndVouchers } from './month-end-vouchers'
import { ProfitPart } from './profit-part'
import { ReopenDialog } from './reopen-dialog'

export type Cockpit = Awaited<ReturnType<Engine['closing']['cockpit']>>

/** The end of a month from top to bottom: what is open, which vouchers are missing, close. */
export function ClosingPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const tag = useStateTag()
  const [chosen, setChosen] = useState(params['id'] === undefined ? undefined : Number(params['id']))
  const { data: months } = useQuery(api.closing.listMonths.queryOptions({ input: {} }))
  // The month that is due: the oldest that is not closed.
  const due = months?.rows.find(({ state }) => state !== 'closed') ?? months?.rows.at(-1)
  const periodId = chosen ?? due?.id ?? 0
  const { data: cockpit } = useQuery(api.closing.cockpit.queryOptions({ input: { periodId }, enabled: periodId > 0 }))
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('closing.title')}
        hint={t('closing.hint')}
        actions={
          <>
            {cockpit === undefined ? null : <StateTag {...tag(cockpit.month.state)} />}
            <Select
              aria-label={t('closing.month')}
              style={{ width: 200 }}
              value={periodId === 0 ? null : periodId}
              options={(months?.rows ?? []).map(({ id, startsOn, state }) => ({
                value: id,
                label: `${formatMonth(startsOn.slice(0, 7), language)} · ${t(`app.states.${state}`)}`,
              }))}
              onChange={setChosen}
            />
          </>
        }
      />
      {cockpit === undefined ? <Waiting /> : <Month key={cockpit.month.id} cockpit={cockpit} onStay={setChosen} />}
    </section>
  )
}

interface MonthProps {
  readonly cockpit: Cockpit
  /** What closing did, and what it changed, is shown here: the page must not go on to the next month by itself. */
  onStay(periodId: number): void
}

function Month({ cockpit, onStay }: MonthProps): ReactNode {
  const { t } = useTranslation()
  const canPost = useCan('accounting.post')
  const canReopen = useCan('company.manage')
  const [isReopening, setReopening] = useState(false)
  const { month, checks, vouchers } = cockpit
  const post = useCommand(engine.closing.postMonthEnd)
  const soften = useCommand(engine.closing.setSoftClosed)
  const close = useCommand(engine.closing.closeMonth)
  const open = checks.filter(({ count }) => count > 0)
  const isBlocked =
    cockpit.isEarlierOpen ||
    open.some(({ severity }) => severity === 'blocks') ||
    vouchers.some(({ state }) => state === 'missing')
  const hasWarnings = open.some(({ severity }) => severity === 'warns')
  const isClosed = month.state === 'closed'
  const refusal = post.refusal ?? soften.refusal ?? close.refusal
  return (
    <div className="k-closing">
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {isClosed ? null : (
        <section aria-label={t('closing.checksTitle')}>
          <h2>{t('closing.checksTitle')}</h2>
          {cockpit.isEarlierOpen ? <p className="k-soft">{t('closing.earlierOpen')}</p> : null}
          <CheckList checks={checks} />
        </section>
      )}
      <section aria-label={t('closing.vouchersTitle')}>
        <h2>{t('closing.vouchersTitle')}</h2>
        <MonthEndVouchers
          vouchers={vouchers}
          isBusy={post.isRunning}
          onPost={canPost && !isClosed ? (key) => void post.run({ periodId: month.id, key }) : undefined}
        />
        {canPost && !isClosed && vouchers.some(({ state }) => state === 'missing') ? (
          <Button type="primary" loading={post.isRunning} onClick={() => void post.run({ periodId: month.id })}>
            {t('closing.postAll')}
          </Button>
        ) : null}
      </section>
      <section aria-label={t('closing.closeTitle')}>
        <h2>{t('closing.closeTitle')}</h2>
        <p className="k-soft">{t(isClosed ? 'closing.closedHint' : 'closing.closeHint')}</p>
        <span className="k-buttons">
          {isClosed || !canPost ? null : (
            <>
              <Button
                loading={soften.isRunning}
                onClick={() => void soften.run({ periodId: month.id, isSoftClosed: month.state === 'open' })}
              >
                {t(month.state === 'open' ? 'closing.soften' : 'closing.openAgain')}
              </Button>
              <Button
                type="primary"
                disabled={isBlocked}
                loading={close.isRunning}
                onClick={() => {
                  onStay(month.id)
                  void close.run({ periodId: month.id, acceptsWarnings: hasWarnings })
                }}
              >
                {t(hasWarnings ? 'closing.closeWithWarnings' : 'closing.close')}
              </Button>
            </>
          )}
          {isClosed && canReopen ? (
            <Button danger onClick={() => setReopening(true)}>
              {t('closing.reopen')}
            </Button>
          ) : null}
        </span>
      </section>
      {month.endsOn.slice(5, 7) === '12' ? <ProfitPart on={month.endsOn} /> : null}
      {cockpit.changes.length === 0 ? null : (
        <section aria-label={t('closing.changesTitle')}>
          <h2>{t('closing.changesTitle')}</h2>
          <AmountTable className="k-closing-amounts" label={t('closing.changesTitle')} rows={cockpit.changes} />
        </section>
      )}
      {cockpit.events.length === 0 ? null : (
        <section aria-label={t('closing.eventsTitle')}>
          <h2>{t('closing.eventsTitle')}</h2>
          <EventList events={cockpit.events} />
        </section>
      )}
      {isReopening ? <ReopenDialog periodId={month.id} onClose={() => setReopening(false)} /> : null}
    </div>
  )
}
