import { refuse } from '../../../shared/errors'
import { addDays, type BusinessDate } from '../../../shared/values/date'
import { nextNumber } from '../../foundation/company'
import { requireBasePack, requireItem, requirePack } from '../../foundation/items'
import { requireSupplier } from '../../foundation/parties'
import { index } from '../../foundation/search'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { saveOrder } from '../purchasing'
import { requireWarehouse } from '../warehouse'
import { termsOf } from './enquiry-queries'
import { requireRequest, sourcingStore, type RequestRow, type WantedLine } from './sourcing-store'

export interface PlaceRequest {
  readonly warehouseId: number
  readonly requestedOn: BusinessDate
  readonly neededOn: BusinessDate
  readonly reason: string
  readonly lines: readonly EnteredLine[]
}

export interface EnteredLine extends Omit<WantedLine, 'packId'> {
  /** Left out: the base unit. */
  readonly packId?: number | undefined
}

/** What can be bought: a living item of stock, in one of its packs. */
export function buyable(tx: Tx, lines: readonly EnteredLine[]): WantedLine[] {
  return lines.map((line, at) => {
    const item = requireItem(tx, line.itemId)
    const field = `lines.${at}.itemId`
    if (!item.active) refuse('purchasing.itemArchived', { item: item.name }, field)
    if (item.kind === 'service') refuse('purchasing.itemIsService', { item: item.name }, field)
    const packId = line.packId ?? requireBasePack(tx, line.itemId, field)
    requirePack(tx, line.itemId, packId)
    return { ...line, packId }
  })
}

export function placeRequest(tx: Tx, actor: Actor, input: PlaceRequest) {
  requireWarehouse(tx, input.warehouseId)
  const lines = buyable(tx, input.lines)
  if (input.neededOn < input.requestedOn) refuse('sourcing.neededBeforeAsked', {}, 'neededOn')
  const number = nextNumber(tx, 'RQ', input.requestedOn)
  const id = sourcingStore.insertRequest(tx, { ...input, number, createdBy: actor.userId }, lines)
  index(tx, { kind: 'sourcing.request', id, title: number, subtitle: input.reason, words: [] })
  tx.announce({ kind: 'sourcing.requestPlaced', id })
  return { id, number, state: 'open' }
}

function requireOpen(tx: Tx, id: number): RequestRow {
  const request = requireRequest(tx, id)
  return request.state === 'open' ? request : refuse('sourcing.requestNotOpen', { number: request.number }, 'id')
}

export function refuseRequest(tx: Tx, input: { id: number; answer: string }) {
  const { id, number } = requireOpen(tx, input.id)
  sourcingStore.setRequest(tx, id, 'refused', input.answer)
  tx.announce({ kind: 'sourcing.requestRefused', id })
  return { id, number, state: 'refused' }
}

/** Straight to a supplier at its listed prices, or the item's own where it has none. */
export function orderRequest(tx: Tx, actor: Actor, input: { id: number; supplierId: number; orderedOn: BusinessDate }) {
  const { supplierId, orderedOn } = input
  const request = requireOpen(tx, input.id)
  requireSupplier(tx, supplierId)
  const terms = termsOf(tx, supplierId, orderedOn)
  const lines = sourcingStore.requestLines(tx, request.id)
  const leadDays = Math.max(0, ...lines.map((line) => terms.get(line.itemId)?.leadDays ?? 0))
  const soonest = addDays(orderedOn, leadDays)
  const order = saveOrder(tx, actor, {
    supplierId,
    warehouseId: request.warehouseId,
    orderedOn,
    expectedOn: soonest > request.neededOn ? soonest : request.neededOn,
    note: `${request.number} ${request.reason}`,
    lines: lines.map(({ itemId, packId, quantityMicro }) => ({
      itemId,
      packId,
      quantityMicro,
      priceMicro: terms.get(itemId)?.priceMicro ?? requireItem(tx, itemId).purchasePriceMicro,
    })),
  })
  sourcingStore.setRequest(tx, request.id, 'ordered')
  tx.announce({ kind: 'sourcing.requestOrdered', id: request.id })
  return order
}
