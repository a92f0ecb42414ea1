import type { BusinessDate } from '../../../../shared/values/date'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import { forgetBook } from './book'
import { bookStore } from './book-store'
import { chartOf, type Pack } from './chart'
import { openMonths } from './periods'

/** Writes the pack's chart, roles and tax rates into a new company and opens its first year of periods. */
export function establish(tx: Tx, pack: Pack, startsOn: BusinessDate): void {
  const chart = chartOf(pack)
  const parents = new Set(chart.accounts.map(({ parent }) => parent))
  const ids = new Map<string, number>()
  for (const account of chart.accounts) {
    const parentId = account.parent === undefined ? null : ids.get(account.parent)
    assert(parentId !== undefined, `account ${account.code} stands before its parent`)
    ids.set(account.code, bookStore.insertAccount(tx, account, parentId, !parents.has(account.code)))
  }
  for (const [role, code] of Object.entries(chart.roles)) {
    const accountId = ids.get(code)
    assert(accountId !== undefined, `role ${role} names no account of the chart`)
    bookStore.insertRole(tx, role, accountId)
  }
  for (const rate of chart.taxRates) bookStore.insertTaxRate(tx, rate)
  openMonths(tx, startsOn, 12)
  forgetBook(tx)
}
