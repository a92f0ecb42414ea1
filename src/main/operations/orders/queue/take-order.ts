import { createHash } from 'node:crypto'
import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { requireItem, requirePack } from '../../../foundation/items'
import { requirePartner } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requireChannel } from '../../prices'
import { requireWarehouse } from '../../warehouse'
import { nameKey } from '../text/read-text'
import { matchCustomer, matchItem, matchPack } from './match-queries'
import { revalidate } from './problems'
import { releaseOrder } from './release-order'
import { requestAnswer, type RequestAnswer } from './request'
import { requestStore, type NewLine } from './request-store'

export interface TakenLine {
  /** code, barcode, name, or what the customer calls it */
  readonly item: string
  readonly unit: string
  /** in that unit */
  readonly countMicro: number
  /** net, per base unit; left out: by our lists */
  readonly priceMicro?: number | undefined
  /** chosen by a person: the word is learned */
  readonly itemId?: number | undefined
}

export interface TakeOrder {
  readonly channelId: number
  readonly externalNumber: string
  readonly warehouseId: number
  /** code or name */
  readonly customer: string
  readonly customerId?: number | undefined
  readonly shipTo: string
  readonly promisedOn: BusinessDate
  readonly priority: number
  readonly note: string
  readonly lines: readonly TakenLine[]
  /** at once, where nothing stands against it */
  readonly release: boolean
}

/**
 * Takes an order of a channel into the queue. The channel's number is taken once: sent again with the same content it
 * answers what became of it and changes nothing; with another content it is refused.
 */
export function takeOrder(
  tx: Tx,
  actor: Actor,
  input: TakeOrder,
  source: 'api' | 'file' | 'text' = 'api',
): RequestAnswer {
  const { channelId, externalNumber } = input
  requireChannel(tx, channelId)
  const fingerprint = fingerprintOf(input)
  const known = requestStore.byNumber(tx, channelId, externalNumber)
  if (known !== undefined) {
    if (known.fingerprint !== fingerprint) refuse('orders.numberTaken', { number: externalNumber }, 'externalNumber')
    return requestAnswer(tx, known.id)
  }
  requireWarehouse(tx, input.warehouseId)
  const customerId = input.customerId ?? matchCustomer(tx, input.customer)
  if (customerId !== null) requirePartner(tx, customerId)
  const { warehouseId, shipTo, promisedOn, priority, note } = input
  const head = { channelId, externalNumber, source, warehouseId, customerId, customerText: input.customer }
  const id = requestStore.insert(tx, { ...head, shipTo, promisedOn, priority, note, fingerprint, by: actor.userId })
  for (const line of input.lines) requestStore.insertLine(tx, id, readLine(tx, customerId, line))
  tx.announce({ kind: 'orders.taken', id })
  if (!input.release) {
    revalidate(tx, id)
    return requestAnswer(tx, id)
  }
  if (revalidate(tx, id).problems.length === 0) releaseOrder(tx, actor, { id, backOrder: false })
  return requestAnswer(tx, id)
}

function readLine(tx: Tx, customerId: number | null, line: TakenLine): NewLine {
  if (line.itemId !== undefined) requireItem(tx, line.itemId)
  const match =
    line.itemId === undefined
      ? matchItem(tx, customerId, line.item)
      : { itemId: line.itemId, packId: null, by: 'person' as const }
  const itemId = match?.itemId ?? null
  const pack = itemId === null ? undefined : matchPack(tx, itemId, line.unit)
  const packId = line.unit === '' ? (match?.packId ?? pack?.id ?? null) : (pack?.id ?? null)
  if (match?.by === 'person') learn(tx, customerId, line.item, match.itemId, line.unit === '' ? null : packId)
  const { item: itemText, unit: unitText, countMicro, priceMicro = null } = line
  return { itemText, unitText, countMicro, itemId, packId, priceMicro }
}

/** From now on this customer's word means this item. */
export function learn(tx: Tx, customerId: number | null, text: string, itemId: number, packId: number | null): void {
  const key = nameKey(text)
  if (key !== '') requestStore.setNickname(tx, { customerId: customerId ?? 0, text: key, itemId, packId })
}

/** A person says what a word means; customer 0: whoever says it. */
export function teachWord(
  tx: Tx,
  word: {
    readonly customerId: number
    readonly text: string
    readonly itemId: number
    readonly packId: number | null
  },
): { done: true } {
  const { customerId, text, itemId, packId } = word
  if (customerId !== 0) requirePartner(tx, customerId)
  requireItem(tx, itemId)
  if (packId !== null) requirePack(tx, itemId, packId)
  learn(tx, customerId === 0 ? null : customerId, text, itemId, packId)
  return { done: true }
}

function fingerprintOf({ customer, customerId, lines, shipTo }: TakeOrder): string {
  const content = [
    customer,
    customerId ?? 0,
    shipTo,
    lines.map((line) => [line.item, line.unit, line.countMicro, line.priceMicro ?? null]),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}
