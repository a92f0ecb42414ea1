import { refuse } from '../../../shared/errors'
import type { BusinessDate } from '../../../shared/values/date'
import { requireCustomer, requirePartner } from '../../foundation/parties'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { receiveTransfer, sendTransfer, transferLines } from '../stock'
import { addCustomersPlace } from '../warehouse'
import { placeOf } from './place-queries'

interface MoveGoods {
  readonly customerId: number
  /** Ours, where they come from or go back to. */
  readonly warehouseId: number
  readonly on: BusinessDate
  readonly note: string
  readonly lines: readonly {
    readonly itemId: number
    readonly lotCode?: string | undefined
    readonly quantityMicro: number
  }[]
}

/** Free goods of a warehouse now lie at the customer's: ours, at their cost. The first time its place is opened. */
export function bringGoods(tx: Tx, actor: Actor, input: MoveGoods) {
  const customer = requireCustomer(tx, input.customerId)
  const { warehouseId: fromWarehouseId, on, note, lines } = input
  const toWarehouseId = placeOf(tx, customer.id) ?? addCustomersPlace(tx, customer)
  const { id } = sendTransfer(tx, actor, { fromWarehouseId, toWarehouseId, sentOn: on, note, lines })
  return receiveTransfer(tx, actor, { id, arrivedOn: on, lines: transferLines(tx, id) })
}

/** What was not used comes back: on the way, until the warehouse has received it like any other transfer. */
export function takeGoodsBack(tx: Tx, actor: Actor, input: MoveGoods) {
  const fromWarehouseId = requirePlace(tx, input.customerId)
  const { warehouseId: toWarehouseId, on, note, lines } = input
  return sendTransfer(tx, actor, { fromWarehouseId, toWarehouseId, sentOn: on, note, lines })
}

export function requirePlace(tx: Tx, customerId: number): number {
  const { name } = requirePartner(tx, customerId)
  return placeOf(tx, customerId) ?? refuse('consignment.nothingThere', { customer: name }, 'customerId')
}
