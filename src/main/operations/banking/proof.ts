import { addDays } from '../../../shared/values/date'
import type { Reader } from '../../kernel/db'
import { findMoneyAccount } from '../treasury'
import { lineQueries } from './line-queries'
import { matchStore } from './matching/match-store'

/**
 * 银行存款余额调节表: the balance of the books and the balance of the bank on a day, each with what only the other side
 * knows by then, in the currency of the account; corrected so, they are equal but for what already differed before the first statement.
 */
export function proof(reader: Reader, { accountId, asOf }: { readonly accountId: number; readonly asOf: string }) {
  const account = findMoneyAccount(reader, accountId)
  const first = matchStore.firstStatement(reader, accountId)
  const from = first?.fromOn ?? addDays(asOf, 1)
  const bookMinor = matchStore.bookBalance(reader, accountId, asOf)
  const bankOnly = lineQueries.onlyBank(reader, accountId, asOf)
  const booksOnly = lineQueries.onlyBooks(reader, accountId, from, asOf)
  const booksCorrectedMinor = bookMinor + bankOnly.inMinor - bankOnly.outMinor
  const known = {
    account: { id: accountId, name: account.name, currency: account.currency },
    asOf,
    bookMinor,
    bankOnly,
    booksOnly,
    booksCorrectedMinor,
  }
  const openingMinor = first?.openingMinor ?? null
  if (openingMinor === null) {
    const unknown = { bankMinor: null, bankCorrectedMinor: null, startDifferenceMinor: null, differenceMinor: null }
    return { ...known, ...unknown, gapMinor: null }
  }
  const bankMinor = openingMinor + matchStore.bankMovedMinor(reader, accountId, asOf)
  const bankCorrectedMinor = bankMinor + booksOnly.inMinor - booksOnly.outMinor
  const startMinor =
    matchStore.bookBalance(reader, accountId, addDays(from, -1)) -
    lineQueries.matchedBefore(reader, accountId, from, asOf)
  const startDifferenceMinor = openingMinor - startMinor
  const last = lineQueries.lastStatement(reader, accountId, asOf)
  const atLast = last === undefined ? 0 : openingMinor + matchStore.bankMovedMinor(reader, accountId, last.toOn)
  return {
    ...known,
    bankMinor,
    bankCorrectedMinor,
    startDifferenceMinor,
    differenceMinor: bankCorrectedMinor - booksCorrectedMinor - startDifferenceMinor,
    // Between two statements lies one that was never imported.
    gapMinor: last === undefined ? null : (last.closingMinor ?? 0) - atLast,
  }
}
