import { refuse } from '../../../../shared/errors'
import { assert } from '../../../kernel/assert'
import { requireItem, substitutesOf } from '../../../foundation/items'
import { requireCustomer } from '../../../foundation/parties'
import type { Reader, Tx } from '../../../kernel/db'
import { releaseReservation, reserve } from '../../../ledgers/inventory'
import {
  pickableMicro,
  pickInstead,
  requestGoods,
  shortOfPick,
  withdrawWaiting,
  type ShortOfPick,
} from '../../warehouse'
import { promisableOf } from '../back-orders/channel-stock'
import { requestOf } from '../back-orders/fill-back-orders'
import { isKitPart } from '../orders/kits'
import { lineAmountsOf } from '../orders/line-amounts-of'
import { requireOrderRow } from '../orders/order'
import { orderStore, type OrderLineRow, type OrderRow } from '../orders/order-store'
import { substituteStore } from './substitute-store'

/** Whether an order takes other goods in place of missing ones; null: as its customer does. */
export function allowSubstitutes(
  tx: Tx,
  input: { readonly orderId: number; readonly allowed: boolean | null },
): { done: true } {
  const order = requireOrderRow(tx, input.orderId)
  substituteStore.setOrder(tx, order.id, input.allowed)
  tx.announce({ kind: 'sales.substitutesAllowed', id: order.id })
  return { done: true }
}

export function setCustomerSubstitutes(
  tx: Tx,
  input: { readonly customerId: number; readonly allowed: boolean },
): { done: true } {
  const { id } = requireCustomer(tx, input.customerId)
  substituteStore.setCustomer(tx, id, input.allowed)
  tx.announce({ kind: 'sales.substitutesAllowed', id })
  return { done: true }
}

interface Missing {
  readonly short: ShortOfPick
  readonly order: OrderRow
  readonly line: OrderLineRow
}

/** What of a pick's order line waits again; nothing where it is no order's, or a part of a kit. */
function missingOf(reader: Reader, taskId: number): Missing | undefined {
  const short = shortOfPick(reader, taskId)
  if (short === undefined || short.source.kind !== 'sales.order' || short.waitingMicro === 0) return undefined
  const order = requireOrderRow(reader, short.source.id)
  const line = orderStore.linesOf(reader, order.id).find((known) => known.id === short.sourceLineId)
  if (line === undefined || isKitPart(line)) return undefined
  return { short, order, line }
}

/** What may be given instead of what a short pick left open, and how many are there to give. */
export function substitutesFor(reader: Reader, input: { readonly taskId: number }) {
  const missing = missingOf(reader, input.taskId)
  if (missing === undefined || !substituteStore.takes(reader, missing.order.id)) return { missingMicro: 0, rows: [] }
  const { short, order } = missing
  const rows = substitutesOf(reader, short.itemId)
    .map((item) => ({ item, freeMicro: freeOf(reader, order, item.id) }))
    .filter((row) => row.freeMicro > 0)
  return { missingMicro: short.waitingMicro, rows }
}

function freeOf(reader: Reader, order: OrderRow, itemId: number): number {
  const promisable = promisableOf(reader, order.warehouse_id, itemId, order.channel_id)
  return Math.max(0, Math.min(promisable, pickableMicro(reader, order.warehouse_id, itemId)))
}

/**
 * Other goods at the price of those that are missing: the order gives up so much of its line and has a line for the
 * substitute instead, promised at once and picked on the same walk.
 */
export function substitutePick(
  tx: Tx,
  input: { readonly taskId: number; readonly itemId: number; readonly quantityMicro?: number | undefined },
): { quantityMicro: number; taskIds: number[] } {
  const missing = missingOf(tx, input.taskId) ?? refuse('sales.nothingToSubstitute', {}, 'taskId')
  const { short, order, line } = missing
  const { code, name } = requireItem(tx, input.itemId)
  const item = `${code} ${name}`
  if (!substituteStore.takes(tx, order.id)) refuse('sales.substitutesNotTaken', { order: order.number ?? '' }, 'taskId')
  if (!substitutesOf(tx, short.itemId).some((known) => known.id === input.itemId)) {
    refuse('sales.notASubstitute', { item }, 'itemId')
  }
  const most = Math.min(short.waitingMicro, freeOf(tx, order, input.itemId))
  const quantityMicro = input.quantityMicro ?? most
  if (quantityMicro > most || most === 0) refuse('sales.substituteShort', { item, free: most }, 'quantityMicro')

  const source = { kind: 'sales.order', id: order.id }
  withdrawWaiting(tx, short.demandId, quantityMicro)
  releaseReservation(tx, source, line.id, quantityMicro)
  orderStore.addCancelled(tx, line.id, quantityMicro, 0)
  const lineId = insertInstead(tx, order, line, input.itemId, quantityMicro)
  const { warehouse_id: warehouseId } = order
  reserve(tx, { warehouseId, itemId: input.itemId, source, sourceLineId: lineId, quantityMicro })
  const customer = requireCustomer(tx, order.customer_id)
  requestGoods(tx, {
    ...requestOf(tx, order, customer, order.number ?? ''),
    lines: [{ sourceLineId: lineId, itemId: input.itemId, quantityMicro }],
  })
  const taskIds = pickInstead(tx, short, { source, sourceLineId: lineId })
  tx.announce({ kind: 'sales.substituted', id: order.id })
  return { quantityMicro, taskIds }
}

/** The line of the substitute, at the price and the tax of the line it stands in for. */
function insertInstead(tx: Tx, order: OrderRow, line: OrderLineRow, itemId: number, quantityMicro: number): number {
  const amounts = lineAmountsOf(tx, order, line, quantityMicro)
  const packId = substituteStore.basePack(tx, itemId)
  assert(packId !== undefined, 'every item has a base pack')
  const lineNumber = Math.max(...orderStore.linesOf(tx, order.id).map((known) => known.line_number)) + 1
  const { id } = orderStore.insertLine(tx, {
    orderId: order.id,
    lineNumber,
    itemId,
    packId,
    quantityMicro,
    taxCode: line.tax_code,
    ...amounts,
  })
  substituteStore.setInstead(tx, id, line.id)
  orderStore.sumTotals(tx, order.id)
  return id
}
