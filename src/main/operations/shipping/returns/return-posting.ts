import { multiplyDivide } from '../../../../shared/values/integers'
import type { JournalLine } from '../../../ledgers/accounting'

/** Goods that come back: the delivery's entry in red (小企业会计准则), or with its sides swapped. */
export function returnJournal(costMinor: number, reversal: 'red' | 'swapped'): JournalLine[] {
  if (reversal === 'swapped') {
    return [
      { role: 'stock', debitMinor: costMinor },
      { role: 'cost-of-sales', creditMinor: costMinor },
    ]
  }
  return [
    { role: 'cost-of-sales', debitMinor: 0 - costMinor },
    { role: 'stock', creditMinor: 0 - costMinor },
  ]
}

/** What stock held more (above zero) or less than came off it when a return was taken back. */
export function returnDifferenceJournal(differenceMinor: number): JournalLine[] {
  if (differenceMinor === 0) return []
  return differenceMinor > 0
    ? [
        { role: 'stock', debitMinor: differenceMinor },
        { role: 'cost-of-sales', creditMinor: differenceMinor },
      ]
    : [
        { role: 'cost-of-sales', debitMinor: 0 - differenceMinor },
        { role: 'stock', creditMinor: 0 - differenceMinor },
      ]
}

export interface ReturnableLine {
  readonly quantityMicro: number
  readonly costMinor: number
  readonly returnedMicro: number
  readonly returnedCostMinor: number
}

/**
 * The part of a shipment line's cost that comes back with a quantity. Rounded on the whole that is back, so that parts
 * add up: the last piece brings the rest.
 */
export function returnedCostMinor(line: ReturnableLine, quantityMicro: number): number {
  const backMicro = line.returnedMicro + quantityMicro
  return multiplyDivide(line.costMinor, backMicro, line.quantityMicro) - line.returnedCostMinor
}
