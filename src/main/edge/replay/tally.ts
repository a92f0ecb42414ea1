import { monthOf } from '../../../shared/values/date'
import { decimalText } from '../../../shared/values/integers'
import { WALK_IN } from './people-and-goods'
import { salesMinor, type RetailLine } from './retail-line'

/** Net sales as the file itself says them, added up beside the business. */
export class SalesTally {
  readonly byMonth = new Map<string, number>()
  readonly byCustomer = new Map<string, number>()

  add(line: RetailLine): void {
    this.addAmount(monthOf(line.date), line.customer === '' ? WALK_IN : line.customer, salesMinor(line))
  }

  addAmount(month: string, customer: string, amountMinor: number): void {
    this.byMonth.set(month, (this.byMonth.get(month) ?? 0) + amountMinor)
    this.byCustomer.set(customer, (this.byCustomer.get(customer) ?? 0) + amountMinor)
  }

  get totalMinor(): number {
    return [...this.byMonth.values()].reduce((sum, amount) => sum + amount, 0)
  }

  /** Each month and customer at which the other one says something else. */
  differencesFrom(other: SalesTally): string[] {
    return [
      ...differences('month', this.byMonth, other.byMonth),
      ...differences('customer', this.byCustomer, other.byCustomer),
    ]
  }
}

function differences(what: string, ours: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): string[] {
  const keys = [...new Set([...ours.keys(), ...others.keys()])].toSorted()
  return keys.flatMap((key) => {
    const a = ours.get(key) ?? 0
    const b = others.get(key) ?? 0
    return a === b ? [] : [`${what} ${key}: ${decimalText(a, 2)} in the books, ${decimalText(b, 2)} in the file`]
  })
}
