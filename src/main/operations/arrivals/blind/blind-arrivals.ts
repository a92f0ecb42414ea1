import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { receiveGoods, receiveUnordered } from '../../purchasing'
import { requireWarehouse } from '../../warehouse'
import { blindStore, type Blind, type BlindLine, type BlindState } from './blind-store'

export interface SaveBlind {
  readonly warehouseId: number
  readonly arrivedOn: string
  readonly note: string
  readonly lines: readonly {
    readonly itemId: number
    readonly quantityMicro: number
    readonly lotCode?: string | undefined
    readonly expiresOn?: string | undefined
  }[]
}

interface Settled {
  readonly receipts: { id: number; number: string }[]
  readonly state: BlindState
}

export function requireBlind(tx: Tx, id: number): Blind {
  return blindStore.byId(tx, id) ?? refuse('arrivals.blindUnknown', {}, 'id')
}

function requireWaiting(tx: Tx, id: number): Blind {
  const blind = requireBlind(tx, id)
  if (blind.state !== 'waiting') refuse('arrivals.blindSettled', { arrival: blind.number })
  return blind
}

/** What stands at the dock and nobody knows whose it is: counted, and kept apart until that is known. */
export function saveBlind(tx: Tx, actor: Actor, input: SaveBlind): { id: number; number: string; state: BlindState } {
  requireWarehouse(tx, input.warehouseId)
  const id = blindStore.insert(tx, input, actor.userId)
  for (const [at, { itemId, quantityMicro, lotCode = '', expiresOn = null }] of input.lines.entries()) {
    const { code, name, kind, lotTracked } = requireItem(tx, itemId)
    const item = `${code} ${name}`
    if (kind !== 'stock') refuse('stock.notAStockItem', { item }, `lines.${at}.itemId`)
    if (lotTracked && lotCode === '') refuse('purchasing.lotMissing', { item }, `lines.${at}.lotCode`)
    blindStore.insertLine(tx, id, { itemId, quantityMicro, lotCode, expiresOn })
  }
  tx.announce({ kind: 'arrivals.blindSaved', id })
  const { number, state } = requireBlind(tx, id)
  return { id, number, state }
}

/**
 * The order that the goods are for: it takes as much of each as it waits for, and what it does not wait for is held as
 * unordered goods of its supplier.
 */
export function matchBlind(
  tx: Tx,
  actor: Actor,
  input: { readonly id: number; readonly orderId: number; readonly receivedOn: BusinessDate },
): Settled {
  const blind = requireWaiting(tx, input.id)
  const { orderId, receivedOn } = input
  const order = blindStore.order(tx, orderId) ?? refuse('purchasing.orderUnknown', {}, 'orderId')
  if (order.warehouseId !== blind.warehouseId)
    refuse('arrivals.orderElsewhere', { order: order.number ?? '' }, 'orderId')
  const { taken, rest } = shareOut(blindStore.lines(tx, blind.id), blindStore.openOfOrder(tx, orderId))
  if (taken.length === 0) refuse('arrivals.orderWantsNothing', { order: order.number ?? '' }, 'orderId')
  const note = blind.number
  const receipts = [receiveGoods(tx, actor, { orderId, receivedOn, note, lines: taken.map(withLot) })]
  if (rest.length > 0) {
    const { supplierId, warehouseId } = { ...order, ...blind }
    receipts.push({
      ...receiveUnordered(tx, actor, { supplierId, warehouseId, receivedOn, note, lines: rest.map(withLot) }),
      picksForOrders: 0,
    })
  }
  return settle(tx, blind, 'matched', receipts)
}

/** Nobody ordered it: held for the supplier, with the mechanism of unordered goods. */
export function keepUnordered(
  tx: Tx,
  actor: Actor,
  input: { readonly id: number; readonly supplierId: number; readonly receivedOn: BusinessDate },
): Settled {
  const blind = requireWaiting(tx, input.id)
  const { supplierId, receivedOn } = input
  const lines = blindStore.lines(tx, blind.id).map(withLot)
  const { warehouseId, number: note } = blind
  const receipt = receiveUnordered(tx, actor, { supplierId, warehouseId, receivedOn, note, lines })
  return settle(tx, blind, 'unordered', [receipt])
}

export function cancelBlind(tx: Tx, input: { readonly id: number }): { done: true } {
  const blind = requireWaiting(tx, input.id)
  blindStore.setState(tx, blind.id, 'cancelled')
  tx.announce({ kind: 'arrivals.blindCancelled', id: blind.id })
  return { done: true }
}

function settle(
  tx: Tx,
  blind: Blind,
  state: BlindState,
  posted: readonly { readonly id: number; readonly number: string | null }[],
): Settled {
  const receipts = posted.map(({ id, number }) => ({ id, number: number ?? '' }))
  for (const receipt of receipts) blindStore.insertReceipt(tx, blind.id, receipt.id)
  blindStore.setState(tx, blind.id, state)
  tx.announce({ kind: 'arrivals.blindSettled', id: blind.id })
  return { receipts, state }
}

type Part = Omit<BlindLine, 'id'>

const withLot = <Line extends Part>({ lotCode, expiresOn, ...line }: Line) => ({
  ...line,
  ...(lotCode === '' ? {} : { lotCode }),
  ...(expiresOn === null ? {} : { expiresOn }),
})

/** Order lines are filled one after the other; pure. */
export function shareOut(
  lines: readonly BlindLine[],
  open: readonly { readonly orderLineId: number; readonly itemId: number; readonly openMicro: number }[],
): { taken: (Part & { orderLineId: number })[]; rest: Part[] } {
  const leftOf = new Map(open.map((line) => [line.orderLineId, line.openMicro]))
  const taken: (Part & { orderLineId: number })[] = []
  const rest: Part[] = []
  for (const { id: _id, ...line } of lines) {
    let quantity = line.quantityMicro
    for (const { orderLineId, itemId } of open) {
      const part = Math.min(leftOf.get(orderLineId) ?? 0, quantity)
      if (itemId !== line.itemId || part <= 0) continue
      leftOf.set(orderLineId, (leftOf.get(orderLineId) ?? 0) - part)
      taken.push({ ...line, orderLineId, quantityMicro: part })
      quantity -= part
    }
    if (quantity > 0) rest.push({ ...line, quantityMicro: quantity })
  }
  return { taken, rest }
}
