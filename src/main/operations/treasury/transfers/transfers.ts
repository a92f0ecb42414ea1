import { refuse } from '../../../../shared/errors'
import { nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { moneyAccountFor, moneyLine } from '../accounts/accounts'
import type { DocumentAnswer } from '../payments/post-payment'
import { transferStore, type NewTransfer } from './transfer-store'

export const TRANSFER = 'treasury.transfer'

/** Money from one account to another: cash to the bank, the bank to petty cash, one bank to the next. */
export function postTransfer(tx: Tx, actor: Actor, input: Omit<NewTransfer, 'number'>): DocumentAnswer {
  const from = moneyAccountFor(tx, input.fromId, 'bank')
  const to = moneyAccountFor(tx, input.toId, 'bank')
  if (from.id === to.id) refuse('treasury.transferToItself', {}, 'toId')
  const number = nextNumber(tx, 'TR', input.transferredOn)
  const { amountMinor, feeMinor, transferredOn, reference } = input
  const id = transferStore.insert(tx, { ...input, number }, actor.userId)
  postJournal(tx, actor, {
    postedOn: transferredOn,
    memo: [number, from.name, '→', to.name, reference].filter((text) => text !== '').join(' '),
    source: { kind: TRANSFER, id },
    lines: [
      { ...moneyLine(to), debitMinor: amountMinor },
      { role: 'bank-charges', debitMinor: feeMinor },
      { ...moneyLine(from), creditMinor: amountMinor },
      // The fee is a flow to the bank, the transfer is none: two lines, so that the cash flow statement sees which.
      { ...moneyLine(from), creditMinor: feeMinor, cashFlowItem: 'other-operating-payments' },
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
  return { ...transfer, from: { id: fromId, name: fromName }, to: { id: toId, name: toName } }
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
