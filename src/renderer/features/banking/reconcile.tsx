import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import { useCan } from '../../app/session'
import { CurrencyScope, DateText, EmptyState, MoneyText, PageHeader, RefusalAlert } from '../../ui'
import { BankSelect, useBankAccounts } from './bank-account'
import './banking.css'
import { ImportButton } from './import-button'
import { LineSide } from './line-side'
import { useProposals } from './use-proposals'

export type Line = Awaited<ReturnType<Engine['banking']['listLines']>>['rows'][number]
const STATES = ['open', 'matched'] as const

/** Lines of the bank on the left, what each may be on the right: arrows choose a line, Enter takes the first proposal. */
export function Reconcile(): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('treasury.write')
  const { banks, first, currencyOf } = useBankAccounts()
  const [chosen, setChosen] = useState<number>()
  const accountId = chosen ?? first?.id
  const currency = currencyOf(accountId)
  const [state, setState] = useState<(typeof STATES)[number]>('open')
  const [selectedId, setSelected] = useState<number>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [notice, setNotice] = useState('')
  const certain = useCommand(engine.banking.matchCertain)
  const { data } = useQuery(
    api.banking.listLines.queryOptions({
      input: { accountId: accountId ?? 0, state, limit: 500, offset: 0 },
      enabled: accountId !== undefined,
    }),
  )
  const lines = data?.rows ?? []
  const at = Math.max(
    0,
    lines.findIndex(({ id }) => id === selectedId),
  )
  const selected = lines[at]
  const goOn = (): void => setSelected(lines[at + 1]?.id ?? lines[at - 1]?.id)
  const proposals = useProposals(selected, goOn)
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = lines[Math.min(lines.length - 1, Math.max(0, at + step))]
      if (next === undefined) return
      setSelected(next.id)
      document.getElementById(`bank-line-${next.id}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const [best] = proposals.rows ?? []
      if (best !== undefined && canWrite && !proposals.isRunning) void proposals.accept(best)
    }
  }
  const matchAll = async (): Promise<void> => {
    if (accountId === undefined) return
    const answer = await certain.run({ accountId })
    if (answer !== undefined) setNotice(t('banking.matchedCertain', { count: answer.matched }))
  }
  const shownRefusal = refusal ?? certain.refusal
  return (
    <section className="k-page k-banking">
      <PageHeader
        title={t('banking.reconcile')}
        hint={data === undefined ? '' : `${notice} ${t(`banking.${state}Count`, { count: data.total })}`.trim()}
        actions={
          <>
            <BankSelect banks={banks} value={accountId} onChange={setChosen} />
            <Segmented
              value={state}
              onChange={setState}
              options={STATES.map((value) => ({ value, label: t(`banking.states.${value}`) }))}
            />
            {canWrite && accountId !== undefined ? (
              <>
                <Button loading={certain.isRunning} onClick={() => void matchAll()}>
                  {t('banking.matchCertain')}
                </Button>
                <ImportButton
                  accountId={accountId}
                  currency={currency}
                  onRefused={setRefusal}
                  onImported={(answer) => setNotice(t('banking.imported', answer))}
                />
              </>
            ) : null}
          </>
        }
      />
      {shownRefusal === undefined ? null : <RefusalAlert refusal={shownRefusal} />}
      {lines.length === 0 ? (
        <EmptyState title={t(`banking.nothing.${state}`)} hint={t('banking.nothingHint')} />
      ) : (
        <CurrencyScope currency={currency}>
          <div className="k-banking-panes">
            <div
              role="listbox"
              aria-label={t('banking.lines')}
              aria-activedescendant={selected === undefined ? undefined : `bank-line-${selected.id}`}
              tabIndex={0}
              className="k-banking-lines"
              onKeyDown={move}
            >
              {lines.map((line) => (
                <div
                  key={line.id}
                  id={`bank-line-${line.id}`}
                  role="option"
                  aria-selected={line.id === selected?.id}
                  tabIndex={-1}
                  className={`k-banking-line${line.id === selected?.id ? ' k-banking-selected' : ''}`}
                  onClick={() => setSelected(line.id)}
                  onKeyDown={() => {}}
                >
                  <span className="k-banking-day">
                    <DateText date={line.bookedOn} />
                  </span>
                  <span className="k-banking-words">
                    <strong>{line.counterparty === '' ? line.text : line.counterparty}</strong>
                    <span className="k-soft">{line.counterparty === '' ? line.bankReference : line.text}</span>
                  </span>
                  <span className="k-banking-amount">
                    <MoneyText amountMinor={line.amountMinor} />
                  </span>
                </div>
              ))}
            </div>
            {selected === undefined || accountId === undefined ? null : (
              <LineSide key={selected.id} line={selected} accountId={accountId} proposals={proposals} onDone={goOn} />
            )}
          </div>
        </CurrencyScope>
      )}
    </section>
  )
}
