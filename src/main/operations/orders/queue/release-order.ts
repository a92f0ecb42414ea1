import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { cancelOrder, confirmOrder, saveOrder } from '../../sales'
import { setCarrierOfGoods } from '../../warehouse'
import { carrierOfRequest } from './carrier-store'
import { revalidate } from './problems'
import { requestAnswer, requireOpen, requireRequest, type RequestAnswer } from './request'
import { requestStore } from './request-store'

/** Makes it a confirmed sales order: its stock is promised in the same transaction, or nothing happens. */
export function releaseOrder(tx: Tx, actor: Actor, input: { id: number; backOrder: boolean }): RequestAnswer {
  const request = requireOpen(tx, input.id)
  if (request.hold_reason !== null) refuse('orders.onHold', { reason: request.hold_reason }, 'id')
  const { problems, lines } = revalidate(tx, request.id)
  const standing = problems.filter(({ code }) => !(code === 'stock' && input.backOrder))
  if (standing.length > 0) {
    refuse(
      'orders.notClear',
      { number: request.external_number, problems: [...new Set(standing.map(({ code }) => code))].join(', ') },
      'id',
    )
  }
  assert(request.customer_id !== null, 'an order without problems has its customer')
  const today = localDate(tx.now)
  const { id } = saveOrder(tx, actor, {
    customerId: request.customer_id,
    warehouseId: request.warehouse_id,
    orderedOn: today,
    promisedOn: request.promised_on < today ? today : request.promised_on,
    customerReference: request.external_number,
    channelId: request.channel_id,
    priority: request.priority,
    note: [request.ship_to, request.note].filter((text) => text !== '').join('\n'),
    lines: lines.map(({ itemId, packId, quantityMicro, priceMicro }) => ({
      itemId,
      packId,
      quantityMicro,
      priceMicro,
    })),
  })
  confirmOrder(tx, actor, { id, backOrder: input.backOrder })
  const carrier = carrierOfRequest(tx, request)
  if (carrier !== '') setCarrierOfGoods(tx, { kind: 'sales.order', id }, carrier)
  requestStore.setProblems(tx, request.id, '[]')
  requestStore.setState(tx, request.id, 'placed', { orderId: id })
  tx.announce({ kind: 'orders.released', id: request.id })
  return requestAnswer(tx, request.id)
}

/** The customer does not want it any more: out of the queue, or its sales order is cancelled as far as it can be. */
export function cancelRequest(tx: Tx, actor: Actor, input: { id: number }): RequestAnswer {
  const request = requireRequest(tx, input.id)
  if (request.state === 'cancelled') return requestAnswer(tx, request.id)
  if (request.state === 'merged') refuse('orders.merged', { number: request.external_number }, 'id')
  if (request.order_id !== null) cancelOrder(tx, actor, { id: request.order_id })
  else requestStore.setState(tx, request.id, 'cancelled')
  tx.announce({ kind: 'orders.cancelled', id: request.id })
  return requestAnswer(tx, request.id)
}
