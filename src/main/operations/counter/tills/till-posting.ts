import type { AccountLine, JournalLine } from '../../../ledgers/accounting'

/** Cash over (above zero) or short: the till's account says what is there, the difference stands on its own. */
export function differenceJournal(accountId: number, differenceMinor: number): (AccountLine | JournalLine)[] {
  const amount = Math.abs(differenceMinor)
  return differenceMinor > 0
    ? [
        { accountId, debitMinor: amount },
        { role: 'cash-over', creditMinor: amount },
      ]
    : [
        { role: 'cash-short', debitMinor: amount },
        { accountId, creditMinor: amount },
      ]
}
