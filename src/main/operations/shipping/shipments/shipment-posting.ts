import type { JournalLine } from '../../../ledgers/accounting'

/** Goods that leave: what they cost moves from stock to cost of sales. */
export function shipmentJournal(costMinor: number): JournalLine[] {
  return [
    { role: 'cost-of-sales', debitMinor: costMinor },
    { role: 'stock', creditMinor: costMinor },
  ]
}
