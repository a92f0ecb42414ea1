import { refuse } from '../../../../shared/errors'
import { nextNumber } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import { requireCustomer } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { reserve } from '../../../ledgers/inventory'
import { requestGoods } from '../../warehouse'
import { approverOf, linesBelowCost, type Approval } from './below-cost'
import { checkCredit } from './check-credit'
import { requireDraft } from './order'
import { settleState } from './order-state'
import { orderStore, type OrderLineRow } from './order-store'

/** Stock and credit are checked, stock is promised at once, and the warehouse is asked for the goods. */
export function confirmOrder(tx: Tx, actor: Actor, input: { id: number; approval?: Approval | undefined }) {
  // Before anything is written: a wrong PIN leaves the attempt behind and nothing else.
  const approvedBy = approverOf(tx, actor, input.approval)
  const order = requireDraft(tx, input.id)
  const customer = requireCustomer(tx, order.customer_id)
  const lines = orderStore.linesOf(tx, order.id)
  const goods = lines.filter((line, at) => isGoods(tx, line, `lines.${at}.itemId`))
  checkCredit(tx, customer, order.gross_minor)
  const cheap = linesBelowCost(tx, order.warehouse_id, goods)
  if (cheap.length > 0) {
    if (approvedBy === undefined) refuse('sales.belowCost', { lines: cheap.join(', ') }, 'approval')
    orderStore.approveBelowCost(tx, order.id, approvedBy)
  }

  const number = nextNumber(tx, 'SO', order.ordered_on)
  const source = { kind: 'sales.order', id: order.id }
  orderStore.confirm(tx, order.id, number, 'confirmed')
  for (const line of goods) {
    const { warehouse_id: warehouseId } = order
    const { item_id: itemId, quantity_micro: quantityMicro } = line
    reserve(tx, { warehouseId, itemId, source, sourceLineId: line.id, quantityMicro })
  }
  requestGoods(tx, {
    warehouseId: order.warehouse_id,
    source,
    sourceNumber: number,
    partnerId: customer.id,
    dueOn: order.promised_on,
    minimumRemainingLifeDays: customer.minimumRemainingLifeDays,
    lines: goods.map((line) => ({ sourceLineId: line.id, itemId: line.item_id, quantityMicro: line.quantity_micro })),
  })
  const services = lines.filter((line) => !goods.includes(line))
  // Services leave with the confirmation: there is nothing to pick.
  for (const line of services) orderStore.addShipped(tx, order.id, line.id, line.quantity_micro)
  const state = services.length === 0 ? 'confirmed' : (settleState(tx, order.id) ?? 'confirmed')
  const words = [customer.code, order.customer_reference]
  index(tx, { kind: 'sales.order', id: order.id, title: number, subtitle: customer.name, words })
  tx.announce({ kind: 'sales.orderConfirmed', id: order.id })
  return { id: order.id, number, state }
}

function isGoods(tx: Tx, line: OrderLineRow, field: string): boolean {
  const item = requireItem(tx, line.item_id)
  if (!item.active) refuse('sales.itemArchived', { item: `${item.code} ${item.name}` }, field)
  return item.kind === 'stock'
}
