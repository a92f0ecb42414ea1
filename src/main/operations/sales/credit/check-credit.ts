import { Refusal, refuse, type Need } from '../../../../shared/errors'
import { formatScaled } from '../../../../shared/values/format'
import { daysBetween, type BusinessDate } from '../../../../shared/values/date'
import { multiplyDivide } from '../../../../shared/values/integers'
import { lineAmountMinor, taxMinor } from '../../../../shared/values/money'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import type { Partner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { openBalanceMinor, taxRateMicro } from '../../../ledgers/accounting'
import { creditStore } from './credit-store'
import { orderStore } from '../orders/order-store'

interface CheckedOrder {
  readonly grossMinor: number
  /** Somebody with the right let it pass up to this amount. */
  readonly releasedMinor: number | null
}

/** Refuses `sales.creditOverdue` and `sales.creditExceeded`, unless the order was released at this amount. */
export function checkCredit(
  reader: Reader,
  customer: Partner,
  order: CheckedOrder,
  today: BusinessDate,
  /** what lets it pass all the same, where somebody may say so on the spot */
  need?: Need,
): void {
  if (order.releasedMinor !== null && order.grossMinor <= order.releasedMinor) return
  try {
    checkOverdue(reader, customer, today)
    checkLimit(reader, customer, order.grossMinor)
  } catch (error) {
    if (error instanceof Refusal) error.need = need
    throw error
  }
}

interface WantedLine {
  readonly itemId: number
  readonly quantityMicro: number
  readonly priceMicro: number
}

/** The same for lines that are no order yet. */
export function requireCredit(
  reader: Reader,
  customer: Partner,
  lines: readonly WantedLine[],
  today: BusinessDate,
): void {
  const decimals = currencyDecimalsOf(reader)
  const grossMinor = lines.reduce((sum, line) => {
    const netMinor = lineAmountMinor(line.quantityMicro, line.priceMicro, decimals)
    const { taxCode } = requireItem(reader, line.itemId)
    return sum + netMinor + taxMinor(netMinor, taxRateMicro(reader, taxCode, today))
  }, 0)
  checkCredit(reader, customer, { grossMinor, releasedMinor: null }, today)
}

function checkOverdue(reader: Reader, customer: Partner, today: BusinessDate): void {
  const allowedDays = creditStore.overdueDays(reader, customer.id)
  if (allowedDays === null) return
  const oldest = creditStore.oldestDue(reader, customer.id)
  if (oldest === undefined) return
  const days = daysBetween(oldest.dueOn, today)
  if (days <= allowedDays) return
  refuse('sales.creditOverdue', {
    customer: customer.name,
    document: oldest.documentNumber,
    days,
    allowed: allowedDays,
  })
}

/** What the customer owes and has ordered, with this order, stays within the limit; else `sales.creditExceeded`. */
function checkLimit(reader: Reader, customer: Partner, orderGrossMinor: number): void {
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
