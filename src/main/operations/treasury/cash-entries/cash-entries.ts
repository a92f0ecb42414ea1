import { refuse } from '../../../../shared/errors'
import { companyProfile, nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, requireFreeAccount, reverseJournal, type AccountLine } from '../../../ledgers/accounting'
import { accountStore } from '../accounts/account-store'
import { moneyAccountFor, moneyLine } from '../accounts/accounts'
import { inCurrency, moneyOn, worthOf } from '../payments/money'
import type { DocumentAnswer } from '../payments/post-payment'
import { cashEntryStore } from './cash-entry-store'

export const CASH_ENTRY = 'treasury.cashEntry'

export interface CashEntryInput {
  readonly direction: 'in' | 'out'
  readonly accountId: number
  /** Of a foreign account; left out, the rate of the day. */
  readonly rateMicro?: number | undefined
  readonly enteredOn: string
  readonly counterparty: string
  readonly reference: string
  readonly note: string
  readonly lines: readonly { readonly accountCode: string; readonly amountMinor: number; readonly text: string }[]
}

/** Money in or out onto accounts of the books: charges, interest, petty cash, wages. */
export function postCashEntry(tx: Tx, actor: Actor, input: CashEntryInput): DocumentAnswer {
  const { direction, enteredOn, counterparty, reference, note } = input
  const account = moneyAccountFor(tx, input.accountId, 'bank')
  const moneyAccounts = new Set(accountStore.all(tx).map(({ accountId }) => accountId))
  const lines = input.lines.map((line, at) => {
    const ledgerAccountId = requireFreeAccount(tx, line.accountCode, `lines.${at}.accountCode`)
    // Money to money is a transfer, which both accounts' statements find.
    if (moneyAccounts.has(ledgerAccountId)) refuse('treasury.useTransfer', {}, `lines.${at}.accountCode`)
    return { ...line, ledgerAccountId }
  })
  const wanted = lines.reduce((sum, line) => sum + line.amountMinor, 0)
  if (wanted <= 0) refuse('treasury.entryBelowNothing', {}, 'lines')
  // Lines of a foreign account are in its currency, and in the books at the rate of the day.
  const { currency } = account
  const money = moneyOn(tx, currency, wanted, { on: enteredOn, rateMicro: input.rateMicro })
  const booked = lines.map((line) => Object.assign({}, line, { amountMinor: worthOf(money, line.amountMinor) }))
  const amountMinor = booked.reduce((sum, line) => sum + line.amountMinor, 0)
  const number = nextNumber(tx, direction === 'in' ? 'CI' : 'CO', enteredOn)
  const head = { number, direction, accountId: account.id, enteredOn, amountMinor, counterparty, reference, note }
  const id = cashEntryStore.insert(tx, head, actor.userId)
  for (const [at, { ledgerAccountId, amountMinor: share, text }] of booked.entries()) {
    cashEntryStore.insertLine(tx, { entryId: id, lineNumber: at + 1, ledgerAccountId, amountMinor: share, text })
  }
  postJournal(tx, actor, {
    postedOn: enteredOn,
    memo: [number, counterparty, reference, note].filter((text) => text !== '').join(' '),
    source: { kind: CASH_ENTRY, id },
    lines: cashEntryJournal(
      direction,
      { ...moneyLine(account), ...inCurrency(currency, direction === 'in' ? wanted : 0 - wanted) },
      amountMinor,
      booked,
    ),
  })
  index(tx, { kind: CASH_ENTRY, id, title: number, subtitle: counterparty, words: [reference, note] })
  tx.announce({ kind: 'treasury.cashEntryPosted', id })
  return { id, number, state: 'posted' }
}

function cashEntryJournal(
  direction: 'in' | 'out',
  money: AccountLine,
  amountMinor: number,
  lines: readonly { readonly ledgerAccountId: number; readonly amountMinor: number }[],
): AccountLine[] {
  const isIn = direction === 'in'
  const sided = (line: AccountLine, isDebit: boolean, value: number): AccountLine =>
    isDebit === value > 0 ? { ...line, debitMinor: Math.abs(value) } : { ...line, creditMinor: Math.abs(value) }
  return [
    // Which row of the cash-flow statement it is follows from the account on the other side.
    sided(money, isIn, amountMinor),
    ...lines.map((line) => sided({ accountId: line.ledgerAccountId }, !isIn, line.amountMinor)),
  ]
}

function requireCashEntry(reader: Reader, id: number) {
  return cashEntryStore.find(reader, id) ?? refuse('treasury.cashEntryUnknown', {})
}

export function getCashEntry(reader: Reader, id: number) {
  const { accountId, accountName, ...entry } = requireCashEntry(reader, id)
  const isChinese = companyProfile(reader).locale === 'zh-CN'
  return {
    ...entry,
    account: { id: accountId, name: accountName },
    lines: cashEntryStore
      .lines(reader, id)
      .map(({ zh, en, ...line }) => ({ ...line, accountName: isChinese ? zh : en })),
  }
}

export function reverseCashEntry(
  tx: Tx,
  actor: Actor,
  input: { id: number; reversedOn: string; reason: string },
): DocumentAnswer {
  const { id, number, state } = requireCashEntry(tx, input.id)
  if (state === 'reversed') refuse('treasury.documentReversed', { number })
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, { kind: CASH_ENTRY, id }, { postedOn: input.reversedOn, memo })
  cashEntryStore.markReversed(tx, id)
  tx.announce({ kind: 'treasury.cashEntryReversed', id })
  return { id, number, state: 'reversed' }
}
