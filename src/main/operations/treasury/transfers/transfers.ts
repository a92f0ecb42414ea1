import { refuse } from '../../../../shared/errors'
import { nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { moneyAccountFor, moneyLine } from '../accounts/accounts'
import { exchanged, inCurrency, moneyOn } from '../payments/money'
import type { DocumentAnswer } from '../payments/post-payment'
import { transferStore, type NewTransfer } from './transfer-store'

export const TRANSFER = 'treasury.transfer'

interface TransferInput extends Omit<NewTransfer, 'number'> {
  /** What arrives, where the other account is in another currency; left out, as the day's rates say. */
  readonly arrivesMinor?: number | undefined
}

/**
 * Money from one account to another: cash to the bank, the bank to petty cash, one currency to another. Foreign money is
 * worth the rate of the day; what the bank gave beyond that is gained or lost.
 */
export function postTransfer(tx: Tx, actor: Actor, input: TransferInput): DocumentAnswer {
  const { arrivesMinor: arrives, ...fields } = input
  const from = moneyAccountFor(tx, input.fromId, 'bank')
  const to = moneyAccountFor(tx, input.toId, 'bank')
  if (from.id === to.id) refuse('treasury.transferToItself', {}, 'toId')
  const number = nextNumber(tx, 'TR', input.transferredOn)
  const { transferredOn: on, reference } = input
  const left = moneyOn(tx, from.currency, input.amountMinor, { on })
  const fee = moneyOn(tx, from.currency, input.feeMinor, { on })
  const arrivesMinor =
    from.currency === to.currency
      ? input.amountMinor
      : (arrives ?? exchanged(tx, input.amountMinor, from.currency, to.currency, on))
  const arrived = moneyOn(tx, to.currency, arrivesMinor, { on })
  const gain = arrived.baseMinor - left.baseMinor
  const kept = { ...fields, number, amountMinor: left.baseMinor, feeMinor: fee.baseMinor }
  const id = transferStore.insert(tx, kept, actor.userId)
  postJournal(tx, actor, {
    postedOn: on,
    memo: [number, from.name, '→', to.name, reference].filter((text) => text !== '').join(' '),
    source: { kind: TRANSFER, id },
    lines: [
      { ...moneyLine(to), debitMinor: arrived.baseMinor, ...inCurrency(to.currency, arrivesMinor) },
      { role: 'bank-charges', debitMinor: fee.baseMinor },
      { ...moneyLine(from), creditMinor: left.baseMinor, ...inCurrency(from.currency, 0 - input.amountMinor) },
      // The fee is a flow to the bank, the transfer is none: two lines, so that the cash flow statement sees which.
      {
        ...moneyLine(from),
        creditMinor: fee.baseMinor,
        cashFlowItem: 'other-operating-payments',
        ...inCurrency(from.currency, 0 - input.feeMinor),
      },
      { role: 'exchange-gain', creditMinor: Math.max(gain, 0) },
      { role: 'exchange-loss', debitMinor: Math.max(0 - gain, 0) },
    ],
  })
  index(tx, { kind: TRANSFER, id, title: number, subtitle: `${from.name} → ${to.name}`, words: [reference] })
  tx.announce({ kind: 'treasury.transferPosted', id })
  return { id, number, state: 'posted' }
}

export function requireTransfer(reader: Reader, id: number) {
  return transferStore.find(reader, id) ?? refuse('treasury.transferUnknown', {})
}

export function getTransfer(reader: Reader, id: number) {
  const { fromId, fromName, toId, toName, ...transfer } = requireTransfer(reader, id)
  return {
    ...transfer,
    from: { id: fromId, name: fromName },
    to: { id: toId, name: toName },
    foreign: transferStore.foreign(reader, id),
  }
}

export function reverseTransfer(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): DocumentAnswer {
  const { id, number, state } = requireTransfer(tx, input.id)
  if (state === 'reversed') refuse('treasury.documentReversed', { number })
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, { kind: TRANSFER, id }, { postedOn: input.reversedOn, memo })
  transferStore.markReversed(tx, id)
  tx.announce({ kind: 'treasury.transferReversed', id })
  return { id, number, state: 'reversed' }
}
