import { refuse, refuseUnlessAllowed } from '../../../../shared/errors'
import { localDate, type BusinessDate } from '../../../../shared/values/date'
import { answerableFor, requireWithin } from '../../../foundation/access'
import { nextNumber } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import { requireCustomer } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { reserve } from '../../../ledgers/inventory'
import { sellAhead } from '../../stock'
import { requestGoods } from '../../warehouse'
import { linesBelowCost } from './below-cost'
import { deepestDiscount } from './own-discount'
import { checkCredit } from '../credit/check-credit'
import { isKitPart, kitsBelowCost, unpackKits } from './kits'
import { requireDraft } from './order'
import { settleState } from './order-state'
import { orderStore, type OrderLineRow, type OrderRow } from './order-store'
import { promisableOf, requireChannelStock } from '../back-orders/channel-stock'
import { requestOf } from '../back-orders/fill-back-orders'

export interface ConfirmOrder {
  readonly id: number
  /** What is not there waits for stock, instead of refusing the order. */
  readonly backOrder: boolean
}

/** Whoever may release an order may do so on the spot. */
const RELEASE = 'right:sales.release'

/**
 * Stock and credit are checked, stock is promised at once, and the warehouse is asked for the goods. Where the order may
 * wait, what is free is promised now and the rest when it arrives.
 */
export function confirmOrder(tx: Tx, actor: Actor, input: ConfirmOrder) {
  const order = requireDraft(tx, input.id)
  const customer = requireCustomer(tx, order.customer_id)
  unpackKits(tx, order.id)
  const lines = orderStore.linesOf(tx, order.id)
  const goods = lines.filter((line, at) => isGoods(tx, line, `lines.${at}.itemId`))
  if (order.hold_reason !== null) refuse('sales.orderOnHold', { reason: order.hold_reason }, 'id')
  const amounts = { grossMinor: order.gross_minor, releasedMinor: order.credit_released_minor }
  const isReleasedNow = actor.backedBy !== undefined && actor.rights.has('sales.release')
  if (isReleasedNow) orderStore.releaseCredit(tx, order.id, order.gross_minor, answerableFor(actor))
  else checkCredit(tx, customer, amounts, localDate(tx.now), RELEASE)
  const sold = lines.filter((line) => !isKitPart(line))
  const cheap = [
    ...linesBelowCost(
      tx,
      order.warehouse_id,
      goods.filter((line) => !isKitPart(line)),
    ),
    ...kitsBelowCost(tx, order.warehouse_id, lines),
  ]
  if (cheap.length > 0) {
    if (!actor.rights.has('sales.belowCost')) {
      refuseUnlessAllowed('right:sales.belowCost', 'sales.belowCost', { lines: cheap.join(', ') })
    }
    orderStore.approveBelowCost(tx, order.id, answerableFor(actor))
  }
  if (actor.limits.discountMicro !== null) {
    const { discountMicro, lines: deep } = deepestDiscount(tx, order, sold, actor.limits.discountMicro)
    requireWithin(actor, 'discountMicro', discountMicro, {
      code: 'sales.discountOverLimit',
      params: { lines: deep.join(', '), given: discountMicro },
    })
  }

  const number = nextNumber(tx, 'SO', order.ordered_on)
  orderStore.confirm(tx, order.id, number, 'confirmed')
  const promised = goods.map((line) => ({ line, quantityMicro: promise(tx, actor, order, line, input.backOrder) }))
  requestGoods(tx, {
    ...requestOf(tx, order, customer, number),
    lines: promised
      .filter(({ quantityMicro }) => quantityMicro > 0)
      .map(({ line, quantityMicro }) => ({ sourceLineId: line.id, itemId: line.item_id, quantityMicro })),
  })
  const services = lines.filter((line) => !goods.includes(line) && !requireItem(tx, line.item_id).isKit)
  // Services leave with the confirmation: there is nothing to pick.
  for (const line of services) orderStore.addShipped(tx, order.id, line.id, line.quantity_micro)
  const state = services.length === 0 ? 'confirmed' : (settleState(tx, order.id) ?? 'confirmed')
  const words = [customer.code, order.customer_reference]
  index(tx, { kind: 'sales.order', id: order.id, title: number, subtitle: customer.name, words })
  tx.announce({ kind: 'sales.orderConfirmed', id: order.id })
  return { id: order.id, number, state }
}

/** Promises what the order's channel may have; answers how much. Refuses what is missing where nothing may wait. */
function promise(tx: Tx, actor: Actor, order: OrderRow, line: OrderLineRow, mayWait: boolean): number {
  const { item_id: itemId, quantity_micro: wantedMicro } = line
  if (!mayWait) {
    const broughtOn = order.ordered_on as BusinessDate
    sellAhead(tx, actor, { warehouseId: order.warehouse_id, itemId, quantityMicro: wantedMicro, broughtOn })
  }
  const promisableMicro = promisableOf(tx, order.warehouse_id, itemId, order.channel_id)
  if (promisableMicro < wantedMicro && !mayWait && order.channel_id !== null) {
    requireChannelStock(tx, { order, line, promisableMicro })
  }
  const quantityMicro = mayWait ? Math.min(promisableMicro, wantedMicro) : wantedMicro
  if (quantityMicro > 0) {
    const source = { kind: 'sales.order', id: order.id }
    reserve(tx, { warehouseId: order.warehouse_id, itemId, source, sourceLineId: line.id, quantityMicro })
  }
  if (quantityMicro < wantedMicro) orderStore.addBackordered(tx, line.id, wantedMicro - quantityMicro)
  return quantityMicro
}

function isGoods(tx: Tx, line: OrderLineRow, field: string): boolean {
  const item = requireItem(tx, line.item_id)
  if (!item.active) refuse('sales.itemArchived', { item: `${item.code} ${item.name}` }, field)
  return item.kind === 'stock'
}
