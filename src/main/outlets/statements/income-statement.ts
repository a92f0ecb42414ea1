import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { idOfRole } from '../../ledgers/accounting'
import { chartTree, type Account } from './chart-tree'
import { layoutOf, type ResultRow } from './layout'
import { fillRows, isNothing, sumOfParts, type Figures, type Part, type StatementRow } from './rows'
import { statementQueries, type ResultFilter } from './statement-queries'

export interface IncomeStatement {
  readonly form: string
  readonly from: string
  readonly to: string
  /** First day of the column beside it. */
  readonly compareFrom: string
  readonly compareTo: string
  readonly rows: StatementRow[]
  readonly profitMinor: number
  readonly compareProfitMinor: number
  /** What the year carried over to 3103 up to the last day; null until all of it is. */
  readonly carriedMinor: number | null
}

export interface IncomeInput extends ResultFilter {
  readonly from: string
  readonly to: string
  /** Left out: the year up to the day (本年累计). */
  readonly compareFrom?: string | undefined
  readonly compareTo?: string | undefined
}

/** 利润表: what some days earned, beside the year so far or any other span; of one department or project, if asked. */
export function incomeStatement(reader: Reader, input: IncomeInput): IncomeStatement {
  const compareFrom = input.compareFrom ?? `${input.to.slice(0, 4)}-01-01`
  const compareTo = input.compareTo ?? input.to
  const fill = formOf(reader)
  const { rows, profit } = fill(
    resultsBetween(reader, input.from, input.to, input),
    resultsBetween(reader, compareFrom, compareTo, input),
  )
  return {
    form: layoutOf(companyProfile(reader).pack).forms['income-statement'],
    from: input.from,
    to: input.to,
    compareFrom,
    compareTo,
    rows,
    profitMinor: profit.amountMinor,
    compareProfitMinor: profit.compareMinor,
    carriedMinor: carriedMinor(reader, input.to),
  }
}

/** Null where a pack keeps no account for the profit of the year, and while profit and loss accounts hold something. */
export function carriedMinor(reader: Reader, to: string): number | null {
  const profit = idOfRole(reader, 'profit-of-year')
  if (profit === idOfRole(reader, 'retained-earnings') || statementQueries.holdsResults(reader, to)) return null
  return statementQueries.carried(reader, profit, `${to.slice(0, 4)}-01-01`, to)
}

type Results = ReadonlyMap<number, number>

/** The company's form, ready to be filled with what accounts earned (credit less debit) in two spans of days. */
export function formOf(reader: Reader): (now: Results, before: Results) => { rows: StatementRow[]; profit: Figures } {
  const { pack, locale } = companyProfile(reader)
  const { incomeStatement: form } = layoutOf(pack)
  const tree = chartTree(reader)
  const named = new Set(
    tree.under(form.rows.flatMap((row) => (row.terms ?? []).flatMap((term) => term.accounts))).map(({ id }) => id),
  )
  return (now, before) => {
    const partOf = (account: Account, sign: 1 | -1): Part[] => {
      const figures = {
        amountMinor: sign * (now.get(account.id) ?? 0) + 0,
        compareMinor: sign * (before.get(account.id) ?? 0) + 0,
      }
      if (isNothing(figures)) return []
      return [{ accountCode: account.code, accountName: account.name, partnerName: null, ...figures }]
    }
    const own = (row: ResultRow) => {
      const ofTerms = (row.terms ?? []).flatMap((term) =>
        tree
          .under(term.accounts)
          .filter(({ statementTag }) => term.tag === undefined || statementTag === term.tag)
          .flatMap((account) => partOf(account, term.side === 'credit' ? 1 : -1)),
      )
      const ofRest =
        row.rest === undefined
          ? []
          : tree.accounts
              .filter(({ id, kind }) => kind === row.rest && !named.has(id))
              .flatMap((account) => partOf(account, row.rest === 'revenue' ? 1 : -1))
      const parts = [...ofTerms, ...ofRest]
      return { figures: sumOfParts(parts), parts }
    }
    const known = new Map<number, Figures>()
    const rows = fillRows(form.rows, locale === 'zh-CN', own, known)
    return { rows, profit: known.get(form.profit) ?? { amountMinor: 0, compareMinor: 0 } }
  }
}

/** Credit less debit by account. */
export function resultsBetween(
  reader: Reader,
  from: string,
  to: string,
  filter: ResultFilter,
): ReadonlyMap<number, number> {
  const isWhole = filter.departmentId === undefined && filter.projectId === undefined
  return isWhole && statementQueries.areWholeMonths(reader, from, to)
    ? statementQueries.resultsOfMonths(reader, from, to)
    : statementQueries.results(reader, from, to, filter)
}
