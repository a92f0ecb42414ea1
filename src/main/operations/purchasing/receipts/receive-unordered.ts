import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { requireBasePack, requireItem } from '../../../foundation/items'
import { requireSupplier } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { ORDER, type DocumentAnswer } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { saveOrder } from '../orders/save-order'
import { receiveGoods } from './receive-goods'
import { releaseStore } from './release-store'

export interface ReceiveUnordered {
  readonly supplierId: number
  readonly warehouseId: number
  readonly receivedOn: BusinessDate
  readonly note: string
  readonly lines: readonly {
    readonly itemId: number
    readonly quantityMicro: number
    readonly pieces?: number | undefined
    readonly lotCode?: string | undefined
    readonly expiresOn?: string | undefined
  }[]
}

/**
 * Goods that nobody ordered stand in quarantine from the first moment, at the supplier's listed price, with an order
 * that was written for them: the desk releases them for sale, or sends them back.
 */
export function receiveUnordered(tx: Tx, actor: Actor, input: ReceiveUnordered): DocumentAnswer {
  const { supplierId, warehouseId, receivedOn, note } = input
  const supplier = requireSupplier(tx, supplierId)
  const { id } = saveOrder(tx, actor, {
    supplierId,
    warehouseId,
    orderedOn: receivedOn,
    expectedOn: receivedOn,
    note,
    lines: input.lines.map(({ itemId, quantityMicro }, at) => ({
      itemId,
      packId: requireBasePack(tx, itemId, `lines.${at}.itemId`),
      quantityMicro,
      priceMicro:
        releaseStore.listedPrice(tx, supplierId, itemId, receivedOn) ?? requireItem(tx, itemId).purchasePriceMicro,
    })),
  })
  const number = nextNumber(tx, 'PO', receivedOn)
  orderStore.confirm(tx, id, number)
  releaseStore.markUnordered(tx, id)
  index(tx, { kind: ORDER, id, title: number, subtitle: supplier.name, words: [supplier.code] })
  const lines = orderStore.lines(tx, id).map((line, at) => {
    const { lotCode, expiresOn, pieces } = input.lines[at] ?? {}
    return {
      orderLineId: line.id,
      quantityMicro: line.quantityMicro,
      pieces,
      lotCode,
      expiresOn,
      status: 'quarantine' as const,
    }
  })
  return receiveGoods(tx, actor, { orderId: id, receivedOn, note, lines })
}
