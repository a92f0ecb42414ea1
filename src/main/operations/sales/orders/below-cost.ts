import { multiplyDivide } from '../../../../shared/values/integers'
import type { Reader } from '../../../kernel/db'
import { stockOf } from '../../../ledgers/inventory'
import type { OrderLineRow } from './order-store'

/** Numbers of the lines whose net amount is less than what their goods cost on average; no stock, no cost. */
export function linesBelowCost(reader: Reader, warehouseId: number, lines: readonly OrderLineRow[]): number[] {
  return lines
    .filter((line) => {
      const { ownMicro, valueMinor } = stockOf(reader, warehouseId, line.item_id)
      if (ownMicro === 0) return false
      return line.net_minor < multiplyDivide(valueMinor, line.quantity_micro, ownMicro)
    })
    .map((line) => line.line_number)
}
