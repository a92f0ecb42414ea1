import { refuse } from '../../../shared/errors'
import type { BusinessDate } from '../../../shared/values/date'
import { requireItem, requirePack } from '../../foundation/items'
import { requireCustomer } from '../../foundation/parties'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { priceStore, type ListLine } from './price-store'

interface Scope {
  readonly channelId: number | null
  readonly classId: number | null
}

export function requireChannel(reader: Reader, id: number): { id: number; code: string; name: string } {
  const channel = priceStore.channelById(reader, id) ?? refuse('prices.channelUnknown', {}, 'channelId')
  if (channel.active === 0) refuse('prices.channelArchived', { channel: channel.name }, 'channelId')
  return channel
}

/** What a channel is called in other rooms' lists. */
export function channelCode(reader: Reader, id: number): string {
  return priceStore.channelById(reader, id)?.code ?? ''
}

function requireScope(tx: Tx, { channelId, classId }: Scope): void {
  if (channelId !== null) requireChannel(tx, channelId)
  if (classId !== null && priceStore.classById(tx, classId) === undefined) refuse('prices.classUnknown', {}, 'classId')
}

interface Named {
  readonly id?: number | undefined
  readonly code: string
  readonly name: string
  readonly active: boolean
}

export function saveChannel(tx: Tx, _actor: Actor, input: Named): { id: number } {
  const same = priceStore.channelByCode(tx, input.code)
  if (same !== undefined && same.id !== input.id)
    refuse('prices.codeTaken', { code: input.code, name: same.name }, 'code')
  const row = { code: input.code, name: input.name, active: input.active ? 1 : 0 }
  if (input.id !== undefined && priceStore.channelById(tx, input.id) === undefined) refuse('prices.channelUnknown', {})
  const id = input.id ?? priceStore.insertChannel(tx, row)
  if (input.id !== undefined) priceStore.changeChannel(tx, { ...row, id })
  tx.announce({ kind: 'prices.channelSaved', id })
  return { id }
}

export function saveClass(tx: Tx, _actor: Actor, input: Named & { readonly discountMicro: number }): { id: number } {
  const same = priceStore.classByCode(tx, input.code)
  if (same !== undefined && same.id !== input.id)
    refuse('prices.codeTaken', { code: input.code, name: same.name }, 'code')
  const row = { code: input.code, name: input.name, discountMicro: input.discountMicro, active: input.active ? 1 : 0 }
  if (input.id !== undefined && priceStore.classById(tx, input.id) === undefined) refuse('prices.classUnknown', {})
  const id = input.id ?? priceStore.insertClass(tx, row)
  if (input.id !== undefined) priceStore.changeClass(tx, { ...row, id })
  tx.announce({ kind: 'prices.classSaved', id })
  return { id }
}

export function setCustomerTerms(
  tx: Tx,
  _actor: Actor,
  input: Scope & { readonly customerId: number },
): { done: true } {
  requireCustomer(tx, input.customerId)
  requireScope(tx, input)
  priceStore.setTerms(tx, input)
  tx.announce({ kind: 'prices.termsSet', id: input.customerId })
  return { done: true }
}

interface SaveList extends Scope, Named {
  readonly customerId: number | null
  readonly validFrom: BusinessDate
  readonly validTo: BusinessDate | null
  readonly maximumDiscountMicro: number | null
}

/** The head of a price list; with a customer it is a contract, and holds for nobody else. */
export function saveList(tx: Tx, _actor: Actor, input: SaveList): { id: number } {
  const same = priceStore.listByCode(tx, input.code)
  if (same !== undefined && same.id !== input.id)
    refuse('prices.codeTaken', { code: input.code, name: same.name }, 'code')
  if (input.customerId !== null) {
    requireCustomer(tx, input.customerId)
    if (input.channelId !== null || input.classId !== null) refuse('prices.contractIsForOne', {}, 'customerId')
  }
  requireScope(tx, input)
  if (input.validTo !== null && input.validTo < input.validFrom) refuse('prices.endsBeforeStart', {}, 'validTo')
  const row = { ...input, active: input.active ? 1 : 0 }
  if (input.id !== undefined) requireList(tx, input.id)
  const id = input.id ?? priceStore.insertList(tx, row)
  if (input.id !== undefined) priceStore.changeList(tx, { ...row, id })
  tx.announce({ kind: 'prices.listSaved', id })
  return { id }
}

export function requireList(reader: Reader, id: number) {
  return priceStore.listById(reader, id) ?? refuse('prices.listUnknown', {}, 'id')
}

/** Sets prices of a list: a line with the same item, pack and minimum is replaced. */
export function setPrices(
  tx: Tx,
  _actor: Actor,
  input: { readonly listId: number; readonly lines: readonly (Omit<ListLine, 'packId'> & { packId: number | null })[] },
): { done: true } {
  requireList(tx, input.listId)
  for (const [at, line] of input.lines.entries()) {
    const item = requireItem(tx, line.itemId)
    if (!item.active) refuse('prices.itemArchived', { item: `${item.code} ${item.name}` }, `lines.${at}.itemId`)
    if (line.packId !== null) requirePack(tx, item.id, line.packId)
    priceStore.setLine(tx, { ...line, packId: line.packId ?? 0, listId: input.listId })
  }
  tx.announce({ kind: 'prices.pricesSet', id: input.listId })
  return { done: true }
}

export function removePrices(
  tx: Tx,
  _actor: Actor,
  input: { readonly listId: number; readonly lineIds: readonly number[] },
): { done: true } {
  requireList(tx, input.listId)
  for (const id of input.lineIds) {
    if (priceStore.removeLine(tx, input.listId, id).changes === 0) refuse('prices.lineUnknown', {})
  }
  tx.announce({ kind: 'prices.pricesSet', id: input.listId })
  return { done: true }
}

interface SavePromotion extends Scope {
  readonly id?: number | undefined
  readonly name: string
  readonly validFrom: BusinessDate
  readonly validTo: BusinessDate
  readonly itemId: number | null
  readonly category: string
  readonly minimumMicro: number
  readonly discountMicro: number | null
  readonly priceMicro: number | null
  readonly isAlone: boolean
  readonly active: boolean
}

/** A dated promotion of one item, a category or everything. A price of its own is for one item only. */
export function savePromotion(tx: Tx, _actor: Actor, input: SavePromotion): { id: number } {
  requireScope(tx, input)
  if (input.itemId !== null) requireItem(tx, input.itemId)
  if (input.itemId !== null && input.category !== '') refuse('prices.itemOrCategory', {}, 'category')
  if (input.validTo < input.validFrom) refuse('prices.endsBeforeStart', {}, 'validTo')
  if ((input.discountMicro === null) === (input.priceMicro === null))
    refuse('prices.discountOrPrice', {}, 'discountMicro')
  if (input.priceMicro !== null && input.itemId === null) refuse('prices.priceNeedsItem', {}, 'itemId')
  if (input.id !== undefined && !priceStore.isPromotion(tx, input.id)) refuse('prices.promotionUnknown', {})
  const row = { ...input, isAlone: input.isAlone ? 1 : 0, active: input.active ? 1 : 0 }
  const id = input.id ?? priceStore.insertPromotion(tx, row)
  if (input.id !== undefined) priceStore.changePromotion(tx, { ...row, id })
  tx.announce({ kind: 'prices.promotionSaved', id })
  return { id }
}

export function setPolicy(tx: Tx, _actor: Actor, input: { readonly maximumDiscountMicro: number }): { done: true } {
  priceStore.setMaximumDiscount(tx, input.maximumDiscountMicro)
  tx.announce({ kind: 'prices.policySet' })
  return { done: true }
}
