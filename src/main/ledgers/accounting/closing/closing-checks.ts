import type { Reader } from '../../../kernel/db'
import { bookStore } from '../chart/book-store'
import { ratesOfTheMonth } from '../revaluation/revalue'
import { checks } from '../verify-queries'
import { closingQueries } from './closing-queries'
import { FINDINGS_SHOWN, type ClosingCheck, type ClosingFinding, type ClosingMonth } from './month-end'

const counted = (findings: readonly ClosingFinding[], count = findings.length) => ({
  count,
  findings: findings.slice(0, FINDINGS_SHOWN),
})

const drafts: ClosingCheck = {
  key: 'accounting.drafts',
  severity: 'blocks',
  page: 'accounting.drafts',
  find(reader, { endsOn }) {
    const rows = closingQueries.draftsUpTo(reader, endsOn, FINDINGS_SHOWN)
    return counted(
      rows.map(({ id, label, on, amountMinor }) => ({ kind: 'accounting.draft', id, label, on, amountMinor })),
      rows[0]?.total ?? 0,
    )
  },
}

const due: ClosingCheck = {
  key: 'accounting.due',
  severity: 'blocks',
  page: 'accounting.templates',
  find: (reader, { endsOn }) =>
    counted(
      closingQueries
        .dueUpTo(reader, endsOn, FINDINGS_SHOWN + 1)
        .map((row) => Object.assign(row, { amountMinor: null })),
    ),
}

/** What was found missing or too much and nobody has decided yet (1901): it has no place on a balance sheet. */
const suspense: ClosingCheck = {
  key: 'accounting.suspense',
  severity: 'blocks',
  page: 'books.trialBalance',
  find(reader, { endsOn }) {
    const balance = closingQueries.balanceOfRole(reader, 'stock-difference', endsOn)
    if (balance === undefined || balance.debitMinor === balance.creditMinor) return counted([])
    return counted(closingQueries.openOnRole(reader, 'stock-difference', endsOn, FINDINGS_SHOWN + 1))
  },
}

const cash: ClosingCheck = {
  key: 'accounting.negativeCash',
  severity: 'warns',
  page: 'books.trialBalance',
  find: (reader, { endsOn }) =>
    counted(
      closingQueries
        .negativeCash(reader, endsOn)
        .map(({ label, amountMinor }) => ({ kind: null, id: null, label, on: null, amountMinor })),
    ),
}

/** An account that is only for rounding holds cents; a larger amount hides a mistake. */
const rounding: ClosingCheck = {
  key: 'accounting.rounding',
  severity: 'warns',
  page: 'books.trialBalance',
  find(reader, { endsOn }) {
    if (rolesBeside(reader, 'rounding') > 0) return counted([])
    const rows = closingQueries.openOnRole(reader, 'rounding', endsOn, 1000)
    return counted(rows.filter(({ amountMinor }) => Math.abs(amountMinor) > ROUNDING_LIMIT_MINOR))
  },
}
const ROUNDING_LIMIT_MINOR = 100

function rolesBeside(reader: Reader, role: string): number {
  const roles = bookStore.roles(reader)
  const account = roles.find((one) => one.role === role)?.accountId
  return roles.filter((one) => one.role !== role && one.accountId === account).length
}

/** The proofs that a month must not be closed without: kept balances, and open items against their accounts. */
const PROOFS: ReadonlySet<string> = new Set([
  'accounting.balancesFollowLines',
  'accounting.openItemsFollowSettlements',
  'accounting.receivableEqualsOpenItems',
  'accounting.payableEqualsOpenItems',
  'accounting.receivableForeignEqualsOpenItems',
  'accounting.payableForeignEqualsOpenItems',
  'accounting.foreignOpenItemsFollowSettlements',
])

const subledgers: ClosingCheck = {
  key: 'accounting.subledgers',
  severity: 'blocks',
  page: 'books.trialBalance',
  find: (reader: Reader, _month: ClosingMonth) =>
    counted(
      checks
        .filter(({ name }) => PROOFS.has(name))
        .map((check) => check.run(reader))
        .filter(({ ok }) => !ok)
        .map(({ detail }) => ({ kind: null, id: null, label: detail, on: null, amountMinor: null })),
    ),
}

export const closingChecks: readonly ClosingCheck[] = [
  drafts,
  due,
  ratesOfTheMonth,
  suspense,
  subledgers,
  cash,
  rounding,
]
