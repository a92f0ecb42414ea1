import type { JournalLine } from '../../../ledgers/accounting'

export interface StockDifference {
  /** Worth of what was found beyond the books. */
  readonly gainMinor: number
  /** Worth of what is missing. */
  readonly lossMinor: number
}

/**
 * Differences of stock against the books, found and approved in one step: each passes the account for differences under
 * investigation (待处理财产损溢) and ends in gains or losses, as 小企业会计准则 asks for.
 */
export function stockDifferenceJournal({ gainMinor, lossMinor }: StockDifference): JournalLine[] {
  return [
    { role: 'stock', debitMinor: gainMinor },
    { role: 'stock-difference', creditMinor: gainMinor },
    { role: 'stock-difference', debitMinor: gainMinor },
    { role: 'stock-gain', creditMinor: gainMinor },
    { role: 'stock-difference', debitMinor: lossMinor },
    { role: 'stock', creditMinor: lossMinor },
    { role: 'stock-loss', debitMinor: lossMinor },
    { role: 'stock-difference', creditMinor: lossMinor },
  ]
}
