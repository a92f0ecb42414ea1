import { refuse } from '../../../../shared/errors'
import { companyProfile, findProfile } from '../../../foundation/company'
import type { Reader, Tx } from '../../../kernel/db'
import { idOfRole, openSubAccount } from '../../../ledgers/accounting'
import { accountStore, type MoneyAccount, type MoneyAccountKind } from './account-store'

const ROLE = { cash: 'cash', petty: 'cash', bank: 'bank' } as const

/** The till and the bank account that every company begins with: those that the pack's roles name. */
export function openFirstAccounts(tx: Tx): void {
  if (findProfile(tx) === undefined || accountStore.all(tx).length > 0) return
  for (const kind of ['cash', 'bank'] as const) {
    const accountId = idOfRole(tx, kind)
    accountStore.insert(tx, { kind, name: ledgerName(tx, accountId), accountId, bankName: '', bankNumber: '' })
  }
}

/** An account's name in the company's language. */
export function ledgerName(reader: Reader, accountId: number): string {
  const names = accountStore.ledgerNames(reader, accountId)
  return (companyProfile(reader).locale === 'zh-CN' ? names?.zh : names?.en) ?? ''
}

export function listAccounts(reader: Reader) {
  const balances = new Map(accountStore.balances(reader).map((row) => [row.id, row]))
  const accounts = accountStore.all(reader)
  const foreign = new Map(
    accounts.some(({ currency }) => currency !== null)
      ? accountStore.foreignBalances(reader).map(({ id, foreignMinor }) => [id, Number(foreignMinor)])
      : [],
  )
  return {
    rows: accounts.map(({ id, kind, name, bankName, bankNumber, active, currency }) => ({
      id,
      kind,
      name,
      accountCode: balances.get(id)?.accountCode ?? '',
      bankName,
      bankNumber,
      isActive: active === 1,
      balanceMinor: Number(balances.get(id)?.balanceMinor ?? 0),
      currency,
      foreignBalanceMinor: currency === null ? null : (foreign.get(id) ?? 0),
    })),
    writeOffLimitMinor: accountStore.writeOffLimitMinor(reader),
  }
}

export function addAccount(
  tx: Tx,
  input: { kind: MoneyAccountKind; name: string; bankName: string; bankNumber: string; currency: string | null },
): { id: number } {
  requireFreeName(tx, input.name, undefined)
  const { currency, ...fields } = input
  const own = currency === companyProfile(tx).currency ? null : currency
  const accountId = openSubAccount(tx, ROLE[input.kind], input.name, own)
  const id = accountStore.insert(tx, { ...fields, accountId })
  tx.announce({ kind: 'treasury.accountAdded', id })
  return { id }
}

export function changeAccount(
  tx: Tx,
  input: { id: number; name: string; bankName: string; bankNumber: string; isActive: boolean },
): { done: true } {
  const { isActive, ...fields } = input
  const account = findMoneyAccount(tx, input.id)
  requireFreeName(tx, input.name, input.id)
  const others = accountStore
    .all(tx)
    .filter(
      ({ id, kind, active, currency }) => id !== account.id && kind === account.kind && active && currency === null,
    )
  // What a document takes that names none is in the currency of the books.
  if (!isActive && account.currency === null && others.length === 0)
    refuse('treasury.lastAccount', { account: account.name }, 'isActive')
  accountStore.update(tx, { ...fields, active: isActive ? 1 : 0 })
  tx.announce({ kind: 'treasury.accountChanged', id: input.id })
  return { done: true }
}

function requireFreeName(tx: Tx, name: string, id: number | undefined): void {
  const taken = accountStore.all(tx).some((account) => account.name === name && account.id !== id)
  if (taken) refuse('treasury.accountNameTaken', { account: name }, 'name')
}

export function findMoneyAccount(reader: Reader, id: number): MoneyAccount {
  return accountStore.find(reader, id) ?? refuse('treasury.accountUnknown', {}, 'accountId')
}

/** An account that still takes money, or the first active one of the kind where none is named. */
export function moneyAccountFor(tx: Tx, id: number | undefined, kind: 'cash' | 'bank'): MoneyAccount {
  if (id === undefined) {
    const first = accountStore
      .all(tx)
      .find((account) => account.kind === kind && account.active === 1 && account.currency === null)
    return first === undefined ? refuse('treasury.accountUnknown', {}, 'accountId') : atItsPlace(tx, first)
  }
  const account = findMoneyAccount(tx, id)
  if (account.active !== 1) refuse('treasury.accountInactive', { account: account.name }, 'accountId')
  return atItsPlace(tx, account)
}

/** An account of the books that was divided has given its balance and role to its first part: this one follows. */
function atItsPlace(tx: Tx, account: MoneyAccount): MoneyAccount {
  if (accountStore.isPostable(tx, account.accountId)) return account
  const accountId = idOfRole(tx, methodOf(account))
  accountStore.follow(tx, account.id, accountId)
  return { ...account, accountId }
}

export const methodOf = ({ kind }: MoneyAccount): 'cash' | 'bank' => (kind === 'bank' ? 'bank' : 'cash')

/** The account's side of a journal entry. */
export const moneyLine = ({ accountId }: MoneyAccount): { readonly accountId: number } => ({ accountId })

/** Differences up to here are nobody's business to ask about. */
export const writeOffLimitMinor = (reader: Reader): number => accountStore.writeOffLimitMinor(reader)

export function setWriteOffLimit(tx: Tx, amountMinor: number): { done: true } {
  accountStore.setWriteOffLimit(tx, amountMinor)
  tx.announce({ kind: 'treasury.limitChanged' })
  return { done: true }
}
