import type { JournalLine } from '../../../ledgers/accounting'

/** Goods that leave: what they cost moves from stock to cost of sales. */
export function shipmentJournal(costMinor: number): JournalLine[] {
  return [
    { role: 'cost-of-sales', debitMinor: costMinor },
    { role: 'stock', creditMinor: costMinor },
  ]
}

/** Goods that never came here: out of what is on its way to customers, into cost of sales. */
export function directJournal(costMinor: number): JournalLine[] {
  return [
    { role: 'cost-of-sales', debitMinor: costMinor },
    { role: 'goods-shipped-not-invoiced', creditMinor: costMinor },
  ]
}
