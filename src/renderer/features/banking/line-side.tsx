import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { rateText } from '../../app/orders/order-currency'
import { useCan, useSession } from '../../app/session'
import { DateText, MoneyText, RefusalAlert, ShortcutKeys, StateTag, Waiting } from '../../ui'
import { OwnChoice } from './own-choice'
import type { Line } from './reconcile'
import type { Proposal, Proposals } from './use-proposals'

type Payment = NonNullable<Proposal['payment']>

interface SideProps {
  readonly line: Line
  readonly accountId: number
  readonly proposals: Proposals
  readonly onDone: () => void
}

/** What one line of the bank is, or may be. */
export function LineSide(props: SideProps): ReactNode {
  return props.line.how === null ? <OpenLine {...props} /> : <MatchedLine {...props} />
}

function OpenLine({ line, accountId, proposals, onDone }: SideProps): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('treasury.write')
  const { rows, accept, isRunning, refusal } = proposals
  return (
    <aside className="k-banking-side" aria-label={t('banking.proposals')}>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {rows === undefined ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <p className="k-soft">{t('banking.noProposal')}</p>
      ) : (
        rows.map((proposal, index) => (
          <div key={index} className="k-banking-proposal">
            <ProposalText proposal={proposal} />
            {canWrite ? (
              <Button
                type={index === 0 ? 'primary' : 'default'}
                loading={isRunning}
                onClick={() => void accept(proposal)}
              >
                {t('banking.accept')} {index === 0 ? <ShortcutKeys keys="Enter" /> : null}
              </Button>
            ) : null}
            <span className="k-soft">
              {t('banking.confidence', { confidence: proposal.confidence })} ·{' '}
              {proposal.reasons.map((reason) => t(`banking.reasons.${reason}`)).join(' · ')}
            </span>
          </div>
        ))
      )}
      {canWrite ? <OwnChoice line={line} accountId={accountId} onDone={onDone} /> : null}
    </aside>
  )
}

function ProposalText({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { t } = useTranslation()
  const { book, payment, accountCode } = proposal
  const currency = payment?.exchange?.itemCurrency
  if (book !== null) {
    return (
      <span>
        <strong>{book.number}</strong> {book.partnerName} · <DateText date={book.postedOn} />
        <br />
        <span className="k-soft">{book.memo}</span>
      </span>
    )
  }
  if (payment !== null) {
    return (
      <span>
        <strong>{t('banking.paymentOf', { partner: payment.partner.name })}</strong>
        <br />
        {payment.applications.map(({ openItemId, documentNumber, amountMinor }) => (
          <span key={openItemId} className="k-soft">
            {documentNumber}{' '}
            <MoneyText amountMinor={amountMinor} {...(currency === undefined ? {} : { currency, symbol: true })} />{' '}
          </span>
        ))}
        {payment.exchange === null ? null : <ExchangeText exchange={payment.exchange} />}
        {payment.leftMinor > 0 ? (
          <span className="k-soft">
            {t('treasury.advance')} <MoneyText amountMinor={payment.leftMinor} />
          </span>
        ) : null}
      </span>
    )
  }
  return <strong>{t('banking.entryOn', { account: accountCode ?? '' })}</strong>
}

/** The rate of the day, what the items are worth by it, and what the bank's money gains or loses over the books. */
function ExchangeText({ exchange }: { readonly exchange: NonNullable<Payment['exchange']> }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { worthMinor, gainMinor, moneyCurrency } = exchange
  return (
    <span className="k-soft">
      <br />
      {rateText({ ...exchange, base: company.currency })} · {t('banking.worth')}{' '}
      <MoneyText amountMinor={worthMinor} currency={moneyCurrency} symbol />
      {gainMinor === 0 ? null : (
        <>
          {' · '}
          {t(gainMinor > 0 ? 'banking.exchangeGain' : 'banking.exchangeLoss')}{' '}
          <MoneyText amountMinor={Math.abs(gainMinor)} />
        </>
      )}{' '}
    </span>
  )
}

function MatchedLine({ line, onDone }: SideProps): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const canWrite = useCan('treasury.write')
  const undo = useCommand(engine.banking.undoMatch)
  const takeBack = async (): Promise<void> => {
    const answer = await undo.run({ lineId: line.id, reversedOn: line.bookedOn })
    if (answer !== undefined) onDone()
  }
  const { sourceKind, sourceId, sourceNumber } = line
  return (
    <aside className="k-banking-side" aria-label={t('banking.proposals')}>
      {undo.refusal === undefined ? null : <RefusalAlert refusal={undo.refusal} />}
      <div className="k-banking-proposal">
        <span>
          <StateTag tone="good" label={t(`banking.how.${line.how}`)} />{' '}
          {sourceKind !== null && sourceId !== null && canOpen(sourceKind) ? (
            <button type="button" className="k-plain k-link" onClick={() => open(sourceKind, { id: sourceId })}>
              {sourceNumber}
            </button>
          ) : null}
        </span>
        {canWrite ? (
          <Button danger loading={undo.isRunning} onClick={() => void takeBack()}>
            {t('banking.undo')}
          </Button>
        ) : null}
        <span className="k-soft">{t(sourceKind === null ? 'banking.undoHint' : 'banking.undoMadeHint')}</span>
      </div>
    </aside>
  )
}
