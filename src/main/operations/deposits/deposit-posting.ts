import { multiplyDivide } from '../../../shared/values/integers'
import type { JournalLine } from '../../ledgers/accounting'
import type { Direction } from './deposit-store'

/** The part of a deposit that is tax, as the order has it in its total; rounded half away from zero. */
export function taxShareMinor(amountMinor: number, order: { taxMinor: number; grossMinor: number }): number {
  return order.grossMinor === 0 ? 0 : multiplyDivide(order.taxMinor, amountMinor, order.grossMinor)
}

/** What of the tax is given back once so much of the advance is left: by the rest, so that the last part takes all. */
export function taxBackMinor(deposit: { taxMinor: number; amountMinor: number }, leftMinor: number): number {
  return deposit.taxMinor - multiplyDivide(deposit.taxMinor, leftMinor, deposit.amountMinor)
}

/**
 * Tax that falls due with the money: owed at once, and claimed of the invoice to come; of a prepayment the other way.
 * Below zero it is given back, with its sides swapped.
 */
export function depositTaxJournal(direction: Direction, taxMinor: number, partnerId: number): JournalLine[] {
  const amount = Math.abs(taxMinor)
  const waiting = { role: direction === 'in' ? 'other-receivable' : 'other-payable', partnerId } as const
  const tax = { role: direction === 'in' ? 'output-tax' : 'input-tax', partnerId } as const
  return (direction === 'in') === taxMinor > 0
    ? [
        { ...waiting, debitMinor: amount },
        { ...tax, creditMinor: amount },
      ]
    : [
        { ...tax, debitMinor: amount },
        { ...waiting, creditMinor: amount },
      ]
}
