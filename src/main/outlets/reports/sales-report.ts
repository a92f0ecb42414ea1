import type { Reader } from '../../kernel/db'
import { salesQueries, type Range } from './sales-queries'

const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'

export interface SalesMonth {
  readonly month: string
  readonly invoices: number
  readonly netMinor: number
  readonly creditedMinor: number
  readonly costMinor: number
  readonly profitMinor: number
}

/** Months with sales or cost, oldest first. */
export function salesByMonth(
  reader: Reader,
  input: { from?: string | undefined; to?: string | undefined },
): SalesMonth[] {
  const range: Range = { from: input.from ?? FIRST_DAY, to: input.to ?? LAST_DAY }
  const costs = new Map(salesQueries.costByMonth(reader, range).map((row) => [row.month, row.costMinor]))
  const sales = new Map(salesQueries.salesByMonth(reader, range).map((row) => [row.month, row]))
  return [...new Set([...sales.keys(), ...costs.keys()])].sort().map((month) => {
    const { invoices, netMinor, creditedMinor } = sales.get(month) ?? { invoices: 0, netMinor: 0, creditedMinor: 0 }
    const costMinor = costs.get(month) ?? 0
    return { month, invoices, netMinor, creditedMinor, costMinor, profitMinor: netMinor - costMinor }
  })
}
