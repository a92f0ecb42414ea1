import type { BusinessDate } from '../../../../shared/values/date'
import { refuse } from '../../../../shared/errors'
import { requireBasePack } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requireOrder as requireSalesOrder, supplyDirectly } from '../../sales'
import { confirmOrder } from '../orders/confirm-order'
import type { DocumentAnswer } from '../orders/order'
import { saveOrder } from '../orders/save-order'
import { directStore } from './direct-store'

export interface OrderDirectly {
  readonly salesOrderId: number
  readonly supplierId: number
  readonly orderedOn: BusinessDate
  readonly expectedOn: BusinessDate
  readonly note: string
  readonly lines: readonly {
    readonly salesLineId: number
    readonly quantityMicro: number
    readonly priceMicro: number
  }[]
}

/** Lines of a customer's order that the supplier sends straight to the customer: ordered and confirmed in one step. */
export function orderDirectly(tx: Tx, actor: Actor, input: OrderDirectly): DocumentAnswer {
  const { salesOrderId, supplierId, orderedOn, expectedOn, note } = input
  const sold = requireSalesOrder(tx, salesOrderId)
  const lines = input.lines.map(({ salesLineId, quantityMicro, priceMicro }, at) => {
    const line = sold.lines.find(({ id }) => id === salesLineId)
    if (line === undefined) return refuse('sales.lineUnknown', {}, `lines.${at}.salesLineId`)
    const { itemId } = line
    return { itemId, packId: requireBasePack(tx, itemId), quantityMicro, priceMicro }
  })
  const head = { supplierId, warehouseId: sold.warehouseId, orderedOn, expectedOn, note }
  const { id } = saveOrder(tx, actor, { ...head, lines })
  const salesLineIds = input.lines.map(({ salesLineId }) => salesLineId)
  directStore.tie(tx, id, salesOrderId, salesLineIds)
  supplyDirectly(
    tx,
    salesOrderId,
    input.lines.map(({ salesLineId, quantityMicro }) => ({ orderLineId: salesLineId, quantityMicro })),
  )
  return confirmOrder(tx, actor, { id })
}
