import type { Reader } from '../../kernel/db'
import { formOf, resultsBetween } from './income-statement'
import { statementQueries } from './statement-queries'

interface DimensionInput {
  readonly dimension: 'department' | 'project'
  readonly from: string
  readonly to: string
}

/**
 * 部门利润表: the income statement with a column for each department or project that earned or spent something, one for
 * what names none, and the whole. The columns add up to the whole, row by row.
 */
export function incomeByDimension(reader: Reader, { dimension, from, to }: DimensionInput) {
  const fill = formOf(reader)
  const nothing = new Map<number, number>()
  const whole = resultsBetween(reader, from, to, {})
  const unnamed = new Map(whole)
  const values = statementQueries.resultsByDimension(reader, dimension, from, to)
  for (const { results } of values) {
    for (const [accountId, minor] of results) unnamed.set(accountId, (unnamed.get(accountId) ?? 0) - minor)
  }
  const column = (id: number | null, name: string, results: ReadonlyMap<number, number>) => {
    const { rows, profit } = fill(results, nothing)
    return { id, name, rows, profitMinor: profit.amountMinor }
  }
  return {
    columns: values.map(({ id, name, results }) => column(id, name, results)),
    unnamed: column(null, '', unnamed),
    whole: column(null, '', whole),
  }
}
