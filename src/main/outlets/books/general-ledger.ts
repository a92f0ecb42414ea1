import type { Reader } from '../../kernel/db'
import { listAccounts } from '../../ledgers/accounting'
import { familyOf, membersOf, refOf } from './account-family'
import { lineQueries } from './line-queries'
import { monthsWithSums } from './months'

interface GeneralLedgerInput {
  readonly from: string
  readonly to: string
  readonly accountCode?: string | undefined
}

/** Accounts of the first level (or one account) by month, from kept turnover alone. */
export function generalLedger(reader: Reader, input: GeneralLedgerInput) {
  const accounts = listAccounts(reader)
  const wanted =
    input.accountCode === undefined
      ? accounts.filter(({ level, isUsed }) => level === 1 && isUsed)
      : [familyOf(reader, input.accountCode).account]
  // Whole months: the general ledger knows no days.
  const from = `${input.from.slice(0, 7)}-01`
  const rows = wanted.map((account) => {
    const ids = membersOf(accounts, account).map(({ id }) => id)
    const filter = { ids, from, to: input.to }
    const yearStart = { ...filter, from: `${from.slice(0, 4)}-01-01` }
    return {
      account: refOf(account),
      openingMinor: lineQueries.openingMinor(reader, filter),
      months: monthsWithSums(lineQueries.byMonth(reader, filter), {
        from,
        to: input.to,
        balanceBeforeYearMinor: lineQueries.openingMinor(reader, yearStart),
      }),
    }
  })
  return { rows: rows.filter(({ openingMinor, months }) => openingMinor !== 0 || months.length > 0) }
}
