import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { requireBasePack } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { saveOrder } from '../../sales'
import { inspectionStore } from './inspection-store'
import { exchangedLines, orderStateOf } from './return-queries'
import { returnStore } from './return-store'

export interface ExchangeReturn {
  readonly id: number
  readonly orderedOn: BusinessDate
  readonly promisedOn: BusinessDate
}

/**
 * What the customer gets instead: a draft order over the same goods at the credited prices, to be changed to what is
 * wanted. Its invoice and the credit note of the return stand against each other; the difference is paid or credited.
 */
export function exchangeReturn(tx: Tx, actor: Actor, input: ExchangeReturn) {
  const document = returnStore.byId(tx, input.id) ?? refuse('shipping.returnUnknown', {}, 'id')
  const { id, number } = document
  if (document.state === 'reversed') refuse('shipping.returnReversed', { number }, 'id')
  const earlier = inspectionStore.exchangeOf(tx, id)
  const state = earlier === undefined ? undefined : orderStateOf(tx, earlier)
  // A draft that was thrown away, or an order that was cancelled, leaves room for another.
  if (state !== undefined && state !== 'cancelled') refuse('shipping.exchangedAlready', { number }, 'id')
  const { orderedOn, promisedOn } = input
  const order = saveOrder(tx, actor, {
    customerId: document.customer_id,
    warehouseId: document.warehouse_id,
    orderedOn,
    promisedOn,
    customerReference: number,
    channelId: null,
    priority: 0,
    note: '',
    lines: exchangedLines(tx, id).map((line) => ({ ...line, packId: requireBasePack(tx, line.itemId) })),
  })
  inspectionStore.exchange(tx, id, order.id)
  tx.announce({ kind: 'shipping.exchanged', id })
  return order
}
