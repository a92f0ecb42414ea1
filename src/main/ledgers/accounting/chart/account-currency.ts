import { refuse } from '../../../../shared/errors'
import { requireCurrency } from '../../../foundation/currencies'
import type { Reader } from '../../../kernel/db'
import type { AccountKind } from '../tables'
import { accountStore, type StoredAccount } from './account-store'
import { bookStore } from './book-store'

/** What a new account is kept in: a part is kept in its parent's currency where that has one. */
export function currencyOfNew(
  reader: Reader,
  { code, currency }: { readonly code: string; readonly currency: string | null },
  kind: AccountKind,
  parent: StoredAccount | undefined,
): string | null {
  const above = parent?.currency ?? null
  if (currency === null) return above
  if (above !== null && above !== currency) {
    refuse('accounting.currencyOfParent', { account: code, currency: above }, 'currency')
  }
  requireForeign(reader, code, currency, kind)
  return currency
}

/** Another currency would give what is posted another meaning. */
export function requireCurrencyChange(
  reader: Reader,
  account: StoredAccount,
  currency: string | null,
  kind: AccountKind,
): void {
  if (currency !== null && kind !== account.kind) requireForeign(reader, account.code, currency, kind)
  if (currency === account.currency) return
  const { code: name, id } = account
  if (bookStore.isUsed(reader, id)) refuse('accounting.currencyInUse', { account: name }, 'currency')
  if (accountStore.children(reader, id).length > 0) refuse('accounting.currencyOfFamily', { account: name }, 'currency')
  if (accountStore.rolesOf(reader, id).length > 0) refuse('accounting.currencyOnRole', { account: name }, 'currency')
  if (currency !== null) requireForeign(reader, name, currency, kind)
}

/** What stands on an account in use moves to its first part, in the currency in which it was posted. */
export function requireFirstInBase(reader: Reader, parent: StoredAccount, currency: string | null): void {
  const isUsed = bookStore.isUsed(reader, parent.id)
  if (isUsed && parent.currency !== null)
    refuse('accounting.currencyNotDivisible', { account: parent.code }, 'parentCode')
  const takesOver = isUsed || accountStore.rolesOf(reader, parent.id).length > 0
  if (takesOver && currency !== null) refuse('accounting.firstPartInBase', { account: parent.code }, 'currency')
}

/** Only what is owned or owed can be kept in another currency: results are of the books. */
function requireForeign(reader: Reader, account: string, currency: string, kind: AccountKind): void {
  requireCurrency(reader, currency)
  if (kind !== 'asset' && kind !== 'liability') refuse('accounting.currencyNeedsBalance', { account }, 'currency')
}
