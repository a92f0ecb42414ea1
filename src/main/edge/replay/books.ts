import { addDays, monthOf } from '../../../shared/values/date'
import type { BadDebtAccounts } from './correcting'
import type { Crew } from './crew'
import { WALK_IN } from './people-and-goods'
import { SalesTally } from './tally'

const EVERYBODY = 10_000

/** Net sales as the books say them: invoices less credit notes by the reports, and what the journal says of bad debt. */
export function salesInBooks(crew: Crew, accounts: BadDebtAccounts): SalesTally {
  const tally = new SalesTally()
  const { reports, accounting } = crew.owner
  const months = reports.salesByMonth({}).rows
  for (const { month, netMinor } of months) tally.byMonth.set(month, netMinor)
  const customers = reports.salesByCustomer({ from: '1900-01-01', to: '2999-12-31', limit: EVERYBODY }).rows
  for (const { code, netMinor } of customers) tally.byCustomer.set(code, netMinor)
  for (const month of monthsWithVouchers(crew, accounts.badDebt)) {
    const account = accounting
      .trialBalance({ from: `${month}-01`, to: lastDayOf(month) })
      .rows.find((row) => row.accountCode === accounts.badDebt)
    if (account !== undefined) tally.addAmount(month, WALK_IN, account.creditMinor - account.debitMinor)
  }
  return tally
}

function monthsWithVouchers(crew: Crew, accountCode: string): Set<string> {
  const { rows } = crew.owner.accounting.listEntries({ accountCode, limit: 500 })
  return new Set(rows.map((row) => monthOf(row.postedOn)))
}

function lastDayOf(month: string): string {
  return addDays(`${monthOf(addDays(`${month}-01`, 31))}-01`, -1)
}
