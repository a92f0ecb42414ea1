import { MICRO, multiplyDivide } from '../../../../shared/values/integers'
import type { Reader } from '../../../kernel/db'
import { priceOf } from '../../prices'
import type { OrderLineRow, OrderRow } from './order-store'

/**
 * What the person gave away beyond what lists, contract and promotions already give this customer: the deepest such
 * discount as a part in micro (rounded half away from zero), and the lines where it is over `allowedMicro`.
 */
export function deepestDiscount(
  reader: Reader,
  order: OrderRow,
  lines: readonly OrderLineRow[],
  allowedMicro: number,
): { discountMicro: number; lines: number[] } {
  const discounts = lines.map((line) => {
    const proposed = priceOf(reader, {
      itemId: line.item_id,
      ...(line.pack_id === null ? {} : { packId: line.pack_id }),
      quantityMicro: line.quantity_micro,
      customerId: order.customer_id,
      channelId: order.channel_id,
      on: order.ordered_on,
    }).priceMicro
    const given = proposed - line.price_micro
    return { line: line.line_number, micro: proposed <= 0 || given <= 0 ? 0 : multiplyDivide(given, MICRO, proposed) }
  })
  return {
    discountMicro: Math.max(0, ...discounts.map(({ micro }) => micro)),
    lines: discounts.filter(({ micro }) => micro > allowedMicro).map(({ line }) => line),
  }
}
