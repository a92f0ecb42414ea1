import { refuse } from '../../../shared/errors'
import type { Reader, Tx } from '../../kernel/db'
import { requirePartner } from '../parties'
import { requireItem } from './item'
import { itemStore } from './item-store'
import { kinshipStore, type PartnerCode } from './kinship-store'
import { makeItemFindable } from './save-item'

interface ItemRef {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
}

/** What may be given instead of an item, the best first. */
export function substitutesOf(reader: Reader, itemId: number): ItemRef[] {
  return kinshipStore.substitutes(reader, itemId)
}

/** Replaces the list. A substitute is counted in the same unit, so that one stands for one. */
export function setSubstitutes(tx: Tx, input: { itemId: number; substituteIds: readonly number[] }): { done: true } {
  const item = requireItem(tx, input.itemId)
  const ids = [...new Set(input.substituteIds)]
  for (const [at, id] of ids.entries()) {
    const other = requireItem(tx, id)
    const params = { item: item.name, other: other.name, unit: item.baseUnit, otherUnit: other.baseUnit }
    if (id === item.id) refuse('items.substituteIsItself', params, `substituteIds.${at}`)
    if (other.kind !== item.kind || other.baseUnit !== item.baseUnit) {
      refuse('items.substituteOtherUnit', params, `substituteIds.${at}`)
    }
  }
  kinshipStore.setSubstitutes(tx, item.id, ids)
  tx.announce({ kind: 'items.itemChanged', id: item.id })
  return { done: true }
}

/** What this partner calls these items, by item; an item that has no name of the partner's own is not in it. */
function partnerCodes(reader: Reader, partnerId: number, itemIds: readonly number[]): Map<number, PartnerCode> {
  return new Map(kinshipStore.codesOfPartner(reader, partnerId, itemIds).map((row) => [row.itemId, row]))
}

/** How items are named on a partner's paper: by their name for it where they have one, with their code. */
export function namesFor(
  reader: Reader,
  partnerId: number,
  itemIds: readonly number[],
): (itemId: number, ownName: string) => string {
  const theirs = partnerCodes(reader, partnerId, itemIds)
  return (itemId, ownName) => {
    const entry = theirs.get(itemId)
    if (entry === undefined) return ownName
    const text = entry.name === '' ? ownName : entry.name
    return entry.code === '' ? text : `${text} [${entry.code}]`
  }
}

/** The item that a partner means by a code of their own. */
export function itemOfPartnerCode(reader: Reader, partnerId: number, code: string): number | undefined {
  return kinshipStore.byCode(reader, partnerId, code.trim())?.itemId
}

export function listPartnerCodes(reader: Reader, input: { itemId: number }) {
  return {
    rows: kinshipStore.codesOfItem(reader, input.itemId).map(({ partnerId, code, name }) => {
      const partner = requirePartner(reader, partnerId)
      return { partner: { id: partner.id, code: partner.code, name: partner.name }, code, name }
    }),
  }
}

export function setPartnerCodes(
  tx: Tx,
  input: { itemId: number; codes: readonly { partnerId: number; code: string; name: string }[] },
): { done: true } {
  const item = requireItem(tx, input.itemId)
  kinshipStore.clearCodes(tx, item.id)
  for (const [at, entry] of input.codes.entries()) putPartnerCode(tx, { ...entry, itemId: item.id }, `codes.${at}`)
  makeItemFindable(tx, item.id)
  tx.announce({ kind: 'items.itemChanged', id: item.id })
  return { done: true }
}

/** One partner's code and name of one item, in place of what was there. Both empty: none. */
export function putPartnerCode(tx: Tx, entry: PartnerCode, field: string): void {
  const partner = requirePartner(tx, entry.partnerId)
  kinshipStore.clearCode(tx, entry.partnerId, entry.itemId)
  if (entry.code === '' && entry.name === '') return
  const taken = kinshipStore.byCode(tx, entry.partnerId, entry.code)
  if (taken !== undefined) {
    const other = itemStore.byId(tx, taken.itemId)
    refuse('items.partnerCodeTaken', { partner: partner.name, code: entry.code, item: other?.name ?? '' }, field)
  }
  kinshipStore.insertCode(tx, entry)
}
