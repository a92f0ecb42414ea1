import type { BusinessDate } from '../../../../shared/values/date'
import { lineAmounts, type LineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { documentMoney } from '../../../foundation/currencies'
import type { Reader } from '../../../kernel/db'
import { taxRateMicro } from '../../../ledgers/accounting'
import type { OrderLineRow, OrderRow } from './order-store'

/** What a quantity of an order's line comes to, at its price and tax and the order's rate. */
export function lineAmountsOf(reader: Reader, order: OrderRow, line: OrderLineRow, quantityMicro: number): LineAmounts {
  const orderedOn = order.ordered_on as BusinessDate
  const money = documentMoney(reader, { currency: order.currency, rateMicro: order.rate_micro }, orderedOn)
  const includesTax = line.gross_price_micro !== null
  const priceMicro = line.gross_price_micro ?? line.foreign_price_micro ?? line.price_micro
  return lineAmounts({ quantityMicro, priceMicro, includesTax }, taxRateMicro(reader, line.tax_code, orderedOn), money)
}
