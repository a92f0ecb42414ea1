import { addDays } from '../../../shared/values/date'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { chartTree, type Account, type ChartTree } from './chart-tree'
import { layoutOf, type BalanceRow, type BalanceTerm } from './layout'
import { fillRows, isNothing, sumOfParts, type Figures, type Part, type StatementRow } from './rows'
import { statementQueries, type PartnerBalance } from './statement-queries'

export interface BalanceSheet {
  readonly form: string
  readonly on: string
  readonly compareOn: string
  readonly left: StatementRow[]
  readonly right: StatementRow[]
  readonly differenceMinor: number
  readonly compareDifferenceMinor: number
}

interface Day {
  readonly balances: ReadonlyMap<number, number>
  readonly partners: readonly PartnerBalance[]
}

/** 资产负债表: what is owned and owed at the end of a day, beside another day: the end of the year before. */
export function balanceSheet(reader: Reader, input: { on: string; compareOn?: string | undefined }): BalanceSheet {
  const { pack, locale } = companyProfile(reader)
  const layout = layoutOf(pack)
  const compareOn = input.compareOn ?? addDays(`${input.on.slice(0, 4)}-01-01`, -1)
  const tree = chartTree(reader)
  const rows = [...layout.balanceSheet.left, ...layout.balanceSheet.right]
  const terms = rows.flatMap((row) => row.terms ?? [])
  const split = tree.under(terms.filter(({ take }) => take !== 'balance').flatMap(({ accounts }) => accounts))
  const dayOf = (on: string): Day => ({
    balances: statementQueries.balances(reader, on),
    partners: statementQueries.byPartner(
      reader,
      split.map(({ id }) => id),
      on,
    ),
  })
  const days = [dayOf(input.on), dayOf(compareOn)] as const
  const named = new Set(tree.under(terms.flatMap(({ accounts }) => accounts)).map(({ id }) => id))
  const known = new Map<number, Figures>()
  const fill = (side: readonly BalanceRow[], sign: 1 | -1): StatementRow[] =>
    fillRows(side, locale === 'zh-CN', (row) => figuresOf(row, sign, { tree, named, days }), known)
  const left = fill(layout.balanceSheet.left, 1)
  const right = fill(layout.balanceSheet.right, -1)
  const [assets, claims] = layout.balanceSheet.totals.map((no) => known.get(no))
  return {
    form: layout.forms['balance-sheet'],
    on: input.on,
    compareOn,
    left,
    right,
    differenceMinor: (assets?.amountMinor ?? 0) - (claims?.amountMinor ?? 0),
    compareDifferenceMinor: (assets?.compareMinor ?? 0) - (claims?.compareMinor ?? 0),
  }
}

interface Books {
  readonly tree: ChartTree
  /** Accounts that some row names. */
  readonly named: ReadonlySet<number>
  readonly days: readonly [Day, Day]
}

function figuresOf(row: BalanceRow, sign: 1 | -1, books: Books) {
  const parts = [
    ...(row.terms ?? []).flatMap((term) => partsOf(term, sign, books)),
    ...(row.rest === undefined ? [] : restOf(row.rest, sign, books)),
  ]
  const figures = sumOfParts(parts)
  if (row.negate !== true) return { figures, parts }
  return { figures: { amountMinor: 0 - figures.amountMinor, compareMinor: 0 - figures.compareMinor }, parts }
}

const partOf = (account: Account, partnerName: string | null, { amountMinor, compareMinor }: Figures): Part => ({
  accountCode: account.code,
  accountName: account.name,
  partnerName,
  amountMinor,
  compareMinor,
})

function balanceParts(accounts: readonly Account[], sign: 1 | -1, { days }: Books): Part[] {
  const [now, before] = days
  return accounts.flatMap((account) => {
    const figures = {
      amountMinor: sign * (now.balances.get(account.id) ?? 0) + 0,
      compareMinor: sign * (before.balances.get(account.id) ?? 0) + 0,
    }
    return isNothing(figures) ? [] : [partOf(account, null, figures)]
  })
}

function partsOf(term: BalanceTerm, sign: 1 | -1, books: Books): Part[] {
  const accounts = books.tree.under(term.accounts)
  if (term.take === 'balance') return balanceParts(accounts, sign, books)
  // A partner is on one side of an account family as a whole: what is owed by invoice and as goods received go together.
  return term.accounts.flatMap((code) =>
    partnerParts(books.tree.under([code]), term.take === 'debitByPartner', sign, books),
  )
}

function partnerParts(accounts: readonly Account[], takesDebit: boolean, sign: 1 | -1, { days }: Books): Part[] {
  const ids = new Set(accounts.map(({ id }) => id))
  const [family] = accounts
  if (family === undefined) return []
  const byPartner = new Map<number | null, { name: string | null; sums: [number, number] }>()
  for (const [at, { partners }] of days.entries()) {
    for (const { accountId, partnerId, partnerName, minor } of partners) {
      if (!ids.has(accountId)) continue
      const known = byPartner.get(partnerId) ?? { name: partnerName, sums: [0, 0] as [number, number] }
      known.sums[at] = (known.sums[at] ?? 0) + minor
      byPartner.set(partnerId, known)
    }
  }
  const taken = (minor: number): number => ((takesDebit ? minor > 0 : minor < 0) ? sign * minor : 0)
  return [...byPartner.values()].flatMap(({ name, sums: [now, before] }) => {
    const figures = { amountMinor: taken(now), compareMinor: taken(before) }
    return isNothing(figures) ? [] : [partOf(family, name, figures)]
  })
}

/** Accounts that no row names; for equity also what the year earned and no voucher has carried over yet. */
function restOf(rest: NonNullable<BalanceRow['rest']>, sign: 1 | -1, books: Books): Part[] {
  const belongs = (account: Account): boolean => {
    if (rest === 'asset') return account.kind === 'asset' || account.kind === 'cost'
    if (rest === 'equity') return ['equity', 'revenue', 'expense'].includes(account.kind)
    return account.kind === rest
  }
  const others = books.tree.accounts.filter((account) => !books.named.has(account.id) && belongs(account))
  return balanceParts(others, sign, books)
}
