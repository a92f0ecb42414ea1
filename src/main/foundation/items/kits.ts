import { refuse } from '../../../shared/errors'
import type { Reader, Tx } from '../../kernel/db'
import { catchWeightOf } from './catch-weight'
import { requireItem } from './item'
import { itemStore } from './item-store'
import { kitStore, type PartRow } from './kit-store'

export interface KitPart {
  readonly itemId: number
  /** The pack of one base unit. */
  readonly packId: number
  /** Base units in one kit. */
  readonly quantityMicro: number
}

/** What one kit is made of; empty for any other item. */
export function kitParts(reader: Reader, kitId: number): KitPart[] {
  return kitStore
    .parts(reader, kitId)
    .map((part) => ({ ...part, packId: itemStore.packsOf(reader, part.itemId)[0]?.id ?? 0 }))
}

export function listKitParts(reader: Reader, input: { itemId: number }) {
  return {
    rows: kitStore.parts(reader, requireItem(reader, input.itemId).id).map(({ itemId, quantityMicro }) => {
      const { id, code, name, baseUnit } = requireItem(reader, itemId)
      return { item: { id, code, name, baseUnit }, quantityMicro }
    }),
  }
}

/** Replaces the parts; orders confirmed before keep theirs. */
export function setKitParts(tx: Tx, input: { itemId: number; parts: readonly PartRow[] }): { done: true } {
  const kit = requireItem(tx, input.itemId)
  if (!kit.isKit) refuse('items.notAKit', { item: kit.name }, 'itemId')
  kitStore.clear(tx, kit.id)
  const seen = new Set<number>()
  for (const [at, { itemId, quantityMicro }] of input.parts.entries()) {
    const part = requireItem(tx, itemId)
    if (part.kind !== 'stock') refuse('items.kitPartNeedsStock', { item: part.name }, `parts.${at}.itemId`)
    if (seen.has(itemId)) refuse('items.kitPartTwice', { item: part.name }, `parts.${at}.itemId`)
    seen.add(itemId)
    if (catchWeightOf(tx, itemId) !== undefined)
      refuse('items.catchWeightInKit', { item: part.name, kit: kit.name }, `parts.${at}.itemId`)
    kitStore.insert(tx, kit.id, { itemId, quantityMicro })
  }
  tx.announce({ kind: 'items.itemChanged', id: kit.id })
  return { done: true }
}
