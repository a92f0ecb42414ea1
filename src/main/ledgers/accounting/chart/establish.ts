import type { BusinessDate } from '../../../../shared/values/date'
import { assert } from '../../../kernel/assert'
import { findProfile } from '../../../foundation/company'
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

/**
 * Adds what the pack has gained since this company was founded: accounts whose code is free and whose parent takes no
 * postings itself, roles that nobody plays yet, tax rates. What a person made or changed stays as it is.
 */
export function completeBooks(tx: Tx): void {
  const profile = findProfile(tx)
  if (profile === undefined) return
  const chart = chartOf(profile.pack)
  const ids = new Map(bookStore.accounts(tx).map(({ code, id }) => [code, id]))
  if (ids.size === 0) return
  const parents = new Set(chart.accounts.map(({ parent }) => parent))
  for (const account of chart.accounts) {
    if (ids.has(account.code)) continue
    const parentId = account.parent === undefined ? null : ids.get(account.parent)
    if (parentId === undefined || (parentId !== null && bookStore.isUsed(tx, parentId))) continue
    if (parentId !== null) bookStore.setPostable(tx, parentId, false)
    ids.set(account.code, bookStore.insertAccount(tx, account, parentId, !parents.has(account.code)))
  }
  const played = new Set(bookStore.roles(tx).map(({ role }) => role))
  for (const [role, code] of Object.entries(chart.roles)) {
    const accountId = ids.get(code)
    if (!played.has(role) && accountId !== undefined) bookStore.insertRole(tx, role, accountId)
  }
  const known = new Set(bookStore.taxRates(tx).map(({ taxCode, validFrom }) => `${taxCode} ${validFrom}`))
  for (const rate of chart.taxRates) {
    if (!known.has(`${rate.taxCode} ${rate.validFrom}`)) bookStore.insertTaxRate(tx, rate)
  }
  forgetBook(tx)
}
