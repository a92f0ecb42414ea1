import type { BusinessDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { itemQueries } from './item-queries'
import { twelveMonths } from './months'

/** An item over twelve months: sold, bought, turnover, cost, what was on hand at the end of each; and its last deals. */
export function itemYear(reader: Reader, input: { itemId: number; on: BusinessDate }) {
  const { id } = requireItem(reader, input.itemId)
  const months = twelveMonths(input.on)
  const [first = ''] = months
  const sold = new Map(itemQueries.sold(reader, id, `${first}-01`, input.on).map((row) => [row.month, row]))
  const moved = itemQueries.moved(reader, id, input.on)
  const movedIn = new Map(moved.map((row) => [row.month, row]))
  let onHandMicro = moved.filter(({ month }) => month < first).reduce((sum, row) => sum + row.changeMicro, 0)
  return {
    months: months.map((month) => {
      const { soldMicro = 0, netMinor = 0 } = sold.get(month) ?? {}
      const { changeMicro = 0, costMinor = 0, boughtMicro = 0 } = movedIn.get(month) ?? {}
      onHandMicro += changeMicro
      return { month, soldMicro, boughtMicro, netMinor, costMinor, profitMinor: netMinor - costMinor, onHandMicro }
    }),
    lastSold: itemQueries.lastSold(reader, id),
    lastBought: itemQueries.lastBought(reader, id),
  }
}
