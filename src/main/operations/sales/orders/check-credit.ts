import { refuse } from '../../../../shared/errors'
import { formatScaled } from '../../../../shared/values/format'
import { multiplyDivide } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import type { Partner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { openBalanceMinor } from '../../../ledgers/accounting'
import { orderStore } from './order-store'

/** What the customer owes and has ordered, with this order, stays within the limit; else `sales.creditExceeded`. */
export function checkCredit(reader: Reader, customer: Partner, orderGrossMinor: number): void {
  const limitMinor = customer.creditLimitMinor
  if (limitMinor === null) return
  const owedMinor = openBalanceMinor(reader, 'receivable', customer.id)
  const orderedMinor = uninvoicedMinor(reader, customer.id)
  const totalMinor = owedMinor + orderedMinor + orderGrossMinor
  if (totalMinor <= limitMinor) return
  const decimals = currencyDecimalsOf(reader)
  const text = (amountMinor: number): string => formatScaled(amountMinor, decimals)
  refuse('sales.creditExceeded', {
    customer: customer.name,
    limit: text(limitMinor),
    owed: text(owedMinor),
    ordered: text(orderedMinor),
    order: text(orderGrossMinor),
    over: text(totalMinor - limitMinor),
  })
}

/** Confirmed and not yet invoiced, tax included. */
function uninvoicedMinor(reader: Reader, customerId: number): number {
  return orderStore.uninvoiced(reader, customerId).reduce((sum, { quantityMicro, doneMicro, grossMinor }) => {
    return sum + multiplyDivide(grossMinor, quantityMicro - doneMicro, quantityMicro)
  }, 0)
}
