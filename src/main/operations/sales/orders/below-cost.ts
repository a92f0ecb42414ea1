import { multiplyDivide } from '../../../../shared/values/integers'
import { approve } from '../../../foundation/access'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { stockOf } from '../../../ledgers/inventory'
import type { OrderLineRow } from './order-store'

export interface Approval {
  readonly login: string
  readonly pin: string
}

/** Who allows prices below cost: the person at the keyboard, or somebody beside with name and PIN. */
export function approverOf(tx: Tx, actor: Actor, approval: Approval | undefined): number | undefined {
  if (approval !== undefined) return approve(tx, { ...approval, station: actor.station, right: 'sales.belowCost' })
  return actor.rights.has('sales.belowCost') ? actor.userId : undefined
}

/** Numbers of the lines whose net amount is less than what their goods cost on average; no stock, no cost. */
export function linesBelowCost(reader: Reader, warehouseId: number, lines: readonly OrderLineRow[]): number[] {
  return lines
    .filter((line) => {
      const { onHandMicro, valueMinor } = stockOf(reader, warehouseId, line.item_id)
      if (onHandMicro === 0) return false
      return line.net_minor < multiplyDivide(valueMinor, line.quantity_micro, onHandMicro)
    })
    .map((line) => line.line_number)
}
