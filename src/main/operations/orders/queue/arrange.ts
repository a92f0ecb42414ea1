import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { requireUser } from '../../../foundation/access'
import { requireItem, requirePack } from '../../../foundation/items'
import { requireCustomer } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { revalidate } from './problems'
import { requestAnswer, requireOpen, type RequestAnswer } from './request'
import { requestStore, type RequestRow } from './request-store'
import { learn } from './take-order'

const fits = (one: RequestRow, other: RequestRow): boolean =>
  one.customer_id === other.customer_id &&
  one.ship_to === other.ship_to &&
  one.channel_id === other.channel_id &&
  one.warehouse_id === other.warehouse_id

/** Several orders become one parcel: same customer, address, channel and warehouse. The first takes the others in. */
export function mergeRequests(tx: Tx, _actor: Actor, input: { ids: readonly number[] }): RequestAnswer {
  const [firstId, ...others] = [...new Set(input.ids)].toSorted((a, b) => a - b)
  if (firstId === undefined || others.length === 0) return refuse('orders.mergeNeedsTwo', {}, 'ids')
  const first = requireOpen(tx, firstId)
  for (const id of others) {
    const other = requireOpen(tx, id)
    if (other.customer_id === null || !fits(first, other)) {
      refuse('orders.mergeDiffers', { one: first.external_number, other: other.external_number }, 'ids')
    }
    if (other.hold_reason !== null || first.hold_reason !== null) refuse('orders.mergeHeld', {}, 'ids')
    requestStore.moveLines(tx, other.id, first.id)
    requestStore.setState(tx, other.id, 'merged', { mergedInto: first.id })
  }
  revalidate(tx, first.id)
  tx.announce({ kind: 'orders.merged', id: first.id })
  return requestAnswer(tx, first.id)
}

/** All that came within so many minutes of each other and fit; answers how many were taken in. */
export function mergeRecent(tx: Tx, actor: Actor, input: { customerId: number; minutes: number }): { merged: number } {
  const open = requestStore.openOf(tx, input.customerId).filter((request) => request.hold_reason === null)
  const taken = new Set<number>()
  for (const first of open) {
    if (taken.has(first.id)) continue
    const latest = Date.parse(first.received_at) + input.minutes * 60_000
    const others = open.filter(
      (other) =>
        other.id > first.id && !taken.has(other.id) && fits(first, other) && Date.parse(other.received_at) <= latest,
    )
    if (others.length === 0) continue
    mergeRequests(tx, actor, { ids: [first.id, ...others.map(({ id }) => id)] })
    for (const other of others) taken.add(other.id)
  }
  return { merged: taken.size }
}

export function holdRequest(
  tx: Tx,
  actor: Actor,
  input: { id: number; reason: string; ownerId?: number | undefined },
): RequestAnswer {
  const request = requireOpen(tx, input.id)
  if (input.ownerId !== undefined) requireUser(tx, input.ownerId)
  requestStore.hold(tx, request.id, input.reason, input.ownerId ?? actor.userId)
  tx.announce({ kind: 'orders.held', id: request.id })
  return requestAnswer(tx, request.id)
}

export function unholdRequest(tx: Tx, _actor: Actor, input: { id: number }): RequestAnswer {
  const request = requireOpen(tx, input.id)
  requestStore.hold(tx, request.id, null, null)
  revalidate(tx, request.id)
  tx.announce({ kind: 'orders.unheld', id: request.id })
  return requestAnswer(tx, request.id)
}

export interface MendRequest {
  readonly id: number
  readonly customerId: number | null
  readonly shipTo: string
  readonly promisedOn: BusinessDate
  readonly lines: readonly {
    readonly id: number
    readonly itemId: number
    readonly packId: number
    readonly countMicro: number
    readonly priceMicro: number | null
    readonly isSubstitute: boolean
  }[]
}

/** Mends what was not clear; which item a word meant is learned for this customer. */
export function mendRequest(tx: Tx, _actor: Actor, input: MendRequest): RequestAnswer {
  const request = requireOpen(tx, input.id)
  if (input.customerId !== null) requireCustomer(tx, input.customerId)
  const { customerId, shipTo, promisedOn } = input
  requestStore.mendHead(tx, { id: request.id, customerId, shipTo, promisedOn })
  const lines = new Map(requestStore.linesOf(tx, request.id).map((line) => [line.id, line]))
  for (const [at, mended] of input.lines.entries()) {
    const line = lines.get(mended.id) ?? refuse('orders.lineUnknown', {}, `lines.${at}.id`)
    requireItem(tx, mended.itemId)
    requirePack(tx, mended.itemId, mended.packId)
    if (line.item_id !== mended.itemId && !mended.isSubstitute) {
      learn(tx, customerId, line.item_text, mended.itemId, line.unit_text === '' ? null : mended.packId)
    }
    requestStore.mendLine(tx, mended)
  }
  revalidate(tx, request.id)
  tx.announce({ kind: 'orders.mended', id: request.id })
  return requestAnswer(tx, request.id)
}
