import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { DateText, PageHeader, RefusalAlert, ShortcutKeys, StateTag, useShortcuts, Waiting } from '../../ui'
import { AccountMap } from './account-map'
import { ErrorTable } from './error-table'
import { ParityTable } from './parity-table'
import { PartTable } from './part-table'
import './opening.css'

export type Check = Awaited<ReturnType<Engine['opening']['check']>>

/** From the balances of the old books to these: tables in, accounts mapped, everything adds up, post. */
export function BalancesPage(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const [refusal, setRefusal] = useState<Refusal>()
  const { data: check } = useQuery(api.opening.check.queryOptions({ input: {} }))
  const post = useCommand(engine.opening.post)
  const submit = async (): Promise<void> => {
    const answer = await post.run({})
    if (answer !== undefined) open('onboarding.opening', { id: answer.id })
  }
  useShortcuts(
    t('ui.shortcuts.page'),
    check?.isReady === true && !post.isRunning
      ? [{ keys: 'Ctrl+Enter', label: t('opening.post'), run: () => void submit() }]
      : [],
  )
  if (check === undefined) return <Waiting />
  const shown = refusal ?? post.refusal
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('opening.title')}
        hint={t('opening.hint', { on: check.opensOn })}
        actions={
          check.posted === null ? (
            <Button type="primary" disabled={!check.isReady} loading={post.isRunning} onClick={() => void submit()}>
              {t('opening.post')}
              <ShortcutKeys keys="Ctrl+Enter" />
            </Button>
          ) : null
        }
      />
      <div className="k-opening">
        {shown === undefined ? null : <RefusalAlert refusal={shown} onClose={() => setRefusal(undefined)} />}
        <Standing check={check} />
        <PartTable check={check} isFixed={check.posted !== null} onRefused={setRefusal} />
        {check.errors.length === 0 ? null : <ErrorTable check={check} />}
        {check.parity.length === 0 ? null : <ParityTable rows={check.parity} />}
        {check.accounts.length === 0 ? null : <AccountMap check={check} isFixed={check.posted !== null} />}
        <History />
      </div>
    </section>
  )
}

function Standing({ check }: { readonly check: Check }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { posted } = check
  if (posted !== null) {
    return (
      <p className="k-buttons">
        <StateTag tone="good" label={t('app.states.posted')} />
        {t('opening.posted', { number: posted.number })}
        <button type="button" className="k-plain k-link" onClick={() => open('onboarding.opening', { id: posted.id })}>
          {t('opening.see')}
        </button>
      </p>
    )
  }
  return check.isFirstMonthClosed ? <p>{t('opening.closedHint')}</p> : null
}

/** Openings that were taken back stay in the books, and here. */
function History(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { data } = useQuery(api.opening.listOpenings.queryOptions({ input: {} }))
  const undone = (data?.rows ?? []).filter(({ state }) => state === 'reversed')
  if (undone.length === 0) return null
  return (
    <section aria-label={t('opening.history')}>
      <h2>{t('opening.history')}</h2>
      <ul className="k-findings">
        {undone.map(({ id, number, opensOn }) => (
          <li key={id}>
            <button type="button" className="k-plain k-link" onClick={() => open('onboarding.opening', { id })}>
              {number}
            </button>{' '}
            <DateText date={opensOn} /> <StateTag tone="bad" label={t('opening.undone')} />
          </li>
        ))}
      </ul>
    </section>
  )
}
