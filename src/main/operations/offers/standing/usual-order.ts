import { addDays, daysBetween, localDate } from '../../../../shared/values/date'
import { requireItem, requirePack } from '../../../foundation/items'
import { requireCustomer } from '../../../foundation/parties'
import { grouped } from '../../../kernel/grouped'
import type { Reader } from '../../../kernel/db'
import { ordersOfCustomer } from '../../sales'

const LOOK_BACK_DAYS = 180
const MOST_LINES = 200

/**
 * What a customer usually orders: items that stand on at least two orders of the last 180 days (with fewer than three
 * orders: on any), each with the middle quantity of those orders, and the usual number of days between orders.
 */
export function usualOrder(reader: Reader, input: { customerId: number }) {
  requireCustomer(reader, input.customerId)
  const since = addDays(localDate(reader.now), 0 - LOOK_BACK_DAYS)
  const history = ordersOfCustomer(reader, input.customerId, since)
  const days = [...new Set(history.map((line) => line.orderedOn))].toSorted()
  const orders = new Set(history.map((line) => line.orderId)).size
  const least = orders < 3 ? 1 : 2
  const lines = [...grouped(history, (line) => line.itemId).values()].flatMap((bought) => {
    const perOrder = [...grouped(bought, (line) => line.orderId).values()].map((parts) =>
      parts.reduce((sum, part) => sum + part.quantityMicro, 0),
    )
    const last = bought.at(-1)
    if (last === undefined || perOrder.length < least) return []
    const item = requireItem(reader, last.itemId)
    if (!item.active) return []
    const pack = requirePack(reader, item.id, last.packId)
    return [
      {
        item: { id: item.id, code: item.code, name: item.name, baseUnit: item.baseUnit },
        packId: pack.id,
        packUnit: pack.unit,
        packBaseQuantity: pack.baseQuantity,
        quantityMicro: lowerMiddle(perOrder),
        orders: perOrder.length,
        lastOn: last.orderedOn,
      },
    ]
  })
  const gaps = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day))
  return {
    everyDays: gaps.length === 0 ? null : lowerMiddle(gaps),
    orders,
    lines: lines
      .toSorted((one, other) => other.orders - one.orders || one.item.code.localeCompare(other.item.code))
      .slice(0, MOST_LINES),
  }
}

/** The median; of an even number of values the lower of the two, which is a quantity that was really ordered. */
function lowerMiddle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
}
